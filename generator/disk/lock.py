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
def locked(root: Path) -> Iterator[None]:
    """Holds the project in `root` for this process. Raises BriefingError where another one has it. The lock file lies
    in the system's temporary folder, so that a project is never littered with it."""
    path = Path(tempfile.gettempdir()) / f"briefing-{os.getuid()}-{digest(str(root.resolve()))}.lock"
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BriefingError(
                Problem(str(root), "another `briefing` is writing this project", hint="wait until it has ended")
            ) from None
        yield
    finally:
        os.close(handle)
