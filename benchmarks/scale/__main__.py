"""Prints, by the number of sources, the CPU seconds of each stage, peak memory and how both grow, beside YAKE alone on
the same texts and MkDocs with Material alone on the same Markdown: `python -m benchmarks.scale [SIZE ...]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import corpus
from .stages import STAGES
from .tables import Found, with_shares
from .tables import table as lines_of
from .worker import part

SIZES = (100, 500, 1000, 2000, 5000, 10_000)
BUILT = 1000  # sources: MkDocs is not asked to build more
PARTS = ("stages", "again", "yake", "mkdocs", "build", "serve")
AGAIN = ("first run", "nothing changed", "one added", "one added %", "two cores, times", "two Dask, times")
PEERS = ("YAKE alone", "times YAKE", "MkDocs alone", "build", "build / bare", "save to page")
PAGES = ("MB", "pages", "pages MB", "largest KB")
ROWS = (*STAGES.values(), "all", "clock", *PAGES, *AGAIN, *PEERS)


def main(arguments: Sequence[str]) -> int:
    """Measures one size after the other and prints the table anew after each: a long run may be stopped, and a part
    that fails leaves its rows empty."""
    parser = argparse.ArgumentParser(description="What a site costs by the number of its sources.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of sources")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="what is measured")
    parser.add_argument("--engine", choices=("one", "dask"), default="one", help="one process, or two Dask workers")
    parser.add_argument("--no-source-pages", action="store_true", help="with `pages: {sources: none}`")
    options = parser.parse_args(arguments)
    settings = {"pages": {"sources": "none"}} if options.no_source_pages else {}
    figures: dict[int, Found] = {}
    failed = False
    for size in options.sizes:
        figures[size], wrong = measured(size, options.parts, options.engine, settings)
        failed = failed or bool(wrong)
        print("\n".join([*lines_of(figures, ROWS), ""]), flush=True)
    return 1 if failed else 0


def measured(size: int, parts: Sequence[str], engine: str, settings: Mapping[str, object]) -> tuple[Found, list[str]]:
    """All figures of a project of `size` sources, made for this, and the parts that failed."""
    found: Found = {}
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="scale-") as scratch:
        project, docs = Path(scratch) / "project", Path(scratch) / "docs"
        docs.mkdir()
        print(f"{size:,} sources: writing them", file=sys.stderr, flush=True)
        corpus.write(project, size, settings=settings)
        for name, module, words, called in (
            ("stages", "stages", (project, docs, engine), {}),
            ("yake", "peers", ("yake", project), {"all": "YAKE alone"}),
            ("mkdocs", "peers", ("mkdocs", docs), {"all": "MkDocs alone"}),
            ("build", "site", ("build", project), {}),
            ("serve", "site", ("serve", project), {}),
            ("again", "again", (project, size), {}),  # last: it adds a source
        ):
            if name in parts and (name not in ("mkdocs", "build", "serve") or size <= BUILT):
                done = part(f"{size:,} sources: {name}", module, [str(word) for word in words])
                found |= {
                    called.get(key, key): figure for key, figure in done.found.items() if key in called or not called
                }
                wrong += [] if done.whole else [name]
    return with_shares(found), wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
