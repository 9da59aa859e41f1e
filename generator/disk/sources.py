"""sources/ as values. Nothing outside the folder is ever opened, nor anything that is not an ordinary file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..config import Limits
from ..errors import UnreadableError
from ..model import BESIDE, Skipped, SourceFile
from ..reading import sidecar

_OURS = frozenset({"readme.md", "readme.txt", "readme"})
_DEEPEST = 12


def scan(sources: Path, limits: Limits) -> tuple[tuple[SourceFile, ...], tuple[Skipped, ...]]:
    """Every document under `sources`, in the order of their paths, and every one that must not or cannot be opened.
    Hidden files, a README and companions (sidecars, bibliographies) are no documents, save the sidecar that is left of
    a source that was withdrawn."""
    records = (_record(sources, path, ending) for path, ending, _ in _alone(sources))
    files: list[SourceFile] = [record for record in records if _withdrawn(record, limits)]
    skipped: list[Skipped] = []
    root = sources.resolve()
    for path in _walk(sources, 0):
        name = (Path("sources") / path.relative_to(sources)).as_posix()
        reason = _refuse(path, root, limits)
        if reason:
            skipped.append(Skipped(printable(name), reason))
            continue
        try:
            files.append(load(path, printable(name)))
        except OSError as error:
            skipped.append(Skipped(printable(name), f"cannot be opened: {(error.strerror or str(error)).lower()}"))
    return tuple(sorted(files, key=lambda f: f.path)), tuple(sorted(skipped, key=lambda s: s.path))


def load(path: Path, name: str) -> SourceFile:
    """The one document at `path`, called `name` in messages, with its companions. Raises OSError."""
    companions = (path.with_name(stem + ending) for ending in BESIDE for stem in (path.name, path.stem))
    beside = tuple((c.name, c.read_bytes()) for c in companions if c.is_file() and not c.is_symlink())
    return SourceFile(name, path.read_bytes(), beside)


@dataclass(frozen=True, slots=True)
class Stray:
    """A sidecar that lies beside no document, and the documents in its folder that have none."""

    path: str
    ending: str
    without: tuple[str, ...]


def strays(sources: Path) -> tuple[Stray, ...]:
    """Sidecars that lie beside no document, and are no record of a withdrawal: a slip in a file's name, or a document
    that was renamed."""
    lost = [
        Stray(printable(f"sources/{path.relative_to(sources).as_posix()}"), ending, _without(names))
        for path, ending, names in _alone(sources)
        if not _withdrawn(_record(sources, path, ending), Limits())
    ]
    return tuple(sorted(lost, key=lambda stray: stray.path))


def _alone(sources: Path) -> Iterator[tuple[Path, str, list[str]]]:
    """Sidecars that lie beside no document, each with its ending and the names of the files around it."""
    around: dict[Path, list[str]] = {}
    stems: dict[Path, frozenset[str]] = {}
    for path in _walk(sources, 0, companions=True):
        ending = next((e for e in BESIDE[:2] if path.name.endswith(e)), None)
        if ending is None or path.is_symlink() or not path.is_file():
            continue
        folder = path.parent
        if folder not in stems:
            around[folder] = _names(folder)
            documents = [name for name in around[folder] if not name.endswith(BESIDE)]
            stems[folder] = frozenset([*documents, *(Path(name).stem for name in documents)])
        if path.name.removesuffix(ending) not in stems[folder]:
            yield path, ending, around[folder]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _without(names: Sequence[str]) -> tuple[str, ...]:
    """The documents among `names` that have no companion."""
    beside = {name.removesuffix(ending) for name in names for ending in BESIDE if name.endswith(ending)}
    documents = (name for name in names if not name.endswith(BESIDE) and name.lower() not in _OURS)
    return tuple(printable(name) for name in documents if not {name, Path(name).stem} & beside)


def _record(sources: Path, path: Path, ending: str) -> SourceFile:
    """A sidecar that lies alone, as that of a document without a byte."""
    name = (Path("sources") / path.relative_to(sources)).with_name(path.name.removesuffix(ending)).as_posix()
    return SourceFile(printable(name), b"", ((path.name, path.read_bytes()),))


def _withdrawn(file: SourceFile, limits: Limits) -> bool:
    try:
        return bool(sidecar(file, limits).withdrawn)
    except UnreadableError:
        return False


def printable(name: str) -> str:
    """`name` without what would break a line or a terminal: a file's name is a stranger's text too."""
    return "".join(
        c if c.isprintable() else "\ufffd" for c in name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    )


def _walk(folder: Path, depth: int, companions: bool = False) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except FileNotFoundError:
        return
    except OSError:
        yield folder  # so that it is told, and no source is missed without a word
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in _OURS:
            continue
        if entry.is_dir(follow_symlinks=False) and depth < _DEEPEST:
            yield from _walk(Path(entry.path), depth + 1, companions)
        elif companions or not entry.name.endswith(BESIDE):
            yield Path(entry.path)


def _closed(folder: Path) -> str | None:
    try:
        os.scandir(folder).close()
    except OSError as error:
        return f"a folder that cannot be opened: {(error.strerror or str(error)).lower()}"
    return None


def _refuse(path: Path, root: Path, limits: Limits) -> str | None:
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            return "a link that leaves sources/ is not followed"
        found = path.stat()
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if stat.S_ISDIR(found.st_mode):
        return _closed(path) or "a linked folder, or one too deep, is not entered"
    if not stat.S_ISREG(found.st_mode):
        return "not an ordinary file"
    if found.st_size == 0:
        return "the file is empty"
    if found.st_size > limits.file_bytes:
        return (
            f"too large: {found.st_size:,} bytes, where limits.file_bytes in briefing.yml allows {limits.file_bytes:,}"
        )
    return None
