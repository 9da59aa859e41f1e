"""The whole of a build: fresh pages, the site made of them, and PDFs where they are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as changed
from pathlib import Path

from .. import disk
from ..errors import Problem, UnfinishedError
from ..model import Site
from .console import Console
from .engine import engine
from .print_pdf import print_topics
from .render import counted, fresh_docs, relative
from .standing_site import site_name
from .weight import Limit, files_of, weighed

_TOO_HEAVY = f"more than {disk.HEAVY // 1000} KB are slow to open on a phone"
_LIMIT = Limit()
_GROWN = "no page that is generated may grow so: please report it; the last good site stays"


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built, and what could not be printed. `name` stands for all that it is made from, where it
    follows from that alone."""

    site: Site
    unprinted: tuple[Problem, ...]
    name: str | None


def build(
    project: disk.Project, talk: Console, *, replace: bool = False, pdf: bool = False, limit: Limit = _LIMIT
) -> Built:
    """Makes docs/ and the site fresh, and says so. Raises BriefingError where anything goes wrong but printing, and
    leaves the last good site."""
    before = disk.digest(disk.inputs(project))
    with engine(project) as mkdocs:
        settings = mkdocs.settings()
        target = settings.site_dir
        disk.claim(target)
        unprinted: list[Problem] = []
        with fresh_docs(project, talk, replace) as made:
            alone = not (pdf or made.changes.taken or made.aside) and before == disk.digest(disk.inputs(project))
            name = site_name(project, talk) if alone else None  # before MkDocs reads what it stands for
            with disk.swapped_in(target, project.root) as fresh:
                mkdocs.build(made, fresh)
                _whole(project, made.site, fresh)
                unprinted = print_topics(settings, made.site, fresh, talk) if pdf else []
                _light(made.site, fresh, relative(target, project.root), limit)
                say_heavy(project, target, fresh, talk)
            talk.say(f"built {relative(target, project.root)}/ from {counted(made.site)}")
    return Built(made.site, tuple(unprinted), name)


def say_heavy(project: disk.Project, target: Path, there: Path, talk: Console) -> None:
    """Names the heavy pages of the site in the folder `there`, which belongs at `target`."""
    for path, size in disk.heavy(there):
        talk.warn(f"{relative(target, project.root)}/{path}: {size // 1000} KB of HTML; {_TOO_HEAVY}")


def _light(site: Site, fresh: Path, folder: str, limit: Limit) -> None:
    """Raises UnfinishedError where what a generated page tells is too much for one page."""
    broken = [one for one in weighed(fresh, files_of(site), limit) if one.level == "error"]
    if broken:
        raise UnfinishedError(*(changed(one, where=f"{folder}/{one.where}", hint=_GROWN) for one in broken))


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
