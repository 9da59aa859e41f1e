"""A site that stands is not built again, whatever changed has it built, and what is told is the same either way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands.console import Console
from generator.commands.standing_site import standing_site
from generator.disk import open_project, site_inputs

Run = Callable[..., tuple[int, str, str]]
THEME = "theme:\n  name: material\n  custom_dir: own\n"
PLUGINS = "plugins: [awesome-nav, briefing]\n"


@pytest.fixture
def built(project: Path, briefing: Run) -> Path:
    (project / "own").mkdir()
    (project / "own" / "main.html").write_text('{% extends "briefing.html" %}', encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"site_name: x\n{THEME}{PLUGINS}", encoding="utf-8")
    (project / "sources" / "empty.txt").write_text("")
    (project / "docs").mkdir()
    (project / "docs" / "ours.md").write_text("# Of our own\n", encoding="utf-8")
    assert briefing("-C", project, "build")[0] == 0
    return project


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_that_stands_is_not_built_again_and_the_same_is_told(
    built: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(built / "site")
    again = briefing("-C", built, "build", "--no-cache")
    monkeypatch.setattr("generator.commands.build.engine", None)
    code, out, err = briefing("-C", built, "build")
    told = err.replace("site/ stands as it is: nothing changed since it was built from", "built site/ from")
    assert told != err
    assert (code, out, told) == again
    assert "sources/empty.txt: skipped: the file is empty" in err
    assert briefing("-C", built, "build", "--strict")[0] == 1
    assert files(built / "site") == before, "nor is it another that is built"


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page of the site": lambda root: (root / "site" / "index.html").write_text("mine"),
    "a file of the site gone": lambda root: (root / "site" / "briefing.json").unlink(),
    "a file more in the site": lambda root: (root / "site" / "more.txt").write_text(""),
    "an own page": lambda root: (root / "docs" / "ours.md").write_text("# Of us\n"),
    "a source": lambda root: (root / "sources" / "empty.txt").unlink(),
    "a setting": lambda root: (root / "briefing.yml").write_text((root / "briefing.yml").read_text() + "\n"),
    "a setting of MkDocs": lambda root: (root / "mkdocs.yml").write_text(f"site_name: y\n{THEME}{PLUGINS}"),
    "a template": lambda root: (root / "own" / "main.html").write_text('{% extends "briefing.html" %}\n'),
    "what is remembered": lambda root: [p.write_bytes(b"x") for p in (root / ".briefing" / "cache").glob("??/*")],
}


class AskedError(Exception):
    """The engine was asked for a site."""


def test_whatever_changed_has_the_site_built(built: Path) -> None:
    talk = Console(built)
    before = files(built)
    for name, change in CHANGES.items():
        assert standing_site(talk.project(), talk), name
        change(built)
        assert standing_site(talk.project(), talk) is None, name
        for path in files(built).keys() - before.keys():
            (built / path).unlink()
        for path, data in before.items():
            (built / path).write_bytes(data)


@pytest.mark.parametrize("name", ["SITE_URL", "SOURCE_DATE_EPOCH"])
def test_the_environment_has_a_say(built: Path, briefing: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (built / "mkdocs.yml").write_text(f"site_name: x\nsite_url: !ENV [SITE_URL, '']\n{THEME}{PLUGINS}")
    assert briefing("-C", built, "build")[0] == 0
    monkeypatch.setattr("generator.commands.build.engine", _asked)
    assert briefing("-C", built, "build")[0] == 0
    monkeypatch.setenv(name, "1700000000")
    with pytest.raises(AskedError):
        briefing("-C", built, "build")


def _asked(_: object) -> None:
    raise AskedError


@pytest.mark.parametrize("more", ["--pdf", "--no-cache"])
def test_who_asks_for_more_than_a_site_gets_it(
    built: Path, briefing: Run, more: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.commands.build.engine", _asked)
    with pytest.raises(AskedError):
        briefing("-C", built, "build", more)


UNFORESEEN = {
    "a hook": f"hooks: [hook.py]\n{PLUGINS}",
    "another's settings": f"INHERIT: base.yml\n{PLUGINS}",
    "a plugin that asks the clock": "plugins: [briefing, git-revision-date]\n",
    "such a one with settings": "plugins: {briefing: {}, macros: {include_dir: x}}\n",
    "files from anywhere": f"{PLUGINS}markdown_extensions: [pymdownx.snippets]\n",
    "an extension of one's own": f"{PLUGINS}markdown_extensions: [toc, {{mine: {{a: 1}}}}]\n",
    "code": f"{PLUGINS}markdown_extensions: [{{toc: {{slugify: !!python/name:mine.slug }}}}]\n",
    "a folder named elsewhere": f"site_dir: !ENV [OUT, site]\n{PLUGINS}",
    "templates named elsewhere": f"theme: {{name: material, custom_dir: !ENV OWN}}\n{PLUGINS}",
    "no YAML": "plugins: [\n",
    "no plugin": "site_name: x\n",
}


@pytest.mark.parametrize("settings", UNFORESEEN)
def test_a_site_that_may_follow_from_more_is_always_built(project: Path, settings: str) -> None:
    (project / "mkdocs.yml").write_text(UNFORESEEN[settings], encoding="utf-8")
    assert site_inputs(open_project(project)) is None


def test_the_settings_that_come_with_the_package_name_all_that_a_site_follows_from(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    (project / "mkdocs.yml").unlink(missing_ok=True)
    made = site_inputs(open_project(project))
    assert made is not None
    assert made.site == project.resolve() / "site"
    assert "SITE_URL=https://example.org/" in made.said
