"""A source that ends at a paywall, or is read up to a limit, says so on its page and in the export."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.config import Config
from generator.pages import render
from generator.pages.exports.json_export import export
from tests import pages_sample as sample

TOLD = {
    "en": "This source is cut off by a paywall. Only what stands before it was read.",
    "de": "Diese Quelle bricht an einer Bezahlschranke ab. Gelesen wurde nur, was davor steht.",
}


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("cut_off", [True, False])
def test_its_page_and_the_export_say_so(language: str, cut_off: bool) -> None:
    brief = sample.brief()
    first = brief.analyses[0]
    cut = replace(first, article=replace(first.article, cut_off=cut_off))
    brief = replace(brief, language=language, analyses=(cut, *brief.analyses[1:]))
    config: Config = replace(sample.CONFIG, language=language)
    page = sample.page(render(brief, config), f"sources/{first.article.id}.md").text
    assert (TOLD[language] in page) == cut_off
    flags = {row["id"]: row["flags"] for row in json.loads(export(brief, config).data)["sources"]}
    assert ("cut off by a paywall" in flags[first.article.id]) == cut_off
    assert "cut off by a paywall" not in flags[brief.analyses[1].article.id]


UNREAD = {
    "en": "sentences of this source were read; 1,200 sentences behind them were left out.",
    "de": "Sätze dieser Quelle; 1.200 Sätze danach blieben außer Betracht.",
}


@pytest.mark.parametrize("language", UNREAD)
@pytest.mark.parametrize("unread", [1200, 0])
def test_so_does_one_that_is_read_up_to_a_limit(language: str, unread: int) -> None:
    brief = sample.brief()
    first = brief.analyses[0]
    cut = replace(first, article=replace(first.article, unread=unread))
    brief = replace(brief, language=language, analyses=(cut, *brief.analyses[1:]))
    config: Config = replace(sample.CONFIG, language=language)
    page = sample.page(render(brief, config), f"sources/{first.article.id}.md").text
    assert (UNREAD[language] in page) == bool(unread)
    flags = {row["id"]: row["flags"] for row in json.loads(export(brief, config).data)["sources"]}
    assert ("not read to its end" in flags[first.article.id]) == bool(unread)
