"""What is to come, written and synced beside its place, with what is there before."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from ..errors import BriefingError
from .folders import STATE, named, opened
from .journal import DRAFT, Step, pending, write_all

_ASIDE = f"{STATE}/aside"
_BESIDE = ".briefing-aside"
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS, errno.EACCES})
_AT_ONCE = 16  # files synced at once: a disk takes many for the price of one
_IGNORE = ".gitignore"
_LEFT = re.compile(r"\.new-[a-z0-9_]{8}")  # what earlier versions wrote before they renamed it
_OURS = ("docs", "sources")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the file `path` of a project is to hold, None for nothing; one that is `fresh` must not be there yet."""

    path: str
    data: bytes | None
    fresh: bool = False


def stage(root: Path, wanted: Sequence[Wanted], beside: bool) -> tuple[Step, ...]:
    """Puts what is `wanted`, and what is there now, aside: into the project's own folder for that, or `beside` the
    places themselves. Gives the steps that are left. Raises OSError with the name of the file that is at fault."""
    steps: list[Step] = []
    for folder, group in groupby(enumerate(wanted), key=lambda one: str(PurePosixPath(one[1].path).parent)):
        aside = f"{PurePosixPath(folder).parts[0]}/{_BESIDE}" if beside and folder != "." else _ASIDE
        with opened(root, aside, make=True) as there, _maybe(root, folder) as place:
            _ignored(there)
            steps += [_staged(root, number, one, aside, there, place) for number, one in group]
    kept = tuple(step for step in steps if step.new is not None or step.old is not None)
    _synced(root, kept)
    return kept


def _staged(root: Path, number: int, one: Wanted, aside: str, there: int, place: int | None) -> Step:
    name = PurePosixPath(one.path).name
    with named(root / one.path):
        old = None if place is None else digest_of(place, name)
        if one.fresh and old is not None:
            raise FileExistsError(errno.EEXIST, "a file of this name is there already")
        new = None if one.data is None else hashlib.sha256(one.data).hexdigest()
        step = Step(number, one.path, new, old, aside)
        if one.data is not None:
            _written(there, step.new_name, one.data)
        if place is not None and old is not None:
            _kept(place, name, there, step.old_name)
    return step


def digest_of(folder: int, name: str) -> str | None:
    """What tells the file `name` of a folder from another; None where there is none. Raises OSError."""
    try:
        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        return "link " + hashlib.sha256(os.fsencode(os.readlink(name, dir_fd=folder))).hexdigest()
    if not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "expected a file, found a folder, or something else")
    return hashlib.sha256(_read(folder, name)).hexdigest()


def _read(folder: int, name: str) -> bytes:
    handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    with os.fdopen(handle, "rb") as file:
        return file.read()


def _written(folder: int, name: str, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    handle = os.open(name, flags, 0o600, dir_fd=folder)
    try:
        write_all(handle, data)
    finally:
        os.close(handle)


def _kept(place: int, name: str, there: int, kept: str) -> None:
    """The file `name` under a second name aside; where the disk has no such names, a copy."""
    try:
        os.link(name, kept, src_dir_fd=place, dst_dir_fd=there, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _written(there, kept, _read(place, name))


def _synced(root: Path, steps: Sequence[Step]) -> None:
    asides = sorted({step.aside for step in steps})
    for aside in asides:
        new = [step for step in steps if step.aside == aside and step.new is not None]
        with opened(root, aside) as there, ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(lambda step, there=there: _sync(root, there, step), new))
            with named(root / aside):
                os.fsync(there)


def _sync(root: Path, there: int, step: Step) -> None:
    with named(root / step.path):
        handle = os.open(step.new_name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=there)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _maybe(root: Path, folder: str) -> Iterator[int | None]:
    """A handle of a folder of the project, None where it is not there yet."""
    try:
        (root / folder).stat()
    except (FileNotFoundError, NotADirectoryError):
        yield None
        return
    with opened(root, folder) as handle:
        yield handle


def _ignored(there: int) -> None:
    """Whatever is left of a folder aside, git passes over."""
    with suppress(FileExistsError):
        _written(there, _IGNORE, b"*\n")


def sweep(root: Path) -> None:
    """Removes what processes that were stopped have left, unless it is needed still. What cannot be removed stays for
    the next."""
    if pending(root):
        return
    with suppress(OSError):
        (root / STATE / DRAFT).unlink()
    for folder in (_ASIDE, *(f"{top}/{_BESIDE}" for top in _OURS)):
        with suppress(OSError, BriefingError), opened(root, str(PurePosixPath(folder).parent)) as parent:
            _emptied(parent, PurePosixPath(folder).name)


def sweep_earlier(root: Path) -> None:
    """Removes the half-written files that versions before this one left among the pages and the sources."""
    for top in _OURS:
        with suppress(OSError):
            for _, _, names, folder in os.fwalk(root / top):
                for name in filter(_LEFT.fullmatch, names):
                    os.unlink(name, dir_fd=folder)


def _emptied(parent: int, name: str) -> None:
    handle = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent)
    try:
        for one in os.listdir(handle):  # noqa: PTH208 - of a handle, which no link can take the place of
            os.unlink(one, dir_fd=handle)
    finally:
        os.close(handle)
    os.rmdir(name, dir_fd=parent)
