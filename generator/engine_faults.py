"""What goes for a failure of MkDocs, of a plugin, a hook or a template: what it was, and where to look."""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import Problem

_LIBRARIES = ("site-packages", "dist-packages")
_PACKAGE = Path(__file__).parent
_VERBOSE = "run it with -v to see how it came to that"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work is done: what lies in `target` will be found in `site`."""

    root: Path
    target: Path | None = None
    site: Path | None = None

    def shown(self, path: str) -> str:
        """A path as a person will look for it."""
        real = Path(path)
        if self.target and self.site and real.is_relative_to(self.target):
            real = self.site / real.relative_to(self.target)
        return real.relative_to(self.root).as_posix() if real.is_relative_to(self.root) else str(real)


def fault(error: BaseException, place: Place, hint: str, written: Sequence[str] = ()) -> Problem:
    """What goes for any failure of MkDocs: what it was, and where to look. `written` are the files that were opened
    last to be written, `hint` says what is there still."""
    if isinstance(error, OSError):
        said = (error.strerror or str(error)).lower()
        return Problem(place.shown(_at_fault(error, written)), said, hint=hint)
    if isinstance(error, ModuleNotFoundError):
        return Problem(
            "mkdocs build",
            f"MkDocs cannot be loaded: there is no {error.name}",
            hint="install Briefing again, with all that it needs",
        )
    if isinstance(error, MemoryError):
        return Problem("mkdocs build", "MkDocs had not enough memory", hint=hint)
    where, line = _innermost(error, place.root)
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300].removesuffix(":")
    return Problem(place.shown(where), f"MkDocs was stopped by {said}", line=line, hint=f"{_VERBOSE}; {hint}")


def _at_fault(error: OSError, written: Sequence[str]) -> str:
    """The file that could not be written or read. Where one is copied, an error names the one it is copied from."""
    named = [os.fsdecode(one) for one in (error.filename2, error.filename) if isinstance(one, (str, bytes))]
    own = [name for name in (*named, *written) if not _is_library(name)]
    return next(iter((*own, *named)), "mkdocs build")


def _innermost(error: BaseException, root: Path) -> tuple[str, int | None]:
    """The file and line that an error came from: the project's own, where it has a part in it."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if Path(one.filename).is_relative_to(root) and not _is_library(one.filename)]
    last = next(iter(reversed(own or frames)), None)
    return (last.filename, last.lineno) if last else ("mkdocs build", None)


def _is_library(path: str) -> bool:
    return Path(path).is_relative_to(_PACKAGE) or any(folder in path for folder in _LIBRARIES)
