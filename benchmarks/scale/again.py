"""What a run costs after another, and what a second core saves: `python -m benchmarks.scale.again PROJECT SIZE` prints
JSON. PROJECT is one of `SIZE` sources that was made by `corpus.write`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from generator import disk
from generator.engines import Engine
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


def two_cores(folder: Path) -> float:
    """How many times faster the work on each source is done by two processes than by one, by the clock."""
    project = disk.open_project(folder)
    files, _ = disk.scan(project.sources, project.config.limits)
    took = []
    for jobs in (1, 2):
        began = time.monotonic()
        assert sum(1 for _ in Engine(jobs=jobs)(files[:MOST], ways(project.config)))
        took.append(time.monotonic() - began)
    return took[0] / took[1]


def add_one(project: Path, size: int) -> None:
    """Adds to a project of `size` sources the one that a project of one more has."""
    more = project.with_name("more")
    corpus.write(more, size + 1)
    for path in (more / "sources").iterdir():
        if not (project / "sources" / path.name).exists():
            path.rename(project / "sources" / path.name)


def main(folder: str, size: str) -> None:
    """Prints CPU seconds of a first run, of one that finds nothing changed, and of one that finds a source added."""
    project = Path(folder)
    cost = {"first run": _render(project), "nothing changed": _render(project)}
    add_one(project, int(size))
    cost["one added"] = _render(project)
    cost["one added %"] = 100 * cost["one added"] / cost["first run"]
    cost["two cores, times"] = two_cores(project)
    print(json.dumps(cost))


if __name__ == "__main__":
    main(*sys.argv[1:])
