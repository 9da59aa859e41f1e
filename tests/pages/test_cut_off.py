"""A source that ends at a paywall, or is read up to a limit, says so on its page and in the export."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.pages import render
from generator.pages.exports.json_export import export
from tests import pages_sample as sample

TOLD = {
    "en": "This source is cut off by a paywall. Only what stands before it was read.",
    "de": "Diese Quelle bricht an einer Bezahlschranke ab. Gelesen wurde nur, was davor steht.",
}
UNREAD = {
    "en": "sentences of this source were read; 1,200 sentences behind them were left out.",
    "de": "Sätze dieser Quelle; 1.200 Sätze danach blieben außer Betracht.",
}


def said(language: str, words: str, flag: str, **of: Any) -> tuple[bool, bool, bool]:
    """Whether the page of a source with the values `of` has `words`, its row in the export `flag`, and another's."""
    brief = sample.brief()
    first, *others = brief.analyses
    changed = replace(first, article=replace(first.article, **of))
    brief = replace(brief, language=language, analyses=(changed, *others))
    config = replace(sample.CONFIG, language=language)
    page = sample.page(render(brief, config), f"sources/{first.article.id}.md").text
    flags = {row["id"]: row["flags"] for row in json.loads(export(brief, config).data)["sources"]}
    return words in page, flag in flags[first.article.id], flag in flags[others[0].article.id]


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("cut_off", [True, False])
def test_its_page_and_the_export_say_so(language: str, cut_off: bool) -> None:
    assert said(language, TOLD[language], "cut off by a paywall", cut_off=cut_off) == (cut_off, cut_off, False)


@pytest.mark.parametrize("language", UNREAD)
@pytest.mark.parametrize("unread", [1200, 0])
def test_so_does_one_that_is_read_up_to_a_limit(language: str, unread: int) -> None:
    left = bool(unread)
    assert said(language, UNREAD[language], "not read to its end", unread=unread) == (left, left, False)
