"""Where the words of a target stand in the sources, before anything is made of them: so a correction holds however
statements are put together later, and wherever their source is moved."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Analysis, Place, Target
from ..text.ids import quote_id


@dataclass(frozen=True, slots=True)
class Located:
    """The `places` of a target's words; `sure` where its id is that of these words in their source, else they are all
    places in which any source says them."""

    target: Target
    places: tuple[Place, ...]
    sure: bool

    @property
    def now(self) -> Target:
        """The target with the id that its words have where they stand first now."""
        return Target(quote_id(self.places[0].source, self.target.words), self.target.words)


def locate(target: Target, analyses: Sequence[Analysis]) -> Located:
    """Where `target` is: in the source that its id tells, else wherever its words are."""
    every = tuple(place for analysis in analyses for place in _places(target.words, analysis))
    own = [place for place in every if quote_id(place.source, target.words) == target.id]
    return Located(target, tuple(own[:1]) or every, sure=bool(own))


def within(words: str, text: str) -> tuple[int, int] | None:
    """Where `words` stand in `text`, whatever the spaces between them."""
    found = _spaced(words).search(text)
    return found.span() if found else None


@functools.lru_cache(maxsize=1000)
def _spaced(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _places(words: str, analysis: Analysis) -> Iterator[Place]:
    longest = max(words.split(), key=len, default="")
    for number, paragraph in enumerate(analysis.article.paragraphs, start=1):
        span = within(words, paragraph.text) if longest in paragraph.text else None
        if span:
            yield Place(analysis.article.id, number, *span, sentence=_sentence(analysis, number, span[0]))


def _sentence(analysis: Analysis, paragraph: int, at: int) -> int:
    """The number of the sentence in which a place begins; -1 where the analysis has none there, as of a heading."""
    mine = [s.index for s in analysis.sentences if s.paragraph == paragraph and s.start <= at]
    return max(mine, default=-1)
