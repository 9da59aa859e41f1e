"""All that people put right on the site, and all sources that were taken back, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import (
    Correction,
    FixDate,
    FixName,
    FixOrigin,
    FixStatus,
    InForce,
    Page,
    Slip,
    Withdrawn,
)
from ..text.escape import Inline, Link, front, inline, optional, own
from .context import Context, PageContext
from .template import page as make
from .views.editor_views import PATH, verb
from .views.pointers import Pointer


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A line of the page: when, what was done, where that is seen, and why, in the editor's words."""

    id: Link
    on: Inline
    what: Inline
    places: tuple[Pointer, ...]
    because: Inline | None
    by: Inline | None


def corrections(context: Context) -> Iterator[Page]:
    """The page of corrections, where there are any."""
    editorial = context.brief.editorial
    if not editorial.in_force and not editorial.withdrawn:
        return
    page = PageContext(context, PATH)
    dated = [(row.correction.signed.on, _corrected(row, page)) for row in editorial.in_force]
    dated += [(row.on, _withdrawn(row, page)) for row in editorial.withdrawn]
    rows = sorted(dated, key=lambda pair: pair[0], reverse=True)
    yield make(
        PATH,
        "corrections.md.j2",
        {
            "title": front(page.words.say("corrections.title")),
            "description": front(page.words.say("corrections.description", site=context.config.title), 155),
            "search": {"exclude": True},
        },
        {"rows": tuple(row for _, row in rows)},
        page.words,
    )


def _corrected(row: InForce, page: PageContext) -> CorrectionRow:
    one = row.correction
    return CorrectionRow(
        id=own(row.id),
        on=inline(page.words.date(one.signed.on)),
        what=inline(_done(one, page)),
        places=_places(row, page),
        because=inline(one.signed.because),
        by=inline(one.signed.by),
    )


def _done(one: Correction, page: PageContext) -> str:
    """What a correction did, in a few words; what it set is told by the site's words for it."""
    say = page.words.say
    if isinstance(one, FixName):
        return _named(one, page)
    if isinstance(one, FixDate):
        return say("corrections.done.date", date=page.words.date(one.date)) if one.date else say("corrections.no_date")
    if isinstance(one, FixStatus):
        return _status(one.status, page)
    if isinstance(one, FixOrigin):
        return say("corrections.done.origin", origin=one.origin)
    if isinstance(one, Slip):
        return say("corrections.done.slip", meant=one.meant)
    return say(f"corrections.done.{verb(one)}")


def _status(status: str | None, page: PageContext) -> str:
    if status is None:
        return page.words.say("corrections.no_status")
    told = page.words.say(f"status.{status.replace(' ', '_')}")
    return page.words.say("corrections.done.status", status=told)


def _named(one: FixName, page: PageContext) -> str:
    """What was said of a name; of several things each."""
    told = (("spelling", one.spelling), ("misspelling", one.misspelling), ("another", one.another), ("kind", one.kind))
    return "; ".join(
        page.words.say(f"corrections.name.{key}", name=one.name, value=value) for key, value in told if value
    )


def _places(row: InForce, page: PageContext) -> tuple[Pointer, ...]:
    """Where a correction is seen: its statements where they still stand, else the pages of its topics."""
    told = [(t, id) for id in row.facts for t in _topics(id, page) if t in row.topics]
    topics = [t for t in row.topics if t in page.all.topics]
    places = told or [(topic, "") for topic in topics]
    return tuple(Pointer(page.all.titles[topic], page.topic(topic, id)) for topic, id in dict.fromkeys(places))


def _topics(fact: str, page: PageContext) -> tuple[str, ...]:
    found = page.all.facts.get(fact)
    return tuple(topic for topic in found.topics if topic in page.all.topics) if found else ()


def _withdrawn(one: Withdrawn, page: PageContext) -> CorrectionRow:
    return CorrectionRow(
        id=own(f"w-{one.id}"),
        on=inline(page.words.date(one.on)),
        what=inline(page.words.say("corrections.withdrawn")),
        places=(Pointer(inline(one.called), page.source(one.id)),),
        because=optional(one.because),
        by=optional(one.by),
    )
