"""CPU of an HTML page beside trafilatura's own on the same pages in the same run:
`python -m benchmarks.cost_reading DATA`, where DATA/articles/pages holds NAME.html.gz. Asked: at most 1.3 times."""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.quality_reading import by_trafilatura, ours

MOST = 1.3


def cost(work: Callable[[str, bytes], object], name: str, data: bytes) -> float:
    """CPU seconds that `work` takes on one page."""
    start = time.process_time()
    work(name, data)
    return time.process_time() - start


def main(data: str | None = None, rounds: int = 3) -> int:
    """Prints both figures, page by page in turn over some rounds; 1 where ours is more than asked."""
    pages = sorted((Path(data or "") / "articles" / "pages").glob("*.html.gz")) if data else []
    if not pages:
        print(f"cost of reading: not measured, no articles/pages under DATA={data or '(not given)'}")
        return 0
    loaded = [(path.name.removesuffix(".gz"), gzip.decompress(path.read_bytes())) for path in pages]
    for name, page in loaded[:5]:  # both warm
        ours(name, page), by_trafilatura(name, page)
    mine = theirs = 0.0
    for _ in range(rounds):
        for name, page in loaded:
            mine += cost(ours, name, page)
            theirs += cost(by_trafilatura, name, page)
    each = 1000 / (len(loaded) * rounds)
    figures = f"{mine * each:.1f} ms, trafilatura alone {theirs * each:.1f} ms"
    print(f"HTML page: {figures}: {mine / theirs:.2f} times (asked: at most {MOST})")
    return int(mine > MOST * theirs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if sys.argv[1:] else None))
