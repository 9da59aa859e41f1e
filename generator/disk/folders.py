"""Folders of a project, opened step by step, so that none is swapped for a link between being looked at and used."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from ..errors import BriefingError, Problem

STATE = ".briefing"
"""The folder of a project for what commands leave each other: the lock, a journal, what is remembered."""

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def named(path: Path | str) -> Iterator[None]:
    """An OSError of the block tells of the file or folder `path`, whatever handle or short name it came by."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


@contextmanager
def opened(root: Path, path: str = "", make: bool = False) -> Iterator[int]:
    """A handle of the folder `path` of the project in `root`, which is made where it is not there and `make` is true.
    Links on the way may lead about within the project. Raises BriefingError where one leads out of it, and OSError."""
    with named(root / path):
        handle = _reached(root, path, make)
    try:
        yield handle
    finally:
        os.close(handle)


def _reached(root: Path, path: str, make: bool) -> int:
    handle = os.open(os.path.realpath(root), FOLDER)
    try:
        for part in really(root, path).parts:
            inner = _entered(handle, part, make)
            os.close(handle)
            handle = inner
    except BaseException:
        os.close(handle)
        raise
    return handle


def really(root: Path, path: str) -> PurePosixPath:
    """Where the folder `path` of the project in `root` lies within it, without links. Raises BriefingError where a link
    leads out of the project."""
    base, real = Path(os.path.realpath(root)), Path(os.path.realpath(root / path))
    if not real.is_relative_to(base):
        raise BriefingError(
            Problem(
                f"{path}/",
                f"expected a folder within the project, found a link to {real}",
                hint="nothing is written outside: put a folder in the link's place, or work in the project there",
            )
        )
    return PurePosixPath(real.relative_to(base).as_posix())


def _entered(handle: int, part: str, make: bool) -> int:
    try:
        return os.open(part, FOLDER, dir_fd=handle)
    except FileNotFoundError:
        if not make:
            raise
    with suppress(FileExistsError):
        os.mkdir(part, 0o700, dir_fd=handle)
    inner = os.open(part, FOLDER, dir_fd=handle)
    os.fchmod(inner, folder_mode(handle))
    return inner


def folder_mode(handle: int) -> int:
    """The mode of a folder in the one that `handle` is of: as that one, whatever the umask."""
    return stat.S_IMODE(os.fstat(handle).st_mode)


def file_mode(handle: int) -> int:
    """The mode of a file in the folder that `handle` is of: whoever may read the folder may read it."""
    return folder_mode(handle) & 0o666
