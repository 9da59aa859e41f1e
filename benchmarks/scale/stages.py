"""What a run costs by stage, in a process of its own: `python -m benchmarks.scale.stages PROJECT` prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator import disk, pipeline
from generator.engines import Engine
from generator.run_pipeline import run_pipeline

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


def measure(folder: Path, docs: Path | None = None) -> dict[str, float]:
    """CPU seconds of each stage of a run over the project in `folder`, of all, its peak memory, the size of its pages
    and of its export. Pages go to `docs`, if that is given."""
    cost: dict[str, float] = defaultdict(float)
    for name, stage in STAGES.items():
        if hasattr(pipeline, name):
            setattr(pipeline, name, _timed(getattr(pipeline, name), stage, cost))
    project = disk.open_project(folder)
    began, clock = spent(), time.monotonic()
    site = run_pipeline(project, engine=Engine(cache=False, jobs=1))
    cost["all"], cost["clock"], cost["MB"] = spent() - began, time.monotonic() - clock, peak()
    cost["pages"], cost["pages MB"] = len(site.pages), sum(len(page.text) for page in site.pages) / 1e6
    for page in site.pages if docs else ():
        target = docs / page.path if docs else Path()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.text, encoding="utf-8")
    return cost


def main(folder: str, docs: str = "") -> None:
    """Prints what `measure` found; its pages are written into `docs`."""
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(measure(Path(folder), Path(docs) if docs else Path(scratch))))


if __name__ == "__main__":
    main(*sys.argv[1:])
