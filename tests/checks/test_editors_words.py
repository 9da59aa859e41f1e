"""Promise 1 and the words of editors: no page shows them as a source's, and none in their name that are not theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import disk
from generator.checks import check
from generator.model import Page, Site
from generator.run_pipeline import run_pipeline

LINE = "The council “approved the new port” in March."
WORDS = f'<span class="editor" data-correction="{{id}}">{LINE}</span>'


@pytest.fixture
def made(project: Path) -> tuple[Site, disk.Project]:
    (project / "editorial").mkdir()
    (project / "editorial" / "port.yml").write_text(
        f"corrections:\n  - do: bottom_line\n    topic: port\n    text: {LINE}\n    by: Bo Ek\n"
        "    because: It is in short.\n    on: 2021-05-01\n",
        encoding="utf-8",
    )
    opened = disk.open_project(project)
    return run_pipeline(opened), opened


def spoilt(site: Site, change: Callable[[str], str]) -> Site:
    pages = (Page(p.path, change(p.text)) if p.path == "topics/port.md" else p for p in site.pages)
    return replace(site, pages=tuple(pages))


def test_what_an_editor_says_is_no_false_quote(made: tuple[Site, disk.Project]) -> None:
    site, project = made
    assert check(site, project.config) == ()


SPOILT: dict[str, tuple[Callable[[str, str], str], str]] = {
    "other words": (
        lambda text, shown: text.replace(shown, shown.replace("March", "May")),
        "promise 1: shows other words than those of the correction",
    ),
    "as a source's": (
        lambda text, shown: text.replace(shown, shown.replace('class="editor"', 'class="quoted"')),
        "promise 1: shows an editor's words as a source's",
    ),
    "a quote within": (
        lambda text, shown: text.replace(
            shown, shown.replace("The council", '<span class="quoted" data-quote="f-0">The council</span>')
        ),
        "promise 1: shows",
    ),
    "a quote of the editor's": (
        lambda text, shown: text.replace(shown, f'“<span class="quoted" data-quote="f-0123456789">{LINE}</span>”'),
        "promise 1: shows other words than those of the quote f-0123456789",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_page_that_mixes_them_is_found(name: str, made: tuple[Site, disk.Project]) -> None:
    site, project = made
    change, says = SPOILT[name]
    shown = WORDS.format(id=site.brief.editorial.in_force[0].id)
    found = [str(p) for p in check(spoilt(site, lambda text: change(text, shown)), project.config)]
    assert [line for line in found if line.startswith("docs/topics/port.md: ") and says in line], found


def test_a_false_quote_of_a_source_is_found_as_before(made: tuple[Site, disk.Project]) -> None:
    site, project = made
    false = spoilt(
        site, lambda text: text.replace("approved the new port on 3 March", "approved the new port on 4 March")
    )
    assert any("shows other words than those of the quote" in str(problem) for problem in check(false, project.config))
