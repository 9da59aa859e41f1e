"""What a run costs by stage, in a process of its own: `python -m benchmarks.scale.stages PROJECT DOCS [dask]`
prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator import disk, pipeline
from generator.engines import Engine
from generator.run_pipeline import run_pipeline

ONE = Engine(cache=False, jobs=1)
STAGES = {  # functions that the road calls, by what they are called here
    "bring_together": "read, analyse",
    "assign": "assign",
    "group": "group",
    "compose": "compose",
    "render": "render",
    "check": "check",
}


def spent() -> float:
    """CPU seconds of this process and of those of its children that ended."""
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


def peak() -> float:
    """The most memory of any process here so far, in MB."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) / unit


def _timed(work: Callable[..., Any], name: str, cost: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **named: Any) -> Any:
        began = spent()
        try:
            return work(*args, **named)
        finally:
            cost[name] += spent() - began

    return timed


def measure(folder: Path, docs: Path | None = None, engine: Engine = ONE) -> dict[str, float]:
    """CPU seconds of each stage of a run over the project in `folder`, of all, its peak memory, and the size of its
    pages, the largest too. Pages go to `docs`, if that is given."""
    cost: dict[str, float] = defaultdict(float)
    for name, stage in STAGES.items():
        if hasattr(pipeline, name):
            setattr(pipeline, name, _timed(getattr(pipeline, name), stage, cost))
    project = disk.open_project(folder)
    began, clock = spent(), time.monotonic()
    site = run_pipeline(project, engine=engine)
    cost["all"], cost["clock"], cost["MB"] = spent() - began, time.monotonic() - clock, peak()
    sizes = [len(page.text.encode()) for page in site.pages]
    cost["pages"], cost["pages MB"], cost["largest KB"] = len(sizes), sum(sizes) / 1e6, max(sizes) / 1e3
    for page in site.pages if docs else ():
        target = docs / page.path if docs else Path()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.text, encoding="utf-8")
    return cost


def main(folder: str, docs: str, kind: str = "one") -> None:
    """Prints what `measure` found, with one process, or with two of a Dask cluster; its pages are written into
    `docs`."""
    engine = Engine(cache=False, jobs=2, kind="dask") if kind == "dask" else ONE
    print(json.dumps(measure(Path(folder), Path(docs), engine)))


if __name__ == "__main__":
    main(*sys.argv[1:])
