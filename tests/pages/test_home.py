"""The home page: each topic with its top and what happened last, disagreements over what happened, what is new."""

from __future__ import annotations

import json
from dataclasses import replace

from generator.model import BottomLine, SiteContent
from generator.pages import render
from generator.pages.context import Context
from generator.pages.exports.news import news
from tests.pages_sample import AGREED, BERTH, CONFIG, COST, COST_DIFFERENCE, brief, page, tree, words


def _brief() -> SiteContent:
    rail, port, quiet = brief().briefings
    line = BottomLine(BERTH.text, (BERTH.id,))
    rail = replace(rail, bottom_line=(line,), newest=(AGREED.id, "2021-03-04"))
    return replace(brief(), briefings=(rail, replace(port, bottom_line=(line,)), quiet))


def test_each_topic_shows_its_own_top_whatever_another_shows_and_what_happened_last() -> None:
    made = tree(render(_brief(), CONFIG), "index.md")
    assert [words(h) for h in made.xpath("//h2[contains(@class, 'topic')]")] == ["Rail link", "Port <5>", "Quiet topic"]
    said = words(made)
    assert said.count("A new berth") == 2
    assert said.index("Newest, 4 March 2021") < said.index(AGREED.text) < said.index("Port <5>")


def test_it_says_of_which_day_the_newest_source_is() -> None:
    assert "As of 4 March 2021 · " in words(tree(render(_brief(), CONFIG), "index.md"))


def test_every_statement_leads_to_its_evidence_in_one_click() -> None:
    made = tree(render(_brief(), CONFIG), "index.md")
    links = made.xpath("//a[contains(@class, 'support')]/@href")
    assert links == [f"topics/rail.md#{BERTH.id}", f"topics/rail.md#{AGREED.id}", f"topics/port.md#{BERTH.id}"]


def test_only_differences_over_what_happened_are_there() -> None:
    facts = _brief().facts
    spelling = replace(COST_DIFFERENCE, id="d-name", kind="name")
    later = replace(COST_DIFFERENCE, id="d-later", kind="revision")
    made = render(replace(_brief(), facts=replace(facts, differences=(spelling, COST_DIFFERENCE, later))), CONFIG)
    assert "topics/rail.md#d-cost" in page(made, "index.md").text
    assert "#d-name" not in page(made, "index.md").text
    assert "#d-later" not in page(made, "index.md").text


def test_a_reader_who_comes_again_has_what_tells_new_from_seen() -> None:
    made = json.loads(news(Context(_brief(), CONFIG)).data)
    rows = {row[0]: row[1:] for row in made["statements"]}
    assert rows.keys() == {f.id for f in _brief().facts.facts}
    assert rows[BERTH.id][1:3] == ["port", f"topics/port/#{BERTH.id}"]
    assert made["topics"]["rail"] == "Rail link"
    other = replace(COST, status="signed")
    facts = replace(_brief().facts, facts=tuple(other if f is COST else f for f in _brief().facts.facts))
    changed = json.loads(news(Context(replace(_brief(), facts=facts), CONFIG)).data)
    moved = {row[0] for row in changed["statements"] if row[1] != rows[row[0]][0]}
    assert moved == {COST.id}


def test_the_method_page_says_what_a_browser_keeps_and_that_nothing_is_sent() -> None:
    made = tree(render(_brief(), CONFIG), "method.md")
    told = words(made.xpath("//h2[@id='last-visit']/following-sibling::p[1]")[0])
    assert "local storage" in told
    assert "Nothing of it is sent anywhere" in told
