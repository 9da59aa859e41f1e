"""A last net for work on one source that would not end: after so much processor time it is given up."""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 1.0  # seconds until what was caught by a library on its way is raised anew


class TimeUpError(BaseException):
    """The time is up. No Exception, so that nothing which goes on after any failure takes it for one."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TimeUpError in the block once it has used `seconds` of processor time; in a thread that is not the first,
    where there are no signals, of time. What a library does in one call of C ends first."""
    if threading.current_thread() is threading.main_thread():
        with _by_signal(seconds):
            yield
    else:
        with _by_watch(seconds):
            yield


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    def up(number: int, frame: FrameType | None) -> None:
        raise TimeUpError

    before = signal.signal(signal.SIGPROF, up)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _by_watch(seconds: float) -> Iterator[None]:
    over = threading.Event()
    mine = ctypes.c_ulong(threading.get_ident())

    def watch() -> None:
        end = time.monotonic() + seconds
        while not over.wait(max(end - time.monotonic(), 0)):
            ctypes.pythonapi.PyThreadState_SetAsyncExc(mine, ctypes.py_object(TimeUpError))
            end = time.monotonic() + _AGAIN

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
