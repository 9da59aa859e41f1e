"""A folder that was written by others, made ready to be shown: readable by whom its place is, and safe on the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from .folders import named

_AT_ONCE = 16


def settle(folder: Path, place: Path) -> None:
    """Gives everything in `folder` the mode that fits the folder `place` in which it will lie, whatever the umask was,
    and has the disk write it. Raises OSError with the name of what is at fault."""
    mode = stat.S_IMODE(place.stat().st_mode)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(lambda path: _settled(path, mode), _files(folder)))
    for path in [folder, *(p for p in folder.rglob("*") if p.is_dir() and not p.is_symlink())]:
        path.chmod(mode)
        sync_folder(path)


def make_folder(path: Path) -> None:
    """Makes the folder `path`, and those it lies in, each with the mode of the one around it. Raises OSError."""
    if path.is_dir():
        return
    make_folder(path.parent)
    with suppress(FileExistsError):
        path.mkdir()
        path.chmod(stat.S_IMODE(path.parent.stat().st_mode))


def sync_folder(path: Path) -> None:
    """Has the disk write which files a folder has, where it can."""
    with named(path):
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            with suppress(OSError):  # some disks know no such thing of a folder
                os.fsync(handle)
        finally:
            os.close(handle)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _settled(path: Path, mode: int) -> None:
    with named(path):
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            os.fchmod(handle, mode & 0o666)
            os.fsync(handle)
        finally:
            os.close(handle)
