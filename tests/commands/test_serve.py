"""The live preview follows the sources, on loopback and for a bounded time."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from generator import analysis
from generator.config import Config
from generator.disk import open_project
from generator.model import Analysis, Article
from generator.preview import Renderings, telling
from generator.remember import Memory
from generator.run_pipeline import run_pipeline


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def page(port: int, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except OSError:
        return ""


def wait_for(words: str, port: int, path: str, seconds: int = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if words in page(port, path):
            return True
        time.sleep(0.3)
    return False


@pytest.mark.parametrize("settings", ["its own mkdocs.yml", "no mkdocs.yml"])
def test_serve_follows_the_sources(project: Path, settings: str) -> None:
    if settings == "no mkdocs.yml":
        (project / "mkdocs.yml").unlink()
    port = free_port()
    command = [sys.executable, "-m", "generator", "-C", str(project), "serve", "--address", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        assert wait_for("The port", port, "topics/port/")
        (project / "sources" / "third.txt").write_text(
            "A lighthouse for the port\n\nThe port will get a lighthouse of forty metres by 2030, engineers said.\n",
            encoding="utf-8",
        )
        assert wait_for("lighthouse", port, "topics/port/")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=20)


def test_serve_says_what_is_wrong_and_that_it_is_mended(project: Path, tmp_path: Path) -> None:
    port, said = free_port(), tmp_path / "said.txt"
    command = [sys.executable, "-m", "generator", "-C", str(project), "serve", "--address", f"127.0.0.1:{port}"]
    with said.open("wb") as log:
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True)

    def heard(words: str) -> bool:
        end = time.monotonic() + 60
        while time.monotonic() < end and words not in said.read_text(encoding="utf-8"):
            time.sleep(0.2)
        return words in said.read_text(encoding="utf-8")

    settings = project / "briefing.yml"
    good = settings.read_text(encoding="utf-8")
    try:
        assert wait_for("The port", port, "topics/port/")
        settings.write_text(f"{good}qotes: {{}}\n", encoding="utf-8")
        assert heard("unknown setting; did you mean 'quotes'?")
        assert heard("the last good site is shown until that is mended")
        assert wait_for("The port", port, "topics/port/", 10)
        settings.write_text(good.replace("title: The port", "title: The new port"), encoding="utf-8")
        assert heard("mended: rebuilt")
        assert wait_for("The new port", port, "topics/port/", 10)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=20)
    assert "Traceback" not in said.read_text(encoding="utf-8")


def test_a_rebuild_says_that_it_is_done_and_after_an_error_that_it_is_mended() -> None:
    outcomes: list[Exception | None] = [None, Abort("no"), ConfigurationError("a slip"), None, Abort("no"), None]
    whole = [True, True, False]
    said: list[str] = []

    def build() -> None:
        outcome = outcomes.pop(0)
        if outcome:
            raise outcome

    rebuild = telling(build, said.append, lambda: whole.pop(0))
    for _ in range(4):
        rebuild()
    with pytest.raises(Abort, match="nothing is shown until that is mended"):
        rebuild()
    rebuild()
    kept = "not rebuilt: the last good site is shown until that is mended"
    assert said == ["rebuilt", kept, f"a slip\n{kept}", "mended: rebuilt", "mended: rebuilt"]


def test_a_preview_analyses_what_changed_and_nothing_else(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    genuine = analysis.analyse

    def analyse(article: Article, config: Config) -> Analysis:
        done.append(article.path)
        return genuine(article, config)

    monkeypatch.setattr("generator.one_source.analyse", analyse)
    memory, opened = Memory(), open_project(project)
    first = run_pipeline(opened, memory=memory)
    assert done == ["sources/first.txt", "sources/second.txt"]
    assert run_pipeline(opened, memory=memory) is first, "nothing changed"
    (project / "sources" / "third.txt").write_text("A pier\n\nThe port will get a pier by 2030, engineers said.\n")
    third = run_pipeline(opened, memory=memory)
    assert done[2:] == ["sources/third.txt"]
    assert third == run_pipeline(opened), "what is remembered is what would be made"


class Counted(Page):
    """A page that notes when its Markdown is rendered."""

    rendered: ClassVar[list[str]] = []

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.rendered.append(self.file.src_uri)
        super().render(config, files)


def test_a_preview_renders_again_only_what_changed(
    project: Path, tmp_path: Path, briefing: Callable[..., tuple[int, str, str]]
) -> None:
    assert briefing("-q", "-C", project, "render")[0] == 0
    (project / "docs" / "own.md").write_text("# Ours\n\nSee [the port](topics/port.md).\n", encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    renderings = Renderings()
    Counted.rendered.clear()

    def rebuilt(*paths: str) -> list[tuple[str | None, str, set[str]]]:
        files = get_files(config)
        renderings.begin(files, config)
        pages = [Counted(None, files.src_uris[path], config) for path in paths]
        for page in pages:
            page.read_source(config)
            renderings.keep(page).render(config, files)
        return [(str(page.title), page.content or "", page.present_anchor_ids or set()) for page in pages]

    first = rebuilt("topics/port.md", "own.md")
    assert rebuilt("topics/port.md", "own.md") == first
    assert Counted.rendered == ["topics/port.md", "own.md", "own.md"]
    (project / "docs" / "sources" / "second.md").unlink()
    rebuilt("topics/port.md")
    assert Counted.rendered[3:] == ["topics/port.md"], "what it links to may be gone"
