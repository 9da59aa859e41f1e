"""A run of capitals that never ends is asked for the country before a name at its beginning only."""

from __future__ import annotations

from generator.analysis.names.run_words import RunWord
from generator.analysis.names.titles import strip_titles
from tests.counted import calls_of


def _run(text: str) -> list[RunWord]:
    return [RunWord(word, word.lower(), 0, len(word), True) for word in text.split()]


def _tried(words: int) -> int:
    run = _run("ALPHA BETA " * words)
    return calls_of(lambda: strip_titles(run), "_texts")


def test_the_length_of_a_run_does_not_matter() -> None:
    assert 0 < _tried(200) == _tried(100) <= 20


def test_a_country_of_many_words_is_still_parted_from_the_person_after_it() -> None:
    parts = strip_titles(_run("Democratic Republic of the Congo Ana Holm"))
    assert [" ".join(word.text for word in words) for words, _ in parts] == [
        "Democratic Republic of the Congo",
        "Ana Holm",
    ]
