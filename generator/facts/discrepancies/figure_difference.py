"""One thing measured, two figures: "up to 700 jobs" in one source, "as many as 900 jobs" in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...text.words import stem, word_set
from ..build import Evidence
from ..grouping.similarity import Similarity
from ..lexicons import lexicons
from ..tokens import PlacedWord, words
from .sides import Found, Side, clause

_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_RANGE = frozenset(("to", "and", "or"))
_FILL = word_set("per of the a an other more new different additional such")
_SCALE = word_set("million billion trillion thousand hundred crore lakh")
_MAX_YEAR, _MIN_YEAR = 2100, 1500
ALIKE = 0.26  # how much the clauses around two figures must say the same, figures aside


@dataclass(frozen=True, slots=True)
class Measurement:
    """A figure with what it measures, at `start:end` of a text. `values` are its numbers in order."""

    values: tuple[str, ...]
    unit: str
    start: int
    end: int


def figures(text: str) -> tuple[Measurement, ...]:
    """The figures of `text`: a number, a range or a percentage with the noun that it counts; no dates, no years."""
    placed = words(text)
    return tuple(_figures(text, placed, [word.text for word in placed]))


def _figures(text: str, placed: Sequence[PlacedWord], lower: Sequence[str]) -> Iterator[Measurement]:
    i = 0
    while i < len(lower):
        value = _value(lower, i)
        if value is None or (i and lower[i - 1] in _MONTHS) or lower[i + 1 : i + 2] == ["-"]:
            i += 1
            continue
        first, values, i = i, [value], i + 1
        while i + 1 < len(lower) and lower[i] in _RANGE and _value(lower, i + 1):
            values, i = [*values, _value(lower, i + 1) or ""], i + 2
        while i < len(lower) and lower[i] in _SCALE:
            values, i = [f"{v} {lower[i]}" for v in values], i + 1
        unit, last = _unit(text, placed, lower, i)
        if unit and unit not in _MONTHS and not _is_year(values):
            yield Measurement(tuple(values), unit, placed[first].start, last)


def _value(lower: Sequence[str], at: int) -> str | None:
    word = lower[at]
    if _NUMBER.fullmatch(word):
        return word.replace(",", "")
    return lexicons().number_words.get(word)


def _is_year(values: Sequence[str]) -> bool:
    return len(values) == 1 and values[0].isdigit() and _MIN_YEAR <= int(values[0]) <= _MAX_YEAR


def _unit(text: str, placed: Sequence[PlacedWord], lower: Sequence[str], at: int) -> tuple[str, int]:
    """The noun that is counted, as a stem, and where it ends: the next word that is no filler; "%" at once."""
    before = placed[at - 1].end
    if text[before : before + 1] == "%":
        return "%", before + 1
    for i in range(at, min(at + 3, len(lower))):
        if not text[placed[i - 1].end : placed[i].start].strip(" \u00a0-"):
            if lower[i] not in _FILL and len(lower[i]) > 1:
                same = stem(lower[i])
                return lexicons().synonyms.get(same, same), placed[i].end
        else:
            break
    return "", 0


def find(groups: Sequence[Sequence[Evidence]], likeness: Similarity) -> list[Found]:
    """A difference for each pair of statements of two sources that put other figures to one thing."""
    by_unit: dict[str, list[tuple[int, Evidence, Measurement]]] = defaultdict(list)
    for n, group in enumerate(groups):
        for told in (t for t in group if t.figures):
            for figure in figures(told.quote.text):
                by_unit[figure.unit].append((n, told, figure))
    out = []
    for held in by_unit.values():
        for cluster in _clusters(held, likeness):
            sides = tuple(Side(_words(t, f), t, clause(t, f.start, f.end)) for _, t, f in cluster)
            if len({f.values for _, _, f in cluster}) > 1:
                first = min(cluster, key=lambda c: (c[1].doc, c[1].quote.start))
                out.append(Found("figure", "How many", _words(first[1], first[2]), sides))
    return out


def _words(told: Evidence, figure: Measurement) -> str:
    return told.quote.text[figure.start : figure.end]


def _clusters(
    held: Sequence[tuple[int, Evidence, Measurement]], likeness: Similarity
) -> list[list[tuple[int, Evidence, Measurement]]]:
    """Figures of one unit, those together whose clauses say the same but for the figures."""
    out: list[list[tuple[int, Evidence, Measurement]]] = []
    for one in held[:200]:
        mine = next((c for c in out if all(_same(other, one, likeness) for other in c)), None)
        if mine is None:
            out.append([one])
        else:
            mine.append(one)
    return out


def _same(a: tuple[int, Evidence, Measurement], b: tuple[int, Evidence, Measurement], likeness: Similarity) -> bool:
    if a[1].quote.id == b[1].quote.id:
        return False
    return likeness.without_figures(a[1].at(a[2].start), b[1].at(b[2].start)) >= ALIKE
