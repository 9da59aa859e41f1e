"""CPU of the whole road without MkDocs, after import: `python -m benchmarks.cost_road [SOURCES]`."""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

from generator import disk
from generator.pipeline import run

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5


def main(sources: Path = ROOT / "sources") -> None:
    """Prints the CPU seconds of the first run and the median of the next ones, in one process."""
    config = disk.open_project(ROOT).config
    files, skipped = disk.scan(sources, config.limits)
    spent = []
    for _ in range(RUNS):
        start = time.process_time()
        site = run(files, replace(config), skipped)
        spent.append(time.process_time() - start)
    print(
        f"the road without MkDocs, {len(site.brief.analyses)} sources: first run {spent[0]:.3f} s of CPU, "
        f"median of {RUNS - 1} more {statistics.median(spent[1:]):.3f} s (asked for five sources: under 1 s)"
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
