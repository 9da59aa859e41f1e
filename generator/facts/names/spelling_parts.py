"""Parts of spellings, so cut that two with one first letter which differ by a letter, or by two, have a part in common:
of two halves one letter leaves one as it is, of three thirds two letters leave one (after G. Li, D. Deng, J. Wang and
J. Feng, "Pass-Join: a partition-based method for similarity joins", 2011)."""

from __future__ import annotations

from collections.abc import Iterator

Part = tuple[int, int, int, str]
"""How many parts the spelling is cut into, how long it is, which part this is, and its letters behind the first of the
spelling."""


def _cuts(length: int, count: int) -> list[int]:
    return [length * number // count for number in range(count + 1)]


def parts_of(word: str) -> Iterator[Part]:
    """The parts under which a spelling is kept, its halves and its thirds."""
    for count in (2, 3):
        cuts = _cuts(len(word), count)
        for number in range(count):
            yield count, len(word), number, word[:1] + word[cuts[number] : cuts[number + 1]]


def parts_near(word: str, most: int) -> Iterator[Part]:
    """The parts of which every spelling within `most` letters, one or two, has one."""
    count = most + 1
    for length in range(len(word) - most, len(word) + most + 1):
        cuts = _cuts(length, count)
        for number in range(count):
            first, last = cuts[number], cuts[number + 1]
            for shift in _shifts(number, count, len(word) - length, most):
                if first + shift >= 0 and last + shift <= len(word):
                    yield count, length, number, word[:1] + word[first + shift : last + shift]


def _shifts(number: int, count: int, longer: int, most: int) -> range:
    """By how much a part may stand elsewhere: the first never, the last by as much as the word is `longer`."""
    if number == 0:
        return range(1)
    if number == count - 1:
        return range(longer, longer + 1)
    return range(-most, most + 1)
