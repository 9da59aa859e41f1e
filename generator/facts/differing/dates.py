"""One event, two times: "on Monday" here and "on Tuesday" there; past in one source, still to come in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...model import Analysis, DateMention, Quote
from ...text.words import stopwords
from ..build import Told
from ..light import Word, words
from ..lists import lists
from .sides import Found, Side, part

_NUMBER_OF = (
    r"(?:an?|one|two|three|four|five|six|seven|several|\d+)\s(?:day|week|month|year)s?\s(?:after|before|ahead of)"
)
_BEFORE = re.compile(
    rf"\b(?P<apart>{_NUMBER_OF}|ahead of|on the eve of)\s+(?:[\w’'-]+\s+){{0,4}}$"
    r"|\b(?P<same>on the sidelines of|during|alongside)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"^\W*(?:[\w’']+\s+){0,4}?"
    r"(?:(?:(?:is|are)\s(?:set|due|expected|scheduled|planned)\sto|to (?:take place|be held))\b"
    r"(?:\s[\w’]+){0,3}?\snext\s(?:week|month|year)|(?:is|are)\s(?:set|due|expected|scheduled|planned)\sto"
    r"|to (?:take place|be held)|next\s(?:week|month|year))\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:\s(?:in|at|on)\s[A-Z]\w+)?")
_RELATION = re.compile(
    r"\b(?:(?:day|week|month|year)s?\s(?:after|before|ahead)|ahead of|eve of|sidelines|during|alongside|set to"
    r"|due to|expected to|scheduled|planned|to take place|to be held|next\s(?:week|month|year))\b",
    re.IGNORECASE,
)
_WINDOW = 80


def find(groups: Sequence[Sequence[Told]], analyses: Sequence[Analysis]) -> list[Found]:
    """Differences of time within a fact, and about one meeting anywhere."""
    dates: dict[tuple[str, int], list[DateMention]] = defaultdict(list)
    for analysis in analyses:
        for mention in analysis.dates:
            dates[analysis.article.id, mention.sentence].append(mention)
    return [*_days(groups, dates), *_meetings(groups)]


def _days(groups: Sequence[Sequence[Told]], dates: dict[tuple[str, int], list[DateMention]]) -> Iterator[Found]:
    """Within a fact, other weekdays or other dates for what each source gives one of."""
    for group in groups:
        sides: dict[str, list[Side]] = defaultdict(list)
        for told in group:
            held = [
                d
                for d in dates.get((told.quote.source, told.quote.sentence), ())
                if told.quote.start <= d.start and d.end <= told.quote.end
            ]
            kinds = {kind: [d for d in held if _kind(d) == kind] for kind in ("weekday", "date")}
            for kind, mine in kinds.items():
                if len(mine) == 1:
                    sides[kind].append(Side(mine[0].text, told, told.quote))
        for kind in ("weekday", "date"):
            if len({_value(side.value) for side in sides[kind]}) > 1:
                yield Found("date", f"When: “{sides[kind][0].value}”", tuple(sides[kind]))


def _kind(mention: DateMention) -> str:
    if mention.relative and mention.relative.startswith("weekday"):
        return "weekday"
    return "date" if mention.value and len(mention.value) == 10 else ""


def _value(text: str) -> str:
    return re.sub(r"\b(?:on|last|next|the|of|th|st|nd|rd)\b|\W", " ", text.lower()).strip()


def _meetings(groups: Sequence[Sequence[Told]]) -> Iterator[Found]:
    """Meetings under one proper name that sources place in time unlike each other."""
    held: dict[str, list[Side]] = defaultdict(list)
    proper = {
        word.text
        for group in groups
        for told in group
        if _RELATION.search(told.quote.text)
        for word in words(told.quote.text)[1:]
        if told.quote.text[word.start].isupper()
    }
    for group in groups:
        for told in group:
            for name, side in _placed(told, proper):
                held[name].append(side)
    for name in sorted(held):
        if len({side.value.lower() for side in held[name]}) > 1:
            yield Found("date", f"When, beside other events: “{name}”", tuple(held[name]))


def _placed(told: Told, proper: set[str]) -> Iterator[tuple[str, Side]]:
    """(the meeting's name, its place in time) for each meeting that a statement places."""
    text = told.quote.text
    for name, start, end in _named(text, words(text), proper) if _RELATION.search(text) else ():
        before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
        found, coming = _BEFORE.search(before), _COMING.match(after)
        if coming:
            value, first, last = coming.group().strip(" ,"), start, end + coming.end()
        elif found:
            value, first, last = found.group(found.lastgroup or 0), start - (len(before) - found.start()), end
        else:
            continue
        yield name, Side(value, told, _around(told.quote, first, last))


def _named(text: str, placed: Sequence[Word], proper: set[str]) -> Iterator[tuple[str, int, int]]:
    """A proper name before a word for a meeting within three words, or alone behind "the", with its place."""
    meetings, stop = lists().meetings, stopwords()
    for i, word in enumerate(placed):
        if word.text not in proper or word.text in stop or word.text in meetings:
            continue
        near = next((w for w in placed[i + 1 : i + 4] if w.text in meetings), None)
        if near and not any(mark in text[word.end : near.start] for mark in ",;:()–—"):
            yield word.text, word.start, near.end
        elif text[word.start].isupper() and i and placed[i - 1].text == "the":
            yield word.text, word.start, word.end


def _around(quote: Quote, first: int, last: int) -> Quote:
    """The clause before a span of a quote, and the span."""
    left = max(quote.text.rfind(mark, 0, first) + 1 for mark in (",", ";", "—", "–"))
    place = _PLACE.match(quote.text, last)
    right = place.end() if place else last
    start = left + len(quote.text[left:right]) - len(quote.text[left:right].lstrip())
    return part(quote, start, right) if len(quote.text[start:right].split()) >= 5 else quote
