"""What a test that sends signals needs: a child that takes them as a program started from a terminal does."""

from __future__ import annotations

import signal


def as_from_a_terminal() -> None:
    """For `preexec_fn`: signals that end a program have their own effect again. A shell that runs its jobs in the
    background ignores SIGINT, `nohup` ignores SIGHUP, and children take that over."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
