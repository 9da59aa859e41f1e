"""How pages tell statements: the bottom line, what carries it, and where sources differ."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model import BottomLine, DifferenceKind, Origin, Position, Site
from generator.pages import render
from tests import pages_sample as sample
from tests.pages_sample import page, tree, words


@pytest.fixture(scope="module")
def site() -> Site:
    return render(sample.brief(), sample.CONFIG)


@pytest.mark.parametrize(
    ("path", "to"), [("topics/rail.md", "#d-cost"), ("index.md", "topics/rail.md#d-cost")], ids=["topic", "home"]
)
def test_the_bottom_line_says_where_its_sources_differ(site: Site, path: str, to: str) -> None:
    place = {"index.md": "topic-rail", "topics/rail.md": "bottom-line"}[path]
    link = tree(site, path).xpath(f"//*[@id='{place}']/following::p[@class='dispute'][1]/a[@class='differs']")[0]
    assert words(link.getparent()) == "Sources differ: 40 million / 45 million"
    assert link.get("href") == to


def test_a_page_that_rests_on_digests_says_so_above_the_bottom_line(site: Site) -> None:
    text = page(site, "topics/rail.md").text
    assert 0 < text.index("Rests in part (1 of 3 sources) on digests") < text.index("## Bottom line")
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


UNNAMED = Origin("unnamed", "unnamed")


def author(source: str) -> Origin:
    return Origin(f"author-{source}", "author", source=source)


def test_an_author_as_origin_is_told_by_the_source_not_by_its_id() -> None:
    brief = sample.brief()
    told = replace(sample.COST, origins=(UNNAMED, author("courier"), author("notes")))
    lines = (BottomLine(told.text, (told.id,)),)
    changed = replace(brief, briefings=(replace(brief.briefings[0], facts=(told,), bottom_line=lines),))
    text = words(tree(render(changed, sample.CONFIG), "topics/rail.md"))
    assert "2 articles: the author in Courier; the author of the report; source not named · " in text


def test_a_publisher_and_voices_without_a_name_as_origins() -> None:
    brief = sample.brief()
    wire, voices = Origin("publisher-wire", "publisher", "Wire"), Origin("officials", "voices", "officials")
    told = replace(sample.COST, origins=(wire, voices), most_origins=3)
    lines = (BottomLine(told.text, (told.id,)),)
    changed = replace(brief, briefings=(replace(brief.briefings[0], facts=(told,), bottom_line=lines),))
    text = words(tree(render(changed, sample.CONFIG), "topics/rail.md"))
    assert "2 articles: Wire itself; officials · " in text and "Basis: 2 to 3 origins, partly quoted" in text


def test_a_page_counts_no_more_origins_than_articles() -> None:
    brief = sample.brief()
    many = tuple(Origin(f"o{n}", "speaker", f"O{n}") for n in range(20))
    for origins, counted in ((many, False), (many[:1], True)):
        facts = tuple(replace(fact, origins=origins) for fact in brief.briefings[0].facts)
        changed = replace(brief, briefings=(replace(brief.briefings[0], facts=facts), *brief.briefings[1:]))
        (head,) = tree(render(changed, sample.CONFIG), "topics/rail.md").xpath("//p[@class='counts']")
        assert "last source added here" in words(head)
        assert bool(re.search(r"\d origin", words(head))) is counted


def test_what_carries_a_statement_is_told_without_loose_ends(site: Site) -> None:
    alone = replace(sample.BERTH, status="agreed", kind="event", quotes=sample.BERTH.quotes[:1])
    brief = sample.brief()
    port = replace(brief.briefings[1], facts=(alone, *brief.briefings[1].facts[1:]))
    made = render(replace(brief, briefings=(brief.briefings[0], port, *brief.briefings[2:])), sample.CONFIG)
    lines = [
        words(p)
        for s in (site, made)
        for t in ("rail", "port")
        for p in tree(s, f"topics/{t}.md").xpath("//p[@class='evidence']")
    ]
    assert any(line.startswith("agreed") for line in lines)
    assert not [line for line in lines if re.search(r"·\s*(?:·|$)|^·", line)]
    below = tree(made, "topics/port.md").xpath("//p[@class='statement core']/following-sibling::p[1][strong='agreed']")
    assert [words(p) for p in below] == ["agreed · Basis: 1 origin, quoted"]


def test_differences_over_what_happened_come_before_those_over_names() -> None:
    brief = sample.brief()
    rail = brief.briefings[0]
    spelt = replace(rail.differences[0], id="d-name", kind="name", question="spelling", subject="Motte")
    both = replace(brief, facts=replace(brief.facts, differences=(spelt, *brief.facts.differences)))
    both = replace(both, briefings=(replace(rail, differences=(spelt, *rail.differences)), *brief.briefings[1:]))
    made = render(both, sample.CONFIG)
    assert tree(made, "topics/rail.md").xpath("//h3[@class='difference']/@id") == ["d-cost", "d-name"]
    watched = tree(made, "index.md").xpath("//*[@id='watch']/following-sibling::ul[1]//a")
    assert [(words(a), a.get("href")) for a in watched] == [
        ("Rail link: How many: 40 million or 45 million", "topics/rail.md#d-cost")
    ], "a spelling is nothing to watch"


def test_a_spelling_is_no_dispute_of_what_happened() -> None:
    brief = sample.brief()
    spelt = replace(sample.COST_DIFFERENCE, id="d-name", kind="name")
    cost = replace(sample.COST, differences=("d-name",))
    rail = replace(brief.briefings[0], facts=(cost, *brief.briefings[0].facts[1:]), differences=(spelt,))
    made = render(replace(brief, facts=replace(brief.facts, differences=(spelt,)), briefings=(rail,)), sample.CONFIG)
    t = tree(made, "topics/rail.md")
    assert not t.xpath("//a[@class='differs']") and t.xpath("//h3[@id='d-name']")
    cells = [words(cell) for cell in t.xpath("//table//tr[td][1]/td")]
    assert "≠" not in cells and "✓" in cells


def test_a_quote_from_the_middle_of_a_sentence_says_that_it_goes_on() -> None:
    quote = sample.COST.quotes[0]
    text = quote.text
    cut = replace(quote, text=text[4:-8], start=quote.start + 4, end=quote.end - 8)
    fact = replace(sample.COST, text=cut.text, quotes=(cut, *sample.COST.quotes[1:]))
    brief = sample.brief()
    rail = replace(brief.briefings[0], facts=(fact,), bottom_line=())
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    assert words(t.xpath("//p[contains(@class, 'statement')]")[0]).startswith(f"… “{' '.join(cut.text.split())}” …")
    rail = replace(rail, facts=(fact, sample.AGREED))
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    assert [words(cell)[:1] for cell in t.xpath("//table//tr/td[1]")] == ["…", "T"]
    whole = tree(render(brief, sample.CONFIG), "topics/rail.md").xpath("//p[contains(@class, 'statement')]")[0]
    assert "…" not in words(whole)


def test_a_sentence_leads_back_to_every_statement_that_cites_it(site: Site) -> None:
    brief = sample.brief()
    again = replace(sample.COST, id="f-again")
    rail = replace(brief.briefings[0], facts=(*brief.briefings[0].facts, again))
    made = render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG)
    links = tree(made, "sources/gazette.md").xpath("//a[@class='back']")
    cost = [
        (words(a), a.get("aria-label"), a.get("href"))
        for a in links
        if a.get("href").endswith((sample.COST.id, "f-again"))
    ]
    assert cost == [
        ("Rail link", None, f"../topics/rail.md#{sample.COST.id}"),
        ("2", "Rail link, 2", "../topics/rail.md#f-again"),
    ]


def test_who_reports_otherwise_is_told_by_the_status_of_the_fact() -> None:
    gazette, courier = sample.COST.quotes[0], sample.BERTH.quotes[0]
    both = (Position("agreed", (gazette,)), Position("signed", (gazette, courier)))
    fact = replace(sample.COST, status="agreed", quotes=(gazette, courier), differences=("d-1",))
    brief = sample.brief()
    rail = replace(brief.briefings[0], facts=(fact, sample.AGREED), differences=(), bottom_line=(), timeline=())
    kinds: tuple[tuple[DifferenceKind, list[str]], ...] = (("status", ["✓", "≠"]), ("name", ["✓", "✓"]))
    for kind, expected in kinds:
        difference = replace(sample.COST_DIFFERENCE, id="d-1", kind=kind, positions=both)
        facts = replace(brief.facts, facts=(fact, sample.AGREED), differences=(difference,))
        made = render(replace(brief, facts=facts, briefings=(rail,)), sample.CONFIG)
        row = tree(made, "topics/rail.md").xpath("//table//tr[td][1]/td")[1:]
        assert [words(cell) for cell in row if words(cell) != "–"] == expected


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("soon", "in May"), "soon / in May"),
        (("in the first week of May", "two days after the long strike"), "Date"),
    ],
)
def test_long_sides_are_told_by_what_they_are_about(values: tuple[str, str], said: str) -> None:
    sides = tuple(Position(value, p.quotes) for value, p in zip(values, sample.COST_DIFFERENCE.positions, strict=True))
    differ = replace(sample.COST_DIFFERENCE, kind="date", question="day", positions=sides)
    brief = sample.brief()
    rail = replace(brief.briefings[0], differences=(differ,))
    made = render(replace(brief, facts=replace(brief.facts, differences=(differ,)), briefings=(rail,)), sample.CONFIG)
    assert {words(a) for a in tree(made, "topics/rail.md").xpath("//a[@class='differs']")} == {said}


@pytest.mark.parametrize(
    ("origins", "said"),
    [
        (("the minister",), "2 articles, all citing the minister"),
        (("ministry",), "2 articles, all citing ministry · said by the minister"),
        (("the minister", "port"), "2 articles, 2 origins: the minister; port"),
    ],
)
def test_who_says_it_is_not_told_twice(origins: tuple[str, ...], said: str) -> None:
    brief = sample.brief()
    fact = replace(sample.COST, origins=tuple(Origin(name, "speaker", name) for name in origins))
    rail = replace(brief.briefings[0], facts=(fact,), bottom_line=())
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    (line,) = t.xpath(f"//p[@id='{fact.id}']/following-sibling::p[1]")
    assert words(line) == said


def test_who_says_a_statement_of_one_source_is_told() -> None:
    brief = sample.brief()
    fact = replace(sample.COST, origins=(Origin("m", "speaker", "the minister"),), quotes=sample.COST.quotes[:1])
    rail = replace(brief.briefings[0], facts=(fact,), bottom_line=())
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    (line,) = t.xpath(f"//p[@id='{fact.id}']/following-sibling::p[1]")
    assert words(line) == "said by the minister"


def test_what_was_not_found_in_a_source_is_called_so_and_nothing_more(site: Site) -> None:
    t = tree(site, "topics/rail.md")
    assert [cell for cell in t.xpath("//table//td") if words(cell) == "–"]
    assert "– not found." in words(t) and "was not found in a source" in words(tree(site, "method.md"))
    assert not [p.path for p in site.pages if "says nothing" in p.text]


def test_places_of_one_source_that_are_not_quoted_stand_together() -> None:
    brief = sample.brief()
    hidden = tuple(sample.quote("courier", n, shown=False) for n in (0, 1, 2))
    fact = replace(sample.AGREED, quotes=(sample.AGREED.quotes[0], *hidden))
    rail = replace(brief.briefings[0], facts=(fact,), bottom_line=())
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    (also,) = t.xpath("//li[contains(., 'also in')]")
    paragraphs = [quote.paragraph for quote in hidden]
    assert words(also) == "also in paragraphs " + ", ".join(map(str, paragraphs)) + "[2]"
    assert len(also.xpath(".//a[not(@class='cite')]")) == len(hidden)


def test_versions_of_one_text_count_once_and_make_no_statement_of_several() -> None:
    brief = sample.brief()
    one, other = (q.source for q in sample.COST.quotes)
    facts = replace(brief.facts, copies=((other, one),))
    briefings = tuple(replace(b, bottom_line=b.bottom_line[1:]) for b in brief.briefings)
    told = render(replace(brief, facts=facts, briefings=briefings), sample.CONFIG)
    t = tree(told, "topics/rail.md")
    (line,) = t.xpath(f"//p[@id='{sample.COST.id}']/following-sibling::p[1]")
    assert words(line).startswith("1 article in 2 versions, 2 origins: ministry; port")
    assert t.xpath(f"//*[@id='reported-once']/following::p[@id='{sample.COST.id}']")
    assert "are versions of one text and count once" in words(tree(told, f"sources/{other}.md"))


def test_a_revision_is_told_with_arrows_and_the_day_of_each_figure() -> None:
    brief = sample.brief()
    revised = replace(sample.COST_DIFFERENCE, kind="revision", subject="40 million")
    rail = replace(brief.briefings[0], differences=(revised,))
    facts = replace(brief.facts, differences=(revised,))
    t = tree(
        render(replace(brief, facts=facts, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md"
    )
    assert "Revised: 40 million → 45 million" in words(t) and "Sources differ:" not in words(t)
    sides = t.xpath("//h3[@id='d-cost']/following-sibling::ul[1]/li")
    assert [words(side).split(" “")[0] for side in sides] == ["40 million · 4 March 2021", "45 million · March 2021"]
