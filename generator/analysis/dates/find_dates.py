"""Date expressions in the sentences of an article: where they stand, what their words say, and what lies ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import DateMention, InYear, Sentence, Tense, Tied, Units, Upcoming, Weekday
from ...text.datelines import dateline_end
from .date_patterns import ANY_CUE, PATTERNS, Pattern
from .event_year import with_year
from .readings import Reading, event_words
from .tense import tense_at

_NAME_BEFORE = re.compile(
    r"(?:^|[\s(“\"‘])(?:Good|Black|Ash|Bloody|Palm|Super|Easter|Whit|Holy|Cyber|Shrove|Maundy|Giving|Fat|Sheffield)\s$"
)
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]+")
_WINDOW, _NEAR = 200, 40  # characters before a date that are looked at: for verbs, for a name
_TODAY_AFTER = re.compile(
    r"\b(?:said|announced|ended|met|signed|told|reported|held|released|published|confirmed|died|opened|began|launched|"
    r"arrived|left|visited|spoke|voted|ruled|agreed|approved|issued|unveiled|started|resigned|won|lost|here|country|"
    r"reporters|statement)\s$"
)
_AHEAD = ("ahead", "then")
_EVERY = re.compile(r"\b(?:each|every|any|most|a|one|GMT|UTC) $", re.I)  # "2210 GMT Thursday" is another clock's day
_BESIDE = re.compile(r"\b(?:before|after|prior to)\s(?:the\s)?(?:end of\s|start of\s)?$", re.I)
_REPEATED = re.compile(
    r"\b(?:time|first|second|third|once|twice|worst|best|lowest|highest)\s$|\btimes\s$|(?:\d|illion|percent|dollars|euros)\s$",
    re.I,
)
_PREPARING = re.compile(r"\b(?:prepar|plan)")


_Found = tuple[int, int, Reading]


def find_dates(sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    """Every date expression of `sentences`, in text order, none within another. Offsets are those of the paragraph."""
    return tuple(mention for sentence in sentences for mention in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> list[DateMention]:
    text = sentence.text
    if not ANY_CUE.search(text):
        return []
    taken: list[_Found] = []
    covered = bytearray(len(text))  # a place once read is not read again; a dateline is not read
    opening = dateline_end(text)
    covered[:opening] = b"\x01" * opening
    for pattern in _patterns_for(text.lower()):
        for found in pattern.regex.finditer(text):
            start, end = found.start(), _end(found)
            reading = None if any(covered[start:end]) else pattern.read(found)
            if reading is None:
                continue
            covered[start:end] = b"\x01" * (end - start)
            if _is_date(text, start, end, reading) and (not reading.goes_on or _follows(taken, start)):
                taken.append((start, end, reading))
    return [_mention(sentence, *one) for one in sorted(taken, key=lambda one: one[:2])]


def _patterns_for(lower: str) -> Iterator[Pattern]:
    """The patterns that may find something in a text of these lower-case letters."""
    seen: dict[tuple[str, ...], bool] = {}
    for pattern in PATTERNS:
        if pattern.cues not in seen:
            seen[pattern.cues] = any(cue in lower for cue in pattern.cues)
        if seen[pattern.cues]:
            yield pattern


def _follows(taken: Sequence[_Found], start: int) -> bool:
    return any(end == start - 1 for _, end, _ in taken)


def _end(found: re.Match[str]) -> int:
    """The end of the expression: an event that it names ends where its noun phrase does."""
    if "event" not in found.re.groupindex:
        return found.end()
    return found.start("event") + len(event_words(found["event"]))


def _is_date(text: str, start: int, end: int, reading: Reading) -> bool:
    relative, before = reading.relative, text[max(0, start - _WINDOW) : start]
    if reading.value:
        return not _BESIDE.search(before)  # "before June 2003" dates nothing
    if reading.only_ahead:
        return tense_at(text, start, end) in _AHEAD and not _REPEATED.search(before)
    if isinstance(relative, Weekday):
        return not _is_name(text, start, end) and not _EVERY.search(before)
    if isinstance(relative, Upcoming) and relative.event:
        return tense_at(text, start, end) in _AHEAD or bool(_PREPARING.search(before))
    return not isinstance(relative, Units) or _is_day(text[start:end].lower(), before)


def _is_day(words: str, before: str) -> bool:
    """Whether what may be a day is one: not "the factory of tomorrow", "the world of today", "many countries today"."""
    if words == "today":
        return bool(_TODAY_AFTER.search(before))
    return words not in ("tomorrow", "tonight", "yesterday") or not before.endswith((" of ", "Of "))


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a weekday is part of a name: "Black Friday", "The Sunday Times", "Sheffield Wednesday"."""
    before = text[max(0, start - _NEAR) : start]
    if _NAME_BEFORE.search(before):
        return True
    return bool(re.search(r"(?:^|\s)[Tt]he\s$", before) and _NAME_AFTER.match(text, end))


def _mention(sentence: Sentence, start: int, end: int, reading: Reading) -> DateMention:
    tense = reading.tense or _tense(sentence.text, start, end, reading)
    found = DateMention(sentence.index, sentence.start + start, sentence.start + end, sentence.text[start:end],
                       reading.value, reading.relative, tense)  # fmt: skip
    return with_year(found, sentence.text, start)


def _tense(text: str, start: int, end: int, reading: Reading) -> Tense:
    """A reading that looks back by itself lies in the past. A weekday of a plan of the past may have come or not, and
    one that belongs to a noun is not told by the verb behind it: "Friday's spill would cost less"."""
    relative = reading.relative
    if isinstance(relative, Tied) or (isinstance(relative, (Units, InYear)) and _looks_back(relative)):
        return "past"
    tense, weekday = tense_at(text, start, end), isinstance(relative, Weekday)
    if tense == "then":
        return "open" if weekday else "ahead"
    return "open" if weekday and tense == "ahead" and text[end : end + 2] in ("'s", "’s") else tense


def _looks_back(relative: Units | InYear) -> bool:
    return (relative.count if isinstance(relative, Units) else relative.years) < 0
