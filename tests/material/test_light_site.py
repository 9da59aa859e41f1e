"""A site as a whole made light: one stylesheet, first, and every page that names it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.material.light_site import light_site

MAIN, OURS = "assets/stylesheets/main.0a1b2c3d.min.css", "assets/stylesheets/briefing.css"
PAGE = (
    f'<!doctype html>\n<html><head><link rel="stylesheet" href="{MAIN}"><link rel="stylesheet" href="{OURS}"></head>\n'
    '<body  class="md-a">{}</body></html>\n'
)
SITE = {
    "a.html": PAGE.format('<p class="kept">x</p>'),
    "own.html": "<p  class=own>a page of somebody's own</p>",
    "z.html": PAGE.format(""),
    MAIN: '@charset "UTF-8";.md-a{color:red}.gone{color:blue}.late{color:tan}',
    OURS: ".kept{color:green}.named{--x:1}",
    "mine.css": ".mine{color:var(--x)}",
    "assets/javascripts/bundle.js": 'element.classList.add("late")',
    "assets/javascripts/lunr/de.js": 'words = ["gone"]',
    "search/search.js": 'words = ["gone"]',
}


def made(site: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """What is written, in order, and what is told."""

    def files(suffix: str) -> Iterable[tuple[str, str]]:
        return [(path, text) for path, text in sorted(site.items()) if path.endswith(suffix)]

    told: list[str] = []
    return {asset.path: asset.data.decode() for asset in light_site(files, told.append)}, told


def test_pages_name_one_stylesheet_of_what_they_and_scripts_use() -> None:
    written, told = made(SITE)
    sheet, *pages = written
    assert (pages, told) == (["a.html", "own.html", "z.html"], [])
    assert written[sheet] == '@charset "UTF-8";.md-a{color:red}.late{color:tan}.kept{color:green}'
    for path in ("a.html", "z.html"):
        assert written[path].count("stylesheet") == 2 and f'href="{sheet}"' in written[path], path
        assert '<body  class="md-a">' in written[path]
    assert written["own.html"] == SITE["own.html"]


@pytest.mark.parametrize(
    ("site", "why"),
    [
        ({"own.html": SITE["own.html"]}, "no page of the theme's"),
        ({}, "no page at all"),
        ({path: text for path, text in SITE.items() if path != OURS}, "a stylesheet that is not there"),
    ],
)
def test_without_the_themes_stylesheets_pages_keep_what_they_name(site: dict[str, str], why: str) -> None:
    written, told = made(site)
    assert list(written) == [path for path in site if path.endswith(".html")], why
    assert all(written[path].count(MAIN) == site[path].count(MAIN) for path in written)
    assert told == []


def test_a_stylesheet_that_cannot_be_read_is_told_and_kept() -> None:
    written, told = made({**SITE, MAIN: "@import url(other.css);.md-a{color:red}"})
    assert told == ["the theme's stylesheets stay as they are: line 1: @import url(other.css) has no block"]
    assert list(written) == ["a.html", "own.html", "z.html"] and MAIN in written["a.html"]
