"""Ending a child process with all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress


def end_group(child: subprocess.Popen[bytes]) -> None:
    """Ends a child that was started in a session of its own, and whatever it has started, and waits until it is gone.
    One that has ended already is left as it is; what it left behind is ended."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.wait()
