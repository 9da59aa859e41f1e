"""A memory gives what a function gave, for as long as it is asked, and keeps no error."""

from __future__ import annotations

import pytest

from generator.remember import Memory, Way, keeping, kept, kept_together, remembered, remembering


def test_what_was_made_is_made_once_while_a_memory_is_open() -> None:
    made: list[int] = []

    @remembered
    def double(number: int) -> int:
        """Twice a number."""
        made.append(number)
        return 2 * number

    assert (double(1), double(1), made) == (2, 2, [1, 1])
    memory = Memory()
    with remembering(memory):
        assert (double(1), double(1), double(2)) == (2, 2, 4)
    with remembering(memory):
        assert double(2) == 4
    assert made == [1, 1, 1, 2]
    with remembering(memory):
        assert double(1) == 2
    assert made == [1, 1, 1, 2, 1], "1 was not asked for in the round before, and was forgotten"
    assert double.__doc__ == "Twice a number."


def test_an_error_is_not_kept_and_forgets_nothing() -> None:
    made: list[int] = []

    @remembered
    def half(number: int) -> int:
        made.append(number)
        if number % 2:
            raise ValueError(number)
        return number // 2

    memory = Memory()
    with remembering(memory):
        half(2)
    for _ in range(2):
        with pytest.raises(ValueError, match="3"), remembering(memory):
            half(3)
    with remembering(memory):
        assert half(2) == 1
    assert made == [2, 3, 3]


def test_the_last_value_is_given_again_for_the_same_key_only() -> None:
    memory = Memory()
    numbers = iter(range(9))
    assert [memory.last(key, lambda: next(numbers)) for key in "aabba"] == [0, 0, 1, 1, 2]


class Shelf:
    """A shelf that tells what lies on it."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}

    def name(self, *parts: bytes) -> str:
        return repr(parts)

    def get(self, name: str) -> bytes | None:
        return self.values.get(name)

    def put(self, name: str, value: bytes) -> None:
        self.values[name] = value


def test_what_is_kept_is_made_once_for_the_same_parts_and_always_without_a_shelf() -> None:
    numbers = (bytes([number]) for number in range(9))

    def made(*parts: bytes) -> bytes:
        return kept(lambda: next(numbers), *parts)

    shelf = Shelf()
    with keeping(shelf):
        assert [made(b"a"), made(b"a"), made(b"a", b"b"), made(b"a")] == [b"\0", b"\0", b"\1", b"\0"]
    assert [made(b"a"), made(b"a")] == [b"\2", b"\3"]
    with keeping(shelf):
        assert made(b"a") == b"\0"
    assert len(shelf.values) == 2


class Doubling:
    """Doubles numbers, and tells which."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def __call__(self, *numbers: int, kind: bytes = b"n") -> list[int]:
        def make(n: int) -> int:
            self.made.append(numbers[n])
            return 2 * numbers[n]

        self.made.clear()
        way = Way(kind, lambda n: bytes([numbers[n] * 7 % 256]), make, lambda value: str(value).encode(), int)
        return kept_together(way, len(numbers))


def test_many_values_lie_in_few_entries_and_each_is_made_once() -> None:
    shelf, double = Shelf(), Doubling()
    with keeping(shelf):
        assert double(*range(50)) == [2 * n for n in range(50)]
        assert len(shelf.values) == 16
        before = dict(shelf.values)
        assert (double(*range(50)), double.made) == ([2 * n for n in range(50)], [])
        assert shelf.values == before
        assert (double(*range(1, 50), 99)[-1], double.made) == (198, [99])
        assert sum(shelf.values[name] != before[name] for name in before) == 2, "that of what came, and of what went"
        assert (double(3, kind=b"other"), double.made) == ([6], [3])
        shelf.values = dict.fromkeys(shelf.values, b"nothing of ours")
        assert double(*range(50)) == [2 * n for n in range(50)]
        assert sorted(double.made) == list(range(50))
    assert double() == []


def test_a_memory_knows_what_is_kept_together_without_a_shelf() -> None:
    memory, double = Memory(), Doubling()
    for numbers, made in (((1, 2), [1, 2]), ((2, 3), [3]), ((2,), []), ((1,), [1])):
        with remembering(memory):
            assert (double(*numbers), double.made) == ([2 * n for n in numbers], made)
    assert (double(2), double.made) == ([4], [2])
