"""Which code does the work: what was worked out by other code is not taken for what this one would give."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


@cache
def code_version() -> bytes:
    """A digest over every file of this package, the names and versions of all packages beside it, and of Python."""
    made = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for part in (*_files(), *_installed()):
        made.update(part + b"\0")
    return made.digest()


def _files() -> Iterator[bytes]:
    for path in sorted(_PACKAGE.rglob("*")):
        if "__pycache__" not in path.parts and path.is_file():
            yield path.relative_to(_PACKAGE).as_posix().encode()
            yield hashlib.blake2b(path.read_bytes()).digest()


def _installed() -> Iterator[bytes]:
    """What tools that install packages name the folder beside each: `NAME-VERSION.dist-info`."""
    for folder in map(Path, filter(None, sys.path)):
        if folder.is_dir():
            yield from sorted(path.name.encode() for path in folder.glob("*.dist-info"))
