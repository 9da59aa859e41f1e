"""One writer at a time in a project."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import BriefingError, Problem
from ..text.ids import digest


@contextmanager
def locked(root: Path, wait: bool = False) -> Iterator[None]:
    """Holds the project in `root` for this process. Where another one has it, this waits for its end, or else raises
    BriefingError. The lock file lies in the system's temporary folder, so that a project is never littered with it, and
    goes with the lock."""
    path = Path(tempfile.gettempdir()) / f"briefing-{os.getuid()}-{digest(str(root.resolve()))}.lock"
    handle = _taken(path, wait)
    if handle is None:
        raise BriefingError(
            Problem(str(root), "another `briefing` is writing this project", hint="wait until it has ended")
        )
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # while the lock is held: whoever opened the file before finds that it is gone
        os.close(handle)


def _taken(path: Path, wait: bool) -> int | None:
    """The open file at `path`, locked; None where another process has it and is not waited for. A file that its holder
    removed between our opening it and locking it locks nothing any more, so that is tried again."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        if os.fstat(handle).st_nlink:
            return handle
        os.close(handle)
