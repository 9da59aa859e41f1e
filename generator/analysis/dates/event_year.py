"""The year that a date takes from the event its sentence tells of: "the 2003 fire, which broke out in July"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ...model import DateMention, MonthName
from ...text.name_words import EVENTS
from ...text.words import word_set

_THIS_YEAR = re.compile(r"\b[Tt]his year\b")
_MODIFIER = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Tt]heir|\w+['’]s)\s(?P<year>(?:19|20)\d\d)\s(?P<noun>[\w’'-]+(?:\s[\w’'-]+)?),\s"
    r"(?:which|who|when|where)\s"
)
_HAPPENINGS = word_set(
    "fire blaze flood floods quake earthquake tsunami drought famine outbreak epidemic attack attacks bombing bombings "
    "shooting massacre riot riots strike protest protests uprising revolt coup invasion siege assassination murder "
    "trial arrest raid crash collision collapse accident disaster explosion blast spill leak scandal inquiry "
    "investigation inspection vote poll campaign match race tour visit trip mission launch landing merger takeover "
    "sale auction recall ban boycott fair concert wedding funeral season rescue"
)
_EVENTS = EVENTS | _HAPPENINGS


def with_year(found: DateMention, text: str, start: int) -> DateMention:
    """`found`, at `start` of the sentence `text`, with the year of the event in whose relative clause it stands. Beside
    a thing that is no event the year is open: "the 2003 statute, which was amended in July"."""
    month = found.relative if isinstance(found.relative, MonthName) and not found.relative.step else None
    if month and found.tense == "open" and _THIS_YEAR.search(text, 0, start):
        return replace(found, relative=replace(month, step="this"))
    without = f"XXXX-{month.month:02}" if month else (found.value or "")
    event = _last_event(text, start) if without.startswith("XXXX-") else None
    if event is None:
        return found
    if event.happens:
        return replace(found, value=without.replace("XXXX", event.year), relative=None, year_from=event.year)
    return replace(found, tense="open")


class _Event(NamedTuple):
    """A thing with a year, and whether it is one that happens; `end` is where its relative clause begins."""

    end: int
    year: str
    happens: bool


def _last_event(text: str, start: int) -> _Event | None:
    return next((event for event in reversed(_events(text)) if event.end <= start), None)


@lru_cache(maxsize=16)  # a sentence of many dates asks once for each
def _events(text: str) -> tuple[_Event, ...]:
    found = _MODIFIER.finditer(text)
    return tuple(_Event(m.end(), m["year"], bool(set(m["noun"].lower().split()) & _EVENTS)) for m in found)
