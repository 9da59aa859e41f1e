"""Remembering what a function of values gave: as long as a memory is open, the same arguments give the same value
without the work. A preview rebuilds all the time, and most of what it is made of has not changed. What is `kept` is
there in the next run too, on a shelf that may lose it.

Only functions whose value follows from their arguments alone may be remembered: nobody can tell then, but by the time
that it takes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


class Memory:
    """What functions gave, by their arguments. What was not asked for in a whole block of `remembering` is forgotten at
    its end, so that a memory holds one corpus and not its history."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}
        self._asked: dict[Hashable, Any] = {}
        self._last: tuple[Hashable, Any] | None = None

    def value(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `key` stands for, made only where it is not known."""
        if key not in self._asked:
            self._asked[key] = self._kept[key] if key in self._kept else make()
        known: _Made = self._asked[key]
        return known

    def known(self, key: Hashable) -> Any:
        """What `key` stands for where that is known, else None."""
        return self._asked.get(key) or self._kept.get(key)

    def keep(self, key: Hashable, value: object) -> None:
        """Has `key` stand for `value`."""
        self._asked[key] = value

    def last(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives, or what it gave the last time where that was for the same `key`."""
        if self._last is None or self._last[0] != key:
            self._last = (key, make())
        known: _Made = self._last[1]
        return known

    def begin(self) -> None:
        """Starts a round of asking."""
        self._asked = {}

    def end(self) -> None:
        """Forgets what was not asked for in this round."""
        self._kept, self._asked = self._asked, {}


class Shelf(Protocol):
    """Where bytes are kept between runs. What it gives is what was put there, or None."""

    def name(self, *parts: bytes) -> str: ...
    def get(self, name: str) -> bytes | None: ...
    def put(self, name: str, value: bytes) -> None: ...


_open: ContextVar[Memory | None] = ContextVar("memory", default=None)
_shelf: ContextVar[Shelf | None] = ContextVar("shelf", default=None)


@contextmanager
def keeping(shelf: Shelf | None) -> Iterator[None]:
    """Has `kept` use `shelf` within the block."""
    token = _shelf.set(shelf)
    try:
        yield
    finally:
        _shelf.reset(token)


def kept(make: Callable[[], bytes], *parts: bytes) -> bytes:
    """What `make` gives, or gave in an earlier run of the same code for the same `parts`, on which alone it depends;
    the first of them tells it from what others keep. Its values are small, and cheap to read beside being made."""
    shelf = _shelf.get()
    if shelf is None:
        return make()
    name = shelf.name(*parts)
    value = shelf.get(name)
    if value is None:
        value = make()
        shelf.put(name, value)
    return value


@contextmanager
def remembering(memory: Memory | None) -> Iterator[None]:
    """Has remembered functions use `memory` within the block; a block that ends in an error forgets nothing."""
    if memory is None:
        yield
        return
    memory.begin()
    token = _open.set(memory)
    try:
        yield
        memory.end()
    finally:
        _open.reset(token)


def remembered(function: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """`function`, whose arguments can be keys, remembered. One that raises is tried again each time."""

    @wraps(function)
    def ask(*args: _Given.args, **named: _Given.kwargs) -> _Made:
        memory = _open.get()
        if memory is None:
            return function(*args, **named)
        key = (function, args, tuple(sorted(named.items())))
        return memory.value(key, lambda: function(*args, **named))

    return ask
