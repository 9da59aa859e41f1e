"""Prints, by the number of sources, the CPU seconds of each stage, peak memory and how both grow, beside YAKE alone on
the same texts and MkDocs with Material alone on the same Markdown: `python -m benchmarks.scale [SIZE ...]`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from . import corpus
from .stages import STAGES
from .tables import table

SIZES = (100, 500, 1000, 2000, 5000, 10_000)
ROOT = Path(__file__).resolve().parents[2]
BUILT = 1000  # sources: MkDocs alone is not asked to build more
AGAIN = ("first run", "nothing changed", "one added", "one added %", "two cores, times")
PEERS = ("YAKE alone", "times YAKE", "MkDocs alone")
ROWS = (*STAGES.values(), "all", "clock", "MB", "pages", "pages MB", *AGAIN, *PEERS)


def _child(module: str, *args: str) -> dict[str, float]:
    """What a program of this package prints, run in a process of its own."""
    command = [sys.executable, "-m", f"benchmarks.scale.{module}", *args]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def measured(size: int) -> dict[str, float]:
    """All figures of a project of `size` sources, made for this."""
    with tempfile.TemporaryDirectory() as scratch:
        project, docs = Path(scratch) / "project", Path(scratch) / "docs"
        corpus.write(project, size)
        cost = _child("stages", str(project), str(docs))
        cost["YAKE alone"] = _child("peers", "yake", str(project))["all"]
        cost["times YAKE"] = cost["all"] / cost["YAKE alone"]
        cost |= _child("again", str(project), str(size))
        if size <= BUILT:
            cost["MkDocs alone"] = _child("peers", "mkdocs", str(docs))["all"]
    return cost


def main(sizes: list[int]) -> None:
    """Measures one size after the other and prints the table anew after each: a long run may be stopped."""
    figures: dict[int, dict[str, float]] = {}
    for size in sizes:
        figures[size] = measured(size)
        print("\n".join(table(figures, ROWS)), "\n", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(SIZES))
