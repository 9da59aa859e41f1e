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
from .once import read_inside, read_named

_OURS = frozenset({"readme.md", "readme.txt", "readme"})
_DEEPEST = 12
LARGEST_SIDECAR = 1_000_000
"""The most bytes of what is known of a source."""


def scan(sources: Path, limits: Limits) -> tuple[tuple[SourceFile, ...], tuple[Skipped, ...]]:
    """Every document under `sources`, in the order of their paths, and every one that must not or cannot be opened.
    Hidden files, a README and companions (sidecars, bibliographies) are no documents, save the sidecar that is left of
    a source that was withdrawn."""
    records = (_record(sources, path, ending) for path, ending, _ in _alone(sources))
    files: list[SourceFile] = [record for record in records if _withdrawn(record, limits)]
    skipped: list[Skipped] = []
    for path in _walk(sources, 0):
        name = printable((Path("sources") / path.relative_to(sources)).as_posix())
        try:
            files.append(_inside(sources, path, name, limits))
        except UnreadableError as error:
            skipped.append(Skipped(name, _closed(path) or str(error)))
        except OSError as error:
            skipped.append(Skipped(name, f"cannot be opened: {(error.strerror or str(error)).lower()}"))
    return tuple(sorted(files, key=lambda f: f.path)), tuple(sorted(skipped, key=lambda s: s.path))


def _inside(sources: Path, path: Path, name: str, limits: Limits) -> SourceFile:
    data = read_inside(sources, path, limits.file_bytes)
    if not data:
        raise UnreadableError("the file is empty")
    return SourceFile(name, data, _beside(path, limits))


def load(path: Path, name: str, limits: Limits) -> SourceFile:
    """The one document at `path`, called `name` in messages, with its companions, wherever it lies. Raises OSError, and
    UnreadableError where it is no ordinary file or beyond the limits."""
    return SourceFile(name, read_named(path, limits.file_bytes), _beside(path, limits))


def _beside(path: Path, limits: Limits) -> tuple[tuple[str, bytes], ...]:
    """The companions of a document, each with its name. A link is none. Raises UnreadableError where one is too
    large."""
    companions = (path.with_name(stem + ending) for ending in BESIDE for stem in (path.name, path.stem))
    return tuple((one.name, _companion(one, limits)) for one in companions if _is_plain(one))


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _companion(path: Path, limits: Limits) -> bytes:
    most = min(limits.file_bytes, LARGEST_SIDECAR) if path.name.endswith(BESIDE[:2]) else limits.file_bytes
    try:
        return read_inside(path.parent, path, most)
    except UnreadableError as error:
        raise UnreadableError(f"{printable(path.name)}: {error}") from None


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
    return SourceFile(printable(name), b"", ((path.name, _kept(path)),))


def _kept(path: Path) -> bytes:
    """The bytes of a sidecar that lies alone; none where it cannot be read."""
    try:
        return read_inside(path.parent, path, LARGEST_SIDECAR)
    except (OSError, UnreadableError):
        return b""


def _withdrawn(file: SourceFile, limits: Limits) -> bool:
    from ..reading import sidecar  # here, so that who finds nothing changed does not wait for readers of formats

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
    if not folder.is_dir() or folder.is_symlink():
        return None
    try:
        os.scandir(folder).close()
    except OSError as error:
        return f"a folder that cannot be opened: {(error.strerror or str(error)).lower()}"
    return None
