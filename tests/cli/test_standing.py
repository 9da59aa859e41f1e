"""Where nothing changed, nothing is done; whatever changed, it is; and what is told is the same either way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import disk, pipeline
from generator.model import Site
from generator.packing import packed_key

Run = Callable[..., tuple[int, str, str]]
NOTE = """\
corrections:
  - {do: note, topic: port, text: The dock was closed., by: Ana Lind, because: A reader asked., on: 2026-11-28}
"""
OWN = "# Of our own\n\nSee [the topic](topics/port.md).\n"


@pytest.fixture
def rendered(project: Path, briefing: Run) -> Path:
    (project / "editorial").mkdir()
    (project / "sources" / "empty.txt").write_text("")
    (project / "docs").mkdir()
    (project / "docs" / "ours.md").write_text(OWN)
    assert briefing("-C", project, "render")[0] == 0
    return project


@pytest.fixture
def road(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A line for each time that the road is run."""
    ran: list[str] = []
    genuine = pipeline.run

    def run(*args: Any, **named: Any) -> Site:
        ran.append("ran")
        return genuine(*args, **named)

    monkeypatch.setattr("generator.run_pipeline.run", run)
    return ran


def test_a_run_that_finds_nothing_changed_tells_the_same_and_does_nothing(
    rendered: Path, briefing: Run, road: list[str]
) -> None:
    told = briefing("-C", rendered, "render")
    assert road == []
    assert briefing("-C", rendered, "render", "--no-cache") == told
    assert road == ["ran"]
    assert "sources/empty.txt: skipped: the file is empty" in told[2]
    assert briefing("-C", rendered, "render", "--strict")[0] == 1
    assert briefing("-C", rendered, "render", "--check", "--strict")[0] == 1
    assert road == ["ran"]
    known = briefing("-C", rendered, "render", "--check")
    assert known == briefing("-C", rendered, "render", "--check", "--no-cache")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a source": lambda root: (root / "sources" / "first.txt").open("a").write("More."),
    "a new source": lambda root: (root / "sources" / "new.txt").write_text("The port\n\nThe port is open again.\n"),
    "a renamed source": lambda root: (root / "sources" / "first.txt").rename(root / "sources" / "other.txt"),
    "a sidecar": lambda root: (root / "sources" / "first.txt.meta.yml").write_text("title: Another\n"),
    "a stray sidecar": lambda root: (root / "sources" / "gone.txt.meta.yml").write_text("title: Another\n"),
    "a setting": lambda root: (root / "briefing.yml").open("a").write("description: Of the port.\n"),
    "MkDocs' settings": lambda root: (root / "mkdocs.yml").open("a").write("# more\n"),
    "a correction": lambda root: (root / "editorial" / "one.yml").write_text(NOTE),
    "a page that is gone": lambda root: (root / "docs" / "topics" / "port.md").unlink(),
    "a page of one's own": lambda root: (root / "docs" / "ours.md").open("a").write("More.\n"),
    "a file beside pages": lambda root: (root / "docs" / "plan.svg").write_text("<svg/>"),
    "the record of statements": lambda root: (root / "docs" / ".statements.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_is_seen(
    rendered: Path, briefing: Run, road: list[str], change: Callable[[Path], object]
) -> None:
    change(rendered)
    assert briefing("-C", rendered, "render")[0] == 0
    assert road == ["ran"]
    assert briefing("-C", rendered, "render")[0] == 0
    assert road == ["ran"]


def test_a_page_that_was_edited_stops_it(rendered: Path, briefing: Run) -> None:
    (rendered / "docs" / "topics" / "port.md").open("a").write("By hand.\n")
    code, _, said = briefing("-C", rendered, "render")
    assert (code, "docs/topics/port.md: this generated page was edited by hand" in said) == (2, True)


def test_another_version_of_the_generator_does_it_anew(
    rendered: Path, briefing: Run, road: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.disk.cache.code_version", lambda: b"another")
    assert briefing("-C", rendered, "render")[0] == 0
    assert road == ["ran"]


@pytest.mark.parametrize("value", [b"", b"{}", b"\xff", b"[]", b'{"pages": 1, "problems": [{"who": "?"}]}'])
def test_what_was_kept_in_another_form_is_passed_by(
    rendered: Path, briefing: Run, road: list[str], value: bytes
) -> None:
    project = disk.open_project(rendered)
    cache, found = disk.open_cache(project.root), disk.fingerprint(project)
    assert cache and found
    cache.put(cache.name(b"standing", found, packed_key(project.config)), value)
    assert briefing("-C", rendered, "render")[0] == 0
    assert road == ["ran"]


def test_an_option_that_is_a_setting_is_seen(rendered: Path, briefing: Run, road: list[str]) -> None:
    assert briefing("-C", rendered, "render", "--keep-lists")[0] == 0
    assert road == ["ran"]


@pytest.mark.parametrize("verb", ["render", "build"])
def test_what_is_saved_while_the_road_is_run_is_not_taken_for_read(
    project: Path, briefing: Run, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine, ran = pipeline.run, list[str]()

    def run(*args: Any, **named: Any) -> Site:
        ran.append(verb)
        made = genuine(*args, **named)
        (project / "sources" / "late.txt").write_text("A pier\n\nThe port will get a pier by 2030.\n", encoding="utf-8")
        return made

    monkeypatch.setattr("generator.run_pipeline.run", run)
    for _ in range(3):
        assert briefing("-C", project, verb)[0] == 0
    assert ran == [verb, verb], "the second time it is read, and the third nothing is new"
