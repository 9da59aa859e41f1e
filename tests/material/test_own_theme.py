"""A project with a `main.html` of its own, in each of the forms that it may have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

Run = Callable[..., tuple[int, str, str]]

NOTICE = 'let it begin with {% extends "briefing.html" %}'
HEAD = '{% block extrahead %}{{ super() }}<meta name="mine" content="1">{% endblock %}'


def build(project: Path, briefing: Run, files: dict[str, str], *options: str) -> tuple[Any, bool]:
    """A topic page, and whether it has the search box and what is behind it."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  name: material\n", "  name: material\n  custom_dir: theme\n"), encoding="utf-8")
    for name, content in files.items():
        (project / "theme" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "theme" / name).write_text(content, encoding="utf-8")
    code, _, said = briefing(*options, "-C", project, "build", "--strict")
    assert code == 0, said
    page: Any = html.document_fromstring((project / "site/topics/port/index.html").read_bytes())
    return page, searches(page)


def searches(page: Any) -> bool:
    scripts = " ".join(script.text or "" for script in page.iter("script"))
    return bool(page.find_class("md-search__input")) and "assets/javascripts/search." in scripts


@pytest.mark.parametrize(
    "files",
    [
        {"main.html": '{% extends "briefing.html" %}' + HEAD},
        {"main.html": '{% extends "between.html" %}', "between.html": '{% extends "briefing.html" %}' + HEAD},
    ],
)
def test_one_that_extends_ours_loses_nothing(
    project: Path, briefing: Run, files: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("first", "second"):  # without a day there are no feeds
        (project / "sources" / f"{name}.meta.yml").write_text("added: 2031-03-04\n", encoding="utf-8")
    page, search = build(project, briefing, files)
    assert page.xpath("//meta[@name='mine']")
    assert page.xpath("//link[@type='application/atom+xml']")
    assert page.xpath("//script[@type='application/ld+json']")
    assert page.find_class("cite")
    assert search
    assert NOTICE not in caplog.text


@pytest.mark.parametrize(
    "files",
    [
        {"main.html": '{% extends "base.html" %}' + HEAD},
        {"main.html": '{% extends "briefing.html" %}', "briefing.html": '{% extends "base.html" %}' + HEAD},
        {"main.html": '{% set base = "base.html" %}{% extends base %}' + HEAD},
    ],
)
def test_one_that_passes_ours_by_keeps_its_search_and_is_told(
    project: Path, briefing: Run, files: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    page, search = build(project, briefing, files)
    assert page.xpath("//meta[@name='mine']")
    assert search
    assert [r.levelname for r in caplog.records if NOTICE in r.getMessage()] == ["INFO"]


def test_the_notice_is_no_problem(project: Path, briefing: Run, caplog: pytest.LogCaptureFixture) -> None:
    build(project, briefing, {"main.html": '{% extends "base.html" %}'}, "-q")
    assert NOTICE not in caplog.text


def test_a_page_with_a_template_of_its_own_has_a_search_that_works(
    project: Path, briefing: Run, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "own.md").write_text("---\ntemplate: plain.html\n---\n# Own\n", encoding="utf-8")
    _, search = build(project, briefing, {"plain.html": '{% extends "base.html" %}'})
    assert search and NOTICE not in caplog.text
    page: Any = html.document_fromstring((project / "site/own/index.html").read_bytes())
    assert searches(page)
