"""A project's own wording: `wording/LANGUAGE.yml` or `wording.yml` beside its settings."""

from __future__ import annotations

from pathlib import Path

from ..config import OwnText
from ..errors import BriefingError, Problem
from ..text.own_wording import parse_own
from .settings_text import settings_text

_FILE, _FOLDER = "wording.yml", "wording"


def read_wording(root: Path, language: str) -> tuple[OwnText, ...]:
    """The own texts of the project in `root`, none where it has no such file. Raises BriefingError with every
    problem in them."""
    there = [path for path in wording_files(root, language) if path.is_file()]
    if len(there) > 1:
        message = f"there is also {there[1].relative_to(root).as_posix()}: one of the two says what the site says"
        raise BriefingError(Problem(there[0].relative_to(root).as_posix(), message, hint="put all texts into one"))
    return tuple(
        one for path in there for one in parse_own(settings_text(path), path.relative_to(root).as_posix(), language)
    )


def wording_files(root: Path, language: str) -> tuple[Path, ...]:
    """Where a project may have its own wording."""
    return root / _FOLDER / f"{language}.yml", root / _FILE
