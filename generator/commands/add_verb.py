"""The verb `briefing add` as it is called: its options, and what is done with them."""

from __future__ import annotations

import click

from .console import Console
from .verb import DONE, PROBLEMS, loudness, says_errors, told


@click.command()
@click.argument("what", nargs=-1, metavar="FILE|URL|-…")
@click.option("--watched", is_flag=True, help="Add the new entries of the feeds under `watch` in briefing.yml, too.")
@click.option("--archived", metavar="URL", help="Where an archive keeps a copy; shown beside the source's own address.")
@click.option(
    "--meta",
    multiple=True,
    metavar="KEY=VALUE",
    help="What you know better than the document, such as --meta publisher=Gazette; may be given several times.",
)
@click.option("--most", default=10, show_default=True, type=click.IntRange(1), help="The most new entries of a feed.")
@click.option("--all", "everything", is_flag=True, help="Add all new entries of a feed.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses of this machine and of private networks too.")
@click.option("--no-build", is_flag=True, help="Leave docs/ and site/ as they are.")
@loudness
@click.pass_obj
@says_errors
def add(
    talk: Console,
    what: tuple[str, ...],
    watched: bool,
    archived: str | None,
    meta: tuple[str, ...],
    most: int,
    everything: bool,
    allow_private: bool,
    no_build: bool,
) -> int:
    """Add documents to sources/: name them by date and title, write down what was found, and build.

    A URL is fetched once, and the page that is kept is the source from then on; of a feed's URL, the pages of its new
    entries are. `-` reads one document from standard input. Exits 1 where something could not be added.
    """
    from .. import disk
    from . import add as adding
    from .added import copies_among
    from .build import build as build_all

    if not what and not watched:
        raise click.UsageError("expected a file, an address or -, or --watched; found nothing to add")
    project = disk.open_project(talk.folder)
    said = adding.metadata_of((*meta, *([f"archived={archived}"] if archived else [])))
    feeds = project.config.watch if watched else ()
    if watched and not feeds:
        talk.warn("nothing is watched: list the addresses of feeds under `watch` in briefing.yml")
    wanted = adding.Wanted((*what, *feeds), said, None if everything else most, allow_private)
    added = adding.add(project, talk, wanted)
    if added.paths and not no_build:
        site = build_all(project, talk).site
        for line in copies_among(added.paths, site):
            talk.say(line)
        told(project, site, talk, strict=False)
    return PROBLEMS if added.refused else DONE
