"""What came last on a topic: of the statements that tell something by themselves the one that happened last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ..model import Event, Fact
from ..text.edtf import parse_edtf
from ..text.words import content_stems
from .self_contained import says_unknown, stands_alone

_MOST_TOLD = 0.6  # of the words of two statements, the shorter one's


def newest(facts: Sequence[Fact], timeline: Sequence[Event], leads: Collection[str]) -> tuple[str, str]:
    """The id of the statement that tells of the last day that a source dates and that is no plan, and that day; of
    several the one with most sources, then the weightiest. ("", "") where that day is the first too, or where the
    bottom line, the statements `leads`, tells of it already."""
    days = _days(timeline)
    last = max(days.values(), default="")
    if last == min(days.values(), default="") or any(days.get(lead) == last for lead in leads):
        return "", ""
    told = [set(content_stems(fact.text)) for fact in facts if fact.id in leads]
    fit = [fact for fact in facts if fact.id in days and _tells(fact) and not _repeats(fact.text, told)]
    best = max(fit, key=lambda fact: (days[fact.id], _sources(fact)), default=None)
    return (best.id, days[best.id]) if best else ("", "")


def _days(timeline: Sequence[Event]) -> dict[str, str]:
    """The last day of each statement that has one."""
    days: dict[str, str] = {}
    for event in timeline:
        made = parse_edtf(event.date or "")
        if event.date and not event.planned and made and made.day and made.year.isdigit() and not made.doubt:
            days.update({fact: max(event.date, days.get(fact, "")) for fact in event.facts})
    return days


def _repeats(text: str, told: Iterable[set[str]]) -> bool:
    """Whether most of what a statement says was told already."""
    words = set(content_stems(text))
    return any(len(words & one) >= _MOST_TOLD * min(len(words), len(one)) for one in told)


def _tells(fact: Fact) -> bool:
    told = stands_alone(fact.text) and not says_unknown(fact.text)
    return told and any(quote.shown for quote in fact.quotes)


def _sources(fact: Fact) -> int:
    return len({quote.source for quote in fact.quotes})
