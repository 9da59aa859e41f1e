"""What changed in facts between the pages as they are and another state."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from .. import disk
from ..changes import NOTHING, as_json, as_lines, as_markdown, compare, read_snapshot
from ..disk.record import RECORD
from ..errors import BriefingError, Problem

Form = Literal["text", "json", "markdown"]
_HEAD = "HEAD"


def diff(project: disk.Project, old: str | None, form: Form) -> None:
    """Prints the changes from `old`, a file or a commit (the last one where it is None), to the state of the last
    render. Raises BriefingError where either cannot be read."""
    here = disk.read_record(project.docs)
    if here is None:
        raise BriefingError(
            Problem(f"docs/{RECORD}", "expected what the last render wrote, found none", hint="run `briefing render`")
        )
    text, where = _old(project, old)
    found = compare(read_snapshot(text, where), read_snapshot(here, f"docs/{RECORD}"))
    if form == "text":
        click.echo("\n".join(as_lines(found)))
    else:
        click.echo(as_json(found) if form == "json" else as_markdown(found), nl=form == "json")


def _old(project: disk.Project, old: str | None) -> tuple[str, str]:
    """The text of the older state and what to call it: a file where there is one of that name, else a commit."""
    if old and "://" in old:
        raise BriefingError(
            Problem(old, "expected a file or a commit, found an address", hint="download its briefing.json first")
        )
    path = Path(old) if old else None
    if path and path.is_file():
        return path.read_text(encoding="utf-8", errors="replace"), str(path)
    commit = old or _HEAD
    return disk.committed_record(project.docs, commit) or NOTHING, f"{commit}:docs/{RECORD}"
