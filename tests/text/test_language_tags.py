"""Languages by their tags."""

from __future__ import annotations

import pytest

from generator.text.language_tags import one_language, primary
from generator.text.words import stem, stopwords


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("zh-Hant-TW", "zh"), ("kok", "kok"), ("", "")],
)
def test_the_language_of_a_tag_is_what_stands_before_region_and_script(tag: str, language: str) -> None:
    assert primary(tag) == language


@pytest.mark.parametrize(("one", "other", "same"), [("en-GB", "en", True), ("ko", "kok", False), ("fr", "fry", False)])
def test_tags_that_begin_alike_are_not_therefore_of_one_language(one: str, other: str, same: bool) -> None:
    assert one_language(one, other) is same


def test_a_language_of_three_letters_takes_no_rules_of_one_of_two() -> None:
    assert stem("houses", "enm") == "houses" != stem("houses", "en-GB")
    assert stopwords("fry") == frozenset() != stopwords("fr")
