"""`briefing render`: fresh pages, or whether they are, at once where nothing changed."""

from __future__ import annotations

from .. import disk
from .console import Console
from .standing import Standing, keep_standing, standing
from .verb import say_problems

SAID = "docs/: 0 written, 0 deleted, {pages} pages in all"
_FRESH = "docs/ is fresh"


def render(talk: Console, check: bool, strict: bool, replace: bool) -> int:
    """Makes docs/ fresh, or only says whether it is; gives what the command exits with. Raises BriefingError."""
    project = talk.project()
    if check:
        return _checked(project, talk, strict)
    with disk.locked(project.root):
        known = standing(project, talk)
    if known:
        talk.say(SAID.format(pages=known.pages))
        return say_problems(known.problems, talk, strict)
    return _rendered(project, talk, strict, replace)


def _checked(project: disk.Project, talk: Console, strict: bool) -> int:
    known = standing(project, talk)
    if known:
        talk.say(_FRESH)
        return say_problems(known.problems, talk, strict)
    from ..run_pipeline import run_pipeline
    from .check import of_a_build
    from .render import compare_docs

    site = run_pipeline(project, talk.progress, engine=talk.engine)
    stale = compare_docs(project, site, talk)
    return max(stale, say_problems(of_a_build(project, site), talk, strict))


def _rendered(project: disk.Project, talk: Console, strict: bool, replace: bool) -> int:
    from .check import of_a_build
    from .render import fresh_docs

    before = disk.digest(disk.inputs(project))
    with fresh_docs(project, talk, replace) as made:
        problems = tuple(of_a_build(made.project, made.site))
        alone = not (made.changes.taken or made.aside)  # what is told of a person's pages depends on more than these
        if alone and before == disk.digest(disk.inputs(project)):  # else a file was saved after it had been read
            keep_standing(project, talk, Standing(len(made.site.pages), problems))
        return say_problems(problems, talk, strict)
