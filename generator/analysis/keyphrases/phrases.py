"""The phrases of one article while they are being counted: under which key each candidate counts, and in what forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ...text.name_words import LEGAL_FORMS
from ...text.words import Word, stem
from .candidates import Candidate, candidates
from .short_forms import Abbreviations, find_abbreviations
from .whole_names import WholeNames

Key = tuple[str, ...]


@dataclass(slots=True)
class Phrase:
    """A phrase with all its forms; `order` is its place among all in the order of the text, `full` the form that is a
    person's full name where others are not."""

    order: int
    forms: Counter[str] = field(default_factory=Counter)
    count: int = 0
    acronym: bool = False
    full: str = ""

    def add(self, form: str, count: int = 1) -> None:
        """Counts one more occurrence, or `count` of them."""
        if form not in self.forms and is_acronym(form):
            self.acronym = True
        self.forms[form] += count
        self.count += count


def gather(
    lines: Sequence[str], cut: Sequence[Sequence[Sequence[Word]]], names: WholeNames, language: str
) -> dict[Key, Phrase]:
    """The phrases of a text by key, in its order; `cut` are the runs of words of each of its `lines`."""
    short = find_abbreviations(lines, cut)
    phrases: dict[Key, Phrase] = {}
    for line, runs in zip(lines, cut, strict=True):
        found = names.joined(candidates(runs, line, language), runs, line)
        for one in short.joined(found, runs, line):
            for key, form in _counted(one, names, short):
                phrase = phrases.get(key)
                if phrase is None:
                    phrase = phrases[key] = Phrase(len(phrases))
                phrase.add(form)
                if not phrase.full and one.words in names.people:
                    phrase.full = form
    _fold_firms(phrases)
    return phrases


def _counted(one: Candidate, names: WholeNames, short: Abbreviations) -> Iterator[tuple[Key, str]]:
    yield short.canonical(names.key_of(one)), one.surface
    if len(one.key) > 1 and not one.surface.isupper() and not names.holds(one):
        yield from _acronyms_within(one, short)


def _acronyms_within(one: Candidate, short: Abbreviations) -> Iterator[tuple[Key, str]]:
    """The acronyms in a longer phrase, each a phrase too: "5G network" is about 5G."""
    for key, word in zip(one.key, one.words, strict=True):
        if is_acronym(word):
            yield short.canonical((key,)), word


@lru_cache(maxsize=20_000)
def is_acronym(word: str) -> bool:
    """Whether `word` is such as "5G", "AI", "IoT", "R&D" or "COVID-19", but no long word in capitals."""
    capitals = sum(c.isupper() or c.isdigit() for c in word)
    return capitals >= 2 and capitals * 2 > len(word) and (len(word) <= 5 or not word.isalpha())


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(map(stem, LEGAL_FORMS))


def _fold_firms(phrases: dict[Key, Phrase]) -> None:
    """A firm with its legal form is the firm without it, where the text calls it so too: "Orla Inc" and "Orla"."""
    for key in [key for key in phrases if len(key) > 1 and key[-1] in _legal_forms() and key[:-1] in phrases]:
        whole, into = phrases.pop(key), phrases[key[:-1]]
        into.order = min(into.order, whole.order)
        for form, count in whole.forms.items():
            into.add(form, count)


def word_counts(phrases: Mapping[Key, Phrase]) -> Counter[str]:
    """How often each word stands in phrases."""
    counts: Counter[str] = Counter()
    for key, phrase in phrases.items():
        for word in key:
            counts[word] += phrase.count
    return counts


def parts(key: Key) -> Iterable[Key]:
    """Every run of the words of `key` that is shorter than it."""
    size = len(key)
    return [key[i:j] for i in range(size) for j in range(i + 1, size + 1) if j - i < size] if size > 1 else ()
