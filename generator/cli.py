"""The `briefing` command: a thin shell that unpacks options, calls the road, and says what happened."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .commands.add_verb import add
from .commands.console import Console
from .commands.verb import DONE, PROBLEMS
from .commands.verb import lists as _lists
from .commands.verb import loudness as _loudness
from .commands.verb import says_errors as _says_errors
from .commands.verb import workers as _workers

if TYPE_CHECKING:
    from .commands.check import Form as CheckForm
    from .commands.diff import Form

# A verb imports what it needs when it is called, so that `briefing --help` answers at once (tests/cli/test_imports.py).


_STRICT = "Exit 1 where a source was skipped, or another error is told that a build can live with."


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The project's folder, with its briefing.yml (default: here).",
)
@_loudness
@click.version_option(package_name="briefing", prog_name="briefing")
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Turns a folder of source documents into a cited, searchable briefing website."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    context.obj = replace(context.obj, folder=folder)


@main.command()
@click.argument("root", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--from",
    "documents",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Begin with copies of the documents in this folder, and propose topics from them.",
)
@click.option("--title", metavar="TEXT", help="The site's title (default: from the name of DIR).")
@_loudness
@click.pass_obj
@_says_errors
def init(talk: Console, root: Path, documents: Path | None, title: str | None) -> None:
    """Start a project in DIR: settings, a sample or your documents, and a workflow that publishes it on GitHub Pages.

    Where DIR has a sources/ already, topics are proposed from the documents in it.
    """
    from .commands import init as start

    start.init(talk.folder / root, documents, title, talk)


@main.command()
@click.option("--strict", is_flag=True, help=_STRICT)
@click.option("--replace", is_flag=True, help="Save pages edited by hand aside, and write them anew.")
@click.option(
    "--pdf",
    is_flag=True,
    help="Print each topic into site/pdf/ too, with the Chromium, Chrome or Edge on PATH, or the program that the "
    "variable BRIEFING_CHROMIUM names. Exit 1 where a PDF is missing.",
)
@_workers
@_loudness
@click.pass_obj
@_says_errors
def build(talk: Console, strict: bool, replace: bool, pdf: bool) -> int:
    """Render the pages, then build the site into site/, swapped in whole."""
    from .commands.build_verb import build as build_all

    return build_all(talk, strict, replace, pdf)


main.add_command(add)


@main.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 and print the difference where docs/ is stale.")
@click.option("--strict", is_flag=True, help=_STRICT)
@click.option("--replace", is_flag=True, help="Save pages edited by hand aside, and write them anew.")
@_workers
@_loudness
@click.pass_obj
@_says_errors
def render(talk: Console, check: bool, strict: bool, replace: bool) -> int:
    """Write the Markdown pages in docs/, and nothing else."""
    from .commands.render_verb import render as render_pages

    return render_pages(talk, check, strict, replace)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="IP:PORT", help="Where to serve.")
@_workers
@_loudness
@click.pass_obj
@_says_errors
def serve(talk: Console, address: str) -> None:
    """Preview the site, and follow changes in sources/, briefing.yml and docs/."""
    from .commands import build_site as mkdocs
    from .commands.render import fresh_docs
    from .remember import Memory

    project = talk.project()
    settings = mkdocs.mkdocs_settings(project)
    memory = Memory()
    with fresh_docs(project, talk, memory=memory) as made:
        mkdocs.hand_over(settings, made, memory)
    mkdocs.serve(project, address, talk)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order asked.")
@_lists
@_loudness
@click.pass_obj
@_says_errors
def inspect(talk: Console, files: tuple[Path, ...], as_json: bool) -> int:
    """Show how documents are read: metadata, kept and dropped lines with reasons, keyphrases, summary."""
    from . import disk
    from .commands import inspect as inspection

    settings = talk.folder / "briefing.yml"
    config = disk.read_config(settings) if settings.is_file() else inspection.no_project()
    config = replace(config, keep_lists=config.keep_lists or talk.keep_lists)
    good = [inspection.inspect(path, config, as_json) for path in files]
    return DONE if all(good) else PROBLEMS


@main.command()
@click.option("--strict", is_flag=True, help="Exit 1 where there is a warning, too.")
@click.option("--json", "form", flag_value="json", help="One JSON object a line, on stdout.")
@click.option(
    "--annotations",
    "form",
    flag_value="annotations",
    help="Lines that GitHub shows beside the files, on stdout; as is the default in GitHub Actions.",
)
@_workers
@_loudness
@click.pass_obj
@_says_errors
def check(talk: Console, strict: bool, form: CheckForm | None) -> int:
    """Check settings, sources, pages taken over and the promises, all in one go; build nothing.

    An error is wrong, a warning is likely to be a slip, a note is worth knowing.
    """
    from .commands.check import check_all, on_github, tell

    problems = check_all(talk)
    tell(problems, form or ("annotations" if on_github() else "text"), talk)
    counted = {"error", "warning"} if strict else {"error"}
    return PROBLEMS if any(problem.level in counted for problem in problems) else DONE


@main.command()
@click.argument("asked", metavar="FACT|SOURCE|PAGE")
@_workers
@_loudness
@click.pass_obj
@_says_errors
def explain(talk: Console, asked: str) -> None:
    """Say why: which rule kept a line, what scored a sentence, why two statements are one or two, and where a date and
    an origin come from.

    FACT is the id of a statement or of a quote (in briefing.json, and behind # in addresses), SOURCE an id or the path
    of a file, PAGE the path of a generated page.
    """
    from .commands.explain import explain as explained
    from .run_pipeline import run_pipeline

    project = talk.project()
    for line in explained(project, run_pipeline(project, talk.progress, engine=talk.engine), asked):
        click.echo(line)


@main.command()
@click.argument("old", required=False, metavar="[OLD]")
@click.option("--json", "form", flag_value="json", help="One JSON object.")
@click.option("--markdown", "form", flag_value="markdown", help="Markdown, for a comment on a pull request.")
@_loudness
@click.pass_obj
@_says_errors
def diff(talk: Console, old: str | None, form: Form | None) -> None:
    """Show what changed in facts: statements that are new, gained or lost a source, were revised, or are gone.

    OLD is a commit (the last one where none is given), or a file: the briefing.json of a site. It is compared with the
    pages of the last render.
    """
    from . import disk
    from .commands import diff as difference

    difference.diff(disk.open_project(talk.folder), old, form or "text")


@main.command()
@_workers
@_loudness
@click.pass_obj
@_says_errors
def merge(talk: Console) -> int:
    """Resolve git's conflicts in docs/: make the pages anew from the merged sources, and leave the commit to you.

    To be run in the middle of a merge, a rebase or a cherry-pick. Exit 1 where a conflict is left that is no generated
    page's.
    """
    from . import disk
    from .commands import merge as merging

    left = merging.merge(disk.open_project(talk.folder), talk)
    for path in left:
        talk.warn(f"{path}: still in conflict, and no generated page")
    return PROBLEMS if left else DONE


@main.command()
@click.option("--diff", "whole", is_flag=True, help="Print the lines that would change too.")
@_workers
@_loudness
@click.pass_obj
@_says_errors
def upgrade(talk: Console, whole: bool) -> None:
    """Show what this version of the generator would change on the pages, and write nothing.

    Run it after installing another version, on pages that the last one left fresh: of each page the lines that would
    come and go, what changes in facts, and how far pages that people keep are from what they were taken from.
    """
    from . import disk
    from .commands import upgrade as upgrading

    upgrading.upgrade(disk.open_project(talk.folder), talk, whole)


@main.command()
@click.argument("source", metavar="SOURCE")
@click.option("--because", required=True, help="Why: shown on the page of the source.")
@click.option("--by", help="Who says so (default: the name that git has).")
@click.option("--on", help="The day, such as 2026-11-28 (default: today).")
@_loudness
@click.pass_obj
@_says_errors
def withdraw(talk: Console, source: str, because: str, by: str | None, on: str | None) -> None:
    """Take a source back: its record stays, no word of it is shown. SOURCE is its path, or the name of its page."""
    from . import disk
    from .commands import withdraw as withdrawal

    project = disk.open_project(talk.folder)
    why = withdrawal.why(because, by or disk.git_user(project.root), on)
    withdrawal.withdraw(project, source, why, talk)
