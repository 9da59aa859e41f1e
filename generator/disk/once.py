"""A file opened once: what is looked at is what is read, and no more of it than is allowed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..errors import BriefingError, UnreadableError
from .folders import opened

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
_LEAVES = "a link that leaves sources/ is not followed"
_FOLDER = "a linked folder, or one too deep, is not entered"


def read_inside(root: Path, path: Path, most: int) -> bytes:
    """The bytes of the file `path` in the folder `root`; a link is followed where it stays within. Raises
    UnreadableError where it leaves, where this is no ordinary file, or is empty, or has more than `most` bytes, and
    OSError."""
    base, real = Path(os.path.realpath(root)), Path(os.path.realpath(path))
    if not real.is_relative_to(base):
        raise UnreadableError(_LEAVES)
    if real == base:
        raise UnreadableError(_FOLDER)
    try:
        with opened(base, str(real.relative_to(base).parent)) as folder:
            _refuse(os.stat(real.name, dir_fd=folder, follow_symlinks=False))  # a device is not even opened
            return _read(os.open(real.name, _FLAGS | os.O_NOFOLLOW, dir_fd=folder), most)
    except BriefingError:  # a folder on the way became a link in the meantime
        raise UnreadableError(_LEAVES) from None
    except OSError:
        if path.is_symlink():
            raise UnreadableError("a link that leads nowhere") from None
        raise


def read_named(path: Path, most: int) -> bytes:
    """The bytes of the file that a person named. Raises as `read_inside`, but follows links wherever they lead."""
    _refuse(path.stat())
    return _read(os.open(path, _FLAGS), most)


def _read(handle: int, most: int) -> bytes:
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        _refuse(found)
        if found.st_size > most:
            raise UnreadableError(too_large(found.st_size, most))
        data = file.read(most + 1)
    if len(data) > most:  # it has grown since
        raise UnreadableError(too_large(len(data), most))
    return data


def _refuse(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableError(_FOLDER)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError("not an ordinary file")


def too_large(size: int, most: int) -> str:
    """Why a file of `size` bytes is not read where `most` are allowed."""
    return f"too large: {size:,} bytes, where limits.file_bytes in briefing.yml allows {most:,}"
