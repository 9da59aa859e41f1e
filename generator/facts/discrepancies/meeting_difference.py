"""One meeting, two times: past in one source, still to come in another; a day after it here, on its sidelines there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Quote
from ...text.words import stopwords
from ..build import Evidence
from ..lexicons import lexicons
from ..tokens import PlacedWord, words
from .sides import Found, Side, phrase

_NUMBER_OF = (
    r"(?:an?|one|two|three|four|five|six|seven|several|\d+)\s(?:day|week|month|year)s?\s(?:after|before|ahead of)"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<apart>{_NUMBER_OF})|(?P<ahead>ahead of|on the eve of))\s+(?:[\w’'-]+\s+){{0,4}}$"
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
_NEXT = re.compile(r"\bnext\s(?:week|month|year)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:an?|one)\b")
_TO_COME, _THEN = "still to come", "then"
_RELATION = re.compile(
    r"\b(?:(?:day|week|month|year)s?\s(?:after|before|ahead)|ahead of|eve of|sidelines|during|alongside|set to"
    r"|due to|expected to|scheduled|planned|to take place|to be held|next\s(?:week|month|year))\b",
    re.IGNORECASE,
)
_APART = re.compile(r"[,;:()–—]")
_WINDOW = 80


@dataclass(frozen=True, slots=True)
class _Place:
    """When a meeting is, as a statement tells it in `words`; `when` is the same for all words that say the same."""

    when: str
    words: str
    told: Evidence
    quote: Quote


def find(groups: Sequence[Sequence[Evidence]]) -> Iterator[Found]:
    """Meetings under one proper name that sources place in time unlike each other."""
    held: dict[str, list[_Place]] = defaultdict(list)
    timed = [told for group in groups for told in group if _RELATION.search(told.quote.text)]
    proper = {word for told in timed for word in _capitalised(told.quote.text)}
    for told in timed:
        for name, place in _placed(told, proper):
            held[name].append(place)
    for name in sorted(held):
        places = _comparable(held[name])
        if len({place.when for place in places}) > 1:
            yield Found("date", "meeting", name, tuple(_sides(places)))


def _capitalised(text: str) -> Iterator[str]:
    """The words of `text` behind its first that are written with a capital, in small letters."""
    return (word.text for word in words(text)[1:] if text[word.start].isupper())


def _comparable(places: Sequence[_Place]) -> Sequence[_Place]:
    """`places` without those that only tell that the meeting is to come, where another tells when."""
    timed = any(place.when.startswith("next ") for place in places)
    return [place for place in places if not (timed and place.when == _TO_COME)]


def _sides(places: Sequence[_Place]) -> Iterator[Side]:
    """A side for each place, those of one time under the words of the earliest source."""
    words_of: dict[str, str] = {}
    for place in sorted(places, key=lambda p: (p.told.doc, p.quote.paragraph, p.quote.start)):
        words_of.setdefault(place.when, place.words)
    return (Side(words_of[place.when], place.told, place.quote) for place in places)


def _placed(told: Evidence, proper: set[str]) -> Iterator[tuple[str, _Place]]:
    """(the meeting's name, its place in time) for each meeting that a statement places."""
    text = told.quote.text
    for name, start, end in _named(text, words(text), proper):
        before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
        found, coming = _BEFORE.search(before), _COMING.match(after)
        if coming:
            when = _NEXT.search(coming.group())
            place = when.group() if when else _TO_COME
            yield name, _Place(place.lower(), place, told, phrase(told, start, end + coming.end()))
        elif found:
            first = start - (len(before) - found.start())
            when_words = " ".join(text[first:end].split())
            yield name, _Place(_when(found), when_words, told, phrase(told, first, end))


def _when(found: re.Match[str]) -> str:
    """The time that a relation gives, the same for "a day after" and "one day after", and for all that say "then"."""
    if found["same"]:
        return _THEN
    if found["ahead"]:
        return _TO_COME
    return _ONE.sub("1", " ".join(found["apart"].lower().split()))


def _goes_on(text: str, placed: Sequence[PlacedWord], at: int) -> bool:
    """Whether a name goes on that began before: the first word tells two meetings of "foreign ministers" apart."""
    last = placed[at - 1] if at else None
    return last is not None and text[last.start].isupper() and not text[last.end : placed[at].start].strip(" -")


def _named(text: str, placed: Sequence[PlacedWord], proper: set[str]) -> Iterator[tuple[str, int, int]]:
    """A proper name before a word for a meeting within three words, or alone behind "the", with its place."""
    meetings, stop = lexicons().meetings, stopwords()
    for i, word in enumerate(placed):
        if word.text not in proper or word.text in stop | meetings or _goes_on(text, placed, i):
            continue
        near = next((w for w in placed[i + 1 : i + 4] if w.text in meetings), None)
        if near and not _APART.search(text, word.end, near.start):
            yield word.text, word.start, near.end
        elif _alone(text, placed, i):
            yield word.text, word.start, word.end


def _alone(text: str, placed: Sequence[PlacedWord], at: int) -> bool:
    """Whether a capitalised word names a meeting with nothing but "the": "the Quad"."""
    return at > 0 and text[placed[at].start].isupper() and placed[at - 1].text == "the"
