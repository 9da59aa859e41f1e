"""The weight of the pages of a built site: one that was generated may not be heavy, whatever there is to tell; of any
other, and of what stands around pages, the maintainer is told."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from .. import disk
from ..errors import Problem
from ..model import Site

FRAME = 60_000
"""Bytes of HTML around what a page tells that a theme may take; what it takes beyond is not held against a page."""


def files_of(site: Site) -> frozenset[str]:
    """The files in which MkDocs may put the generated pages, in either form of its addresses."""
    stems = [page.path.removesuffix(".md") for page in site.pages]
    whole = [stem.removesuffix("index").rstrip("/") for stem in stems]
    return frozenset({f"{stem}.html" for stem in stems} | {f"{stem}/index.html" for stem in whole if stem})


def weighed(fresh: Path, ours: Collection[str], most: int = disk.HEAVY) -> tuple[Problem, ...]:
    """A problem for each page in `fresh` of more than `most` bytes: an error where it is one of `ours` and what it
    tells is the reason, else a warning. What stands around pages is what the lightest page has."""
    lightest = min((path.stat().st_size for path in fresh.rglob("*.html")), default=0)
    return tuple(
        Problem(
            path,
            f"{size // 1000} KB of HTML; more than {most // 1000} KB are slow to open on a phone",
            level="error" if path in ours and size - lightest > most - FRAME else "warning",
        )
        for path, size in disk.heavy(fresh, most)
    )
