"""Pages of docs/ that are stale, edited by hand, or a person's own with links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import disk
from ..checks.own_pages import long_quotes
from ..disk.record import RECORD
from ..errors import Problem
from ..run_pipeline import compared, own_links
from .findings import Checked


def edited(checked: Checked) -> Iterator[Problem]:
    """Generated pages that somebody edited with their mark in place."""
    for path in _changes(checked).edited:
        yield Problem(
            f"docs/{path}",
            "edited by hand, or merged by git",
            hint="take it over by deleting its `briefing:` line, or run `briefing render --replace`",
        )


def stale(checked: Checked) -> Iterator[Problem]:
    """Pages that are not what the sources make now: one problem for all of them."""
    changes = _changes(checked)
    paths = sorted({*(page.path for page in changes.write), *changes.delete}) or [RECORD] * (changes.record is not None)
    if paths:
        more = f", as {'are' if len(paths) > 2 else 'is'} {len(paths) - 1} more" if paths[1:] else ""
        message = f"not what the sources make now{more}"
        yield Problem(f"docs/{paths[0]}", message, hint="run `briefing render`", level="warning")


def _changes(checked: Checked) -> disk.Changes:
    return compared(checked.project, checked.site)


def dead(checked: Checked) -> Iterable[Problem]:
    """Links of a person's own pages that lead nowhere."""
    return own_links(checked.project, checked.site)


def long(checked: Checked) -> Iterator[Problem]:
    """Quotes on a person's own pages that are longer than `quotes.max_words` allows."""
    own = disk.own_pages(checked.project.docs, disk.hidden(checked.project))
    return long_quotes(own, checked.site, checked.project.config)
