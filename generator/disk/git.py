"""What git has left unmerged in a project, and putting files into its index."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import BriefingError, Problem

_SECONDS = 60  # that git may take
_BASE = "1"  # the stage of what both sides began with


@dataclass(frozen=True, slots=True)
class Unmerged:
    """A file that git could not merge: its path within the project, and its text on each side that has it."""

    path: str
    sides: tuple[str, ...]


def unmerged(root: Path) -> tuple[Unmerged, ...]:
    """The files of the project in `root` that a merge, a rebase or the like has left in conflict. Raises BriefingError
    where the project is in no git repository."""
    sides: dict[str, list[str]] = {}
    for row in _git(root, "ls-files", "--unmerged", "-z").decode("utf-8", "surrogateescape").split("\0"):
        about, _, path = row.partition("\t")
        if path:
            _, blob, stage = about.split()
            found = sides.setdefault(path, [])
            if stage != _BASE:
                found.append(_git(root, "cat-file", "blob", blob).decode("utf-8", "surrogateescape"))
    return tuple(Unmerged(path, tuple(texts)) for path, texts in sorted(sides.items()))


def add(root: Path, paths: Sequence[str]) -> None:
    """Puts `paths` of the project in `root`, or that they are gone, into git's index."""
    if paths:
        _git(root, "add", "--all", "--", *paths)


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), "--literal-pathspecs", *arguments]
    plain = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, env=plain)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BriefingError(Problem(str(root), f"git cannot be asked ({error})")) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise BriefingError(Problem(str(root), f"git says: {said}"))
    return done.stdout
