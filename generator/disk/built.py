"""The files of a built site, read again so that the site as a whole can be finished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

HEAVY = 300_000
"""Bytes of HTML above which a page is slow to open on a phone."""


def heavy(site: Path, most: int = HEAVY) -> tuple[tuple[str, int], ...]:
    """(path inside the site, bytes) of each page of more than `most` bytes, the heaviest first."""
    sizes = ((path.relative_to(site).as_posix(), path.stat().st_size) for path in site.rglob("*.html"))
    return tuple(sorted(((path, size) for path, size in sizes if size > most), key=lambda one: (-one[1], one[0])))


def built(site: Path, suffix: str) -> Iterator[tuple[str, str]]:
    """(path inside the site, text) of each UTF-8 file whose name ends with `suffix`, in the order of their paths."""
    for path in sorted(site.rglob(f"*{suffix}")):
        if path.is_file():
            try:
                yield path.relative_to(site).as_posix(), path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:  # a file of the maintainer's own
                continue
