"""`briefing upgrade` tells what another version would change, and how far pages kept by hand are behind."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.commands.moved_on import lines_between
from generator.model import Site
from generator.text.page_mark import stamp, state, unmarked

Run = Callable[..., tuple[int, str, str]]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@farhaven.example")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def rendered(project: Path, briefing: Run) -> Path:
    """The project with fresh pages, all of them committed."""
    assert briefing("-q", "-C", project, "render")[0] == 0
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Start")
    return project


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the generator: one that gives each topic page a line more."""
    from dataclasses import replace

    import generator.pages as pages
    import generator.pipeline as pipeline

    made = pages.render

    def render(*arguments: Any, **named: Any) -> Site:
        site = made(*arguments, **named)
        return replace(
            site,
            pages=tuple(
                replace(page, text=stamp(f"{unmarked(page.text)}\nA line of the new version.\n"))
                if page.path.startswith("topics/")
                else page
                for page in site.pages
            ),
        )

    monkeypatch.setattr(pipeline, "render", render)


def tree(project: Path) -> dict[str, bytes]:
    files = (p for p in (project / "docs").rglob("*") if p.is_file())
    return {p.relative_to(project).as_posix(): p.read_bytes() for p in files}


def test_where_nothing_changes_it_says_so(rendered: Path, briefing: Run) -> None:
    code, out, err = briefing("-C", rendered, "upgrade")
    assert (code, err) == (0, "nothing to do\n")
    assert out.endswith("would change 0 pages of docs/\n")


def test_it_tells_what_would_change_and_writes_nothing(rendered: Path, briefing: Run, newer: None) -> None:
    before = tree(rendered)
    code, out, err = briefing("-C", rendered, "upgrade")
    assert (code, err) == (0, "nothing was written; `briefing build` makes these changes\n")
    head, *pages = out.splitlines()
    assert head.startswith("briefing ")
    assert head.endswith(" would change 2 pages of docs/")
    assert pages == ["docs/topics/fishing.md: +2 −0 lines", "docs/topics/port.md: +2 −0 lines"]
    assert "+A line of the new version." in briefing("-C", rendered, "upgrade", "--diff")[1]
    assert tree(rendered) == before


def test_what_it_changes_in_facts_is_told_as_after_a_build(rendered: Path, briefing: Run) -> None:
    (rendered / "sources" / "second.txt").unlink()
    out = briefing("-C", rendered, "upgrade")[1].splitlines()
    assert any(line.startswith("statements: ") and "gone" in line for line in out)
    assert "docs/sources/second.md: gone" in out


def test_a_page_kept_by_hand_says_how_far_its_original_has_moved_on(rendered: Path, briefing: Run, newer: None) -> None:
    page = rendered / "docs" / "topics" / "port.md"
    page.write_text(unmarked(page.read_text(encoding="utf-8")).replace("# ", "# My own ", 1), encoding="utf-8")
    git(rendered, "commit", "-qam", "Keep it")
    page.write_text(page.read_text(encoding="utf-8") + "\nMore of mine.\n", encoding="utf-8")
    git(rendered, "commit", "-qam", "Go on")
    far = "the page that it was taken from has moved on by +2 −0 lines"
    said = f"docs/topics/port.md: left alone, a person keeps it; {far}"
    out = briefing("-C", rendered, "upgrade")[1].splitlines()
    assert out[1:] == ["docs/topics/fishing.md: +2 −0 lines", said]
    assert said in briefing("-C", rendered, "render")[2].splitlines()


def test_a_page_kept_by_hand_whose_original_is_still_the_same(rendered: Path, briefing: Run) -> None:
    page = rendered / "docs" / "topics" / "port.md"
    page.write_text(unmarked(page.read_text(encoding="utf-8")) + "\nMine.\n", encoding="utf-8")
    said = "docs/topics/port.md: left alone, a person keeps it; the page that it was taken from is still the same"
    assert said in briefing("-C", rendered, "render")[2].splitlines()


def test_without_git_it_is_held_against_what_would_be_written(project: Path, briefing: Run) -> None:
    briefing("-q", "-C", project, "render")
    page = project / "docs" / "topics" / "port.md"
    page.write_text(unmarked(page.read_text(encoding="utf-8")) + "\nMine.\n", encoding="utf-8")
    said = "docs/topics/port.md: left alone, a person keeps it; what would be written there differs by +0 −2 lines"
    assert said in briefing("-C", project, "render")[2].splitlines()


def test_an_edited_page_is_told_too(rendered: Path, briefing: Run) -> None:
    page = rendered / "docs" / "topics" / "port.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    out = briefing("-C", rendered, "upgrade")[1].splitlines()
    assert out[1:] == ["docs/topics/port.md: edited by hand, or merged by git: a build stops there until you decide"]


def test_the_mark_is_no_line_that_moved() -> None:
    one, other = (stamp(f"---\ntitle: A\n---\n\n{text}\n") for text in ("One.", "Two."))
    assert str(lines_between(one, other)) == "+1 −1 lines"
    assert not lines_between(one, unmarked(one))
    assert state(unmarked(one)) == "theirs"
    assert (
        unmarked("# No front matter\nbriefing: 0123456789abcdef\n") == "# No front matter\nbriefing: 0123456789abcdef\n"
    )
