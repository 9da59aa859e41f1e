"""The record of what the pages say, in docs/ beside them: what a later state is compared with."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..errors import BriefingError, Problem
from .linked import read_own

RECORD = ".statements.json"
_SECONDS = 20  # that git may take


def read_record(docs: Path) -> str | None:
    """The record in docs/ as it is now; None where there is none."""
    try:
        data = read_own(docs.parent, docs / RECORD)
        return None if data is None else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def committed_record(docs: Path, commit: str) -> str | None:
    """The record in docs/ as `commit` has it; None where it has none. Raises BriefingError where git cannot tell."""
    if commit.startswith("-"):
        raise _unknown(commit, "no name of a commit")
    known = _git(docs, commit, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    if known.returncode:
        why = known.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise _unknown(commit, why or "git knows no such commit")
    shown = _git(docs, commit, "show", f"{commit}:./{RECORD}")
    return None if shown.returncode else shown.stdout.decode("utf-8", "replace")


def _git(folder: Path, commit: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, env=_quiet())  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _unknown(commit, f"git cannot be asked ({error})") from None


def _quiet() -> dict[str, str]:
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _unknown(commit: str, why: str) -> BriefingError:
    return BriefingError(
        Problem(
            commit,
            f"expected a commit or a file, found neither: {why}",
            hint="name another commit, or the briefing.json of a built site",
        )
    )
