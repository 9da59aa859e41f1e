"""Everything that is wrong with a project, in one go; and what of it a build says too."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Literal

import click

from .. import disk
from ..config import Config
from ..corpus import read_all
from ..errors import BriefingError, Level, Problem
from ..model import Site
from ..run_pipeline import run_pipeline
from .console import Console
from .editorial_findings import corrections
from .findings import Checked, Finder
from .page_findings import dead, edited, long, stale
from .settings_findings import empty_topics, foreign, idle_aliases, idle_publishers, idle_terms, sample_title
from .source_findings import as_problem, bare, skipped, stray_sidecars, strays, uncut, unread

Form = Literal["text", "json", "annotations"]

OF_A_BUILD: tuple[Finder, ...] = (
    skipped,
    unread,
    stray_sidecars,
    uncut,
    corrections,
    sample_title,
    foreign,
    empty_topics,
    idle_terms,
    long,
)
"""What a build looks for too, beside what stops it."""

FINDERS: tuple[Finder, ...] = (*OF_A_BUILD, idle_aliases, idle_publishers, bare, dead, edited, stale)
"""All that is looked for. A finder of another kind of problem has its place here."""

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls the levels in the lines that it makes annotations of."""


def check_all(talk: Console) -> list[Problem]:
    """Every problem of the project in the folder, worst first. Where its settings are wrong, what can be told of its
    sources without them is told too. Raises BriefingError where there are no settings."""
    settings = talk.folder / "briefing.yml"
    try:
        project = talk.project()
    except BriefingError as error:
        if not settings.is_file():
            raise
        found = [*error.problems, *_of_sources(disk.Project(talk.folder.resolve(), Config(title="", topics=())))]
    else:
        found = _of_project(project, talk)
    levels: tuple[Level, ...] = ("error", "warning", "note")
    return sorted(found, key=lambda problem: levels.index(problem.level))


def _of_project(project: disk.Project, talk: Console) -> list[Problem]:
    try:
        site = run_pipeline(project, talk.progress, engine=talk.engine)
    except BriefingError as error:
        return [*error.problems, *strays(project)]
    checked = Checked(project, site, disk.written(project.settings))
    return [problem for find in FINDERS for problem in find(checked)]


def _of_sources(project: disk.Project) -> Iterator[Problem]:
    files, unopened = disk.scan(project.sources, project.config.limits)
    _, unread = read_all(files, project.config, disk.parse_apart)
    yield from map(as_problem, sorted({*unopened, *unread}, key=lambda one: one.path))
    yield from strays(project)


def of_a_build(project: disk.Project, site: Site) -> list[Problem]:
    """The errors and warnings that a build tells of the `site` that it made."""
    checked = Checked(project, site, disk.written(project.settings))
    return [problem for find in OF_A_BUILD for problem in find(checked) if problem.level != "note"]


def tell(problems: Sequence[Problem], form: Form, talk: Console) -> None:
    """Says the problems: for people on stderr, else on stdout, one JSON object or one annotation a line."""
    for problem in problems:
        if form == "json":
            click.echo(json.dumps(_row(problem), ensure_ascii=False))
        elif form == "annotations":
            click.echo(_annotation(problem))
        elif not (talk.quiet and problem.level == "note"):
            click.echo(str(problem), err=True)
    counts = Counter(problem.level for problem in problems)
    talk.say(", ".join(_counted(count, level) for level, count in counts.items()) or "all in order")


def on_github() -> bool:
    """Whether GitHub Actions runs the command, and makes annotations of its lines."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _row(problem: Problem) -> dict[str, object]:
    row = asdict(problem)
    return {"level": row.pop("level"), "file": row.pop("where"), **row}


def _counted(count: int, level: Level) -> str:
    return f"{count} {level}{'' if count == 1 else 's'}"


def _annotation(problem: Problem) -> str:
    """https://docs.github.com/actions/reference/workflow-commands-for-github-actions"""
    about = (("file", problem.where), ("line", str(problem.line or "")), ("title", problem.key or ""))
    given = ",".join(f"{name}={_escaped(value, property=True)}" for name, value in about if value)
    text = problem.message + (f"; {problem.hint}" if problem.hint else "")
    return f"::{_COMMANDS[problem.level]} {given}::{_escaped(text)}"


def _escaped(text: str, property: bool = False) -> str:
    """`text` so that a line of a log holds it: a document's name may hold any character."""
    table = {"%": "%25", "\r": "%0D", "\n": "%0A"} | ({":": "%3A", ",": "%2C"} if property else {})
    return "".join(table.get(char, char) for char in text)
