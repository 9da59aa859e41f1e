"""What may go wrong, and having it go wrong at one call: in the process that runs a command, and in its copies."""

from __future__ import annotations

import builtins
import errno
import io
import mmap
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

CALLS = ("open", "write", "rename", "mkdir", "fsync", "unlink", "rmdir", "link", "chmod", "fchmod")
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE", "EDQUOT", "EINTR")
KILL, MEMORY, INTERRUPT = "kill", "memory", "interrupt"
WHATS = (KILL, *ERRORS, MEMORY, INTERRUPT)

_BY = {"replace": "rename", "sendfile": "write"}  # other names under which the same is asked for
_OF_HANDLES = frozenset({"write", "fsync", "fchmod", "sendfile"})
_WIDTH = 8


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at the call number `at` of a kind: `kill`, `memory`, `interrupt`, or an error by its name."""

    call: str
    at: int
    what: str


class Counts:
    """How often each call was made, by a process and its copies together."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, _WIDTH * len(CALLS))

    def one_more(self, call: str) -> int:
        """Counts a call; gives its number."""
        count = self[call] + 1
        at = _WIDTH * CALLS.index(call)
        self._shared[at : at + _WIDTH] = count.to_bytes(_WIDTH, "big")
        return count

    def __getitem__(self, call: str) -> int:
        at = _WIDTH * CALLS.index(call)
        return int.from_bytes(self._shared[at : at + _WIDTH], "big")


def arm(root: Path, fault: Fault | None, counts: Counts) -> None:
    """From now on this process, and whatever it becomes by `fork`, counts its calls that may change something of the
    project in `root`, and `fault` happens at its own."""
    main = os.getpid()

    def come(call: str) -> None:
        number = counts.one_more(call)
        if fault and (fault.call, fault.at) == (call, number):
            _happen(fault.what, main)

    for name in (*CALLS, *_BY):
        setattr(os, name, _watched(name, getattr(os, name), root, come))
    io.open = builtins.open = _opening(root, come)


def _happen(what: str, main: int) -> None:
    if what == KILL:
        os.kill(main, signal.SIGKILL)
        os.kill(os.getpid(), signal.SIGKILL)
    if what == MEMORY:
        raise MemoryError
    if what == INTERRUPT:
        raise KeyboardInterrupt
    number = getattr(errno, what)
    raise OSError(number, os.strerror(number))


def _watched(name: str, genuine: Callable[..., Any], root: Path, come: Callable[[str], None]) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        if _changes(name, arguments, named, root):
            come(_BY.get(name, name))
        return genuine(*arguments, **named)

    return call


def _changes(name: str, arguments: Sequence[Any], named: dict[str, Any], root: Path) -> bool:
    """Whether a call may change something of the project."""
    if name in _OF_HANDLES:
        return isinstance(arguments[0], int) and arguments[0] > 2
    if name == "open":
        flags = arguments[1] if len(arguments) > 1 else named.get("flags", 0)
        if not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return False
    inside = any(key.endswith("dir_fd") and named[key] is not None for key in named)
    return inside or _is_within(arguments[0], root)


def _is_within(path: Any, root: Path) -> bool:
    return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(str(root))


def _opening(root: Path, come: Callable[[str], None]) -> Callable[..., Any]:
    """`open` of Python, whose files write by calls that are counted."""
    genuine = io.open

    class Raw(io.FileIO):
        def write(self, data: Any) -> int:
            come("write")
            return super().write(data)

    def opened(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> Any:
        plain = _is_within(file, root) and set(mode) <= set("wxabt") and buffering == -1 and not rest
        if not plain or not set(mode) & set("wxa"):
            return genuine(file, mode, buffering, *rest, **named)
        come("open")
        binary = io.BufferedWriter(Raw(file, "".join(set(mode) & set("wxa"))))
        return binary if "b" in mode else io.TextIOWrapper(binary, **named)

    return opened


def places(count: int, most: int) -> list[int]:
    """Up to `most` numbers of `count` calls, spread evenly, the first and the last among them."""
    if count <= most:
        return list(range(1, count + 1))
    if most == 1:
        return [(count + 1) // 2]
    return sorted({1 + round(i * (count - 1) / (most - 1)) for i in range(most)})


def faults(counts: Counts, most: int, whole: int, calls: Sequence[str] = CALLS) -> Iterator[Fault]:
    """Of these kinds of calls, at up to `most` places of each a kill, and one of the others by turns; at up to `whole`
    of its places, everything."""
    turns = cycle(WHATS[1:])
    for call in calls:
        everything = set(places(counts[call], whole))
        for at in sorted({*places(counts[call], most), *everything}):
            whats = WHATS if at in everything else (KILL, next(turns))
            yield from (Fault(call, at, what) for what in whats)
