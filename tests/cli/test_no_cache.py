"""The command remembers what it worked out for a project, unless asked not to; the pages are the same either way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import one_source

Run = Callable[..., tuple[int, str, str]]


def pages(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((project / "docs").rglob("*.*")) if path.is_file()}


def test_a_second_run_works_on_no_source(project: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert briefing("-C", project, "render")[0] == 0
    first = pages(project)
    assert (project / ".briefing" / "cache").is_dir()

    def never(*_: object) -> None:
        raise AssertionError("a source was read again")

    monkeypatch.setattr(one_source, "read", never)
    assert briefing("-C", project, "render", "--check")[0] == 0
    (project / "briefing.yml").write_text((project / "briefing.yml").read_text().replace("Harbour", "Haven"))
    assert briefing("-C", project, "render")[0] == 0
    changed = pages(project)
    assert changed != first
    monkeypatch.undo()
    assert briefing("-C", project, "render", "--check", "--no-cache")[0] == 0, "worked out anew it is the same"


def test_nothing_is_kept_where_that_is_asked(project: Path, briefing: Run) -> None:
    assert briefing("-C", project, "render", "--no-cache")[0] == 0
    assert not (project / ".briefing" / "cache").exists()
