"""The road over a project's files, and its pages in docs/, with nobody else writing there: the one way for the command
and for the plugin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from . import disk
from .changes import record
from .model import Site
from .pages import EXPORT
from .pipeline import Step, run

Progress = Callable[[int], AbstractContextManager[Step]]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A project whose docs/ is fresh: its site, what had to change, and the edited pages that were set aside."""

    project: disk.Project
    site: Site
    changes: disk.Changes
    aside: tuple[str, ...]


def _silent(_: int) -> AbstractContextManager[Step]:
    """A progress that tells nobody."""
    return nullcontext(lambda path: None)


def run_pipeline(project: disk.Project, progress: Progress = _silent) -> Site:
    """The site that the project's sources give now. `progress` is called with the number of files, for a block that
    gives what is told the path of each. Writes nothing. Raises BriefingError."""
    files, skipped = disk.scan(project.sources, project.config.limits)
    with progress(len(files)) as step:
        return run(files, project.config, skipped, step, disk.parse_apart)


def compared(project: disk.Project, site: Site) -> disk.Changes:
    """What would have to change in docs/ for it to be what `site` is. Writes nothing."""
    data = next(asset.data for asset in site.assets if asset.path == EXPORT)
    return disk.plan(project.docs, site.pages, record(data))


@contextmanager
def rendered(
    project: disk.Project, progress: Progress = _silent, *, replace: bool = False, wait: bool = False
) -> Iterator[Rendered]:
    """Runs the road and makes docs/ fresh; holds the project until the block ends. Raises BriefingError where nothing
    can be built, where a page was edited by hand and `replace` is false, and where another process writes the project
    and this one is not to `wait`."""
    with disk.locked(project.root, wait):
        site = run_pipeline(project, progress)
        changes = compared(project, site)
        yield Rendered(project, site, changes, disk.apply(project.docs, changes, replace))
