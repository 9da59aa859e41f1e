"""ZIP archives: each entry is read by the reader of its own format; an archive within an archive is not opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ..config import Limits
from ..errors import UnreadableError
from ..model import BESIDE, Document, SourceFile
from .packed import Archive

_OTHERS = ("__MACOSX/", ".")
_FOLDERS = 8


def read_bundle(
    file: SourceFile, limits: Limits, read: Callable[[SourceFile], tuple[Document, ...]]
) -> tuple[Document, ...]:
    """The documents of every entry that can be read, in the order of their names; of the others, the notes of the
    first document tell the number in that order and the reason, but not their names, which nobody meant to publish.
    Raises UnreadableError where none can be read."""
    archive = Archive(file.data, limits)
    made: list[Document] = []
    refused: list[str] = []
    reason = ""
    entries = _entries(file.path, archive)
    for number, (name, entry) in enumerate(entries, 1):
        try:
            if name.lower().endswith(".zip"):
                raise UnreadableError("an archive within an archive is not opened")
            made += read(entry)
        except UnreadableError as error:
            reason = reason or f"{name[:120]}: {error}"
            refused.append(f"in the archive, skipped: entry {number} of {len(entries)}: {error.published}")
    if not made:
        raise UnreadableError(f"in the archive, skipped: {reason}" if reason else "the archive is empty", *refused[:1])
    made[0] = replace(made[0], notes=(*made[0].notes, *refused))
    return tuple(made)


def _entries(path: str, archive: Archive) -> list[tuple[str, SourceFile]]:
    """Each document of the archive by its name, as a file with its companions of the same folder beside it. The path
    of the file has only so many folders of the archive as tell it from the others: they may be those of a person."""
    data = {name: archive.read(name) for name in sorted(archive.names) if not _hidden(name)}
    beside: dict[PurePosixPath, list[tuple[str, bytes]]] = {}
    for name in filter(_is_companion, data):
        beside.setdefault(PurePosixPath(name).parent, []).append((PurePosixPath(name).name, data[name]))
    told = _short([name for name in data if not _is_companion(name)])
    return [
        (name, SourceFile(f"{path}/{short}", data[name], tuple(beside.get(PurePosixPath(name).parent, ()))))
        for name, short in told.items()
    ]


def _short(names: Sequence[str]) -> dict[str, str]:
    """Each of `names` with the fewest of its last parts that are those of no other."""
    ends = {}
    for name in names:
        parts = PurePosixPath(name).parts
        ends[name] = ["/".join(parts[-count:]) for count in range(1, min(len(parts), _FOLDERS) + 1)]
    held = Counter(end for every in ends.values() for end in set(every))
    return {name: next((end for end in every if held[end] == 1), name) for name, every in ends.items()}


def _is_companion(name: str) -> bool:
    return name.endswith(BESIDE)


def _hidden(name: str) -> bool:
    return name.startswith(_OTHERS[0]) or PurePosixPath(name).name.startswith(_OTHERS[1])
