"""The spans that are compared: every clause of every sentence, and what it is made of.

A clause is compared by the stems of its content words, each word with its meaning's first word (`lexicons.synonyms`),
and its numbers. What a clause shares with another counts by how rare it is in the corpus.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Analysis, Sentence
from ...text.language_tags import one_language
from ...text.schwartz_hearst import long_form
from ...text.words import content_stems, stem, tokens
from ..lexicons import lexicons
from .clauses import Link, clauses, verbless
from .persons import persons

FIGURE = "#"  # what a number begins with, as a term
UNIT = 1000  # of weight: a natural logarithm of 1
_LEAST, _FIGURE, _TOPICAL, _COMMON = 0.2, 1.5, 0.7, 0.9
_ACRONYM = re.compile(r"\(\s*([A-Z][A-Za-z&-]{1,9})\s*\)")
_FEWEST = 100  # fewer clauses than this do not tell how rare a word is: as many are assumed
_SPELLED = re.compile(r"\b(?:[UE]\.?[SKNU]|United|European|Great)\b|\s(?:out|off|down|over|up|way|away)\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DAY = re.compile(r"\b\d{1,2}\b")


# The first stem of a long form, to its stems and the acronym's; the longest forms first.
Acronyms = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of a sentence: `paragraph.text[start:end]` of the source with number `doc` of those that are grouped.
    `place` is the number of the sentence among all. `persons` are the terms of each whom it names."""

    doc: int
    place: int
    sentence: Sentence
    start: int
    end: int
    text: str
    terms: tuple[str, ...]
    frame: bool
    link: Link
    persons: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Vector:
    """Weights by term, and their sum: whole numbers, so that no order of adding changes a result."""

    weights: dict[str, int]
    total: int


def extract_clauses(analyses: Sequence[Analysis], language: str) -> tuple[Clause, ...]:
    """The clauses of all sentences, in the order of sources and text."""
    short = acronyms(sentence.text for analysis in analyses for sentence in analysis.sentences)
    out: list[Clause] = []
    place = 0
    for doc, analysis in enumerate(analyses):
        days, named = _days(analysis), persons(analysis)
        for sentence in analysis.sentences:
            fragment = one_language(language, "en") and verbless(sentence.text)
            for start, end, frame, link in clauses(sentence.text):
                text = sentence.text[start:end]
                held = days.get(sentence.index, ())
                people = [name for name in named.get(sentence.index, ()) if name in text]
                words = terms(_without(text, sentence.start + start, held), language, short)
                out.append(
                    Clause(
                        doc,
                        place,
                        sentence,
                        sentence.start + start,
                        sentence.start + end,
                        text,
                        words,
                        frame or fragment,
                        link,
                        tuple(frozenset(terms(name, language, short)) for name in people),
                    )
                )
            place += 1
    return tuple(out)


def _days(analysis: Analysis) -> dict[int, list[tuple[int, int]]]:
    """Where each sentence gives the day of a date, as (start, end) in its paragraph: "7" of "October 7". That is no
    figure of what is told. Years stay: few statements have one, and those of one year are often of one thing."""
    found: dict[int, list[tuple[int, int]]] = {}
    for date in (d for d in analysis.dates if d.value):
        spans = [(date.start + day.start(), date.start + day.end()) for day in _DAY.finditer(date.text)]
        found.setdefault(date.sentence, []).extend(spans)
    return found


def _without(text: str, offset: int, spans: Iterable[tuple[int, int]]) -> str:
    """`text`, which begins at `offset`, with blanks at `spans`."""
    for start, end in spans:
        if offset <= start and end <= offset + len(text):
            text = text[: start - offset] + " " * (end - start) + text[end - offset :]
    return text


def acronyms(texts: Iterable[str]) -> Acronyms:
    """The acronyms that a text gives in brackets behind their long form: "Internet of Things (IoT)"."""
    out: dict[str, str] = {}
    for text in texts:
        for match in _ACRONYM.finditer(text):
            words = [word.text for word in tokens(text[max(0, match.start() - 120) : match.start()])]
            length = long_form(words, match[1])
            if length and sum(not c.islower() for c in match[1]) > 1:
                out.setdefault(" ".join(content_stems(" ".join(words[-length:]))), stem(match[1]))
    by_first: Acronyms = {}
    for long, short in sorted(out.items(), key=lambda pair: (-len(pair[0].split()), pair)):
        if " " in long:
            by_first.setdefault(long.split()[0], []).append((tuple(long.split()), short))
    return by_first


def terms(text: str, language: str, short: Acronyms) -> tuple[str, ...]:
    """What `text` is compared by, in order, repeats included: stems under their common meaning, long forms under their
    acronym, numbers with "#"."""
    known = lexicons()
    for pattern, plain in known.spelled if _SPELLED.search(text) else ():
        text = pattern.sub(plain, text)
    out = []
    for word in _shortened(content_stems(text, language), short):
        if word[:1].isdigit() and _NUMBER.fullmatch(word):
            out.append(FIGURE + word.replace(",", ""))
        elif word in known.numbers:
            out.append(FIGURE + known.numbers[word])
        elif word not in known.said:
            out.append(known.synonyms.get(word, word))
    return tuple(out)


def _shortened(stems: tuple[str, ...], short: Acronyms) -> list[str]:
    """`stems` with each long form as its acronym, once where the acronym follows it in brackets."""
    out: list[str] = []
    place = 0
    while place < len(stems):
        size, word = 1, stems[place]
        for long, acronym in short.get(word, ()):
            if stems[place : place + len(long)] == long:
                size, word = len(long), acronym
                break
        if not (size == 1 and out and out[-1] == word):
            out.append(word)
        place += size
    return out


def weigh(bags: Sequence[Sequence[str]], topical: frozenset[str] = frozenset()) -> tuple[Vector, ...]:
    """A vector for each bag of terms, by inverse document frequency. Numbers count half as much again; words of the
    topics' own terms and the commonest words of the language less: that two clauses share those says little."""
    df = Counter(term for bag in bags for term in set(bag))
    size, common = max(len(bags), _FEWEST), lexicons().common
    idf = {}
    for term, count in df.items():
        idf[term] = round(UNIT * _kind(term, topical, common) * max(_LEAST, math.log(size / (1 + count))))
    return tuple(vector({term: idf[term] for term in bag}) for bag in bags)


def _kind(term: str, topical: frozenset[str], common: frozenset[str]) -> float:
    """What the weight of `term` is multiplied by."""
    if term[0] == FIGURE:
        return _FIGURE
    return _TOPICAL if term in topical else _COMMON if term in common else 1.0


def vector(weights: dict[str, int]) -> Vector:
    """A vector of `weights`."""
    return Vector(weights, sum(weights.values()))
