"""Pages that git could not merge, made anew from what it did merge."""

from __future__ import annotations

from collections.abc import Sequence

from .. import disk
from ..disk import git
from ..disk.record import RECORD
from ..errors import BriefingError, Problem
from ..run_pipeline import compared, run_pipeline
from ..text.page_mark import state
from .console import Console

_MADE_FROM = ("briefing.yml", "sources/", "editorial/", "wording.yml", "wording/")
"""What pages are made from: as long as one of these is in conflict, no page can be made."""


def merge(project: disk.Project, talk: Console) -> tuple[str, ...]:
    """Resolves each conflict in a generated page by making it anew, and puts it into git's index; gives the paths that
    are left for a person. Nothing is lost: what a side had is in its commit, and a page that a person has edited or
    keeps is left alone. Raises BriefingError, and changes nothing, where what pages are made from is in conflict."""
    found = git.unmerged(project.root)
    first = [one.path for one in found if one.path.startswith(_MADE_FROM)]
    if first:
        hint = "resolve it, run `git add` on it, and then this command again"
        raise BriefingError(
            *(Problem(path, "git could not merge this, and pages are made from it", hint=hint) for path in first)
        )
    ours = [one.path for one in found if _is_made(one)]
    if not ours:
        talk.say("no generated page is in conflict")
    else:
        _make_anew(project, ours, talk)
    return tuple(one.path for one in found if one.path not in ours)


def _is_made(one: git.Unmerged) -> bool:
    """Whether a file is the generator's on every side that has it."""
    if one.path == f"docs/{RECORD}":
        return True
    return one.path.startswith("docs/") and one.path.endswith(".md") and {*map(state, one.sides)} == {"ours"}


def _make_anew(project: disk.Project, paths: Sequence[str], talk: Console) -> None:
    with disk.locked(project.root):
        site = run_pipeline(project, talk.progress, engine=talk.engine)
        changes = compared(project, site, [path.removeprefix("docs/") for path in paths])  # both sides are in git
        disk.apply(project.docs, changes)
    written = [f"docs/{page.path}" for page in changes.write]
    gone = [f"docs/{path}" for path in changes.delete]
    git.add(
        project.root, sorted({*paths, *written, *gone, *([f"docs/{RECORD}"] if changes.record is not None else [])})
    )
    talk.say(
        f"docs/: {len(paths)} in conflict, made anew from what was merged; {len({*written, *gone} - {*paths})} more"
    )
