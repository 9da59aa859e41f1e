"""`briefing build`: fresh pages and the site made of them, at once where nothing changed."""

from __future__ import annotations

from .. import disk
from .console import Console
from .render_verb import SAID
from .standing_site import StandingSite, keep_site, standing_site
from .verb import DONE, PROBLEMS, say_problems

_STANDS = "{site}/ stands as it is: nothing changed since it was built from {counted}"


def build(talk: Console, strict: bool, replace: bool, pdf: bool) -> int:
    """Builds the site, unless it stands; gives what the command exits with. Raises BriefingError."""
    project = talk.project()
    with disk.locked(project.root):
        known = None if pdf else standing_site(project, talk)
    if known:
        return _told(project, talk, known, strict)
    return _built(project, talk, strict, replace, pdf)


def _told(project: disk.Project, talk: Console, known: StandingSite, strict: bool) -> int:
    from .build import say_heavy
    from .render import relative

    talk.say(SAID.format(pages=known.pages))
    say_heavy(project, known.site, known.site, talk)
    talk.say(_STANDS.format(site=relative(known.site, project.root), counted=known.counted))
    return say_problems(known.problems, talk, strict)


def _built(project: disk.Project, talk: Console, strict: bool, replace: bool, pdf: bool) -> int:
    from .build import build as build_all
    from .check import of_a_build
    from .render import counted

    made = build_all(project, talk, replace=replace, pdf=pdf)
    for problem in made.unprinted:
        talk.warn(str(problem))
    problems = tuple(of_a_build(project, made.site))
    if made.name:
        keep_site(project, talk, made.name, (counted(made.site), len(made.site.pages), problems))
    return max(say_problems(problems, talk, strict), PROBLEMS if made.unprinted else DONE)
