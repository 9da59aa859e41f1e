"""A long form and its abbreviation as one phrase: "Internet of Things (IoT)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...text.schwartz_hearst import long_form
from ...text.words import Word
from .candidates import Candidate, candidate

Key = tuple[str, ...]
_BRACKETED = re.compile(r"\(\s{0,3}([A-Za-z][\w&.-]{1,11})\s{0,3}\)")
_REACH = 12  # words before a bracket that may be the long form
_SAME_START = 8  # long forms that begin with the same word; more of them are no abbreviations


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations that a text defines, by key, and its long forms by the key of their first word."""

    long: Mapping[Key, Key]
    by_first: Mapping[str, tuple[Key, ...]]

    def canonical(self, key: Key) -> Key:
        """The key of the long form where `key` is its abbreviation."""
        return self.long.get(key, key)

    def joined(self, found: Iterable[Candidate], runs: Sequence[Sequence[Word]], line: str) -> Iterator[Candidate]:
        """`found`, with each long form of the line as one candidate in place of its pieces."""
        spans = [span for run in runs for span in self._spans(run)] if self.by_first else []
        covered = {word.start for span in spans for word in span}
        for one in found:
            if one.start not in covered:
                yield one
        for span in spans:
            yield candidate(span, line)

    def _spans(self, run: Sequence[Word]) -> Iterator[Sequence[Word]]:
        keys = tuple(word.key for word in run)
        for i, key in enumerate(keys):
            for long in self.by_first.get(key, ()):
                if keys[i : i + len(long)] == long:
                    yield run[i : i + len(long)]


def find_abbreviations(lines: Sequence[str], cut: Sequence[Sequence[Sequence[Word]]]) -> Abbreviations:
    """The long forms that `lines` put before an abbreviation in brackets; `cut` are the runs of words of each line."""
    long: dict[Key, Key] = {}
    for line, runs in zip(lines, cut, strict=True):
        if "(" in line:
            for short, before in _bracketed(line, runs):
                count = long_form([word.text for word in before], short.text)
                if count > 1:
                    long.setdefault((short.key,), tuple(word.key for word in before[-count:]))
    by_first: dict[str, tuple[Key, ...]] = {}
    for form in dict.fromkeys(long.values()):
        by_first[form[0]] = (*by_first.get(form[0], ()), form)[:_SAME_START]
    return Abbreviations(long, by_first)


def _bracketed(line: str, runs: Sequence[Sequence[Word]]) -> Iterator[tuple[Word, Sequence[Word]]]:
    """Each single word with two capitals in brackets, and the words before the bracket."""
    starts = {run[0].start: number for number, run in enumerate(runs)}
    for match in _BRACKETED.finditer(line):
        number = starts.get(match.start(1), 0)
        if number and len(runs[number]) == 1 and sum(c.isupper() for c in match[1]) >= 2:
            before = runs[number - 1][-_REACH:]
            if not line[before[-1].end : match.start()].strip():
                yield runs[number][0], before
