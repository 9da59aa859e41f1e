"""Neighbours that stand together twice or more are one word of a phrase: how compounds are told in languages whose word
classes are not known, and where a phrase ends that something stands beside once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ...text.language_tags import primary
from ...text.segmenter import UNSPACED, is_unspaced
from ...text.words import Word
from .languages import content_spans
from .unspaced import is_content

Run = Sequence[Word]
Key = tuple[str, ...]

_MOST = 5
_SPACED = frozenset(["ar", "hi"])
_UNSPACED = re.compile(f"[{UNSPACED}]")


def join_recurring(lines: Sequence[Sequence[Run]], language: str) -> list[list[list[Word]]]:
    """The runs of words of each line with neighbours joined that recur, where `language` is one that needs it; in
    scripts without spaces a space ends a run."""
    code = primary(language)
    if not is_unspaced(code) and code not in _SPACED:
        return [[list(run) for run in runs] for runs in lines]
    apart = [[part for run in runs for part in _without_gaps(run)] for runs in lines]
    known = _recurring(chain.from_iterable(apart), code)
    return [[_joined(run, known, " " if code in _SPACED else "") for run in runs] for runs in apart]


def _recurring(runs: Iterable[Run], code: str) -> set[Key]:
    counts = Counter(key for run in runs for key in _neighbours(run, code))
    return {key for key, count in counts.items() if count > 1}


def _without_gaps(run: Run) -> Iterator[list[Word]]:
    part: list[Word] = []
    for word in run:
        if part and part[-1].end < word.start and _UNSPACED.match(word.text):
            yield part
            part = []
        part.append(word)
    yield part


def _neighbours(run: Run, code: str) -> Iterator[Key]:
    """Every two to five neighbours that may be one: parts of a candidate, or, in scripts without spaces, all that begin
    and end with a content word."""
    if code in _SPACED:
        for first, stop in content_spans(run, code, 2 * _MOST):
            for start in range(first, stop):
                yield from (_key(run, start, end) for end in range(start + 2, min(start + _MOST, stop) + 1))
        return
    yield from _between_content(run, [is_content(word.text, code) for word in run])


def _between_content(run: Run, content: Sequence[bool]) -> Iterator[Key]:
    for start in (i for i, true in enumerate(content) if true):
        last = min(start + _MOST, len(run))
        yield from (_key(run, start, end) for end in range(start + 2, last + 1) if content[end - 1])


def _key(run: Run, start: int, end: int) -> Key:
    return tuple(word.key for word in run[start:end])


def _joined(run: Run, known: set[Key], space: str) -> list[Word]:
    out: list[Word] = []
    i = 0
    while i < len(run):
        longest = min(i + _MOST, len(run))
        end = next((e for e in range(longest, i + 1, -1) if _key(run, i, e) in known), i + 1)
        out.append(run[i] if end == i + 1 else _one(run[i:end], space))
        i = end
    return out


def _one(words: Run, space: str) -> Word:
    text = space.join(word.text for word in words)
    return Word(text, words[0].start, words[-1].end, space.join(word.key for word in words))
