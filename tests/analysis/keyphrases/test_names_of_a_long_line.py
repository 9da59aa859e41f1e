"""A line with many names costs keyphrases in proportion to them; a heading without end counts by its beginning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.analysis.keyphrases.candidates import candidates
from generator.analysis.keyphrases.ranking import find_keyphrases
from generator.analysis.keyphrases.whole_names import whole_names
from generator.model import Article, Metadata, NameMention, Paragraph
from generator.text.words import word_runs
from tests.counted import calls


def _name(i: int) -> str:
    return f"{chr(65 + i % 26)}{chr(97 + i // 26 % 26)}n"


def _work(line: str, said: list[str]) -> int:
    """How much it is to join the names of a line."""
    runs = word_runs(line, "en")
    names = whole_names([NameMention(0, 0, len(text), text, "person") for text in said])
    found = list(candidates(runs, line))
    return calls(lambda: list(names.joined(found, runs, line)))


def _apart(n: int) -> int:
    said = [f"{_name(i)} {_name(i)}sen" for i in range(n)]
    return _work(" met ".join(said) + " now.", said)


def _one_first_word(n: int) -> int:
    return _work("Ana met " * n + "Ana Holm.", [f"Ana {_name(i)}sen" for i in range(n)])


@pytest.mark.parametrize("work", [_apart, _one_first_word])
def test_twice_the_names_are_twice_the_work(work: Callable[[int], int]) -> None:
    work(10)  # word lists are read once
    assert work(160) < 2.5 * work(80)


def test_a_heading_without_end_counts_by_its_beginning() -> None:
    def phrases(heading: str) -> list[str]:
        body = Paragraph("The harbour crane was painted green on Friday.")
        made = Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(heading, "heading"), body))
        return [found.phrase for found in find_keyphrases(made, ())]

    start = "The tidal mill of the old port stands. " * 52
    assert len(start) > 2_000
    assert phrases(start + "Granite ferry pontoon. " * 40) == phrases(start)
