"""What pages say in words of their own: dates, counts, lists, and the names of sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Origin
from generator.pages import render
from generator.pages.carriers import origins
from generator.pages.context import Context, PageContext, text_fragment
from generator.pages.labels import labels
from generator.pages.wording import count, format_date, shorten, words_of
from tests import pages_sample as sample
from tests.pages_sample import tree, words


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
        ("2020-09/2020-10", "September to October 2020"),
        ("2020-09/..", "from September 2020"),
        ("../2020-09", "until September 2020"),
        ("2020-10-06/2020-10-08", "6–8 October 2020"),
        ("2020-09-30/2020-10-02", "30 September to 2 October 2020"),
        ("2020-12-30/2021-01-02", "30 December 2020 to 2 January 2021"),
        ("XXXX-10-06/XXXX-10-08", "6–8 October, year not given"),
        ("2020-10-06/2020-10-06", "6 October 2020"),
        ("2020-10-06/2020-10", "6 October to October 2020"),
        ("2020/2021~", "2020 to about 2021"),
        ("2020-10-06~/2020-10-08", "about 6 October 2020 to 8 October 2020"),
        ("2020/yesterday", "2020/yesterday"),
        ("202X", "the 2020s"),
        ("20XX", "between 2000 and 2099"),
        ("202X-10-07", "7 October, the 2020s"),
        ("2020~", "about 2020"),
        ("2020-10?", "perhaps October 2020"),
        ("2020-10-07%", "perhaps about 7 October 2020"),
        ("2020-21", "spring 2020"),
        ("2020-24~", "about winter 2020"),
        ("XXXX-23", "autumn, year not given"),
        ("2021-02-29", "2021-02-29"),
        ("2020-13", "2020-13"),
        ("2020-10-07T10:00:00Z", "7 October 2020"),
        ("2020-10~", "about October 2020"),
        ("XXXX", "XXXX"),
    ],
)
def test_dates_are_said_as_far_as_they_are_known(edtf: str | None, said: str) -> None:
    assert format_date(edtf) == said


def test_counts_and_lists_in_words() -> None:
    assert [count(0, "article"), count(1, "article"), count(1200, "article")] == [
        "0 articles",
        "1 article",
        "1,200 articles",
    ]
    assert [
        words_of("en").listing([]),
        words_of("en").listing("a"),
        words_of("en").listing("ab"),
        words_of("en").listing("abc"),
    ] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("published", "short"),
    [
        (("2021-11-17", "2021-11-18", None), ("Wire, 17 Nov", "Wire, 18 Nov", "Wire, A long title of this report")),
        (("2021-11-17", "2021-11-17", "2021-11"), ("Wire, 17 Nov", "Wire, 17 Nov (2)", "Wire, Nov")),
        (("2021-11-17", "2022-11-17", "2022"), ("Wire, 17 Nov 2021", "Wire, 17 Nov 2022", "Wire, 2022")),
    ],
)
def test_sources_of_one_publisher_are_told_apart_by_their_days(
    published: tuple[str, ...], short: tuple[str, ...]
) -> None:
    (one, *_), title = sample.ANALYSES.values(), "A long title of this report"
    many = [
        replace(
            one,
            article=replace(
                one.article,
                id=f"s{n}",
                path=f"sources/s{n}.txt",
                metadata=replace(one.article.metadata, publisher="Wire", published=day, title=title),
            ),
        )
        for n, day in enumerate(published)
    ]
    assert tuple(label.short for label in labels(many, words_of("en")).values()) == short


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


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("One two three", "One two three"),
        ("One two three, four", "One two three…"),
        ("[Untitled report on a vote]", "Untitled report on…"),
        ("[Update] Two more votes", "[Update] Two more…"),
        ("Donaudampfschifffahrt Unternehmensvorstand", "Donaudampfschifffahrt…"),
        ("x" * 40, "x" * 27 + "…"),
    ],
)
def test_a_title_is_cut_at_a_word_and_leaves_no_bracket_open(text: str, short: str) -> None:
    assert shorten(text, 3) == short


def test_names_too_long_for_a_row_are_cut_at_a_word_and_whole_on_the_page_of_the_source() -> None:
    long = (
        "The Royal Commission for the Improvement of Harbours, Railways and Inland Waterways of the Northern Counties"
    )
    title = " ".join(f"word{number}" for number in range(40))
    brief = sample.brief()
    first = brief.analyses[0]
    meta = replace(first.article.metadata, publisher=long, author=f"{long} Staff", title=title)
    changed = replace(first, article=replace(first.article, metadata=meta))
    digest = replace(meta, kind="digest", publisher=f"{long} too")
    other = replace(brief.analyses[1], article=replace(brief.analyses[1].article, metadata=digest))
    site = render(replace(brief, analyses=(changed, other, *brief.analyses[2:])), sample.CONFIG)
    cut = "The Royal Commission for the Improvement of Harbours…"
    for path in ("index.md", "topics/rail.md", "sources/index.md", "tags.md", "keyphrases.md", "timeline.md"):
        text = words(tree(site, path))
        assert cut in text and long[:-9] not in text and "word30" not in text, path
    tagged = words(tree(site, f"sources/{other.article.id}.md").xpath("//a[contains(@href, 'tags.md#publisher')]")[0])
    assert tagged == f"digest of a report in {cut}"
    whole = words(tree(site, f"sources/{first.article.id}.md"))
    assert long in whole and f"{long} Staff" in whole and title in whole


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [(1, 1, "1 origin"), (2, 2, "2 origins"), (1, 3, "1 to 3 origins"), (2, 4, "2 to 4 origins")],
)
def test_a_range_where_voices_have_no_name(least: int, most: int, said: str) -> None:
    page = PageContext(Context(sample.brief(), sample.CONFIG), "")
    found = tuple(Origin(f"o{n}", "speaker", f"O{n}") for n in range(least))
    assert origins(replace(sample.COST, origins=found, most_origins=most), page) == said
