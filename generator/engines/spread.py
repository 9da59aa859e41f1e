"""Work on files spread over the processes of an executor, in batches. A process that dies costs the file that it died
of and nothing else."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass

from ..disk import code_version
from ..errors import BriefingError, Problem
from ..model import Refusal, SourceFile, Worked
from ..one_source import Ways
from ..packing import unpack
from .worker import too_long

Batch = tuple[int, ...]
Packed = tuple[bytes, list[bytes]]
Work = Callable[[Sequence[SourceFile], Ways], Packed]
Start = Callable[[], AbstractContextManager[Executor]]
Done = tuple[int, Worked]

_DIED = "the process that read and analysed it ended before it was done (it crashed, or was killed)"


@dataclass(frozen=True, slots=True)
class Spread:
    """How work is spread: `start` opens an executor for `work`, which does `jobs` batches of at most `size` files at a
    time; it raises one of `deaths` for a batch whose process died. `alone` opens one with a single process, where
    the files of such a batch are tried one at a time."""

    start: Start
    alone: Start
    work: Work
    alone_work: Work
    jobs: int
    size: int
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def __call__(self, files: Sequence[SourceFile], ways: Ways) -> Iterator[Done]:
        """The number of each of `files` with the work on it, as it is done."""
        size = max(1, min(self.size, len(files) // (self.jobs * 4)))
        batches = deque(tuple(range(first, min(first + size, len(files)))) for first in range(0, len(files), size))
        while batches:
            suspects: list[Batch] = []
            with self.start() as executor:
                yield from self._round(executor, batches, files, ways, suspects)
            yield from self._one_by_one([number for batch in suspects for number in batch], files, ways)

    def _round(
        self,
        executor: Executor,
        batches: deque[Batch],
        files: Sequence[SourceFile],
        ways: Ways,
        suspects: list[Batch],
    ) -> Iterator[Done]:
        """Takes from `batches` until none is left, or the executor is broken; those lost with a process become
        `suspects`."""
        pending: dict[Future[Packed], Batch] = {}
        whole = True
        while pending or (batches and whole):
            whole = whole and self._fill(executor, batches, pending, files, ways)
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                batch = pending.pop(future)
                try:
                    yield from zip(batch, _unpacked(future.result()), strict=True)
                except self.deaths as death:
                    suspects.append(batch)
                    whole = whole and not isinstance(death, BrokenExecutor)

    def _fill(
        self,
        executor: Executor,
        batches: deque[Batch],
        pending: dict[Future[Packed], Batch],
        files: Sequence[SourceFile],
        ways: Ways,
    ) -> bool:
        """Hands on as many of `batches` as are to be done at a time; gives whether the executor is still whole."""
        while batches and len(pending) < 2 * self.jobs:
            try:
                future = executor.submit(self.work, [files[number] for number in batches[0]], ways)
            except BrokenExecutor:
                return False
            pending[future] = batches.popleft()
        return True

    def _one_by_one(self, numbers: list[int], files: Sequence[SourceFile], ways: Ways) -> Iterator[Done]:
        left = deque(numbers)
        while left:
            with self.alone() as executor:
                while left:
                    number, began = left.popleft(), time.monotonic()
                    try:
                        packed = executor.submit(self.alone_work, [files[number]], ways).result()
                    except BrokenExecutor:
                        took = time.monotonic() - began
                        yield number, too_long(ways.limits) if took > ways.limits.seconds else _died()
                        break
                    yield number, _unpacked(packed)[0]


def _died() -> Worked:
    return Worked(refused=Refusal(_DIED, _DIED))


def _unpacked(packed: Packed) -> list[Worked]:
    version, done = packed
    if version != code_version():
        raise BriefingError(
            Problem(
                "--engine",
                "expected workers with this version of the generator and of its packages, found another",
                hint="install the same lock file where the workers run, and start them again",
            )
        )
    return [unpack(one) for one in done]
