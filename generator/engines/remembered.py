"""The work on each file: as this process or an earlier one remembers it, and done only where neither does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import SourceFile, Worked
from ..one_source import Ways
from ..packing import pack, pack_files, packed_key, unpack
from ..pipeline import Each
from ..remember import Memory, Shelf

Do = Callable[[Sequence[SourceFile], Ways], Iterable[tuple[int, Worked]]]
"""Does the work on files, and gives the number of each with it, in any order."""


def remembered_each(do: Do, shelf: Shelf | None, memory: Memory | None = None) -> Each:
    """`do`, asked for those files only of which neither `memory` nor `shelf` knows what it gave, and its results in the
    order of the files. They are kept as they come, so that a run that is ended has not worked for nothing. What was
    refused is not remembered: a limit may have been met that another day is not."""

    def each(files: Sequence[SourceFile], ways: Ways) -> Iterator[Worked]:
        kept = _Kept(ways, shelf, memory)
        ready = {number: found for number, file in enumerate(files) if (found := kept.known(file))}
        missing = [number for number in range(len(files)) if number not in ready]
        coming = iter(do([files[number] for number in missing], ways) if missing else ())
        for number in range(len(files)):
            while number not in ready:
                came, worked = next(coming)
                kept.keep(files[missing[came]], worked)
                ready[missing[came]] = worked
            yield ready.pop(number)

    return each


@dataclass(frozen=True, slots=True)
class _Kept:
    ways: Ways
    shelf: Shelf | None
    memory: Memory | None

    def known(self, file: SourceFile) -> Worked | None:
        found: Worked | None = self.memory.known((Worked, file, self.ways)) if self.memory else None
        if found is None and self.shelf:
            found = _unpacked(self.shelf.get(self._name(self.shelf, file)))
        if found and self.memory:
            self.memory.keep((Worked, file, self.ways), found)
        return found

    def keep(self, file: SourceFile, worked: Worked) -> None:
        if not worked.whole:
            return
        if self.shelf:
            self.shelf.put(self._name(self.shelf, file), pack(worked))
        if self.memory:
            self.memory.keep((Worked, file, self.ways), worked)

    def _name(self, shelf: Shelf, file: SourceFile) -> str:
        return shelf.name(b"worked", pack_files((file,)), packed_key(self.ways))


def _unpacked(data: bytes | None) -> Worked | None:
    try:
        return unpack(data) if data else None
    except ValueError:
        return None
