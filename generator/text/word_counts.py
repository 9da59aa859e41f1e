"""How often, where and between which neighbours the words of one text stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, pstdev
from typing import Protocol


class Counted(Protocol):
    """A word as it is written, and the key under which its forms are one."""

    @property
    def text(self) -> str:
        """The word as the text writes it."""

    @property
    def key(self) -> str:
        """The stem of it."""


@dataclass(slots=True)
class WordCounts:
    """One word: how often it stands, in capitals throughout (or as "5G"), and with a capital inside a sentence; the
    sentences that hold it, each once; and the words before and after it, each time."""

    count: int = 0
    acronyms: int = 0
    names: int = 0
    sentences: list[int] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TextCounts:
    """The words that were asked for; how often the commonest word of all stands, the mean and the deviation over the
    words that are no function words, and the number of sentences. Without other words than those it is empty."""

    words: Mapping[str, WordCounts]
    most: int = 0
    mean: float = 0.0
    deviation: float = 0.0
    sentences: int = 0


def count_words_of(
    lines: Sequence[Sequence[Sequence[Counted]]], wanted: Collection[str], stopwords: Collection[str]
) -> TextCounts:
    """The counts of the `wanted` keys. `lines` are in the order of the text, each of runs of words without punctuation
    between them."""
    words = {key: WordCounts() for key in wanted}
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}  # how each key is spelt where it is first met
    for number, runs in enumerate(lines):
        for place, run in enumerate(runs):
            _count(run, words, number, place == 0)
            counts.update([word.key for word in run])
            for word in run:
                first.setdefault(word.key, word.text)
    told = [float(count) for key, count in counts.items() if first[key].lower() not in stopwords]
    if not told:
        return TextCounts({})
    words = {key: word for key, word in words.items() if word.count}
    return TextCounts(words, max(counts.values()), fmean(told), pstdev(told), len(lines))


def _count(run: Sequence[Counted], words: Mapping[str, WordCounts], number: int, opening: bool) -> None:
    for i, word in enumerate(run):
        counted = words.get(word.key)
        if counted is None:
            continue
        counted.count += 1
        if not counted.sentences or counted.sentences[-1] != number:
            counted.sentences.append(number)
        _count_spelling(word.text, counted, opening and i == 0)
        if i:
            counted.before.append(run[i - 1].key)
        if i + 1 < len(run):
            counted.after.append(run[i + 1].key)


def _count_spelling(text: str, counted: WordCounts, opens: bool) -> None:
    """Counts a word that is spelt as an acronym or a name; a capital says nothing of a word that `opens` a sentence."""
    if text.isupper() and len(text) > 1:
        counted.acronyms += 1
    elif text[0].isupper() and not opens:
        counted.names += 1
