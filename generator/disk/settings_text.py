"""The text of a settings file."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import BriefingError, Problem

_LARGEST_SETTINGS = 1_000_000


def settings_text(path: Path, name: str | None = None) -> str:
    """The text of the settings file `path`, which messages call by its own `name`. Raises BriefingError where there is
    none, or it is no text."""
    try:
        with open(path, "rb", opener=_open) as file:
            data, size = file.read(_LARGEST_SETTINGS + 1), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise BriefingError(
            Problem(
                name or str(path),
                f"expected the project's settings, found {_why(error)}",
                hint="run this in the project's folder, or name it with -C DIR",
            )
        ) from None
    if len(data) > _LARGEST_SETTINGS:
        raise BriefingError(
            Problem(name or str(path), f"expected a short settings file, found {max(size, len(data)):,} bytes")
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BriefingError(
            Problem(name or path.name, "expected UTF-8 text", line=line, hint="save the file as UTF-8")
        ) from None


def _open(path: str, flags: int) -> int:
    """A pipe that nobody writes into is not waited for."""
    return os.open(path, flags | os.O_NONBLOCK)


def _why(error: OSError) -> str:
    return "no such file" if isinstance(error, FileNotFoundError) else str(error.strerror or error).lower()
