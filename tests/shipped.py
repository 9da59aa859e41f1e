"""The sample that comes with the project, as it came: its sources and settings, copied to tests/fixtures/shipped.

Tests of the site that they make read the copy, so that whoever keeps a briefing in a clone can put sources of their own
in the place of the sample and still pass every test."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT

SHIPPED = Path(__file__).resolve().parent / "fixtures" / "shipped"


def shipped_files() -> tuple[str, ...]:
    """The paths of the sample's files, within the project."""
    return tuple(sorted(p.relative_to(SHIPPED).as_posix() for p in SHIPPED.rglob("*") if p.is_file()))


def is_own() -> bool:
    """Whether the project is no longer the sample's: its title is another, or a source of the sample is gone."""
    title = next(line for line in _text(SHIPPED / "briefing.yml").splitlines() if line.startswith("title:"))
    gone = [path for path in shipped_files() if path.startswith("sources/") and not (ROOT / path).is_file()]
    return bool(gone) or title not in _text(ROOT / "briefing.yml").splitlines()


def changed() -> tuple[str, ...]:
    """The sources of the sample that the project holds in another form. What stands beside them does not count, nor do
    settings: whoever tries the sample adds a source and a topic."""
    ours = [path for path in shipped_files() if path.startswith("sources/")]
    return tuple(path for path in ours if (ROOT / path).read_bytes() != (SHIPPED / path).read_bytes())


def copy_shipped(project: Path) -> None:
    """Makes the folder `project` the sample's, with nothing rendered yet."""
    shutil.copytree(SHIPPED, project, dirs_exist_ok=True)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
