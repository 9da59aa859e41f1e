"""The weight of the pages of a built site: one that was generated may not be heavy, whatever there is to tell; of any
other, and of what stands around pages, the maintainer is told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from .. import disk
from ..errors import Problem
from ..model import Site


@dataclass(frozen=True, slots=True)
class Limit:
    """How many bytes of HTML a page may have at the `most`, and how many of them a theme may take around what the page
    tells: what it takes beyond this `frame` is not held against a page."""

    most: int = disk.HEAVY
    frame: int = 60_000


def files_of(site: Site) -> frozenset[str]:
    """The files in which MkDocs may put the generated pages, in either form of its addresses."""
    stems = [page.path.removesuffix(".md") for page in site.pages]
    whole = [stem.removesuffix("index").rstrip("/") for stem in stems]
    return frozenset({f"{stem}.html" for stem in stems} | {f"{stem}/index.html" for stem in whole if stem})


def weighed(fresh: Path, ours: Collection[str], limit: Limit) -> tuple[Problem, ...]:
    """A problem for each page in `fresh` above the `limit`: an error where it is one of `ours` and what it tells is the
    reason, else a warning. What stands around pages is what the lightest page has."""
    lightest = min((path.stat().st_size for path in fresh.rglob("*.html")), default=0)
    return tuple(
        Problem(
            path,
            f"{size // 1000} KB of HTML; more than {limit.most // 1000} KB are slow to open on a phone",
            level="error" if path in ours and size - lightest > limit.most - limit.frame else "warning",
        )
        for path, size in disk.heavy(fresh, limit.most)
    )
