"""Candidate keyphrases: the noun phrases of a text, which never cross a line, a punctuation mark or a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...text.language_tags import primary
from ...text.words import Word, word_list
from .languages import content_spans
from .noun_phrases import CUT_TITLES, LONGEST, Style, noun_phrases

_ADDRESS = re.compile(r"^www\.|\w\w\.[a-z]{2,}$|_")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$", re.IGNORECASE)
# How agencies number and name what they send, and how they write a member's party and state.
_SLUG = re.compile(r"(?:AM|PM|BC|AP|EU|US|[DRI])-[A-Z][a-z]|[a-z]\d{4}$")
_LOST_NUMBER = re.compile(r"\d(?:st|nd|rd|th)\s$")  # before "Brigade", which is a piece of a name without it
_DECADE = re.compile(r"\d+'?s$")
_CLITICS = frozenset(["s", "t", "d", "m", "re", "ve", "ll"])
_APOSTROPHES = frozenset("'\u2019")
_STOPS = frozenset(".?!:;,\u2026")
_HYPHENS = frozenset("-\u2010\u2011")


class Candidate(NamedTuple):
    """A noun phrase as the text writes it, and its key: the stems by which its forms are one. `start` and `end` are its
    place in its line."""

    key: tuple[str, ...]
    surface: str
    words: tuple[str, ...]
    start: int
    end: int


def candidate(words: Sequence[Word], line: str) -> Candidate:
    """The candidate of neighbouring `words` of `line`."""
    surface = line[words[0].start : words[-1].end]
    surface = " ".join(surface.split()) if len(words) > 1 else surface
    return Candidate(
        tuple([w.key for w in words]), surface, tuple([w.text for w in words]), words[0].start, words[-1].end
    )


def candidates(runs: Sequence[Sequence[Word]], line: str, language: str = "en") -> Iterator[Candidate]:
    """The candidates of one line, cut into `runs` without punctuation within."""
    english = primary(language) == "en"
    style = _style(runs, line)
    last = 0
    for run in runs:
        opens = not last or line[last] in _APOSTROPHES
        spans = noun_phrases(run, opens, style) if english else content_spans(run, language, LONGEST)
        for start, end in spans:
            while english and start < end and _is_remnant(run[start], line):
                start += 1
            words = run[start:end]
            if words and _allowed(words, line):
                yield candidate(words, line)
        last = run[-1].end


def _style(runs: Sequence[Sequence[Word]], line: str) -> Style:
    long = [word.text for run in runs for word in run if len(word.text) > 3]
    if len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long):
        return "headline"
    return "text" if line.rstrip("\"'\u201d\u2019) ")[-1:] in _STOPS else "title"


def _is_remnant(word: Word, line: str) -> bool:
    """Whether the first word of a phrase is what is left of another: the "s" of "Orla 's", or a measure that has lost
    its number or is nothing else, "year-old" and "eight-lane"."""
    before = line[word.start - 1 : word.start] if word.start else ""
    if word.text in _CLITICS and line[: word.start].rstrip()[-1:] in _APOSTROPHES:
        return True
    lists = word_list("generic_en")
    if before in _HYPHENS and line[word.start - 2].isdigit():
        return word.text.split("-")[0].lower() in lists["measure"]
    number, _, measure = word.text.lower().partition("-")
    return bool(measure) and number in lists["number"] and measure.split("-")[0] in lists["measure"]


def _allowed(words: Sequence[Word], line: str) -> bool:
    if any(_barred(word.text) for word in words) or (words[0].start and line[words[0].start - 1] == "@"):
        return False
    first, last = words[0].text, words[-1].text
    start, end = words[0].start, words[-1].end
    if first[0].isupper() and _LOST_NUMBER.search(line, max(0, start - 5), start):
        return False
    if len(words) == 1:
        bracketed = line[start - 1 : start] == "(" and line[end : end + 1] == ")"
        return not _never_alone(first) and not (bracketed and first.lower() in word_list("generic_en")["agency"])
    return any(map(str.isalpha, first)) and not _is_cut(last, line[end : end + 1])


@lru_cache(maxsize=50_000)
def _barred(word: str) -> bool:
    """Whether no keyphrase holds a word: an address, an ordinal, furniture of a page or of an editor's desk."""
    lists, low = word_list("generic_en"), word.lower()
    desk = [part in lists["wire"] or (word.isupper() and part in lists["desk"]) for part in low.split("-")]
    return all(desk) or low in lists["filler"] or any(look.search(word) for look in (_ADDRESS, _ORDINAL, _SLUG))


@lru_cache(maxsize=50_000)
def _never_alone(word: str) -> bool:
    if len(word) < 2 or not any(map(str.isalpha, word)) or word.lower().rstrip(".") in word_list("generic_en")["alone"]:
        return True
    return _is_cut(word, "") or _DECADE.match(word) is not None


def _is_cut(last: str, after: str) -> bool:
    """Whether a phrase that ends in `last` has lost the name behind it: "Arkansas Gov", "George W"."""
    return last[0].isupper() and (last.lower() in CUT_TITLES or (len(last) == 1 and after == "."))
