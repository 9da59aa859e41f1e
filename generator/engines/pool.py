"""Processes of this machine, one a core."""

from __future__ import annotations

import multiprocessing
import os
import sys
import types
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import ParamSpec, TypeVar

from .spread import Spread
from .worker import prepare, work_batch_apart

FEW = 40
"""With fewer files than that, starting processes takes longer than the work."""
_BATCH = 50
_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def cores() -> int:
    """How many processes can run at a time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def pool(jobs: int) -> Spread:
    """The work spread over `jobs` processes."""
    return Spread(partial(processes, jobs), partial(processes, 1), work_batch_apart, work_batch_apart, jobs, _BATCH)


@contextmanager
def processes(jobs: int) -> Iterator[Executor]:
    """An executor with `jobs` processes, which are gone at the end of the block, at once where that ends in an error.
    They are forked from one that has loaded the code and has no threads: safe on every system that has it."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(["generator.engines.worker"])
    before = set(multiprocessing.active_children())
    executor = _Processes(jobs, context, prepare)
    try:
        yield executor
    except BaseException:
        for child in set(multiprocessing.active_children()) - before:
            child.kill()
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown(wait=True, cancel_futures=True)


class _Processes(ProcessPoolExecutor):
    """A pool whose processes do not run the file that this one was started with: a script that builds a site without
    asking whether it is `__main__` would build it in each of them."""

    def submit(self, fn: Callable[_Given, _Made], /, *args: _Given.args, **kwargs: _Given.kwargs) -> Future[_Made]:
        with without_main():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def without_main() -> Iterator[None]:
    """Has processes that are started in the block begin without the file that this one was started with."""
    own = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = own
