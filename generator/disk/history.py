"""What git remembers of a page."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..text.page_mark import state

_SECONDS = 20
_MOST_COMMITS = 200


def as_generated(docs: Path, path: str) -> str | None:
    """The page at `path` of `docs` as it was generated last before a person took it over, by git's history; None where
    git does not know it, or is not there."""
    log = _git(docs, "log", f"-{_MOST_COMMITS}", "--format=%H", "--", f"./{path}")
    for commit in (log or b"").decode("ascii", "ignore").split():
        data = _git(docs, "show", f"{commit}:./{path}")
        text = None if data is None else data.decode("utf-8", "surrogateescape")
        if text is not None and state(text) == "ours":
            return text
    return None


def _git(folder: Path, *arguments: str) -> bytes | None:
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, env=quiet)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout
