"""Figures with what their statements say of them besides: the occasion, and the names before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import Analysis, Name
from ..build import Evidence
from .occasion import Occasion, occasion
from .quantities import Quantity, quantities

_EARLIER = re.compile(
    r"\b(?:initial|earlier|preliminary|previous|first)\s(?:\w+\s)?(?:reports?|estimates?|counts?|figures?|tolls?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure as a statement gives it. `names` are the names before it in the statement, `doer` the last of them that
    is a person's or an organisation's, and not the speaker's. Its statement may call it an `earlier` one itself."""

    told: Evidence
    quantity: Quantity
    occasion: Occasion
    names: frozenset[str]
    doer: str
    earlier: bool
    sentence_words: int

    @property
    def words(self) -> str:
        """The figure with its hedge and what it counts, as written."""
        return self.told.quote.text[self.quantity.start : self.quantity.end]

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it stands among the sources, to sort by."""
        return self.told.doc, self.told.quote.paragraph, self.told.quote.start + self.quantity.start


@dataclass(frozen=True, slots=True)
class _Called:
    """A name in a sentence, at `start:end` of its paragraph, under the id of whose it is."""

    start: int
    end: int
    id: str
    doer: bool


def claims(
    groups: Sequence[Sequence[Evidence]], names: Sequence[Name], analyses: Sequence[Analysis]
) -> Iterator[Claim]:
    """The figures of all statements, each place once; none that are parts of others."""
    sentences = {(a.article.id, s.index): s.text for a in analyses for s in a.sentences}
    called = _called(names, analyses)
    seen = set()
    for told in (t for group in groups for t in group if t.figures):
        quote = told.quote
        for one in quantities(quote.text):
            place = (quote.source, quote.paragraph, quote.start + one.start)
            if place in seen or one.part:
                continue
            seen.add(place)
            key = (quote.source, quote.sentence)
            yield _claim(told, one, sentences.get(key, quote.text), called.get(key, ()))


def _called(names: Sequence[Name], analyses: Sequence[Analysis]) -> Mapping[tuple[str, int], Sequence[_Called]]:
    known = {text: name.id for name in names for text in (name.name, *(alias.text for alias in name.aliases))}
    out: dict[tuple[str, int], list[_Called]] = {}
    for analysis in analyses:
        for mention in analysis.names:
            doer = mention.kind in ("person", "organisation")
            one = _Called(mention.start, mention.end, known.get(mention.text, mention.text), doer)
            out.setdefault((analysis.article.id, mention.sentence), []).append(one)
    return out


def _claim(told: Evidence, one: Quantity, sentence: str, called: Sequence[_Called]) -> Claim:
    quote, speaker = told.quote, (told.voice.by if told.voice else "") or ""
    before = [name for name in called if quote.start <= name.start and name.end <= quote.start + one.start]
    doers = [n.id for n in before if n.doer and quote.text[n.start - quote.start : n.end - quote.start] not in speaker]
    return Claim(
        told,
        one,
        occasion(sentence),
        frozenset(name.id for name in before),
        doers[-1] if doers else "",
        bool(_EARLIER.search(quote.text, 0, one.start)),
        len(sentence.split()),
    )
