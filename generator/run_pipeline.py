"""The road over a project's files, and its pages in docs/, with nobody else writing there: the one way for the command
and for the plugin."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from . import disk
from .changes import record
from .checks.own_pages import dead_links
from .engines import Engine, remembered_each
from .errors import BriefingError, Problem
from .model import Site
from .pages import EXPORT
from .pipeline import Step, run
from .remember import Memory, keeping, remembering

Progress = Callable[[int], AbstractContextManager[Step]]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A project whose docs/ is fresh: its site, what had to change, and the edited pages that were set aside."""

    project: disk.Project
    site: Site
    changes: disk.Changes
    aside: tuple[str, ...]
    engine: Engine


def _silent(_: int) -> AbstractContextManager[Step]:
    """A progress that tells nobody."""
    return nullcontext(lambda path: None)


def run_pipeline(
    project: disk.Project,
    progress: Progress = _silent,
    memory: Memory | None = None,
    engine: Engine = Engine(),  # noqa: B008 - a value
) -> Site:
    """The site that the project's sources give now. `progress` is called with the number of files, for a block that
    gives what is told the path of each. What `memory`, or the cache of the project, holds of the sources as they are is
    not done again. Writes nothing else. Raises BriefingError."""
    files, skipped = disk.scan(project.sources, project.config.limits)
    shelf = disk.open_cache(project.root) if engine.cache else None
    each = remembered_each(engine, shelf, memory)

    def made() -> Site:
        with progress(len(files)) as step, remembering(memory), keeping(shelf):
            site = run(files, project.config, skipped, step, corrections=project.corrections, each=each)
        if shelf:
            shelf.sweep()
        return site

    return memory.last((project, files, skipped), made) if memory else made()


def compared(project: disk.Project, site: Site, ours: Collection[str] = frozenset()) -> disk.Changes:
    """What would have to change in docs/ for it to be what `site` is; the pages `ours` are the generator's, whatever
    their mark says. Writes nothing."""
    data = next(asset.data for asset in site.assets if asset.path == EXPORT)
    return disk.plan(project.docs, site.pages, record(data), ours)


def own_links(project: disk.Project, site: Site) -> tuple[Problem, ...]:
    """The links of a person's own pages in docs/ that would lead nowhere once docs/ is what `site` is."""
    return dead_links(disk.own_pages(project.docs, disk.hidden(project)), site, disk.kept_paths(project.docs))


@contextmanager
def rendered(
    project: disk.Project,
    progress: Progress = _silent,
    *,
    replace: bool = False,
    wait: bool = False,
    memory: Memory | None = None,
    engine: Engine = Engine(),  # noqa: B008 - a value
) -> Iterator[Rendered]:
    """Runs the road and makes docs/ fresh; holds the project until the block ends. Raises BriefingError where nothing
    can be built, where a page was edited by hand and `replace` is false, where a link of a person's own page would lead
    nowhere, and where another process writes the project and this one is not to `wait`."""
    with disk.locked(project.root, wait):
        site = run_pipeline(project, progress, memory, engine)
        dead = own_links(project, site)
        if dead:
            raise BriefingError(*dead)
        changes = compared(project, site)
        yield Rendered(project, site, changes, disk.apply(project.docs, changes, replace), engine)
