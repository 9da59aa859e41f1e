"""Cutting into sentences: golden cases, and what holds for any text."""

from __future__ import annotations

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
