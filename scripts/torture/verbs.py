"""The commands that write, each with a project on which it has something to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_ALONE = ("--jobs", "1", "--no-cache")
_SETTINGS = "title: T\ntopics:\n  - {id: port, title: Port, scope: The port., terms: [port]}\n"
_NEWS = "The %s port is approved\n\nThe %s port was approved on 3 March 2021, the council said in a statement.\n"

Briefing = Callable[[Path, tuple[str, ...]], None]
"""Runs the command in a folder, where it must end well."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A command: its `arguments`, what `begin` brings to a fresh project for it to do, and the codes with which it may
    end when it is run once more after it was stopped."""

    arguments: tuple[str, ...]
    begin: Callable[[Path, Briefing], None] = lambda root, briefing: None
    again: tuple[int, ...] = (0,)


def fresh(root: Path, verb: Verb, briefing: Briefing) -> None:
    """A project in `root` with two sources whose pages are rendered, and what the verb is to do."""
    (root / "sources").mkdir(parents=True)
    (root / "briefing.yml").write_text(_SETTINGS, encoding="utf-8")
    for name in ("first", "second"):
        _news(root / "sources", name)
    briefing(root, ("render", *_ALONE))
    verb.begin(root, briefing)


def _news(folder: Path, name: str) -> None:
    (folder / f"{name}.txt").write_text(_NEWS % (name, name), encoding="utf-8")


def _one_comes_one_goes(root: Path, briefing: Briefing) -> None:
    _news(root / "sources", "third")
    (root / "sources" / "second.txt").unlink()


def _built(root: Path, briefing: Briefing) -> None:
    """A site is there already, whose place another takes."""
    briefing(root, ("build", *_ALONE))
    _one_comes_one_goes(root, briefing)


def _new(root: Path, briefing: Briefing) -> None:
    _news(root, "new")


def _two_branches(root: Path, briefing: Briefing) -> None:
    """Each branch has a source of its own, and git could not merge the pages."""
    _git(root, "init", "-q", "-b", "main")
    (root / ".gitignore").write_text(".briefing/\n", encoding="utf-8")
    _commit(root, "start")
    for branch in ("one", "other"):
        _git(root, "checkout", "-q", "-b", branch, "main")
        _news(root / "sources", branch)
        briefing(root, ("render", *_ALONE))
        _commit(root, branch)
    _git(root, "merge", "-q", "one", check=False)


def _commit(root: Path, message: str) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", message)


def _git(root: Path, *arguments: str, check: bool = True) -> None:
    who = {f"GIT_{role}_{what}": "t@t.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    quiet = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    program = shutil.which("git") or "git"
    subprocess.run(
        [program, *arguments], cwd=root, check=check, capture_output=True, env={**os.environ, **who, **quiet}
    )


VERBS = {
    "render": Verb(("render", *_ALONE), _one_comes_one_goes),
    "build": Verb(("build", *_ALONE), _built),
    "add": Verb(("add", "new.txt"), _new),
    "withdraw": Verb(
        ("withdraw", "sources/first.txt", "--because", "a slip", "--on", "2026-11-28", "--by", "T"), again=(0, 2)
    ),
    "upgrade": Verb(("upgrade", *_ALONE), _one_comes_one_goes),
    "init": Verb(("init", "another", "--title", "Another"), again=(0, 2)),
    "merge": Verb(("merge",), _two_branches),
}
