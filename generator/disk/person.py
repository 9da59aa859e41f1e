"""Who works here, as git knows him."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_SECONDS = 5


def git_user(root: Path) -> str | None:
    """The name under which commits are made in `root`; None where git is not there or has none."""
    git = shutil.which("git")
    if git is None:
        return None
    try:
        said = subprocess.run(  # noqa: S603 - no word of it comes from elsewhere
            [git, "config", "user.name"], cwd=root, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return None
    return said.stdout.strip() or None
