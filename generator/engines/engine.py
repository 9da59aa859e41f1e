"""How the work on the sources is to be done, as the user asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import SourceFile, Worked
from ..one_source import Ways
from .worker import work_within

Kind = Literal["cores", "dask"]


@dataclass(frozen=True, slots=True)
class Engine:
    """`cache` tells whether what earlier runs worked out may be used, and what this one works out be kept; `jobs` how
    many processes share the work (None: as many as there are cores); `kind` whether they are of this machine or of a
    Dask cluster, that of `scheduler` or one of this machine."""

    cache: bool = True
    jobs: int | None = None
    kind: Kind = "cores"
    scheduler: str | None = None

    def __call__(self, files: Sequence[SourceFile], ways: Ways) -> Iterable[tuple[int, Worked]]:
        """The number of each of `files` with the work on it, as it is done. Raises BriefingError where there is
        none to do it."""
        from .pool import FEW, cores, pool

        jobs = self.jobs or cores()
        if self.kind == "dask" and files:
            from .cluster import cluster

            return cluster(self.scheduler, jobs)(files, ways)
        if jobs == 1 or len(files) < FEW:
            return enumerate(work_within(file, ways) for file in files)
        return pool(jobs)(files, ways)
