"""No function holds more paths than a person can follow: cyclomatic complexity as radon counts it.

What stands below is only ever lowered."""

from __future__ import annotations

from pathlib import Path

import pytest
from radon.complexity import add_inner_blocks, cc_visit
from radon.visitors import Function

PACKAGE = Path(__file__).resolve().parents[2] / "generator"
WORST = 12
MOST_OVER_TEN = 0.02  # of all functions


def functions(code: str) -> list[Function]:
    """Functions and methods, those within functions too, which radon counts apart."""
    return [block for block in add_inner_blocks(cc_visit(code)) if isinstance(block, Function)]


MEASURED = [
    (found.complexity, f"{path.relative_to(PACKAGE)}:{found.lineno} {found.name}")
    for path in sorted(PACKAGE.rglob("*.py"))
    for found in functions(path.read_text(encoding="utf-8"))
]


def test_no_function_is_a_tangle() -> None:
    assert len(MEASURED) > 1000
    assert [found for found in sorted(MEASURED, reverse=True) if found[0] > WORST] == []


def test_few_functions_have_many_paths() -> None:
    over = sorted((found for found in MEASURED if found[0] > 10), reverse=True)
    assert len(over) <= MOST_OVER_TEN * len(MEASURED), over


@pytest.mark.parametrize(
    ("code", "complexity"),
    [
        ("def f(a): return a", [1]),
        ("def f(a, b): return (1 if a and b else 2) if a or b else 3", [5]),
        ("def f(a): return [x for x in a if x]", [3]),
        ("class A:\n    def f(self, a):\n        return a or 1", [2]),
        ("def f(a):\n    def g(b):\n        return b and a\n    return g", [1, 2]),
    ],
    ids=["straight on", "conditions", "comprehension", "method", "closure"],
)
def test_conditions_inside_an_expression_count(code: str, complexity: list[int]) -> None:
    assert [found.complexity for found in functions(code)] == complexity
