"""One digest over everything that pages follow from, and the pages: while it is the same, there is nothing to do."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from .project import Project


def fingerprint(project: Project) -> bytes | None:
    """A digest over the names and bytes of sources/, editorial/, docs/ and all settings of `project`; None where one of
    them cannot be read."""
    return digest((project.docs, *inputs(project)))


def inputs(project: Project) -> tuple[Path, ...]:
    """What pages are made of."""
    return (project.mkdocs_read, *project.watched)


def digest(paths: Iterable[Path]) -> bytes | None:
    """A digest over the names and bytes of `paths` and all that is in them; None where one cannot be read."""
    made = hashlib.blake2b(digest_size=32)
    try:
        for path in paths:
            for part in _told(path):
                made.update(len(part).to_bytes(8, "big"))
                made.update(part)
    except OSError:
        return None
    return made.digest()


def _told(path: Path) -> Iterator[bytes]:
    """The name of `path`, what it is, and its bytes, or those of all that is in it."""
    yield os.fsencode(path.name)
    try:
        found = path.lstat()
    except FileNotFoundError:
        yield b"none"
        return
    yield str(stat.S_IFMT(found.st_mode)).encode()
    if stat.S_ISLNK(found.st_mode):
        yield os.fsencode(path.readlink())
        if path.is_file():
            yield path.read_bytes()
    elif stat.S_ISREG(found.st_mode):
        yield path.read_bytes()
    elif stat.S_ISDIR(found.st_mode):
        yield from _within(path)


def _within(folder: Path) -> Iterator[bytes]:
    with os.scandir(folder) as found:
        names = sorted(entry.name for entry in found)
    yield str(len(names)).encode()
    for name in names:
        yield from _told(folder / name)
