"""The work on each file: as this process or an earlier one remembers it, and done only where neither does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import SourceFile, Worked
from ..one_source import Ways
from ..packing import pack, pack_files, packed_key, unpack
from ..pipeline import Each
from ..remember import Memory, Shelf


def remembered_each(do: Each, shelf: Shelf | None, memory: Memory | None = None) -> Each:
    """`do`, asked for those files only of which neither `memory` nor `shelf` knows what it gave. What was refused is
    not remembered: a limit may have been met that another day is not."""

    def each(files: Sequence[SourceFile], ways: Ways) -> Iterator[Worked]:
        known: dict[int, Worked] = {}
        for number, file in enumerate(files):
            found = _known(file, ways, shelf, memory)
            if found:
                known[number] = found
        missing = iter(do([file for number, file in enumerate(files) if number not in known], ways))
        for number, file in enumerate(files):
            worked = known.pop(number, None)
            if worked is None:
                worked = next(missing)
                if shelf and worked.whole:
                    shelf.put(_name(shelf, file, ways), pack(worked))
            if memory and worked.whole:
                memory.keep((Worked, file, ways), worked)
            yield worked

    return each


def _known(file: SourceFile, ways: Ways, shelf: Shelf | None, memory: Memory | None) -> Worked | None:
    found: Worked | None = memory.known((Worked, file, ways)) if memory else None
    if found or shelf is None:
        return found
    data = shelf.get(_name(shelf, file, ways))
    try:
        return unpack(data) if data else None
    except ValueError:
        return None


def _name(shelf: Shelf, file: SourceFile, ways: Ways) -> str:
    return shelf.name(b"worked", pack_files((file,)), packed_key(ways))
