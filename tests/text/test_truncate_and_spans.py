"""Quotes are cut at clauses; spans are counted once."""

from __future__ import annotations

import pytest

from generator.model import Article, Metadata, Paragraph, Span
from generator.text.ids import quote_id, slug, source_anchor, unique_slugs
from generator.text.truncate import truncate
from generator.text.word_spans import share, union

LONG = (
    "The council approved the plan after a long night, and the mayor promised a new dock for the boats that had left."
)


@pytest.mark.parametrize(
    ("words", "ends"),
    [(45, "left."), (12, "a long night"), (5, "the plan"), (21, "a new dock")],
)
def test_cut_is_contiguous_and_short_enough(words: int, ends: str) -> None:
    start, end = truncate(LONG, words)
    assert start == 0
    assert LONG[:end].endswith(ends), LONG[:end]
    assert len(LONG[:end].split()) <= words


def test_union_joins_what_touches() -> None:
    assert union([Span(1, 5, 9), Span(1, 0, 4), Span(2, 0, 3), Span(1, 20, 30)]) == (
        Span(1, 0, 9),
        Span(1, 20, 30),
        Span(2, 0, 3),
    )


def test_share_counts_each_word_once() -> None:
    article = Article(
        "a", "sources/a.txt", "text", Metadata(), (Paragraph("one two three four"), Paragraph("five six"))
    )
    assert share(article, [Span(1, 0, 7), Span(1, 4, 13), Span(2, 0, 4)]) == pytest.approx(4 / 6)


def test_slugs_are_ours() -> None:
    assert slug("<img src=x onerror=1> É 名前") == "img-src-x-onerror-1-e"
    made = unique_slugs(
        [("a b", "sources/a b.txt"), ("a-b", "sources/a-b.txt"), ("名前", "sources/名前.txt"), ("index", "x")]
    )
    assert len(set(made)) == 4
    assert len(set(unique_slugs([("a", "same")] * 5))) == 5
    assert all(s == slug(s) for s in made)
    assert made[3] != "index"


def test_ids_do_not_depend_on_spacing() -> None:
    assert quote_id("a", "two  words") == quote_id("a", "two\u00a0words") != quote_id("b", "two words")
    counts: dict[str, int] = {}
    anchors = [source_anchor(text, counts) for text in ("same", "same", "other", "same")]
    assert len(set(anchors)) == 4
    assert anchors[1] == f"{anchors[0]}-2"
