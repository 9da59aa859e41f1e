"""Tags: what a source carries, and the page on which each tag lists the pages that carry it."""

from __future__ import annotations

import dataclasses
import re

import pytest
import yaml

from generator.model import Site, SiteContent
from generator.pages import render
from tests.pages_sample import CONFIG, brief

BRIEF = brief()


def pages(site: Site) -> dict[str, str]:
    return {page.path: page.text for page in site.pages}


def published(brief: SiteContent, **by_source: tuple[str | None, str | None]) -> SiteContent:
    """`brief` with another publisher and date for some sources."""
    analyses = []
    for analysis in brief.analyses:
        article = analysis.article
        if article.id in by_source:
            name, day = by_source[article.id]
            meta = dataclasses.replace(article.metadata, publisher=name, published=day)
            analysis = dataclasses.replace(analysis, article=dataclasses.replace(article, metadata=meta))
        analyses.append(analysis)
    return dataclasses.replace(brief, analyses=tuple(analyses))


def listed(text: str) -> dict[str, list[str]]:
    """The pages that each tag lists, by its anchor."""
    found = {}
    for part in re.split(r"^(?=##)", text, flags=re.M)[1:]:
        anchor = re.match(r"##+ .* \{ #(\S+) ", part)
        assert anchor, part
        found[anchor[1]] = re.findall(r"^- \[.*?\]\((\S+?)\)", part, flags=re.M)
    return found


def test_each_tag_lists_the_pages_that_carry_it() -> None:
    found = listed(pages(render(BRIEF, CONFIG))["tags.md"])
    assert list(found) == [
        "topics", "topic-rail", "topic-port", "topic-quiet",
        "publishers", "publisher-courier", "publisher-evening-post", "publisher-the-gazette",
        "years", "year-2021", "year-none",
    ]  # fmt: skip
    assert found["topic-rail"][0] == "topics/rail.md"
    assert found["topic-quiet"] == ["topics/quiet.md"]
    assert found["publisher-the-gazette"] == ["sources/gazette.md"]
    assert found["year-2021"] == ["sources/gazette.md", "sources/courier.md"]
    assert found["year-none"] == ["sources/notes.md"]


def test_a_source_shows_its_tags_and_gives_them_to_search() -> None:
    text = pages(render(BRIEF, CONFIG))["sources/gazette.md"]
    line = next(line for line in text.splitlines() if line.startswith("- **Tags:**"))
    assert re.findall(r"\[(.*?)\]\((.*?)\)", line) == [  # its topics stand in the line above, with their own links
        ("The Gazette", "../tags.md#publisher-the-gazette"),
        ("2021", "../tags.md#year-2021"),
    ]
    assert yaml.safe_load(text.split("---\n")[1])["tags"] == ["Rail link", "The Gazette", "2021"]


def test_a_digest_is_filed_under_its_reports_publisher_as_a_digest() -> None:
    text = pages(render(BRIEF, CONFIG))["sources/notes.md"]
    assert "[digest of a report in Evening Post](../tags.md#publisher-evening-post)" in text
    assert "digest of a report in Evening Post" in yaml.safe_load(text.split("---\n")[1])["tags"]
    assert "Evening Post" not in yaml.safe_load(text.split("---\n")[1])["tags"]


def test_what_is_not_given_is_no_tag() -> None:
    text = pages(render(published(BRIEF, gazette=(None, "XXXX-10-07")), CONFIG))["sources/gazette.md"]
    assert yaml.safe_load(text.split("---\n")[1])["tags"] == ["Rail link"]


def test_the_year_2021_and_a_publisher_of_that_name_are_two_tags() -> None:
    found = listed(pages(render(published(BRIEF, gazette=("2021", "2020-01")), CONFIG))["tags.md"])
    assert found["publisher-2021"] == ["sources/gazette.md"]
    assert found["year-2020"] == ["sources/gazette.md"]
    assert found["year-2021"] == ["sources/courier.md"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Times", "the times", True),
        ("Le Temps", "Lé Temps", False),
        ("none", None, False),
        ("東京新聞", "朝日新聞", False),
        ("A-B", "A B", False),
        ("</h3><script>pwn()</script>", "script-pwn-script", False),
    ],
)
def test_two_publishers_share_a_tag_only_under_one_name(one: str, other: str | None, same: bool) -> None:
    text = pages(render(published(BRIEF, gazette=(one, None), courier=(other, None)), CONFIG))["tags.md"]
    found = [sources for anchor, sources in listed(text).items() if anchor.startswith("publisher-")]
    assert (["sources/gazette.md", "sources/courier.md"] in found) is same
    assert "<script" not in text
