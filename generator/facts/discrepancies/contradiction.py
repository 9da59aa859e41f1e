"""What one source says is so and another says is not: nothing of a kind was found, and some of it was; somebody denies
that a thing is what others call it. Only these forms are looked for: most denials contradict no source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Question
from ...text.words import content_stems, stem, stopwords
from ..build import Evidence
from ..grouping.similarity import Similarity
from .sides import Found, Side

_ALIKE = 0.15  # how much two clauses must say the same besides
_FOUND = r"(?:found|noted|detected|seen|discovered|identified|observed|spotted|revealed|uncovered)"
_BETWEEN = r"(?:[a-z-]+\s){0,3}?"
_NONE = re.compile(
    rf"\b[Nn]o\s{_BETWEEN}(?P<a>[a-z-]+)\s(?:were|was|have been|has been|had been)\s(?:ever\s|yet\s)?{_FOUND}\b"
    rf"|\b(?:finds?|{_FOUND})\sno\s{_BETWEEN}(?P<b>[a-z-]+)(?=[,.;]|\s(?:in|on|at|with|of|during|after|when|,)\b)"
)
_SOME = re.compile(
    rf"\b{_FOUND}\s(?!no\b|not\b|nothing\b|that\b){_BETWEEN}(?P<a>[a-z-]+)"
    r"(?=[,.;]|\s(?:in|on|at|with|of|during|after|when|,)\b)"
    rf"|\b(?P<b>[a-z-]+)\s(?:were|was|have been|has been|had been)\s{_FOUND}\b"
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing))\s[^,.;]{0,60}?"
    r"\b(?:was|is|were|are|had been|amounted to)\s(?:an?\s|the\s)"
    r"(?P<a>[a-z-]+)(?=[,.;]|\s(?:and|but|or|by|in|against)\b|$)"
)
_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)|describ(?:es|ed|ing)|label(?:s|led|ling|ed|ing)|brand(?:s|ed|ing)|denounc(?:es|ed|ing))\s"
    r"[^,.;]{1,50}?\s(?:as\s)?(?:an?\s|the\s)(?P<a>[a-z-]+)(?=[,.;]|\s(?:and|but|or|by|in|against)\b|$)"
)
_FINDING = frozenset(stem(word) for word in _FOUND[3:-1].split("|")) | {"find"}
# What is asked, how it is denied, how it is said, how many words both must share.
_FORMS: tuple[tuple[Question, re.Pattern[str], re.Pattern[str], int], ...] = (
    ("found", _NONE, _SOME, 2),
    ("called", _DENIED, _CALLED, 1),
)
_COMPLEMENT = frozenset(stem(word) for word in ("evidence", "sign", "indication", "reason", "proof", "trace", "way"))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a statement says there is, or is not, at `start:end` of its text. `stems` are those of all it says."""

    told: Evidence
    start: int
    end: int
    stems: frozenset[str]

    @property
    def words(self) -> str:
        """The words that say so."""
        return self.told.quote.text[self.start : self.end]


def find(groups: Sequence[Sequence[Evidence]], likeness: Similarity) -> Iterator[Found]:
    """A contradiction for each thing that sources say is so and is not."""
    told = list({(t.quote.source, t.quote.id): t for group in groups for t in group}.values())
    for question, no, yes, least in _FORMS:
        denied = _said(told, no)
        claimed = _said([t for t in told if not no.search(t.quote.text)], yes)
        for noun in sorted(denied.keys() & claimed.keys()):
            sides = _opposed(denied[noun], claimed[noun], likeness, least)
            if sides:
                yield Found("contradiction", question, sides[0].value, sides)


def _said(told: Sequence[Evidence], pattern: re.Pattern[str]) -> dict[str, list[_Said]]:
    """By the stem of its noun, what `pattern` finds in statements."""
    out: dict[str, list[_Said]] = defaultdict(list)
    for one in told:
        for found in pattern.finditer(one.quote.text):
            word = found["a"] or found.groupdict().get("b") or ""
            noun = stem(word)
            if word not in stopwords() and noun not in _COMPLEMENT:
                out[noun].append(_Said(one, *found.span(), _stems(one)))
    return out


def _opposed(denied: Sequence[_Said], claimed: Sequence[_Said], likeness: Similarity, least: int) -> tuple[Side, ...]:
    """The sides of those that speak of one thing, each with the words of its first; none where nobody answers."""
    pairs = [(a, b) for a in denied for b in claimed if _one_thing(a, b, likeness, least)]
    no = _once([one for one, _ in pairs], denied)
    yes = _once([other for _, other in pairs], claimed)
    return tuple(Side(held[0].words, one.told, one.told.quote) for held in (no, yes) for one in held)


def _once(paired: Sequence[_Said], order: Sequence[_Said]) -> list[_Said]:
    """Those of `order` that stand in `paired`, each once."""
    chosen = {id(one) for one in paired}
    return [one for one in order if id(one) in chosen]


def _one_thing(a: _Said, b: _Said, likeness: Similarity, least: int) -> bool:
    if a.told.quote.source == b.told.quote.source or len(a.stems & b.stems) < least:
        return False
    return likeness.without_figures(a.told.at(a.start), b.told.at(b.start)) >= _ALIKE


def _stems(told: Evidence) -> frozenset[str]:
    return frozenset(content_stems(told.quote.text)) - _FINDING
