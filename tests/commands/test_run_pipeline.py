"""The road under the lock: the command and the plugin take one way, once for each build."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from generator import config, disk, pipeline, run_pipeline
from generator.errors import BriefingError
from generator.model import Site

Run = Callable[..., tuple[int, str, str]]
BUSY = "another `briefing` is writing this project"


def built_by_mkdocs(project: Path) -> None:
    settings = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
    settings.plugins.run_event("startup", command="build", dirty=False)
    build(settings)


@pytest.fixture
def docs(project: Path) -> Path:
    """The folder of pages, which MkDocs wants to be there."""
    (project / "docs").mkdir()
    return project / "docs"


@pytest.fixture
def roads(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each run of the road, whether the project was held."""
    held: list[bool] = []
    road = pipeline.run

    def run(*arguments: Any, **named: Any) -> Site:
        try:
            with disk.locked(project):
                held.append(False)
        except BriefingError:
            held.append(True)
        return road(*arguments, **named)

    monkeypatch.setattr("generator.run_pipeline.run", run)
    return held


def test_the_plugin_writes_no_page_while_another_process_does(
    project: Path, docs: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with disk.locked(project), pytest.raises(Abort):
        built_by_mkdocs(project)
    assert BUSY in caplog.text
    assert list(docs.iterdir()) == []
    built_by_mkdocs(project)
    assert (docs / "index.md").is_file()


@pytest.mark.parametrize("verb", ["render", "build", "serve"])
def test_no_verb_writes_a_page_while_another_process_does(project: Path, briefing: Run, verb: str) -> None:
    with disk.locked(project):
        code, _, said = briefing("-C", project, verb)
    assert (code, BUSY in said, (project / "docs").exists()) == (2, True, False)


def test_the_command_and_mkdocs_write_the_same_pages(project: Path, docs: Path, briefing: Run) -> None:
    built_by_mkdocs(project)
    assert briefing("-C", project, "render", "--check")[0] == 0


@pytest.mark.parametrize("way", ["command", "mkdocs"])
def test_a_build_runs_the_road_once_and_reads_the_settings_once(
    project: Path, docs: Path, briefing: Run, roads: list[bool], way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    parse = config.parse

    def counted(text: str, where: str) -> object:
        read.append(where)
        return parse(text, where)

    monkeypatch.setattr("generator.disk.project.parse", counted)
    if way == "command":
        assert briefing("-C", project, "build")[0] == 0
    else:
        built_by_mkdocs(project)
    assert (roads, read) == ([True], ["briefing.yml"])


@contextmanager
def elsewhere(project: Path) -> Iterator[threading.Event]:
    """Somebody who holds the project until told to let go."""
    let_go, has_it = threading.Event(), threading.Event()

    def hold() -> None:
        with disk.locked(project):
            has_it.set()
            let_go.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    assert has_it.wait(20)
    try:
        yield let_go
    finally:
        let_go.set()
        holder.join()


def test_a_preview_renders_once_and_then_at_each_change_when_nobody_else_writes(
    project: Path, briefing: Run, roads: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def serve(server: LiveReloadServer, **_: object) -> None:
        assert roads == [True]
        with elsewhere(project) as let_go:
            threading.Timer(0.6, let_go.set).start()
            (project / "sources" / "third.txt").write_text("The port opens on Monday.\n", encoding="utf-8")
            server.builder()
            assert let_go.is_set()

    monkeypatch.setattr(LiveReloadServer, "serve", serve)
    assert briefing("-C", project, "serve", "--address", "127.0.0.1:0")[0] == 0
    assert roads == [True, True]


def test_who_does_not_wait_is_told(project: Path) -> None:
    with (
        elsewhere(project),
        pytest.raises(BriefingError, match=BUSY),
        run_pipeline.rendered(disk.open_project(project)),
    ):
        pytest.fail("the project is held")
