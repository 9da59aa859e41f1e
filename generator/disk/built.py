"""The files of a built site, read again so that the site as a whole can be finished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def built(site: Path, suffix: str) -> Iterator[tuple[str, str]]:
    """(path inside the site, text) of each UTF-8 file whose name ends with `suffix`, in the order of their paths."""
    for path in sorted(site.rglob(f"*{suffix}")):
        if path.is_file():
            try:
                yield path.relative_to(site).as_posix(), path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:  # a file of the maintainer's own
                continue
