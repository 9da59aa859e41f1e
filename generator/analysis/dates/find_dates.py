"""Date expressions in the sentences of an article: where they stand, what their words say, and what lies ahead."""

from __future__ import annotations

import re

from ...model import DateMention, Sentence
from .date_patterns import ANY_CUE, PATTERNS, Reading, event_words

# "will meet on Friday" lies ahead; "said on Friday it will meet" does not: the nearest verb before the date counts.
_AHEAD = re.compile(
    r"\b(?:will|shall|to be|(?:is|are|was|were) (?:set|due|scheduled|slated|expected|planned|likely) (?:to|for)|set to|"
    r"due to|scheduled (?:to|for)|slated (?:to|for)|expected (?:to|on|in|by)|plans? to|planned for|(?:is|are) to|"
    r"going to|aims? to|hopes? to|preparing to|prepares? to|yet to|would)\b|['’]ll\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|added|wrote|tweeted|stated|declared|warned|met|held|began|"
    r"begun|took|came|went|made|gave|saw|won|lost|died|killed|left|became|started|ended|signed|approved|spoke|agreed|"
    r"had|has|have|was|were|did|happened|launched|opened|closed|rose|fell|issued|published|released|voted|ruled)\b",
    re.I,
)
_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"‘])([A-Z][\w’'.-]*)\s$")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]+")
_BREAK = re.compile(r"[;:“”]|\b(?:that|while|but|although)\b")
_WINDOW, _NEAR = 200, 40  # characters before a date that are looked at: for verbs, for a name
_TODAY_AFTER = re.compile(
    r"\b(?:said|announced|ended|met|signed|told|reported|held|released|published|confirmed|died|opened|began|launched|"
    r"arrived|left|visited|spoke|voted|ruled|agreed|approved|issued|unveiled|started|resigned|won|lost|here|country|"
    r"reporters|statement)\s$"
)
_EVERY = re.compile(r"\b(?:each|every|any|most|a|one) $", re.I)
_REPORTERS = re.compile(r"(?:^|\s)(?:On|In|By|Last|Next|This|Late|Early|Since|And|But|The|A|It|He|She|They|We)\s$")


def find_dates(sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    """Every date expression of `sentences`, in text order, none within another. Offsets are those of the paragraph."""
    return tuple(mention for sentence in sentences for mention in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> list[DateMention]:
    text = sentence.text
    if not ANY_CUE.search(text):
        return []
    lower, seen = text.lower(), dict[tuple[str, ...], bool]()
    taken: list[tuple[int, int, Reading]] = []
    covered = bytearray(len(text))  # a place once read is not read again
    for cues, regex, read in PATTERNS:
        if cues not in seen:
            seen[cues] = any(cue in lower for cue in cues)
        if not seen[cues]:
            continue
        for found in regex.finditer(text):
            start, end = found.start(), _end(found)
            if any(covered[start:end]):
                continue
            reading = read(found)
            if reading and _is_date(text, start, end, reading):
                taken.append((start, end, reading))
                covered[start:end] = b"\x01" * (end - start)
    return [_mention(sentence, *one) for one in sorted(taken, key=lambda one: one[:2])]


def _end(found: re.Match[str]) -> int:
    """The end of the expression: an event that it names ends where its noun phrase does."""
    if "event" not in found.re.groupindex:
        return found.end()
    return found.start("event") + len(event_words(found["event"]))


def _is_date(text: str, start: int, end: int, reading: Reading) -> bool:
    relative, before = reading.relative or "", text[max(0, start - _WINDOW) : start]
    if "weekday:" in relative:
        return not _is_name(text, start, end) and not _EVERY.search(before)
    if before.endswith((" of ", "Of ")) and relative in ("day:0", "day:1"):
        return False  # "the factory of tomorrow"
    if text[start:end].lower() == "today":  # "the world of today", "many countries today": no date
        return bool(_TODAY_AFTER.search(before))
    if relative.startswith("ahead:"):
        return bool(_AHEAD.search(before) or re.search(r"\bprepar|\bplan", before))
    return True


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a weekday is part of a name: "Black Friday", "The Sunday Times", "Sheffield Wednesday"."""
    before = text[max(0, start - _NEAR) : start]
    if _NAME_BEFORE.search(before) and not _REPORTERS.search(before):
        return True
    return bool(re.search(r"(?:^|\s)[Tt]he\s$", before) and _NAME_AFTER.match(text, end))


def _mention(sentence: Sentence, start: int, end: int, reading: Reading) -> DateMention:
    planned = reading.planned or _ahead_at(sentence.text, start, end, reading)
    return DateMention(sentence.index, sentence.start + start, sentence.start + end, sentence.text[start:end],
                       reading.value, reading.relative, planned)  # fmt: skip


def _ahead_at(text: str, start: int, end: int, reading: Reading) -> bool:
    """Whether the clause says that its date is still to come. A reading that looks back by itself never is."""
    if re.match(r"(?:last-|day:-|week:-|month:-|year:-|day-|\d+-days-)", reading.relative or ""):
        return False
    before = text[max(0, start - _WINDOW) : start]
    before = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
    verbs = [*((m.end(), True) for m in _AHEAD.finditer(before)), *((m.end(), False) for m in _DONE.finditer(before))]
    if verbs:
        return max(verbs)[1]
    after = re.split(r"[;:]|\b(?:that|which|who)\b", text[end : end + 120])[0]
    first = [*((m.start(), True) for m in _AHEAD.finditer(after)), *((m.start(), False) for m in _DONE.finditer(after))]
    return (
        bool(first)
        and min(first)[1]
        and before.strip(" ,").lower() in ("", "on", "in", "at", "by", "from", "late", "early")
    )
