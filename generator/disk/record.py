"""The record of what the pages say, in docs/ beside them: what a later state is compared with."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..errors import BriefingError, Problem

RECORD = ".statements.json"
_SECONDS = 20  # that git may take


def read_record(docs: Path) -> str | None:
    """The record in docs/ as it is now; None where there is none."""
    try:
        return (docs / RECORD).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None


def committed_record(docs: Path, commit: str) -> str:
    """The record in docs/ as `commit` has it. Raises BriefingError where git cannot tell."""
    if commit.startswith("-"):
        raise _unknown(commit, "no name of a commit")
    command = ["git", "-C", str(docs), "show", f"{commit}:./{RECORD}"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, env=_quiet())  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _unknown(commit, f"git cannot be asked ({error})") from None
    if done.returncode:
        raise _unknown(commit, done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "))
    return done.stdout.decode("utf-8", "replace")


def _quiet() -> dict[str, str]:
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _unknown(commit: str, why: str) -> BriefingError:
    return BriefingError(
        Problem(
            commit,
            f"expected a commit that holds docs/{RECORD}, found none: {why}",
            hint="name another commit, or the briefing.json of a built site",
        )
    )
