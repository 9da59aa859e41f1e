"""Bringing a project's pages to docs/, comparing them, and saying so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import click

from .. import disk
from ..changes import compare, in_short, read_snapshot
from ..disk.docs import diff as docs_diff
from ..disk.record import RECORD
from ..errors import BriefingError
from ..model import Site
from ..remember import Memory
from ..run_pipeline import Rendered, compared, rendered
from .console import Console
from .moved_on import kept_by_hand


@contextmanager
def fresh_docs(
    project: disk.Project, talk: Console, replace: bool = False, memory: Memory | None = None
) -> Iterator[Rendered]:
    """Makes docs/ fresh, says what changed, and holds the project until the block ends. Raises BriefingError as
    `rendered` does."""
    with rendered(project, talk.progress, replace=replace, memory=memory, engine=talk.engine) as made:
        for path in made.aside:
            talk.warn(f"docs/{path}: the edited page was kept here")
        for line in kept_by_hand(project, made.site, made.changes.taken):
            talk.say(line)
        for old, new in made.changes.moved:
            talk.warn(_left_behind(old, new))
        written, deleted = len(made.changes.write), len(made.changes.delete)
        talk.say(f"docs/: {written} written, {deleted} deleted, {len(made.site.pages)} pages in all")
        for line in news(made.changes):
            talk.say(line)
        yield made


def _left_behind(old: str, new: str) -> str:
    """What is to be done for the old address of a page to lead to the new one."""
    place = "of the topic in briefing.yml" if new.startswith("topics/") else "in the file beside the source"
    name = PurePosixPath(old).stem
    said = f"docs/{old}: is gone, and docs/{new} says what it said"
    return f"{said}; for its address to lead there, write `formerly: [{name}]` {place}"


def news(changes: disk.Changes) -> tuple[str, ...]:
    """What changed in facts since docs/ was rendered last, in two lines; none where it never was, or nothing did."""
    if changes.record is None or changes.before is None:
        return ()
    try:
        before = read_snapshot(changes.before, RECORD)
    except BriefingError:  # of another version, or of an unfinished merge: it has just been written anew
        return ()
    return in_short(compare(before, read_snapshot(changes.record, RECORD)))


def compare_docs(project: disk.Project, site: Site, talk: Console) -> int:
    """0 where docs/ is fresh; else prints the difference on stdout and gives 1."""
    changes = compared(project, site)
    if not changes.stale:
        talk.say("docs/ is fresh")
        return 0
    for line in docs_diff(project.docs, changes):
        click.echo(line)
    for path in changes.edited:
        talk.warn(f"docs/{path}: edited by hand, or merged by git")
    talk.warn("docs/ is stale: run `briefing render`")
    return 1


def counted(site: Site) -> str:
    """How much there is, in words: sources, topics, pages."""
    brief = site.brief
    counts = ((len(brief.analyses), "source"), (len(brief.briefings), "topic"), (len(site.pages), "page"))
    sources, topics, pages = (f"{count} {word}{'s' if count != 1 else ''}" for count, word in counts)
    return f"{sources} into {topics}, {pages}"


def relative(path: Path, root: Path) -> str:
    """`path` as seen from the project's root where it lies within, else whole."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
