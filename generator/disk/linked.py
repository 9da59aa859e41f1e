"""Files of docs/ that are links: one that leads out of the project is not read, and not published."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def read_own(root: Path, path: Path) -> bytes | None:
    """The bytes of the file `path`, in a folder of the project in `root`; None where there is none, where it is a link
    that leads out of the project, or to nowhere. What is a link when it is opened is not opened. Raises OSError."""
    real = Path(os.path.realpath(path)) if path.is_symlink() else path
    if real is not path and not real.is_relative_to(os.path.realpath(root)):
        return None
    try:
        handle = os.open(real, _FLAGS)
    except (FileNotFoundError, NotADirectoryError):
        return None
    with os.fdopen(handle, "rb") as file:
        return file.read()


def leading_out(root: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """Those of `paths`, of files in the project in `root`, that lie outside of it in truth: by a link, or in a folder
    that is one."""
    base = os.path.realpath(root)
    folders: dict[Path, bool] = {}
    for path in paths:
        if path.parent not in folders:
            folders[path.parent] = Path(os.path.realpath(path.parent)).is_relative_to(base)
        if not folders[path.parent] or (path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(base)):
            yield path
