"""The whole of a build: fresh pages, the site made of them, and PDFs where they are wanted."""

from __future__ import annotations

from pathlib import Path

from .. import disk
from ..errors import Problem, UnfinishedError
from ..model import Site
from .console import Console
from .engine import engine
from .print_pdf import print_topics
from .render import counted, fresh_docs, relative

_TOO_HEAVY = f"more than {disk.HEAVY // 1000} KB are slow to open on a phone"


def build(
    project: disk.Project, talk: Console, *, replace: bool = False, pdf: bool = False
) -> tuple[Site, tuple[Problem, ...]]:
    """Makes docs/ and the site fresh, and says so; gives the site and what could not be printed. Raises BriefingError
    where anything else goes wrong, and leaves the last good site."""
    with engine(project) as mkdocs:
        settings = mkdocs.settings()
        target = settings.site_dir
        disk.claim(target)
        unprinted: list[Problem] = []
        with fresh_docs(project, talk, replace) as made:
            with disk.swapped_in(target, project.root) as fresh:
                mkdocs.build(made, fresh)
                _whole(project, made.site, fresh)
                unprinted = print_topics(settings, made.site, fresh, talk) if pdf else []
                for path, size in disk.heavy(fresh):
                    talk.warn(f"{relative(target, project.root)}/{path}: {size // 1000} KB of HTML; {_TOO_HEAVY}")
            talk.say(f"built {relative(target, project.root)}/ from {counted(made.site)}")
    return made.site, tuple(unprinted)


def _whole(project: disk.Project, site: Site, fresh: Path) -> None:
    """Raises UnfinishedError where the site that was built has fewer pages than were rendered for it."""
    off = disk.hidden(project)
    wanted = sum(not off(page.path) for page in site.pages)
    there = sum(1 for _ in fresh.rglob("*.html"))
    if there >= wanted and (fresh / "index.html").is_file():
        return
    lack = f"{there} of {wanted} pages" if there < wanted else "no index.html"
    hint = "look at the plugins, hooks and exclude_docs in mkdocs.yml; the last good site stays"
    raise UnfinishedError(Problem("mkdocs build", f"MkDocs made a site with {lack}", hint=hint))
