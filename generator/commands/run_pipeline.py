"""Running the road over a project's files, and bringing its pages to docs/."""

from __future__ import annotations

from pathlib import Path

import click

from .. import disk
from ..disk.docs import diff as docs_diff
from ..model import Site
from ..pipeline import run
from .console import Console


def run_pipeline(project: disk.Project, talk: Console) -> Site:
    """The site that the project's sources give now. Writes nothing. Raises BriefingError."""
    files, skipped = disk.scan(project.sources, project.config.limits)
    with talk.progress(len(files)) as step:
        return run(files, project.config, skipped, step, disk.parse_apart)


def write_docs(project: disk.Project, site: Site, talk: Console, replace: bool = False) -> None:
    """Makes docs/ fresh and says what changed. Raises BriefingError where a page was edited by hand."""
    changes = disk.plan(project.docs, site.pages)
    aside = disk.apply(project.docs, changes, replace)
    for path in aside:
        talk.warn(f"docs/{path}: the edited page was kept here")
    for path in changes.taken:
        talk.say(f"docs/{path}: left alone, a person keeps it")
    talk.say(f"docs/: {len(changes.write)} written, {len(changes.delete)} deleted, {len(site.pages)} pages in all")


def compare_docs(project: disk.Project, site: Site, talk: Console) -> int:
    """0 where docs/ is fresh; else prints the difference on stdout and gives 1."""
    changes = disk.plan(project.docs, site.pages)
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
