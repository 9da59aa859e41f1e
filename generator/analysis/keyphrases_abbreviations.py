"""A long form and its abbreviation as one phrase: "Internet of Things (IoT)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..text.abbreviations import long_form
from ..text.words import Word
from .keyphrases_candidates import Candidate

Key = tuple[str, ...]
_BRACKETED = re.compile(r"\(\s{0,3}([A-Za-z][\w&.-]{1,11})\s{0,3}\)")


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations that a text defines, by key, and its long forms by their first word."""

    long: Mapping[Key, Key]
    by_first: Mapping[str, tuple[Key, ...]]

    def canonical(self, key: Key) -> Key:
        """The key of the long form where `key` is its abbreviation."""
        return self.long.get(key, key)

    def joined(self, found: Iterable[Candidate], runs: Sequence[Sequence[Word]], line: str) -> Iterator[Candidate]:
        """`found`, with each long form that a candidate is a piece of as one candidate in its place."""
        spans = [span for run in runs for span in self._spans(run)] if self.by_first else []
        if not spans:
            yield from found
            return
        texts = [" ".join(line[first.start : last.end].split()) for first, last in spans]
        for candidate in found:
            if not any(candidate.surface in text for text in texts):
                yield candidate
        for (first, last), text in zip(spans, texts, strict=True):
            run = next(r for r in runs if first in r)
            words = run[run.index(first) : run.index(last) + 1]
            yield Candidate(tuple(w.key for w in words), text, tuple(w.text for w in words))

    def _spans(self, run: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
        keys = tuple(word.key for word in run)
        for i, key in enumerate(keys):
            for long in self.by_first.get(key, ()):
                if keys[i : i + len(long)] == long:
                    yield run[i], run[i + len(long) - 1]


def find_abbreviations(lines: Sequence[str], cut: Sequence[Sequence[Sequence[Word]]]) -> Abbreviations:
    """The long forms that `lines` put before an abbreviation in brackets; `cut` are the runs of words of each line."""
    long: dict[Key, Key] = {}
    for line, runs in zip(lines, cut, strict=True):
        if "(" not in line:
            continue
        for match in _BRACKETED.finditer(line):
            short = next((run for run in runs if run[0].start == match.start(1)), None)
            before = next((run for run in reversed(runs) if run[-1].end <= match.start()), None)
            if short and before and len(short) == 1 and _is_abbreviation(match[1]):
                count = long_form([word.text for word in before], match[1])
                if count > 1:
                    long.setdefault((short[0].key,), tuple(word.key for word in before[-count:]))
    by_first: dict[str, tuple[Key, ...]] = {}
    for form in long.values():
        by_first[form[0]] = (*by_first.get(form[0], ()), form)
    return Abbreviations(long, by_first)


def _is_abbreviation(word: str) -> bool:
    return sum(c.isupper() for c in word) >= 2
