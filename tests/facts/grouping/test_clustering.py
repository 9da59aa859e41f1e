"""Which pairs are looked at, and which items end in one group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from generator.facts.grouping import clustering
from generator.facts.grouping.clustering import COMMON, Groups, _some, candidates
from generator.facts.grouping.pairs import pairs_of
from generator.facts.grouping.similarity import shared
from generator.facts.grouping.terms import Vector, vector

Likes = Mapping[tuple[int, int], float | None]


def bag(**weights: int) -> Vector:
    return vector(weights)


def each(words: str, weight: int = 1000) -> Vector:
    return vector(dict.fromkeys(words.split(), weight))


def found(vectors: list[Vector]) -> list[tuple[int, int]]:
    return [(i, j) for i, j, _ in candidates(vectors)]


def filler(words: str, count: int = COMMON) -> list[Vector]:
    return [each(word) for word in words.split() for _ in range(count)]


@pytest.mark.parametrize(
    ("one", "other", "looked_at"),
    [
        (bag(x=1800, y=4000, a=4200), bag(x=1800, y=4000, b=4200), True),  # the rare word is just 18 in 100 of either
        (bag(x=1799, y=4000, a=4201), bag(x=1799, y=4000, b=4201), False),
        (bag(x=7200, y=20000, a=12800), bag(x=7200, y=20000, b=32800), True),  # of the lighter one
        (bag(x=3600, y=4000, a=400), bag(x=3600, y=400, b=4000), True),
        (bag(y=4000, a=400), bag(y=4000, b=400), False),  # no rare word at all
    ],
)
def test_a_pair_is_looked_at_from_so_much_that_is_rare(one: Vector, other: Vector, looked_at: bool) -> None:
    assert found([one, other, *filler("y")])[:1] == ([(0, 1)] if looked_at else [])


def test_a_pair_is_looked_at_again_from_so_much_that_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    little, much = [bag(x=800, a=3200), bag(x=800, b=3200)], [bag(x=2400, a=1600), bag(x=2400, b=1600)]
    assert (found(little), found(much)) == ([], [(0, 1)])
    monkeypatch.setattr(clustering, "EDGE", shared(*much).overlap)
    assert found(much) == [(0, 1)]


def test_pairs_come_in_order_with_their_overlap() -> None:
    bags = [each("x y z"), each("y z"), each("x y z")]
    assert list(candidates(bags)) == [(i, j, shared(bags[i], bags[j]).overlap) for i, j in ((0, 1), (0, 2), (1, 2))]


def test_a_word_of_too_many_items_pairs_none_of_them() -> None:
    assert len(found([each("x")] * COMMON)) == COMMON * (COMMON - 1) // 2
    assert not found([each("x")] * (COMMON + 1))


@pytest.mark.parametrize(("rare", "looked_at"), [("abc", True), ("abcd", False)])
def test_two_common_words_pair_items_that_have_hardly_a_rare_one(rare: str, looked_at: bool) -> None:
    own = 6450 // len(rare)
    one, other = (bag(x=1800, y=1800, **{f"{letter}{n}": own for letter in rare}) for n in range(2))
    assert found([one, other, *filler("x y")]) == ([(0, 1)] if looked_at else [])


@pytest.mark.parametrize(("fewer", "looked_at"), [("1 2 3 4", True), ("1 2 3 4 5", False)])
def test_only_an_item_s_rarest_common_words_are_paired(fewer: str, looked_at: bool) -> None:
    one, other = (" ".join(f"{name}{n}" for n in fewer.split()) for name in ("a", "b"))
    rest = filler(f"{one} {other}") + filler("p q", 2 * COMMON)
    assert found([each(f"{one} p q"), each(f"{other} p q"), *rest]) == ([(0, 1)] if looked_at else [])


def test_two_common_words_of_too_many_items_pair_none_of_them() -> None:
    rest = [each("x"), each("y")]
    assert len(found([each("x y")] * COMMON + rest)) == COMMON * (COMMON - 1) // 2
    assert not found([each("x y")] * (COMMON + 1) + rest)


class Kept:
    """Keeps the pairs apart that it is made of; each item is of a kind of its own."""

    def __init__(self, *pairs: tuple[int, int]) -> None:
        self._pairs = {frozenset(pair) for pair in pairs}

    def apart(self, i: int, j: int) -> bool:
        return frozenset((i, j)) in self._pairs

    def kinds(self, items: Iterable[int]) -> dict[int, int]:
        return {item: item for item in items}


def grouped(likes: Likes, apart: tuple[tuple[int, int], ...] = (), able: str = "0123456789") -> str:
    """The groups of items at a threshold of .5, as digits; two of which nothing is known are of one source."""
    docs = list(range(1 + max(j for _, j in likes)))
    for (i, j), value in likes.items():
        docs[j] = docs[i] if value is None else docs[j]
    known = pairs_of((i, j, value) for (i, j), value in likes.items() if value is not None)
    groups = Groups(docs, known, Kept(*apart), 0.5).form(map(int, able))
    return " ".join("".join(map(str, group)) for group in groups)


@pytest.mark.parametrize(
    ("likes", "expected"),
    [
        ({(0, 1): 0.5}, "01"),
        ({(0, 1): 0.49}, "0 1"),
        ({(0, 1): None}, "0 1"),
        ({(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.1}, "012"),
        ({(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.1}, "01 2"),  # a chain does not form
        ({(0, 1): 0.9, (0, 2): 0.8, (1, 2): None}, "012"),  # what is not known does not count
        ({(0, 1): 0.6, (1, 2): 0.9, (0, 2): 0.1}, "0 12"),  # the nearest first
        ({(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7, (2, 3): 0.75, (1, 3): 0.7, (0, 3): 0.7}, "0123"),
        ({(0, 1): 0.9, (2, 3): 0.8, (0, 2): 0.4, (1, 2): 0.4, (0, 3): 0.7, (1, 3): 0.5}, "0123"),
    ],
)
def test_groups_join_by_the_mean_of_their_pairs(likes: Likes, expected: str) -> None:
    assert grouped(likes) == expected


def test_one_pair_that_must_stand_apart_keeps_two_groups_apart() -> None:
    likes = {(0, 1): 1.0, (0, 2): 1.0, (1, 2): 1.0, (0, 3): 1.0, (1, 3): 1.0, (2, 3): 1.0}
    assert grouped(likes) == "0123"
    assert grouped(likes, apart=((2, 3),)) == "012 3"
    assert grouped({(0, 1): 1.0}, apart=((0, 1),)) == "0 1"


def test_groups_are_compared_by_all_pairs_between_them() -> None:
    assert grouped({(0, 1): 0.9, (0, 2): 0.4, (1, 2): 0.7}) == "012"
    assert grouped({(0, 1): 0.9, (0, 2): 0.2, (1, 2): 0.7}) == "01 2"
    assert grouped({(0, 1): 0.9, (1, 2): 0.7}) == "01 2"  # of which nothing is told, in two sources, are unlike


def test_what_is_not_able_to_join_others_stands_alone() -> None:
    assert grouped({(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.8}, able="02") == "02 1"


def test_groups_that_are_little_alike_are_compared_again_when_they_have_grown() -> None:
    assert grouped({(0, 1): 0.95, (0, 2): 0.2, (1, 2): 0.2, (2, 3): 0.9, (0, 3): 0.89, (1, 3): 0.89}) == "0123"


@pytest.mark.parametrize(("size", "compared"), [(1, 1), (8, 8), (9, 5), (16, 8), (17, 6)])
def test_a_large_group_is_compared_by_some_of_its_members(size: int, compared: int) -> None:
    some = _some(list(range(size)))
    assert (some[0], len(some)) == (0, compared)
