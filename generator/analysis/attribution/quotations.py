"""Quotations that are longer than a sentence: which sentences begin within one, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ...model import Sentence

_MARKS = re.compile(r"[“”\"]")


class Found(NamedTuple):
    """An attribution within its sentence: the span that is attributed, the speaker, the document; `act` where the span
    tells what the speaker did in speaking ("urged")."""

    start: int
    end: int
    speaker: str
    medium: str | None
    act: bool = False


def opened(sentences: Sequence[Sentence]) -> dict[int, bool]:
    """For each sentence whether it begins within a quotation that another sentence of its paragraph has opened."""
    found: dict[int, bool] = {}
    for group in _paragraphs(sentences):
        depth = 0
        for sentence in group:
            found[sentence.index] = depth > 0
            depth = _depth(sentence.text, depth)
    return found


def carry(sentences: Sequence[Sentence], found: dict[int, list[Found]]) -> None:
    """Gives each sentence of a quotation to the one speaker whom the quotation has; one that names nobody, to the
    speaker of the sentence before it, in its own paragraph or at the end of the one above."""
    last: list[Found] = []
    for run in (run for group in _paragraphs(sentences) for run in _runs(group)):
        whole = _all_quoted(run)
        spoken = _spoken(run, found) or (last if whole else [])
        if whole or len(run) > 1:
            _give(run, spoken, found)
        last = spoken[-1:]


def _spoken(run: Sequence[Sentence], found: Mapping[int, Sequence[Found]]) -> list[Found]:
    return [one for sentence in run for one in found[sentence.index] if not one.act]


def _give(run: Sequence[Sentence], spoken: Sequence[Found], found: dict[int, list[Found]]) -> None:
    """Hands the sentences of `run` that are nobody's to the only one who has spoken."""
    if len({f.speaker for f in spoken}) == 1:
        for sentence in run:
            if all(f.act for f in found[sentence.index]):
                found[sentence.index] = [Found(0, len(sentence.text), spoken[0].speaker, spoken[0].medium)]


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        yield list(group)


def _depth(text: str, depth: int) -> int:
    """How many quotations are open behind `text`, where `depth` were before it."""
    for mark in _MARKS.findall(text):
        if mark == "“":
            depth += 1
        elif mark == "”" or depth:
            depth = max(0, depth - 1)
        else:
            depth = 1
    return depth


def _runs(group: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences of a paragraph, those together that one quotation spans; one that never closes spans one each."""
    run: list[Sentence] = []
    depth = 0
    for sentence in group:
        run.append(sentence)
        depth = _depth(sentence.text, depth)
        if not depth:
            yield run
            run = []
    for sentence in run:
        yield [sentence]


def _all_quoted(run: Sequence[Sentence]) -> bool:
    """Whether sentences are one quotation from end to end."""
    text = " ".join(sentence.text for sentence in run)
    return text[:1] in '“"' and text[-1:] in '”"' and text.count("“") < 2 and text.count('"') in (0, 2)
