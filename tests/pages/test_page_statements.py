"""How pages tell statements: the bottom line, what carries it, and where sources differ."""

from __future__ import annotations

import re
from dataclasses import replace

import pages_sample as sample
import pytest
from pages_sample import page, tree, words

from generator.model import BottomLine, Site
from generator.pages import render


@pytest.fixture(scope="module")
def site() -> Site:
    return render(sample.brief(), sample.CONFIG)


@pytest.mark.parametrize(
    ("path", "to"), [("topics/rail.md", "#d-cost"), ("index.md", "topics/rail.md#d-cost")], ids=["topic", "home"]
)
def test_the_bottom_line_says_where_its_sources_differ(site: Site, path: str, to: str) -> None:
    place = {"index.md": "topic-rail", "topics/rail.md": "bottom-line"}[path]
    lines = tree(site, path).xpath(f"//*[@id='{place}']/following-sibling::ul[1]/li")
    cost, *rest = lines
    link = cost.xpath(".//p[@class='dispute']/a[@class='differs']")[0]
    assert words(link.getparent()) == "Sources differ: 40 million / 45 million"
    assert link.get("href") == to
    if not rest:  # the front page shows the first line only
        assert path == "index.md"
        return
    agreed, berth = rest
    assert words(agreed.xpath(".//strong[@class='status']")[0]) == "agreed"
    assert not agreed.xpath(".//a[@class='differs']") and not berth.xpath(".//*[@class='differs' or @class='status']")


def test_a_bottom_line_shows_the_differences_of_every_fact_it_rests_on() -> None:
    brief = sample.brief()
    lines = (BottomLine(sample.BERTH.text, (sample.BERTH.id, sample.COST.id)),)
    port = replace(brief.briefings[1], bottom_line=lines)
    t = tree(render(replace(brief, briefings=(brief.briefings[0], port)), sample.CONFIG), "topics/port.md")
    assert t.xpath("//*[@id='bottom-line']/following-sibling::ul[1]//a[@class='differs']/@href") == ["rail.md#d-cost"]


def test_a_page_that_rests_on_digests_says_so_above_the_bottom_line(site: Site) -> None:
    text = page(site, "topics/rail.md").text
    assert 0 < text.index("2 of the sources rest on digests.") < text.index("## Bottom line")
    assert "1 of the 3 sources of this site are digests" in page(site, "index.md").text


def test_differences_stand_side_by_side_each_with_its_quote(site: Site) -> None:
    t = tree(site, "topics/rail.md")
    sides = t.xpath("//h3[@id='d-cost']/following-sibling::ul[1]/li")
    assert [side.xpath("string(.//strong)") for side in sides] == ["40 million", "45 million"]
    assert all(len(side.xpath(".//*[@class='quoted']")) == 1 for side in sides)
    assert t.xpath("//a[@href='#d-cost']")


def test_a_statement_of_two_topics_leads_to_the_difference_of_the_other() -> None:
    brief = sample.brief()
    rail, port, quiet = brief.briefings
    twice = replace(sample.COST, topics=("port", "rail"))
    both = replace(brief, briefings=(rail, replace(port, facts=(twice, *port.facts)), quiet))
    links = tree(render(both, sample.CONFIG), "topics/port.md").xpath("//a[@class='differs']/@href")
    assert links == ["rail.md#d-cost"]


def test_an_author_as_origin_is_told_by_the_source_not_by_its_id() -> None:
    brief = sample.brief()
    told = replace(sample.BERTH, origins=("author of courier", "author of notes", "author of nobody"))
    lines = (BottomLine(told.text, (told.id,)),)
    changed = replace(brief, briefings=(replace(brief.briefings[0], facts=(told,), bottom_line=lines),))
    text = page(render(changed, sample.CONFIG), "topics/rail.md").text
    assert "3 origins: the author in Courier; the author of the report; author of nobody" in text


def test_what_carries_a_statement_is_told_without_loose_ends(site: Site) -> None:
    alone = replace(sample.BERTH, status="approved", kind="event", quotes=sample.BERTH.quotes[:1])
    brief = sample.brief()
    port = replace(brief.briefings[1], facts=(alone, *brief.briefings[1].facts[1:]))
    made = render(replace(brief, briefings=(brief.briefings[0], port, *brief.briefings[2:])), sample.CONFIG)
    lines = [
        words(p)
        for s in (site, made)
        for t in ("rail", "port")
        for p in tree(s, f"topics/{t}.md").xpath("//p[@class='evidence']")
    ]
    assert any(line.startswith("approved") for line in lines)
    assert not [line for line in lines if re.search(r"·\s*(?:·|$)|^·", line)]
    below = tree(made, "topics/port.md").xpath("//p[@class='statement']/following-sibling::p[1][strong='approved']")
    assert [(p.xpath("strong")[0].tail or "").strip() for p in below] == [""]


def test_differences_over_what_happened_come_before_those_over_names() -> None:
    brief = sample.brief()
    rail = brief.briefings[0]
    spelt = replace(rail.differences[0], id="d-name", kind="name", about="How a name is spelt: “Motte”")
    both = replace(brief, facts=replace(brief.facts, differences=(spelt, *brief.facts.differences)))
    both = replace(both, briefings=(replace(rail, differences=(spelt, *rail.differences)), *brief.briefings[1:]))
    made = render(both, sample.CONFIG)
    assert tree(made, "topics/rail.md").xpath("//h3[@class='difference']/@id") == ["d-cost", "d-name"]
    assert tree(made, "index.md").xpath("//*[@id='watch']/following-sibling::ul[1]//a/@href") == [
        "topics/rail.md#d-cost",
        "topics/rail.md#d-name",
    ]


def test_a_sentence_leads_back_to_every_statement_that_cites_it(site: Site) -> None:
    brief = sample.brief()
    again = replace(sample.COST, id="f-again")
    rail = replace(brief.briefings[0], facts=(*brief.briefings[0].facts, again))
    made = render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG)
    links = tree(made, "sources/gazette.md").xpath("//a[@class='back']")
    cost = [(words(a), a.get("href")) for a in links if a.get("href").endswith((sample.COST.id, "f-again"))]
    assert cost == [
        ("Rail link", f"../topics/rail.md#{sample.COST.id}"),
        ("Rail link (2)", "../topics/rail.md#f-again"),
    ]
