"""What people put right, as pages show it: the editor's own words, signed and dated, and marks beside what was changed.
None of it is a quotation, and none stands between quotation marks of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ...model import (
    Correction,
    Dismiss,
    FixDate,
    FixName,
    FixOrigin,
    FixStatus,
    Hide,
    InForce,
    Join,
    Note,
    OwnLine,
    Pin,
    Slip,
    Split,
)
from ...text.escape import Inline, Link, inline, own
from ..context import PageContext
from ..wording import Words

PATH: Final = "corrections.md"

_VERBS: dict[type, str] = {
    OwnLine: "bottom_line",
    Note: "note",
    Hide: "hide",
    Pin: "pin",
    Split: "split",
    Join: "join",
    FixDate: "date",
    FixStatus: "status",
    FixOrigin: "origin",
    FixName: "name",
    Dismiss: "dismiss",
    Slip: "slip",
}
_MARKED = (Pin, Split, Join, FixDate, FixStatus, FixOrigin, Slip)


@dataclass(frozen=True, slots=True)
class EditorView:
    """Words of the editor's own, by whom and of which day; `href` leads to the reason."""

    id: Link
    text: Inline
    signed: Inline
    href: Link


@dataclass(frozen=True, slots=True)
class MarkView:
    """That something of a statement was corrected, and what; `said` are words of the editor's own beside it."""

    id: Link
    text: Inline
    said: Inline | None
    href: Link


def verb(one: Correction) -> str:
    """What a correction does, as its file says it."""
    return _VERBS[type(one)]


def signed(one: Correction, words: Words) -> str:
    """Who corrects, and the day."""
    return words.say("corrections.signed", by=one.signed.by, on=words.date(one.signed.on))


def own_lines(topic: str, page: PageContext) -> dict[str, tuple[EditorView, ...]]:
    """The editor's own bottom line of a topic, and the notes on it, newest first."""
    found = [row for row in page.all.brief.editorial.in_force if topic in row.topics]
    lines = [(row, row.correction) for row in found]
    return {
        "own_lines": tuple(_own(row, one, page) for row, one in lines if isinstance(one, OwnLine)),
        "own_notes": tuple(_own(row, one, page) for row, one in lines if isinstance(one, Note)),
    }


def marks(fact: str, page: PageContext) -> tuple[MarkView, ...]:
    """What was corrected about a statement and can still be seen on it."""
    return tuple(
        _mark(row, page)
        for row in page.all.brief.editorial.in_force
        if fact in row.facts and isinstance(row.correction, _MARKED)
    )


def _own(row: InForce, one: OwnLine | Note, page: PageContext) -> EditorView:
    return EditorView(own(row.id), inline(one.text), inline(signed(one, page.words)), page.to(PATH, row.id))


def _mark(row: InForce, page: PageContext) -> MarkView:
    one = row.correction
    slip, meant = (one.slip, inline(one.meant)) if isinstance(one, Slip) else ("", None)
    text = page.words.say(f"corrections.mark.{verb(one)}", by=one.signed.by, slip=slip)
    return MarkView(own(row.id), inline(text), meant, page.to(PATH, row.id))
