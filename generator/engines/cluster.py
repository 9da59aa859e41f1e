"""Processes of a Dask cluster, on this machine or on others: `briefing[dask]`."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import ExitStack, contextmanager
from functools import partial

from ..errors import BriefingError, Problem
from .pool import processes, without_main
from .spread import Spread
from .worker import work_batch, work_batch_apart

_BATCH = 50  # documents; what a task costs the scheduler is a thousandth of such a batch
_SECONDS = 20  # to wait for a scheduler
_ASKED = "--engine dask"
_ADDRESS = re.compile(r"(?:[a-z]+://)?(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5}")


def cluster(scheduler: str | None, jobs: int) -> Spread:
    """The work spread over the workers of the cluster at `scheduler`, or over `jobs` processes that are started for it.
    Raises BriefingError where Dask is not installed."""
    try:
        from distributed import KilledWorker
    except ImportError:
        raise BriefingError(
            Problem(_ASKED, "expected the package distributed, found none", hint="pip install 'briefing[dask]'")
        ) from None
    deaths = (BrokenExecutor, KilledWorker)
    start = partial(_executor, scheduler, jobs)
    return Spread(start, partial(processes, 1), work_batch, work_batch_apart, jobs * 2, _BATCH, deaths)


@contextmanager
def _executor(scheduler: str | None, jobs: int) -> Iterator[Executor]:
    from distributed import Client, LocalCluster

    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a worker that dies is told by what it did not do
    with ExitStack() as stack:
        try:
            if scheduler is not None and not _ADDRESS.fullmatch(scheduler):
                raise ValueError("that is no address")
            if scheduler is None:
                with without_main():
                    local = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
                stack.enter_context(local)
                scheduler = local.scheduler_address
            client = stack.enter_context(Client(scheduler, timeout=_SECONDS, set_as_default=False))
        except (OSError, ValueError) as error:
            raise BriefingError(
                Problem(
                    f"--scheduler {scheduler}",
                    f"expected a Dask scheduler, found none: {' '.join(str(error).split())}",
                    hint="start one with `dask scheduler`, and give its address, such as tcp://10.0.0.5:8786",
                )
            ) from None
        yield client.get_executor(pure=False)
