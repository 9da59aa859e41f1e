"""Choosing the sentences of a summary."""

from __future__ import annotations

from typing import Any

import pytest

from generator.text.summary import choose
from tests.golden_cases import cases


@pytest.mark.parametrize("case", cases("summary"))
def test_golden(case: dict[str, Any]) -> None:
    chosen = choose(case["sentences"], case["focus"])
    if "chosen" in case:
        assert list(chosen) == case["chosen"]
    assert set(case.get("has", [])) <= set(chosen)
    assert not set(case.get("not", [])) & set(chosen)


def test_never_more_than_asked_nor_fewer_than_two() -> None:
    words = ["one", "two", "six", "ten", "nine"]
    sentences = [f"The ferry number {word} left the quay for island {word}." for word in words]
    assert len(choose(sentences, {"ferri": 1.0}, most=3)) <= 3
    assert len(choose(sentences, {"balloon": 1.0})) == 2
    assert choose([], {"ferri": 1.0}) == ()
    assert choose(["Only one."], {}) == (0,)
