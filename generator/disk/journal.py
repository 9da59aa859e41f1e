"""What a change of several files will do, written down before it is done, so that whoever comes next can end it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from .folders import STATE, named, opened

FORTH, BACK = "journal", "journal.undo"
DRAFT = "journal.new"
_HIDDEN = frozenset({STATE, ".github", ".gitignore", ".gitattributes"})  # all that a command of ours ever writes
_DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to the file `path` of the project: `old` is the digest of what is there before, `new` of what comes,
    None where there is no file. Both lie in the folder `aside` under `old_name` and `new_name` as long as needed."""

    number: int
    path: str
    new: str | None
    old: str | None
    aside: str

    @property
    def folder(self) -> str:
        return str(PurePosixPath(self.path).parent)

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def new_name(self) -> str:
        return f"new-{self.number}"

    @property
    def old_name(self) -> str:
        return f"old-{self.number}"


def write(root: Path, steps: Sequence[Step]) -> None:
    """From here on the steps will be done, by this process or by another."""
    text = json.dumps([asdict(step) for step in steps])
    with opened(root, STATE, make=True) as folder, named(root / STATE / FORTH):
        handle = os.open(DRAFT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600, dir_fd=folder)
        try:
            write_all(handle, text.encode("ascii"))
            os.fsync(handle)
        finally:
            os.close(handle)
        os.rename(DRAFT, FORTH, src_dir_fd=folder, dst_dir_fd=folder)
        os.fsync(folder)


def turn(root: Path) -> None:
    """From here on the steps will be undone."""
    with opened(root, STATE) as folder, named(root / STATE / BACK), suppress(FileNotFoundError):
        os.rename(FORTH, BACK, src_dir_fd=folder, dst_dir_fd=folder)
        os.fsync(folder)


def drop(root: Path) -> None:
    """The steps are done, or undone."""
    with opened(root, STATE) as folder, named(root / STATE / FORTH):
        for name in (FORTH, BACK, DRAFT):
            with suppress(FileNotFoundError):
                os.unlink(name, dir_fd=folder)


def read(root: Path) -> tuple[str, tuple[Step, ...]] | None:
    """Which way the steps that are written down are to go, and which they are; None where none are. One that is none
    of ours has no steps."""
    for name in (BACK, FORTH):
        with suppress(FileNotFoundError, NotADirectoryError):
            return name, _steps((root / STATE / name).read_bytes())
    return None


def pending(root: Path) -> bool:
    """Whether a process has left something to be ended."""
    return any((root / STATE / name).exists() for name in (FORTH, BACK))


def write_all(handle: int, data: bytes) -> None:
    """Writes all of `data`, in as many parts as the system takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _steps(data: bytes) -> tuple[Step, ...]:
    try:
        steps = tuple(Step(**one) for one in json.loads(data))
    except (ValueError, TypeError, RecursionError):
        return ()
    return steps if all(map(_is_ours, steps)) else ()


def _is_ours(step: Step) -> bool:
    """Whether a step is one that a command could have written: of files that a project has, and within it."""
    texts = (step.path, step.aside, step.new or "", step.old or "")
    if not isinstance(step.number, int) or not all(isinstance(text, str) for text in texts):
        return False
    return all(_is_inside(PurePosixPath(path)) for path in (step.path, step.aside))


def _is_inside(path: PurePosixPath) -> bool:
    parts = path.parts
    if not parts or path.is_absolute() or ".." in parts or len(parts) > _DEEPEST:
        return False
    return not parts[0].startswith(".") or parts[0] in _HIDDEN
