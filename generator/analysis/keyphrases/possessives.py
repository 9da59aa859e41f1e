"""A possessive that tells a kind is part of its phrase: "a driver's license", but not "the driver's car"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...text.words import Word, word_list

Run = Sequence[Word]
Pair = tuple[str, str]

_GAP = re.compile(r"['\u2019]s?\s$")
_OWNERS = word_list("function_words_en")["definite"]


def join_kinds(cut: Sequence[Sequence[Run]], lines: Sequence[str]) -> list[list[list[Word]]]:
    """The runs of words of each line; those are one that such a possessive parts. It tells a kind where it comes back
    before the same noun, mostly without a word that makes its owner a certain one."""
    counts, against = Counter[Pair](), Counter[Pair]()
    small: set[Pair] = set()
    for line, runs in zip(lines, cut, strict=True):
        for left, right in _parted(runs, line):
            pair = (left[-1].key, right[0].key)
            counts[pair] += 1
            against[pair] += len(left) > 1 and left[-2].text.lower() in _OWNERS
            small.update([pair] if left[-1].text.islower() else [])
    kinds = {pair for pair in small if counts[pair] > 1 and against[pair] * 2 < counts[pair]}
    if not kinds:
        return [[list(run) for run in runs] for runs in cut]
    return [_joined(runs, line, kinds) for line, runs in zip(lines, cut, strict=True)]


def _parted(runs: Sequence[Run], line: str) -> Iterator[tuple[Run, Run]]:
    """Neighbouring runs with nothing between them but a possessive ending, both words in small letters, or the first at
    the beginning of the line."""
    if "'" in line or "\u2019" in line:
        yield from (pair for pair in pairwise(runs) if _is_parted(*pair, line))


def _is_parted(left: Run, right: Run, line: str) -> bool:
    small = left[-1].text.islower() or left[-1].start == 0
    return small and right[0].text.islower() and _GAP.fullmatch(line[left[-1].end : right[0].start]) is not None


def _joined(runs: Sequence[Run], line: str, kinds: set[Pair]) -> list[list[Word]]:
    out: list[list[Word]] = []
    for run in runs:
        if out and (out[-1][-1].key, run[0].key) in kinds and _is_parted(out[-1], run, line):
            out[-1] = [*out[-1], *run]
        else:
            out.append(list(run))
    return out
