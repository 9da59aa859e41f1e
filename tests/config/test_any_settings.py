"""Whatever stands in briefing.yml or in a correction: it comes back as that, or every problem in it is told."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Config, parse
from generator.editorial.reading import parse_all
from generator.errors import BriefingError
from generator.model import Note
from generator.text.escape import clean

LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\u2028\u2029\ufffe\uffff"
)
WORDS = st.text(LETTERS, min_size=1, max_size=40).map(str.strip).filter(clean)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
KEYS = ("title", "description", "language", "topics", "names", "publishers", "quotes", "keyphrases", "limits", "extra")
GOOD: dict[str, Any] = {"title": "T", "topics": [{"id": "a", "title": "A", "scope": "s", "terms": ["x"]}]}
SIGNED = {"by": "Bo Ek", "because": "It was wrong.", "on": "2021-05-01"}


def written(values: object) -> str:
    return str(yaml.safe_dump(values, allow_unicode=True))


@given(title=WORDS, scope=WORDS, terms=st.lists(WORDS, min_size=1, max_size=4, unique=True))
def test_any_words_come_back_as_they_are(title: str, scope: str, terms: list[str]) -> None:
    topics = [{"id": "a", "title": title, "scope": scope, "terms": terms}]
    try:
        config = parse(written({"title": title, "topics": topics}))
    except BriefingError as error:  # words that match nothing, as of signs alone
        assert all("terms" in str(problem) for problem in error.problems)
        return
    (topic,) = config.topics
    assert (config.title, topic.title, topic.scope, list(topic.terms)) == (title, title, scope, terms)


@pytest.mark.parametrize("key", KEYS)
@settings(max_examples=25)
@given(value=VALUES)
def test_any_value_is_settings_or_problems(key: str, value: object) -> None:
    try:
        assert isinstance(parse(written({**GOOD, key: value})), Config)
    except BriefingError as error:
        assert error.problems
        assert all(problem.where and problem.message and "\n" not in problem.message for problem in error.problems)


@given(text=WORDS, by=WORDS, because=WORDS)
def test_an_editors_words_come_back_as_they_are(text: str, by: str, because: str) -> None:
    row = {"do": "note", "topic": "a", "text": text, "by": by, "because": because, "on": "2021-05-01"}
    (note,) = parse_all([("editorial/a.yml", written({"corrections": [row]}))], ["a"])
    assert isinstance(note, Note)
    assert (note.text, note.signed.by, note.signed.because) == (text, by, because)


@settings(max_examples=60)
@given(
    do=st.sampled_from(["note", "bottom_line", "hide", "pin", "split", "join", "date", "name", "slip", "x"]),
    value=VALUES,
)
def test_any_correction_is_one_or_its_problems(do: str, value: object) -> None:
    for row in ({"do": do, **SIGNED, "topic": value}, {"do": do, **SIGNED, "quote": value, "words": value}, value):
        try:
            parse_all([("editorial/a.yml", written({"corrections": [row]}))], ["a"])
        except BriefingError as error:
            assert error.problems
            assert all(problem.where and "\n" not in problem.message for problem in error.problems)
