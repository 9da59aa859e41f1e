"""What this version of the generator would change on a project's pages, told before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

import click

from .. import disk
from ..disk.docs import diff as docs_diff
from ..run_pipeline import compared, run_pipeline
from .console import Console
from .moved_on import kept_by_hand, lines_between, text_of
from .render import news


def upgrade(project: disk.Project, talk: Console, whole: bool) -> None:
    """Prints which pages would change, by how many lines, and what that changes in facts; with `whole`, the lines
    themselves. Writes nothing. Raises BriefingError where nothing can be built."""
    site = run_pipeline(project, talk.progress, engine=talk.engine)
    changes = compared(project, site)
    for line in (*_told(project, changes), *kept_by_hand(project, site, changes.taken)):
        click.echo(line)
    for line in docs_diff(project.docs, changes) if whole else ():
        click.echo(line)
    talk.say("nothing was written; `briefing build` makes these changes" if changes.stale else "nothing to do")


def _told(project: disk.Project, changes: disk.Changes) -> Iterator[str]:
    wanted = {page.path: page.text for page in changes.write}
    paths = sorted({*wanted, *changes.delete} - set(changes.edited))
    yield f"briefing {version('briefing')} would change {len(paths)} page{'' if len(paths) == 1 else 's'} of docs/"
    yield from news(changes)
    for path in paths:
        yield f"docs/{path}: {_change(text_of(project, path), wanted.get(path))}"
    for path in changes.edited:
        yield f"docs/{path}: edited by hand, or merged by git: a build stops there until you decide"


def _change(before: str, after: str | None) -> str:
    if after is None:
        return "gone"
    return str(lines_between(before, after)) if before else "new"
