"""Cutting into sentences: golden cases, and what holds for any text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Article, Metadata, Paragraph
from generator.text.sentences import spans, split
from tests.golden_cases import cases


def article(*paragraphs: Paragraph) -> Article:
    return Article("a", "sources/a.txt", "text", Metadata(), paragraphs)


@pytest.mark.parametrize("case", cases("sentences"))
def test_golden(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[a:b] for a, b in spans(text, case.get("language", "en"))] == case["sentences"]


@given(st.text(alphabet="aB1 .!?\n\"“”'’()。「」।-", max_size=200), st.sampled_from(["en", "ja", "hi", "de"]))
def test_every_sentence_is_verbatim_in_order_and_nothing_written_is_lost(text: str, language: str) -> None:
    found = split(article(Paragraph(text)), language)
    assert all(text[s.start : s.end] == s.text == s.text.strip() for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert sum(c.isalnum() for c in text) == sum(c.isalnum() for s in found for c in s.text)


def test_headings_are_no_sentences_and_paragraphs_are_counted_from_one() -> None:
    found = split(article(Paragraph("A heading.", "heading"), Paragraph("One. Two."), Paragraph("Three.", "item")))
    assert [(s.index, s.paragraph, s.text) for s in found] == [(0, 2, "One."), (1, 2, "Two."), (2, 3, "Three.")]


def test_repeated_sentences_have_anchors_of_their_own() -> None:
    first, second, third = (s.anchor for s in split(article(*[Paragraph("The same words.")] * 3)))
    assert (second, third) == (f"{first}-2", f"{first}-3")


LONG = (
    "and the ferry sails " * 1_000,
    "A.B.C.D." * 2_500,
    "x" * 20_000,
    "a\u0301" * 10_000,
    "政府今天表示新的港口" * 2_000,
    "ก" * 20_000,
)


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:8].encode("unicode_escape").decode())
@pytest.mark.parametrize("language", ["en", "zh", "th"])
def test_what_never_ends_is_cut_where_a_word_does(text: str, language: str) -> None:
    found = [text[a:b] for a, b in spans(text, language)]
    assert max(map(len, found)) <= 2_000
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert not any(unicodedata.combining(piece[0]) for piece in found)
    if " " in text:
        assert all(piece.startswith(("and", "the", "ferry", "sails")) for piece in found)


def test_a_long_sentence_is_one() -> None:
    text = "The council met, " * 116 + "it said."
    assert 1_900 < len(text) <= 2_000
    assert spans(text) == ((0, len(text)),)


def test_a_sentence_begins_behind_initials_but_not_within_them() -> None:
    text = "It was sold by the U.S.S.R. The buyer was E.U.R. The U.S. paid."
    assert [text[a:b] for a, b in spans(text)] == [
        "It was sold by the U.S.S.R.",
        "The buyer was E.U.R.",
        "The U.S. paid.",
    ]
