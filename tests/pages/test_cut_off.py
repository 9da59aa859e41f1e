"""A source that ends at a paywall says so, on its page and in the export."""

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
