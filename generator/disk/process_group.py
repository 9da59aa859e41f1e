"""Starting a child process so that it is in hand whatever comes, and ending it with all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def held_back() -> Iterator[None]:
    """A signal that would interrupt the block comes when it is over: a child that is being started is there before
    anybody can end it, and is lost where the start is interrupted. Those that are ignored, or end the process at once,
    stay as they are."""
    came: list[int] = []
    before = {one: signal.getsignal(one) for one in _STOP} if _is_main() else {}
    own = {one: handler for one, handler in before.items() if callable(handler)}
    for one in own:
        signal.signal(one, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for one, handler in own.items():
            signal.signal(one, handler)
        for number in came[:1]:
            signal.raise_signal(number)


def _is_main() -> bool:
    """Whether signals interrupt this thread."""
    return threading.current_thread() is threading.main_thread()


def end_group(child: subprocess.Popen[bytes]) -> None:
    """Ends a child that was started in a session of its own, and whatever it has started, and waits until it is gone.
    One that has ended already is left as it is; what it left behind is ended."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.wait()
