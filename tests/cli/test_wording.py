"""A project's own wording, by the command: used, and wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("name", ["wording.yml", "wording/en.yml"])
def test_pages_say_what_the_project_says(project: Path, briefing: Run, name: str) -> None:
    file = project / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("timeline: {title: Chronology}\n", encoding="utf-8")
    assert briefing("-C", project, "render")[0] == 0
    assert "# Chronology {" in (project / "docs" / "timeline.md").read_text(encoding="utf-8")


def test_mistakes_in_the_wording_and_in_the_settings_are_told_together(project: Path, briefing: Run) -> None:
    (project / "wording.yml").write_text("timeline: {titel: Chronology}\n", encoding="utf-8")
    with (project / "briefing.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nlanguag: en\n")
    code, out, err = briefing("-C", project, "render")
    assert (code, out) == (2, "")
    assert "languag: unknown setting; did you mean 'language'?" in err
    assert "wording.yml:1: timeline.titel: no page has such a text; did you mean 'timeline.title'?" in err


def test_two_files_of_wording_are_one_too_many(project: Path, briefing: Run) -> None:
    for name in ("wording.yml", "wording/en.yml"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("timeline: {title: Chronology}\n", encoding="utf-8")
    code, _, err = briefing("-C", project, "render")
    assert code == 2
    assert err == (
        "wording/en.yml: there is also wording.yml: one of the two says what the site says; put all texts into one\n"
    )
