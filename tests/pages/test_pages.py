"""The pages of a small brief made by hand: what stands where, and where each link leads."""

from __future__ import annotations

import posixpath
from dataclasses import replace

import pytest
import yaml

from generator.model import Site, SiteContent
from generator.pages import render
from generator.pages.exports.publish import publish
from generator.text.page_mark import state
from tests import pages_sample as sample
from tests.pages_sample import page, tree, words


@pytest.fixture(scope="module")
def site() -> Site:
    return render(sample.brief(), sample.CONFIG)


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
    feeds = {asset.path for asset in publish(site, sample.CONFIG)}
    for path, t in trees.items():
        for href in t.xpath("//a/@href"):
            if href.startswith(("http", "?q=")):
                continue
            if "feeds/" in href:  # no page: it is made when the site is built, a folder above that of the page
                assert href.replace("../", "") in feeds, (path, href)
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
        assert len(marked) >= 2
        for element in marked:
            quote = shown[element.get("data-quote")]
            assert element.text_content() == quote.text
            anchor = sample.ANALYSES[quote.source].sentences[quote.sentence].anchor
            assert t.xpath(f"//a[@href='../sources/{quote.source}.md#{anchor}']")
            sentence = sources[quote.source].get_element_by_id(anchor)
            assert quote.text in sentence.text_content()
            places = sentence.getnext()
            assert places.get("class") == "places"
            assert any(href.startswith(f"../topics/{topic}.md#f-") for href in places.xpath(".//a/@href"))


def test_every_quote_id_of_a_fact_is_an_anchor_of_its_topics(site: Site) -> None:
    ids = set(tree(site, "topics/rail.md").xpath("//@id"))
    assert {q.id for f in (sample.COST, sample.AGREED, sample.BERTH) for q in f.quotes} <= ids


def test_words_that_may_not_be_quoted_stand_nowhere_and_their_support_is_counted(site: Site) -> None:
    hidden = next(q for q in sample.AGREED.quotes if not q.shown)
    assert not [p.path for p in site.pages if hidden.text in p.text]
    t = tree(site, "topics/rail.md")
    assert "also in paragraph 2" in words(t)
    assert "2 articles and 1 digest, all citing background" in words(t)
    (note,) = t.xpath("//p[@class='note'][contains(., 'more statements')]")
    assert words(note) == "2 more statements are in the sources, beyond the limits on quoting"
    (to,) = note.xpath(".//a/@href")
    assert to == "../method.md#quoting" and tree(site, "method.md").xpath("//h2[@id='quoting']")


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


def test_a_topic_page_says_it_all_in_order(site: Site) -> None:
    t = tree(site, "topics/rail.md")
    assert [words(h).rstrip("¶") for h in t.xpath("//h1|//h2")] == [
        "Rail link",
        "Bottom line",
        "What is not known",
        "Where sources disagree",
        "Reported by several sources",
        "Reported by one source",
        "Sources",
    ]
    assert words(t.xpath("//p[@class='counts']")[0]) == (
        "As of 4 March 2021 · 2 articles and 1 digest · 3 origins · last source added here 7 March 2021"
    )


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
            "keywords",
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
    nothing = SiteContent("en", (), type(full.topics)(()), type(full.facts)(), ())
    assert "No source dates anything yet." in page(render(nothing, sample.CONFIG), "timeline.md").text


def test_rendering_twice_gives_the_same(site: Site) -> None:
    again = render(sample.brief(), sample.CONFIG)
    assert again.pages == site.pages and again.assets == site.assets


def test_home_leads_each_topic_with_its_first_line_whatever_another_shows() -> None:
    brief = sample.brief()
    rail, port, quiet = brief.briefings
    same = replace(port, bottom_line=(*rail.bottom_line[:1], *port.bottom_line), facts=(*rail.facts[:1], *port.facts))
    t = tree(render(replace(brief, briefings=(rail, same, quiet)), sample.CONFIG), "index.md")
    leads = [words(t.xpath(f"//h2[@id='topic-{id}']/following-sibling::ul[1]/li")[0]) for id in ("rail", "port")]
    assert all(rail.bottom_line[0].text in lead for lead in leads)


def test_home_names_the_sources_published_last_where_none_was_added() -> None:
    brief = sample.brief()
    days = iter(("2021-03-04", None, "2021-03-09", "XXXX-05-01"))
    analyses = tuple(
        replace(a, article=replace(a.article, metadata=replace(a.article.metadata, added=None, published=next(days))))
        for a in brief.analyses
    )
    t = tree(render(replace(brief, analyses=analyses), sample.CONFIG), "index.md")
    links = t.xpath("//h2[@id='newest']/following-sibling::ul[1]//a/@href")
    ids = [a.article.id for a in analyses]
    assert links == [f"sources/{ids[2]}.md", f"sources/{ids[0]}.md"]
