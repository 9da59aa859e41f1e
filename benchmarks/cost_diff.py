"""What `briefing diff` costs on a large site: `python -m benchmarks.cost_diff [SOURCES …]`.

Prints, for a site of each number of sources (1,000 by default) with eight statements a source, the CPU seconds of
reading two states and comparing them, where a tenth of the statements are other ones.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from generator.changes import as_lines, compare, read_snapshot

_EACH = 8  # statements of a source
_WORDS = "The council of ward {n} agreed on {m} new lamps for the road to the harbour on Thursday."


def _state(sources: int, shift: int) -> str:
    rows: list[dict[str, Any]] = []
    for n in range(sources * _EACH):
        mark = f"{n}-{shift if n % 10 == 0 else 0}"
        text = _WORDS.format(n=n, m=mark)
        quotes = [{"id": f"f-{mark}", "source": f"s-{n // _EACH}"}]
        rows.append(
            {
                "id": f"f-{mark}",
                "text": text,
                "topics": ["t"],
                "status": None,
                "quotes": quotes,
                "also": [],
                "differences": [],
            }
        )
    titles = [{"id": f"s-{n}", "title": f"Source {n}"} for n in range(sources)]
    return json.dumps({"version": 1, "sources": titles, "facts": rows, "differences": []})


def main() -> None:
    for sources in [int(word) for word in sys.argv[1:]] or [1000]:
        old, new = _state(sources, 0), _state(sources, 1)
        start = time.process_time()
        lines = list(as_lines(compare(read_snapshot(old, "old"), read_snapshot(new, "new"))))
        print(f"{sources:>7,} sources {time.process_time() - start:6.2f} s CPU, {len(lines):,} lines")


if __name__ == "__main__":
    main()
