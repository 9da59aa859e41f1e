"""CPU of a plain-text source from file to analysis, beside YAKE's own on the same files in the same run:
`python -m benchmarks.cost_text FOLDER`, a folder of .txt files. Asked: no more than YAKE takes for its keyphrases."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import yake

from generator.analysis import analyse
from generator.config import Config, Limits
from generator.errors import UnreadableError
from generator.model import SourceFile
from generator.reading import clean, read

MOST = 100


def ours(path: Path) -> None:
    """Reads, cleans and analyses one file."""
    try:
        for document in read(SourceFile(f"sources/{path.name}", path.read_bytes()), Limits()):
            analyse(clean(document, path.stem), Config("Cost", ()))
    except UnreadableError as error:
        print(f"{path.name}: {error}", file=sys.stderr)


def cost(work: Callable[[Path], object], files: list[Path]) -> float:
    """CPU seconds that `work` takes on all of `files`."""
    start = time.process_time()
    for path in files:
        work(path)
    return time.process_time() - start


def main(folder: str) -> int:
    """Prints both figures, interleaved over three rounds; 1 where ours is the larger."""
    files = sorted(Path(folder).glob("*.txt"))[:MOST]
    extractor = yake.KeywordExtractor(top=20)
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(3):
        mine.append(cost(ours, files))
        theirs.append(cost(lambda p: extractor.extract_keywords(p.read_text("utf-8", "replace")), files))
    ratio = min(mine) / min(theirs)
    print(
        f"{len(files)} text files from file to analysis: {min(mine):.2f} s of CPU (first round {mine[0]:.2f}); "
        f"YAKE's keyphrases alone {min(theirs):.2f} s (first round {theirs[0]:.2f}); ratio {ratio:.2f} (asked: <= 1)"
    )
    return int(ratio > 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
