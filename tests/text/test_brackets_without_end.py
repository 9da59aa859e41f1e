"""Brackets deep within others, or never closed, cost little more than other text and part no sentence wrongly."""

from __future__ import annotations

import pytest

from generator.text.sentences import spans
from tests.counted import calls


def _work(unit: str) -> int:
    text = unit * (3_200 // len(unit))
    return calls(lambda: spans(text))


@pytest.mark.parametrize("unit", ["(A", "(a, ", "((a) ", "[a, "])
def test_brackets_are_not_twice_the_work_of_text_without_any(unit: str) -> None:
    _work(unit)  # word lists are read once
    assert _work(unit) < 2 * _work("It is so. ")


def test_sentences_behind_deep_brackets_are_found_where_they_stand() -> None:
    deep = "(" * 30 + "the port" + ")" * 30
    text = f"It said {deep} is open. The ferry sails at noon (at last). It is full."
    assert [text[a:b] for a, b in spans(text)][-2:] == ["The ferry sails at noon (at last).", "It is full."]
