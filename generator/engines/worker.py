"""What a process of a pool, or of a cluster, does: the work on a few files, and the results as bytes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from ..config import Limits
from ..disk import code_version, parse_apart
from ..model import Refusal, SourceFile, Worked
from ..one_source import Ways, work
from ..packing import pack
from .limit import TimeUpError, within

_GRACE = 5  # seconds beyond the limit, before the system ends a process that cannot be interrupted


def work_within(file: SourceFile, ways: Ways) -> Worked:
    """The work on `file`, given up where it takes longer than `limits.seconds`."""
    try:
        with within(ways.limits.seconds):
            return work(file, ways, parse_apart)
    except TimeUpError:
        return too_long(ways.limits)


def too_long(limits: Limits) -> Worked:
    """What there is of a file on which the work took too long."""
    told = (
        f"to read and analyse it took more than {limits.seconds} seconds; "
        "`limits.seconds` in briefing.yml raises the limit"
    )
    return Worked(refused=Refusal(told, told))


def work_batch(files: Sequence[SourceFile], ways: Ways) -> tuple[bytes, list[bytes]]:
    """The version of the code here, and the work on each of `files`, packed."""
    return code_version(), [pack(work_within(file, ways)) for file in files]


def work_batch_apart(files: Sequence[SourceFile], ways: Ways) -> tuple[bytes, list[bytes]]:
    """As `work_batch`, in a process that is there for nothing else, and may be ended by the system."""
    done = []
    for file in files:
        with _ended_by_the_system(ways.limits.seconds + _GRACE):
            done.append(pack(work_within(file, ways)))
    return code_version(), done


def prepare() -> None:
    """Readies a process of a pool: whoever started it hears Ctrl-C, and it ends when that one is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


@contextmanager
def _ended_by_the_system(seconds: int) -> Iterator[None]:
    """Has the system end the process where the block uses more processor time than that: a call of C that never comes
    back cannot be ended otherwise."""
    try:
        import resource
    except ImportError:
        yield
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds
    before = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (most, before[1]))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, before)
