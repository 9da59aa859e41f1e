"""What of a preview is made when somebody asks for it is what a build makes, and nothing is lost on the way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.later import Later, may_wait
from generator.on_demand import on_demand
from generator.plugin import BriefingPlugin

STEP = mkdocs_build._build_page
Told = tuple[str, bytes]


def previewed(project: Path, site: Path) -> tuple[MkDocsConfig, BriefingPlugin]:
    """The settings and the plugin of a preview whose first build is done."""
    (project / "docs").mkdir(exist_ok=True)
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build.build(config, serve_url="http://127.0.0.1:8000/")
    plugin = config.plugins["briefing"]
    assert isinstance(plugin, BriefingPlugin)
    return config, plugin


def there(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_pages_of_a_preview_are_made_when_they_are_asked_for_and_are_those_of_any_build(
    project: Path, tmp_path: Path
) -> None:
    (project / "hook.py").write_text("def on_post_page(output, **k):\n    return output\n", encoding="utf-8")
    settings = project / "mkdocs.yml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text(f"{good}\nhooks: [hook.py]\n", encoding="utf-8")
    previewed(project, tmp_path / "at_once")
    assert "topics/port/index.html" in there(tmp_path / "at_once"), "a hook is to see each page"
    settings.write_text(good, encoding="utf-8")
    site = tmp_path / "later"
    _, plugin = previewed(project, site)
    later = plugin._later
    assert there(site) == {"404.html"}
    assert not (site / "briefing.json").exists()
    assert mkdocs_build._build_page is STEP, "MkDocs is as it was"
    later.make("topics/port")
    assert there(site) == {"404.html", "topics/port/index.html"}, "with the slash missing, too"
    for path in sorted(there(tmp_path / "at_once")):
        later.make(path)
        assert (site / path).read_bytes() == (tmp_path / "at_once" / path).read_bytes()
    later.make("briefing.json")
    for file in (tmp_path / "at_once").rglob("*"):
        assert file.is_dir() or (site / file.relative_to(tmp_path / "at_once")).is_file(), file


def test_all_is_made_in_the_end_and_a_page_that_fails_is_left_until_it_is_asked_for(tmp_path: Path) -> None:
    later, made = Later(), list[str]()
    later.forget(tmp_path)

    def fail() -> None:
        made.append("bad")
        raise ValueError("a template")

    later._pages = {"bad": fail, "good": lambda: made.append("good")}
    later.then(lambda: lambda: made.append("rest"))
    later.follow()
    end = time.monotonic() + 20
    while later._idle.is_set() and time.monotonic() < end:
        time.sleep(0.01)
    assert made == ["bad", "good", "rest"]
    with pytest.raises(ValueError, match="a template"):
        later.make("bad")
    assert later.waits("bad")


def test_nothing_is_made_while_a_rebuild_is_under_way(tmp_path: Path) -> None:
    later, made = Later(), list[str]()
    later.forget(tmp_path)
    later._pages = {"old": lambda: made.append("old")}
    with later.rebuilding():
        asking = threading.Thread(target=lambda: later.make("old"))
        asking.start()
        asking.join(0.1)
        later.forget(tmp_path)
        later._pages = {"old": lambda: made.append("new")}
    asking.join(10)
    assert made == ["new"]


def test_what_was_made_for_a_site_that_has_gone_is_not_put_into_the_next(tmp_path: Path) -> None:
    later, put = Later(), list[str]()
    later.forget(tmp_path)

    def slow() -> Callable[[], None]:
        later.forget(tmp_path)  # a rebuild came in the meantime
        return lambda: put.append("old")

    later.then(slow)
    later.make("missing")
    assert put == []


def asked(app: Any, path: str) -> Told:
    said: list[str] = []
    answer = app({"PATH_INFO": path}, lambda status, headers: said.append(status))
    assert len(said) == 1, "an answer begins once"
    return said[0], b"".join(answer)


def test_what_fails_as_a_page_is_made_is_said_in_its_place(tmp_path: Path) -> None:
    def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", [])
        return [b"page"]

    def leave() -> None:
        raise SystemExit("gone")

    later = Later()
    later.forget(tmp_path)
    later._pages = {"a/index.html": leave}
    served = on_demand(app, later, "/site/")
    assert asked(served, "/site/a/") == ("500 Internal Server Error", b"SystemExit: gone\n")
    assert asked(served, "/site/b/") == ("200 OK", b"page")
    assert asked(served, "/livereload/1/2") == ("200 OK", b"page")


def test_a_page_that_a_rebuild_took_away_in_between_is_asked_for_again(tmp_path: Path) -> None:
    later, answers = Later(), ["404 Not Found", "200 OK"]
    later.forget(tmp_path)

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if len(answers) == 2:
            later.forget(tmp_path)
        start(answers.pop(0), [])
        return []

    assert asked(on_demand(app, later, "/"), "/")[0] == "200 OK"
    answers[:] = ["404 Not Found", "never asked for"]
    later_still = on_demand(lambda environ, start: (start(answers[0], []), [])[1], later, "/")
    assert asked(later_still, "/")[0] == "404 Not Found"


def test_who_looks_at_finished_pages_sees_them_before_the_build_is_over(project: Path) -> None:
    (project / "docs").mkdir()
    config = load_config(str(project / "mkdocs.yml"))
    plugin = config.plugins["briefing"]
    assert may_wait(config, plugin)
    config.plugins._register_event("post_build", lambda **named: None)
    assert not may_wait(config, plugin)
