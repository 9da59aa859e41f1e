"""ZIP archives: each entry is read by the reader of its own format; an archive within an archive is not opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from ..config import Limits
from ..errors import UnreadableError
from ..model import BESIDE, Document, SourceFile
from .packed import Archive

_OTHERS = ("__MACOSX/", ".")


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
    """Each document of the archive by its name, as a file with its companions of the same folder beside it."""
    data = {name: archive.read(name) for name in sorted(archive.names) if not _hidden(name)}
    beside: dict[PurePosixPath, list[tuple[str, bytes]]] = {}
    for name in filter(_is_companion, data):
        beside.setdefault(PurePosixPath(name).parent, []).append((PurePosixPath(name).name, data[name]))
    return [
        (name, SourceFile(f"{path}/{name}", data[name], tuple(beside.get(PurePosixPath(name).parent, ()))))
        for name in data
        if not _is_companion(name)
    ]


def _is_companion(name: str) -> bool:
    return name.endswith(BESIDE)


def _hidden(name: str) -> bool:
    return name.startswith(_OTHERS[0]) or PurePosixPath(name).name.startswith(_OTHERS[1])
