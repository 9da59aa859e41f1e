"""What a run costs after another, and what a second core saves: `python -m benchmarks.scale.again PROJECT SIZE` prints
JSON. PROJECT is one of `SIZE` sources that was made by `corpus.write`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from generator import disk
from generator.engines import Engine
from generator.engines.engine import Kind
from generator.model import SourceFile
from generator.one_source import ways

from . import corpus
from .stages import spent

MOST = 1000  # sources that are worked on to compare one core with two


def _render(project: Path) -> float:
    """CPU seconds of the command that renders `project`, its start included."""
    command = [sys.executable, "-m", "generator", "-q", "-C", str(project), "render", "--jobs", "1"]
    began = spent()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return spent() - began


def two_cores(folder: Path, kind: Kind = "cores") -> float:
    """How many times faster the work on each source is done by two processes than by one, by the clock: those of this
    machine, or of a Dask cluster."""
    project = disk.open_project(folder)
    files, _ = disk.scan(project.sources, project.config.limits)
    one, two = (_clock(Engine(jobs=jobs, kind=kind), files[:MOST], project) for jobs in (1, 2))
    return one / two


def _clock(engine: Engine, files: Sequence[SourceFile], project: disk.Project) -> float:
    """Seconds that the work on each of the files takes, the start of those that do it included."""
    began = time.monotonic()
    assert sum(1 for _ in engine(files, ways(project.config))) == len(files)
    return time.monotonic() - began


def add_one(project: Path, size: int) -> None:
    """Adds to a project of `size` sources the one that a project of one more has."""
    more = project.with_name("more")
    corpus.write(more, size + 1, first=size)
    for path in (more / "sources").iterdir():
        path.rename(project / "sources" / path.name)
    shutil.rmtree(more)


def main(folder: str, size: str) -> None:
    """Prints CPU seconds of a first run, of one that finds nothing changed, and of one that finds a source added."""
    project = Path(folder)
    cost = {"first run": _render(project), "nothing changed": _render(project)}
    add_one(project, int(size))
    cost["one added"] = _render(project)
    print(json.dumps(cost))
    cost["two cores, times"] = two_cores(project)
    print(json.dumps(cost))
    cost["two Dask, times"] = two_cores(project, "dask")
    print(json.dumps(cost))


if __name__ == "__main__":
    main(*sys.argv[1:])
