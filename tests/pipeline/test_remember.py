"""A memory gives what a function gave, for as long as it is asked, and keeps no error."""

from __future__ import annotations

import pytest

from generator.remember import Memory, keeping, kept, remembered, remembering


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
