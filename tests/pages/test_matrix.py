"""The evidence matrix: who reports a statement, and who otherwise, by the numbers of the page."""

from __future__ import annotations

from dataclasses import replace

from generator.pages import render
from generator.pages.context import Context, PageContext
from generator.pages.views.matrix_views import matrix
from tests import pages_sample as sample
from tests.pages_sample import tree, words


def test_the_matrix_is_one_click_away_its_columns_named_by_their_numbers() -> None:
    t = tree(render(sample.brief(), sample.CONFIG), "topics/rail.md")
    (table,) = t.xpath("//details//table")
    heads = [words(th) for th in table.xpath(".//th")]
    assert heads == ["Statement", "[1]", "[2]", "[3]"]
    assert [words(td) for td in table.xpath(".//tr[td][1]/td")[1:]] == ["✓", "≠", "–"]
    (summary,) = t.xpath("//details[.//table]/summary")
    assert words(summary) == "Who reports what: the most widely reported statement is in 3 of 3 sources"


def test_a_matrix_compares_two_statements_of_two_sources_at_least() -> None:
    page = PageContext(Context(sample.brief(), sample.CONFIG), "topics/rail.md")
    nothing, one = sample.briefing("quiet", (), ()), sample.briefing("rail", (sample.COST,), ())
    alone = replace(sample.COST, quotes=sample.COST.quotes[:1])
    one_source = sample.briefing("rail", (alone, replace(alone, id="other")), ())
    assert [matrix(b, page) for b in (nothing, one, one_source)] == [None, None, None]
    assert matrix(sample.briefing("rail", (sample.COST, sample.AGREED), ()), page)
