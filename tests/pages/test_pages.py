"""The pages of a small brief made by hand: what stands where, and where each link leads."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

import markdown
import pages_sample as sample
import pytest
import yaml
from lxml import html

from generator.model import BottomLine, Brief, Page, Site
from generator.pages import render
from generator.pages.context import text_fragment
from generator.pages.labels import labels
from generator.pages.mark import state
from generator.pages.words import count, date, listing

EXTENSIONS = ["attr_list", "tables", "toc", "pymdownx.details", "pymdownx.superfences"]


@pytest.fixture(scope="module")
def site() -> Site:
    return render(sample.brief(), sample.CONFIG)


def page(site: Site, path: str) -> Page:
    return next(p for p in site.pages if p.path == path)


def tree(site: Site, path: str) -> html.HtmlElement:
    body = page(site, path).text.split("\n---\n", 1)[1]
    return html.fromstring(f"<div>{markdown.markdown(body, extensions=EXTENSIONS)}</div>")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_page_has_its_place_and_our_mark(site: Site) -> None:
    assert [p.path for p in site.pages][:4] == ["index.md", "topics/rail.md", "topics/port.md", "topics/quiet.md"]
    assert {p.path for p in site.pages} >= {
        "sources/index.md",
        "sources/gazette.md",
        "sources/courier.md",
        "sources/notes.md",
        "timeline.md",
        "names.md",
        "method.md",
    }
    assert {state(p.text) for p in site.pages} == {"ours"}


def test_every_link_leads_to_a_page_and_an_anchor_and_no_id_stands_twice(site: Site) -> None:
    trees = {p.path: tree(site, p.path) for p in site.pages}
    ids = {path: t.xpath("//@id") for path, t in trees.items()}
    for path, found in ids.items():
        assert len(found) == len(set(found)), path
    followed = 0
    for path, t in trees.items():
        for href in t.xpath("//a/@href"):
            if href.startswith(("http", "?q=")):
                continue
            target, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert target in trees, (path, href)
            assert not anchor or anchor in ids[target], (path, href)
            followed += 1
    assert followed > 60


def test_every_quote_on_a_topic_page_leads_to_its_sentence_and_that_leads_back(site: Site) -> None:
    sources = {id: tree(site, f"sources/{id}.md") for id in sample.TEXTS}
    shown = {q.id: q for f in (sample.COST, sample.AGREED, sample.BERTH, sample.DIGEST) for q in f.quotes if q.shown}
    for topic in ("rail", "port"):
        t = tree(site, f"topics/{topic}.md")
        marked = t.xpath("//*[@data-quote]")
        assert len(marked) >= 4
        for element in marked:
            quote = shown[element.get("data-quote")]
            assert element.text_content() == quote.text
            anchor = sample.ANALYSES[quote.source].sentences[quote.sentence].anchor
            assert t.xpath(f"//a[@href='../sources/{quote.source}.md#{anchor}']")
            sentence = sources[quote.source].get_element_by_id(anchor)
            assert quote.text in sentence.text_content()
            assert any(href.startswith(f"../topics/{topic}.md#f-") for href in sentence.xpath(".//a/@href"))


def test_every_quote_id_of_a_fact_is_an_anchor_of_its_topics(site: Site) -> None:
    ids = set(tree(site, "topics/rail.md").xpath("//@id"))
    assert {q.id for f in (sample.COST, sample.AGREED, sample.BERTH) for q in f.quotes} <= ids


def test_words_that_may_not_be_quoted_stand_nowhere_and_their_support_is_counted(site: Site) -> None:
    hidden = next(q for q in sample.AGREED.quotes if not q.shown)
    assert not [p.path for p in site.pages if hidden.text in p.text]
    t = tree(site, "topics/rail.md")
    assert "also in Courier, paragraph 2" in words(t)
    assert "2 articles and 1 digest, 1 origin: background" in words(t)
    assert "2 more statements cannot be shown within the limits on quoting." in words(t)


def test_a_digest_is_never_quoted_nor_credited_to_the_publisher_of_its_report(site: Site) -> None:
    found = 0
    for p in site.pages:
        t = tree(site, p.path)
        text = words(t)
        for sentence in sample.ANALYSES["notes"].sentences:
            assert f"“{sentence.text}" not in text
            assert not [q for q in t.xpath("//*[@class='quoted']") if sentence.text in q.text_content()]
            found += text.count(sentence.text)
        for link in t.xpath("//a[contains(@class, 'chip')][contains(@href, 'notes.md')]"):
            assert link.text_content().endswith("digest of a report in Evening Post")
    assert found > 4


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


def test_a_topic_page_says_it_all_in_order(site: Site) -> None:
    t = tree(site, "topics/rail.md")
    assert [words(h).rstrip("¶") for h in t.xpath("//h1|//h2")] == [
        "Rail link",
        "Bottom line",
        "Established",
        "Reported once",
        "Where sources differ",
        "Who reports what",
        "Timeline",
        "Who and what",
        "What is not known",
        "Keyphrases",
        "Each source in short",
        "Sources",
        "Related topics",
    ]
    assert words(t.xpath("//p[@class='counts']")[0]) == (
        "2 articles and 1 digest · 3 origins · 1 difference · newest source added 7 March 2021"
    )


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


def test_a_topic_without_sources_still_has_a_page(site: Site) -> None:
    text = words(tree(site, "topics/quiet.md"))
    assert "0 articles" in text and "No source speaks of this topic yet." in text


def test_a_source_page_counts_what_was_dropped_and_never_shows_it(site: Site) -> None:
    text = page(site, "sources/gazette.md").text
    assert "2 lines left out" in text and "2 lines: navigation" in text
    assert not [p.path for p in site.pages if "SECRETWORD" in p.text or "Follow us" in p.text]


def test_a_source_page_shows_only_what_is_published(site: Site) -> None:
    text = words(tree(site, "sources/courier.md"))
    assert "A new berth *costs* more & <b>takes</b> longer." in text
    assert "finalised on Thursday" not in text
    assert "Kept {{ 7 }}" in text


def test_a_sentence_of_which_a_part_is_published_says_where_it_was_cut() -> None:
    brief = sample.brief()
    cut = replace(brief, shown=tuple((s, (replace(spans[0], start=4, end=20), *spans[1:])) for s, spans in brief.shown))
    text = words(tree(render(cut, sample.CONFIG), "sources/gazette.md"))
    assert "… “minister said th” …" in text


def test_the_method_page_lists_the_files_left_out(site: Site) -> None:
    assert "sources/{{bad}}.txt: it is empty" in words(tree(site, "method.md"))


def test_front_matter_is_ours_alone_and_safe_as_html(site: Site) -> None:
    for p in site.pages:
        front = yaml.safe_load(p.text.split("---\n")[1])
        assert set(front) <= {
            "briefing",
            "title",
            "description",
            "tags",
            "search",
            "hide",
            "layout",
            "topic",
            "updated",
            "sources",
        }, p.path
        assert not set('<>"') & set(front["title"] + front["description"] + "".join(front.get("tags", ())))
        assert len(front["description"]) < 200


def test_an_empty_brief_renders() -> None:
    full = sample.brief()
    bare = replace(
        full,
        facts=type(full.facts)(),
        summaries=(),
        shown=(),
        skipped=(),
        briefings=tuple(
            replace(
                b,
                bottom_line=(),
                facts=(),
                differences=(),
                timeline=(),
                names=(),
                summaries=(),
                keyphrases=(),
                gaps=(),
                reliance=(),
            )
            for b in full.briefings
        ),
    )
    assert len(render(bare, sample.CONFIG).pages) == len(render(full, sample.CONFIG).pages)
    nothing = Brief("en", (), type(full.topics)(()), type(full.facts)(), ())
    assert "No source dates anything yet." in page(render(nothing, sample.CONFIG), "timeline.md").text


def test_an_author_as_origin_is_told_by_the_source_not_by_its_id() -> None:
    brief = sample.brief()
    told = replace(sample.BERTH, origins=("author of courier", "author of notes", "author of nobody"))
    lines = (BottomLine(told.text, (told.id,)),)
    changed = replace(brief, briefings=(replace(brief.briefings[0], facts=(told,), bottom_line=lines),))
    text = page(render(changed, sample.CONFIG), "topics/rail.md").text
    assert "3 origins: the author in Courier; the author of the report; author of nobody" in text


def test_rendering_twice_gives_the_same(site: Site) -> None:
    again = render(sample.brief(), sample.CONFIG)
    assert again.pages == site.pages and again.assets == site.assets


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2020-10-07", "7 October 2020"),
        ("2020-09", "September 2020"),
        ("2020", "2020"),
        (None, "undated"),
        ("XXXX-10-07", "7 October, year not given"),
        ("2020-10-XX", "October 2020"),
        ("2020-XX-XX", "2020"),
        ("2020-09/2020-10", "September 2020 to October 2020"),
        ("2020-09/..", "September 2020 to .."),
        ("2020-13", "2020-13"),
        ("2020-10-07T10:00:00Z", "7 October 2020"),
        ("2020-10~", "2020-10~"),
        ("XXXX", "XXXX"),
    ],
)
def test_dates_are_said_as_far_as_they_are_known(edtf: str | None, said: str) -> None:
    assert date(edtf) == said


def test_counts_and_lists_in_words() -> None:
    assert [count(0, "article"), count(1, "article"), count(1200, "article")] == [
        "0 articles",
        "1 article",
        "1,200 articles",
    ]
    assert [listing([]), listing("a"), listing("ab"), listing("abc")] == ["", "a", "a and b", "a, b and c"]


def test_two_reports_of_one_publisher_have_two_names() -> None:
    gazette, courier, _ = sample.ANALYSES.values()
    twin = replace(courier, article=replace(courier.article, id="twin", metadata=gazette.article.metadata))
    other = replace(
        courier, article=replace(courier.article, metadata=replace(courier.article.metadata, publisher="The Gazette"))
    )
    made = labels((gazette, twin, other))
    assert len({label.short for label in made.values()}) == 3


@pytest.mark.parametrize(
    ("url", "text", "made"),
    [
        (
            "https://a.example/x#top",
            "One, two-three & four",
            "https://a.example/x#:~:text=One%2C%20two%2Dthree%20%26%20four",
        ),
        (
            "https://a.example/x",
            "a b c d e f g h i j k l",
            "https://a.example/x#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l",
        ),
        (None, "a", None),
        ("javascript:x", "a", None),
    ],
)
def test_the_very_words_on_the_publishers_page(url: str | None, text: str, made: str | None) -> None:
    assert text_fragment(url, text) == made


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
