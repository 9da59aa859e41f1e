"""What search may narrow by, page by page."""

from __future__ import annotations

from generator.pages import render
from generator.pages.exports.search_facets import SearchFacets, box_texts, facets_of, search_facets
from generator.pages.wording import words_of
from tests import pages_sample as sample


def test_a_topic_and_its_sources_are_narrowed_by_its_title_and_sources_by_what_is_given_of_them() -> None:
    brief = sample.brief()
    found = search_facets(render(brief, sample.CONFIG), sample.CONFIG, words_of("en"))
    titles = {topic.id: topic.title for topic in sample.CONFIG.topics}
    for topic in sample.CONFIG.topics:
        assert found[f"topics/{topic.id}.md"] == SearchFacets({"topic": (topic.title,)}, topic.terms)
    for analysis in brief.analyses:
        meta, id = analysis.article.metadata, analysis.article.id
        of = found[f"sources/{id}.md"]
        about = tuple(titles[b.topic] for b in brief.briefings if id in [c.source for c in b.coverage])
        assert of.filters.get("topic", ()) == about
        assert of.filters.get("publisher", ()) == of.terms == ((meta.publisher,) if meta.publisher else ())
        assert of.filters.get("year", ()) == ((meta.published[:4],) if meta.published else ())
    assert len(found) == len(titles) + len(brief.analyses)


def test_what_the_box_says_is_of_the_sites_language() -> None:
    assert box_texts(words_of("en"))["topic"] == "All topics"
    assert box_texts(words_of("de"))["topic"] == "Alle Themen"
    assert box_texts(words_of("en")).keys() == {"topic", "publisher", "year", "failed"}


def test_a_further_page_is_narrowed_by_what_its_first_page_is() -> None:
    known = {"topics/port.md": SearchFacets({"topic": ("Port",)}, ("harbour",))}
    assert facets_of(known, "topics/port.md") == known["topics/port.md"]
    assert facets_of(known, "topics/port/part-2.md") == SearchFacets({"topic": ("Port",)})
    assert facets_of(known, "topics/other/part-2.md") == facets_of(known, "index.md") == SearchFacets()
