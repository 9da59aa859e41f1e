"""Remembering what a function of values gave: as long as a memory is open, the same arguments give the same value
without the work. A preview rebuilds all the time, and most of what it is made of has not changed. What is `kept` is
there in the next run too, on a shelf that may lose it.

Only functions whose value follows from their arguments alone may be remembered: nobody can tell then, but by the time
that it takes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, Generic, ParamSpec, Protocol, TypeVar

import msgspec

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
_Kept = TypeVar("_Kept")
_PARTS = 16  # entries in which values of one kind lie
_MOST = 1_000_000_000  # bytes that an entry may unpack to
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(dict[bytes, bytes]).decode


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


@dataclass(frozen=True, slots=True)
class Way(Generic[_Kept]):
    """How values of one `kind` are made, by number, what each follows from, as a digest, and how they are bytes.
    `unpack` raises ValueError for what `pack` did not make."""

    kind: bytes
    digest: Callable[[int], bytes]
    make: Callable[[int], _Kept]
    pack: Callable[[_Kept], bytes]
    unpack: Callable[[bytes], _Kept]


def kept_together(way: Way[_Kept], number: int) -> list[_Kept]:
    """The values of the numbers below `number`, made only where neither a memory nor the shelf has them. Many of them
    lie in one entry, which is written anew where one of them is another."""
    memory, shelf = _open.get(), _shelf.get()
    if memory is None and shelf is None:
        return [way.make(n) for n in range(number)]
    parts: dict[int, list[tuple[int, bytes]]] = {}
    for n in range(number):
        digest = way.digest(n)
        parts.setdefault(digest[0] % _PARTS, []).append((n, digest))
    values: dict[int, _Kept] = {}
    for part, mine in parts.items():
        values |= _of_part(way, part, mine, memory, shelf)
    return [values[n] for n in range(number)]


def _of_part(
    way: Way[_Kept], part: int, mine: list[tuple[int, bytes]], memory: Memory | None, shelf: Shelf | None
) -> dict[int, _Kept]:
    found = {n: memory.known((way.kind, digest)) if memory else None for n, digest in mine}
    values: dict[int, _Kept] = {n: value for n, value in found.items() if value is not None}
    if len(values) < len(mine):
        values |= _from_shelf(way, part, mine, values, shelf)
    if memory:
        for n, digest in mine:
            memory.keep((way.kind, digest), values[n])
    return values


def _from_shelf(
    way: Way[_Kept], part: int, mine: list[tuple[int, bytes]], known: Mapping[int, _Kept], shelf: Shelf | None
) -> dict[int, _Kept]:
    """The values of `mine` that are not `known`."""
    name = shelf.name(b"together", way.kind, bytes([part])) if shelf else ""
    before = _entries(shelf.get(name)) if shelf else {}
    values: dict[int, _Kept] = {}
    now: dict[bytes, bytes] = {}
    for n, digest in mine:
        if n not in known:
            found = _unpacked(way, before.get(digest))
            values[n] = way.make(n) if found is None else found
        now[digest] = before.get(digest) or way.pack(known[n] if n in known else values[n])
    if shelf and now != before:
        shelf.put(name, zlib.compress(_encode(now), 1))
    return values


def _unpacked(way: Way[_Kept], data: bytes | None) -> _Kept | None:
    try:
        return way.unpack(data) if data else None
    except ValueError:
        return None


def _entries(data: bytes | None) -> dict[bytes, bytes]:
    try:
        return _decode(zlib.decompressobj().decompress(data, _MOST)) if data else {}
    except (msgspec.MsgspecError, zlib.error):
        return {}


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
