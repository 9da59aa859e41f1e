"""The whole of a build: fresh pages, the site made of them, and PDFs where they are wanted."""

from __future__ import annotations

from pathlib import Path

from .. import disk
from ..errors import Problem
from ..model import Site
from . import build_site as mkdocs
from .console import Console
from .print_pdf import print_topics
from .render import counted, fresh_docs, relative


def build(
    project: disk.Project, talk: Console, *, replace: bool = False, pdf: bool = False
) -> tuple[Site, tuple[Problem, ...]]:
    """Makes docs/ and the site fresh, and says so; gives the site and what could not be printed. Raises BriefingError
    where anything else goes wrong, and leaves the last good site."""
    settings = mkdocs.mkdocs_settings(project)
    target = Path(settings.site_dir)
    disk.claim(target)
    unprinted: list[Problem] = []
    with fresh_docs(project, talk, replace) as made:
        with disk.swapped_in(target, project.root) as fresh:
            mkdocs.build_site(settings, made, fresh)
            unprinted = print_topics(settings, made.site, fresh, talk) if pdf else []
        talk.say(f"built {relative(target, project.root)}/ from {counted(made.site)}")
    return made.site, tuple(unprinted)
