"""One writer at a time in a project."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import BriefingError, Problem
from .folders import STATE, file_mode, named, opened
from .journal import pending
from .site_folder import close_gap, gap
from .transaction import recover

_LOCK = "lock"


class BusyError(BriefingError):
    """Another process writes the project."""


@contextmanager
def locked(root: Path, wait: bool = False) -> Iterator[None]:
    """Holds the project in `root`, which must be there, for this process; first brings to its end what a process before
    left half done. Where another one holds the project, this waits for its end, or else raises BusyError. The lock
    file lies in the project, so that it holds whoever asks, and goes with the lock."""
    with opened(root, STATE, make=True) as folder, named(root / STATE / _LOCK):
        handle = _taken(folder, wait)
    if handle is None:
        raise BusyError(
            Problem(str(root), "another `briefing` is writing this project", hint="wait until it has ended")
        )
    try:
        recover(root)
        close_gap(root)
        yield
    finally:
        with suppress(OSError):  # while the lock is held: whoever opened the file before finds that it is gone
            (root / STATE / _LOCK).unlink(missing_ok=True)
        os.close(handle)


def end_what_is_left(root: Path) -> None:
    """Ends what a process that was stopped left half done in the project in `root`. Where another one works there that
    is its to do, and where nothing can be written it waits. Raises BriefingError where it cannot be ended."""
    if pending(root) or gap(root):
        with suppress(BusyError, OSError), locked(root):
            pass


def _taken(folder: int, wait: bool) -> int | None:
    """The open lock file in `folder`, locked; None where another process has it and is not waited for. A file that its
    holder removed between our opening it and locking it locks nothing any more, so that is tried again."""
    while True:
        handle = os.open(_LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600, dir_fd=folder)
        try:
            with suppress(PermissionError):  # another user's, left by a process that was killed
                os.fchmod(handle, file_mode(folder))
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        except OSError:
            os.close(handle)
            raise
        if os.fstat(handle).st_nlink:
            return handle
        os.close(handle)
