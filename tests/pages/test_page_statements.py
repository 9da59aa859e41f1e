"""How pages tell statements: the bottom line, what carries it, and where sources differ."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model import BottomLine, DifferenceKind, Origin, Position, Site
from generator.pages import render
from generator.pages.views.difference_views import heading, in_short
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
    lines = tree(site, path).xpath(f"//*[@id='{place}']/following-sibling::ul[1]/li")
    assert len(lines) == (1 if path == "index.md" else 3), "the front page shows the first line only"
    cost, *rest = lines
    link = cost.xpath(".//p[@class='dispute']/a[@class='differs']")[0]
    assert words(link.getparent()) == "Sources differ: 40 million / 45 million"
    assert link.get("href") == to
    if path == "index.md":
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


UNNAMED = Origin("unnamed", "unnamed")


def author(source: str) -> Origin:
    return Origin(f"author-{source}", "author", source=source)


def test_an_author_as_origin_is_told_by_the_source_not_by_its_id() -> None:
    brief = sample.brief()
    told = replace(sample.BERTH, origins=(UNNAMED, author("courier"), author("notes")))
    lines = (BottomLine(told.text, (told.id,)),)
    changed = replace(brief, briefings=(replace(brief.briefings[0], facts=(told,), bottom_line=lines),))
    text = words(tree(render(changed, sample.CONFIG), "topics/rail.md"))
    assert "3 origins: the author in Courier; the author of the report; no speaker named" in text


def test_a_publisher_and_voices_without_a_name_as_origins() -> None:
    brief = sample.brief()
    wire, voices = Origin("publisher-wire", "publisher", "Wire"), Origin("officials", "voices", "officials")
    told = replace(sample.BERTH, origins=(wire, voices), most_origins=3)
    lines = (BottomLine(told.text, (told.id,)),)
    changed = replace(brief, briefings=(replace(brief.briefings[0], facts=(told,), bottom_line=lines),))
    text = words(tree(render(changed, sample.CONFIG), "topics/rail.md"))
    assert "2 to 3 origins: Wire itself; officials" in text


def test_a_page_counts_no_more_origins_than_articles() -> None:
    brief = sample.brief()
    many = tuple(Origin(f"o{n}", "speaker", f"O{n}") for n in range(20))
    for origins, counted in ((many, False), (many[:1], True)):
        facts = tuple(replace(fact, origins=origins) for fact in brief.briefings[0].facts)
        changed = replace(brief, briefings=(replace(brief.briefings[0], facts=facts), *brief.briefings[1:]))
        head = words(
            tree(render(changed, sample.CONFIG), "topics/rail.md").xpath("//p[contains(., 'newest source')]")[0]
        )
        assert bool(re.search(r"\d origin", head)) is counted


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
    spelt = replace(rail.differences[0], id="d-name", kind="name", question="How a name is spelt", subject="Motte")
    both = replace(brief, facts=replace(brief.facts, differences=(spelt, *brief.facts.differences)))
    both = replace(both, briefings=(replace(rail, differences=(spelt, *rail.differences)), *brief.briefings[1:]))
    made = render(both, sample.CONFIG)
    assert tree(made, "topics/rail.md").xpath("//h3[@class='difference']/@id") == ["d-cost", "d-name"]
    watched = tree(made, "index.md").xpath("//*[@id='watch']/following-sibling::ul[1]//a")
    assert [(words(a), a.get("href")) for a in watched] == [
        ("Rail link: million crowns: 40 million / 45 million", "topics/rail.md#d-cost")
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
    assert "differs" not in cells and "yes" in cells


def test_a_quote_from_the_middle_of_a_sentence_says_that_it_goes_on() -> None:
    quote = sample.COST.quotes[0]
    text = quote.text
    cut = replace(quote, text=text[4:-8], start=quote.start + 4, end=quote.end - 8)
    fact = replace(sample.COST, text=cut.text, quotes=(cut, *sample.COST.quotes[1:]))
    brief = sample.brief()
    rail = replace(brief.briefings[0], facts=(fact,), bottom_line=())
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    assert words(t.xpath("//p[@class='statement']")[0]).startswith(f"… “{' '.join(cut.text.split())}” …")
    rail = replace(rail, facts=(fact, sample.AGREED))
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    assert [words(cell)[:1] for cell in t.xpath("//table//tr/td[1]")] == ["…", "T"]
    whole = tree(render(brief, sample.CONFIG), "topics/rail.md").xpath("//p[@class='statement']")[0]
    assert "…" not in words(whole)


def test_names_are_counted_among_the_sources_of_the_topic() -> None:
    brief = sample.brief()
    rail = replace(brief.briefings[0], coverage=brief.briefings[0].coverage[:1])
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    listed = [words(li) for li in t.xpath("//h2[@id='names']/following-sibling::ul[1]/li")]
    assert listed and all(", 1 article" in line for line in listed)


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
    kinds: tuple[tuple[DifferenceKind, list[str]], ...] = (("status", ["yes", "differs"]), ("name", ["yes", "yes"]))
    for kind, expected in kinds:
        difference = replace(sample.COST_DIFFERENCE, id="d-1", kind=kind, positions=both)
        facts = replace(brief.facts, facts=(fact, sample.AGREED), differences=(difference,))
        made = render(replace(brief, facts=facts, briefings=(rail,)), sample.CONFIG)
        row = tree(made, "topics/rail.md").xpath("//table//tr[td][1]/td")[1:]
        assert [words(cell) for cell in row if words(cell) != "–"] == expected


def test_a_difference_in_a_line_says_no_side_twice() -> None:
    sides = sample.COST_DIFFERENCE
    assert in_short(sides) == "million crowns: 40 million / 45 million"
    assert in_short(replace(sides, question="How many", subject="40 million")) == "how many: 40 million / 45 million"
    assert (
        in_short(replace(sides, question="How many", subject="the crowns"))
        == "how many: “the crowns”: 40 million / 45 million"
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("soon", "in May"), "soon / in May"),
        (("in the first week of May", "two days after the long strike"), "on when it was"),
    ],
)
def test_long_sides_are_told_by_what_they_are_about(values: tuple[str, str], said: str) -> None:
    sides = tuple(Position(value, p.quotes) for value, p in zip(values, sample.COST_DIFFERENCE.positions, strict=True))
    differ = replace(sample.COST_DIFFERENCE, kind="date", positions=sides)
    brief = sample.brief()
    rail = replace(brief.briefings[0], differences=(differ,))
    made = render(replace(brief, facts=replace(brief.facts, differences=(differ,)), briefings=(rail,)), sample.CONFIG)
    assert {words(a) for a in tree(made, "topics/rail.md").xpath("//a[@class='differs']")} == {said}


@pytest.mark.parametrize(
    ("question", "subject", "values", "headed"),
    [
        ("How many", "10 trains", ("10 trains", "12 trains"), "How many: “10 trains” or “12 trains”"),
        ("How many", "10 trains", ("10 Trains", "12", "15"), "How many: “10 Trains”, “12” or “15”"),
        ("How many", "the trains", ("10 trains", "12 trains"), "How many: “the trains”"),
        ("What it is called", "a", ("a", "b" * 60), "What it is called: “a”"),
        ("million crowns", "", ("40", "45"), "million crowns"),
    ],
    ids=["a side", "three", "no side", "too long", "no name"],
)
def test_a_heading_names_all_sides_where_it_names_one(
    question: str, subject: str, values: tuple[str, ...], headed: str
) -> None:
    sides = tuple(Position(value, sample.COST_DIFFERENCE.positions[0].quotes) for value in values)
    assert heading(replace(sample.COST_DIFFERENCE, question=question, subject=subject, positions=sides)) == headed


def test_a_time_told_by_an_event_is_headed_by_the_event_as_it_is_spelt() -> None:
    sides = (
        Position("a day after the Pilgrim summit", (sample.COST.quotes[0],)),
        Position("next month", (replace(sample.COST.quotes[1], text="The Pilgrim and pilgrims meet next month."),)),
    )
    told = replace(
        sample.COST_DIFFERENCE, kind="date", question="When, beside others", subject="pilgrim", positions=sides
    )
    assert heading(told) == "When it was in relation to “Pilgrim”"
    assert in_short(told) == ("when it was in relation to “Pilgrim”: a day after the Pilgrim summit / next month")
    days = replace(told, question="When", subject="next month")
    assert heading(days) == "When: “a day after the Pilgrim summit” or “next month”"
    assert heading(replace(days, kind="wording", question="What", subject="the pilgrims")) == "What: “the pilgrims”"


@pytest.mark.parametrize(
    ("origins", "said"),
    [
        (("the minister",), "2 articles, 1 origin: the minister"),
        (("ministry",), "2 articles, 1 origin: ministry · said by the minister"),
        (("the minister", "port"), "2 articles, 2 origins: the minister; port · said by the minister"),
    ],
)
def test_who_says_it_is_not_told_twice(origins: tuple[str, ...], said: str) -> None:
    brief = sample.brief()
    fact = replace(sample.COST, origins=tuple(Origin(name, "speaker", name) for name in origins))
    rail = replace(brief.briefings[0], facts=(fact,), bottom_line=())
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    (line,) = t.xpath(f"//p[@id='{fact.id}']/following-sibling::p[1]")
    assert words(line) == f"{said} [1][2]"


def test_who_says_a_statement_of_one_source_is_told() -> None:
    brief = sample.brief()
    fact = replace(sample.COST, origins=(Origin("m", "speaker", "the minister"),), quotes=sample.COST.quotes[:1])
    rail = replace(brief.briefings[0], facts=(fact,), bottom_line=())
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    (line,) = t.xpath(f"//p[@id='{fact.id}']/following-sibling::p[1]")
    assert words(line) == "said by the minister [1]"


def test_what_was_not_found_in_a_source_is_called_so_and_nothing_more(site: Site) -> None:
    t = tree(site, "topics/rail.md")
    dashes = len([cell for cell in t.xpath("//table//td") if words(cell) == "–"])
    assert dashes and f"; {dashes} times not found." in t.xpath("//img/@alt")[0]
    assert "–: not found." in words(t) and "was not found in a source" in words(tree(site, "method.md"))
    assert not [p.path for p in site.pages if "says nothing" in p.text]


def test_a_name_of_no_kind_is_told_without_one() -> None:
    brief = sample.brief()
    thing = replace(sample.PORT, id="n-thing", name="Harbour Bell", abbreviation=None, kind="other")
    rail = replace(brief.briefings[0], names=(thing, sample.MINISTER))
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    listed = [words(li) for li in t.xpath("//h2[@id='names']/following-sibling::ul[1]/li")]
    assert "Harbour Bell, 1 article" in listed and any(", person, " in line for line in listed)


def test_places_of_one_source_that_are_not_quoted_stand_together() -> None:
    brief = sample.brief()
    hidden = tuple(sample.quote("courier", n, shown=False) for n in (0, 1, 2))
    fact = replace(sample.AGREED, quotes=(sample.AGREED.quotes[0], *hidden))
    rail = replace(brief.briefings[0], facts=(fact,), bottom_line=())
    t = tree(render(replace(brief, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md")
    (also,) = t.xpath("//li[contains(., 'also in')]")
    paragraphs = [quote.paragraph for quote in hidden]
    assert words(also) == "also in Courier, paragraphs " + ", ".join(map(str, paragraphs))
    assert len(also.xpath(".//a")) == len(hidden)
    assert "3 places not quoted" in words(t)


def test_versions_of_one_text_count_once_and_make_no_statement_of_several() -> None:
    brief = sample.brief()
    one, other = (q.source for q in sample.COST.quotes)
    facts = replace(brief.facts, copies=((other, one),))
    told = render(replace(brief, facts=facts), sample.CONFIG)
    t = tree(told, "topics/rail.md")
    (line,) = t.xpath(f"//p[@id='{sample.COST.id}']/following-sibling::p[1]")
    assert words(line).startswith("1 article (2 versions), ")
    assert t.xpath(f"//*[@id='reported-once']/following::p[@id='{sample.COST.id}']")
    assert "are versions of one text and count once" in words(tree(told, f"sources/{other}.md"))


def test_a_revision_is_told_with_arrows_and_the_day_of_each_figure() -> None:
    brief = sample.brief()
    revised = replace(sample.COST_DIFFERENCE, kind="revision", question="How many", subject="40 million")
    assert heading(revised) == "How many: “40 million” → “45 million”"
    assert in_short(revised) == "how many: 40 million → 45 million"
    rail = replace(brief.briefings[0], differences=(revised,))
    facts = replace(brief.facts, differences=(revised,))
    t = tree(
        render(replace(brief, facts=facts, briefings=(rail, *brief.briefings[1:])), sample.CONFIG), "topics/rail.md"
    )
    assert "Revised: 40 million → 45 million" in words(t) and "Sources differ:" not in words(t)
    sides = t.xpath("//h3[@id='d-cost']/following-sibling::ul[1]/li")
    assert [words(side).split(" “")[0] for side in sides] == ["40 million · 4 March 2021", "45 million · March 2021"]
