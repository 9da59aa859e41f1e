"""Names that their form gives away whatever their case: a long form before its bracketed abbreviation, a numbered
event, a ministry, an agreement named by its subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import dropwhile
from typing import NamedTuple

from ...model import NameKind
from ...text.gazetteer import demonyms
from ...text.name_words import ARTICLES, GENERIC, SMALL_GROUPS, SMALL_PLACES, STARTERS
from ...text.schwartz_hearst import long_form
from ...text.words import word_set
from .name_kind import kind_of
from .run_words import RunWord

_BRACKET = re.compile(r"\(\s*((?:[A-Z][\w&./-]{1,9}|[a-z][A-Z]\w{0,8}))\s*\)")
_NUMBERED = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|(?:[Ff]ir|[Ss]econd|[Tt]hird|[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]in|[Tt]en)(?:st|th)?)"
    r" (?:[A-Z][\w-]*['’]?s? )(?:[\w-]+['’]?s? ){0,5}?"
    r"(?:[Dd]ialog(?:ue)?|[Ss]ummit|[Cc]onference|[Mm]eet(?:ing)?|[Ff]orum|[Ss]ession|[Cc]ongress|[Ff]estival|[Gg]ames)\b"
)
_OFFICE = re.compile(
    r"\b(?:ministry|department) of (?:[a-z]+ and )?[a-z]+(?: affairs| development| security| policy)?\b"
)
# What a lower-cased sentence holds wherever the two find something: a cheap look before the search.
_EVENT_CUES = ("dialog", "summit", "conference", "meet", "forum", "session", "congress", "festival", "games")
_OFFICE_CUES = ("ministry of", "department of")
_AGREEMENT_CUES = ("agreement", "pact", "treaty", "accord", "memorandum")
_HEADED: tuple[tuple[tuple[str, ...], re.Pattern[str], NameKind], ...] = (
    (_EVENT_CUES, _NUMBERED, "other"),
    (_OFFICE_CUES, _OFFICE, "organisation"),
)
_SMALL: tuple[tuple[frozenset[str], NameKind], ...] = ((SMALL_PLACES, "place"), (SMALL_GROUPS, "organisation"))
_REACH = 12  # words before a bracket among which its long form is looked for
_AGREEMENT = re.compile(
    r"\b((?:[\w’'-]+ ){1,4})(?:agreement|treaty|pact|accord|memorandum of (?:understanding|cooperation|agreement))\b"
)
_VAGUE = word_set(
    "a an the this that these those its their his her our new old draft final full first second third key major "
    "minor big historic landmark ambitious groundbreaking sweeping comprehensive bilateral multilateral "
    "trilateral mutual joint formal informal interim preliminary tentative initial possible potential proposed "
    "pending future similar such any no some each every another other same long-awaited important significant "
    "recent current existing international regional binding non-binding legal written verbal secret separate "
    "special specific particular of on in for to with under by and or as between from after before into over "
    "about without via against is was be are were has had have will would could may said reached reach sign signs "
    "signed signing ink inked seal sealed strike struck broker brokered make made finalise finalize finalised "
    "finalized finalising finalizing conclude concluded approve approved announce announced is two three two-year "
    "three-year five-year multi-year billion-dollar deal broad wider broader good better great strong s not yet "
    "technologies last-minute one more"
)


class Phrase(NamedTuple):
    """A span of a sentence that is a name by its form; its kind where the form tells."""

    start: int
    end: int
    kind: NameKind | None


def phrases_of(text: str, words: list[RunWord]) -> list[Phrase]:
    """The names in a sentence that their form gives away, in text order, none within another."""
    found = _Found(text)
    for find in _FINDERS:
        find(found, text, words)
    return sorted(found.phrases)


class _Found:
    """The phrases of a sentence; a place once taken is not taken again."""

    def __init__(self, text: str) -> None:
        self.phrases: list[Phrase] = []
        self._taken = bytearray(len(text))

    def add(self, start: int, end: int, kind: NameKind | None) -> None:
        if not any(self._taken[start:end]):
            self._taken[start:end] = b"\x01" * (end - start)
            self.phrases.append(Phrase(start, end, kind))


def _headed(found: _Found, text: str, words: list[RunWord]) -> None:
    lower = text.lower()
    for cues, regex, kind in _HEADED:
        for hit in regex.finditer(text) if any(cue in lower for cue in cues) else ():
            found.add(hit.start(), hit.end(), kind)


def _agreements(found: _Found, text: str, words: list[RunWord]) -> None:
    for hit in _AGREEMENT.finditer(text) if any(cue in text for cue in _AGREEMENT_CUES) else ():
        start = _agreement_start(text, hit.start(1), hit.end(1))
        if start < hit.end(1):
            found.add(start, hit.end(), "agreement")


def _small_heads(found: _Found, text: str, words: list[RunWord]) -> None:
    """Names whose head is written small: "the Selma river", "Kestrel rebels"; not "the Danish islands"."""
    for at, head in enumerate(words):
        kind = next((kind for heads, kind in _SMALL if head.text in heads), None)
        named = _capitals_before(text, words, at) if kind else []
        if named and not any(word.low in demonyms() or word.low in GENERIC for word in named):
            found.add(named[0].start, head.end, kind)


def _capitals_before(text: str, words: list[RunWord], at: int) -> list[RunWord]:
    """The words in capitals right before `at`, without those that merely open the sentence."""
    first = at
    while first and words[first - 1].capital and text[words[first - 1].end : words[first].start] == " ":
        first -= 1
    return list(dropwhile(lambda word: word.low in STARTERS | ARTICLES, words[first:at]))


def _bracketed(found: _Found, text: str, words: list[RunWord]) -> None:
    if "(" not in text:
        return
    ends = [word.end for word in words]
    for hit in _BRACKET.finditer(text):
        last = bisect_right(ends, hit.start())
        before = words[max(0, last - _REACH) : last]
        count = long_form([word.text for word in before], hit[1])
        if not count or set("()[];:") & set(text[before[-count].start : hit.start()]):
            continue
        start, end = before[-count].start, before[-1].end
        end += int(text[end : end + 1] in ("'", "’"))
        kind = kind_of([word.text for word in before[-count:]], "", "")
        found.add(start, end, kind)
        found.add(hit.start(1), hit.end(1), kind)


def _agreement_start(text: str, start: int, end: int) -> int:
    """Where the words that say which agreement it is begin: after the last article, verb or vague adjective."""
    at = end
    for hit in reversed(list(re.finditer(r"\S+", text[start:end]))):
        word = hit.group().lower()
        if (
            word in _VAGUE
            or word.endswith(("ed", "ly"))
            or not word[0].isalpha()
            or (word.endswith("ing") and at != end)
        ):
            break
        at = start + hit.start()
    return at


_Finder = Callable[[_Found, str, list[RunWord]], None]
_FINDERS: tuple[_Finder, ...] = (_bracketed, _headed, _agreements, _small_heads)
