"""What one source says is so and another says is not, in the few forms that a rule can tell."""

from __future__ import annotations

import pytest

from generator.model import Difference
from tests.facts.conftest import Grouped

NOT_FOUND = "Divers examined the quay of Orla in 2030 and no serious cracks were found."
FOUND = "A second inspection of the quay in Orla by divers found cracks in the wall."


def found(grouped: Grouped, one: str, other: str) -> list[Difference]:
    facts = grouped(("Orla", "quay", "vote"), {"a": one, "b": other})
    return [d for d in facts.differences if d.kind == "contradiction"]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (NOT_FOUND, FOUND, ["no serious cracks were found", "found cracks"]),
        (
            "The divers of Orla found no cracks in the quay, the harbour office said.",
            "Large cracks were discovered in the quay of Orla last week.",
            ["found no cracks", "cracks were discovered"],
        ),
        (
            "The mayor of Orla denied that the vote on the quay was a farce, and went home.",
            "The opposition in Orla called the vote on the quay a farce.",
            ["denied that the vote on the quay was a farce", "called the vote on the quay a farce"],
        ),
    ],
)
def test_both_sides_are_told_in_their_words(one: str, other: str, values: list[str], grouped: Grouped) -> None:
    (made,) = found(grouped, one, other)
    assert [p.value for p in made.positions] == values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            NOT_FOUND,
            "Police found a body and cracks on the motorway as winter began and lorries from Teris passed.",
        ),
        (NOT_FOUND, "Divers examined the quay of Orla and no large cracks were found."),
        (
            "Divers found no evidence in the quay of Orla, the office said.",
            "Divers found evidence in the quay of Orla.",
        ),
        (
            "The mayor of Orla denied that the vote on the quay was a farce.",
            "The opposition in Orla wanted to vote on the quay in a farce.",
        ),
    ],
)
def test_what_is_no_answer_contradicts_nothing(one: str, other: str, grouped: Grouped) -> None:
    assert found(grouped, one, other) == []


def test_a_source_does_not_contradict_itself(grouped: Grouped) -> None:
    assert found(grouped, f"{NOT_FOUND}\n\n{FOUND}", "The mayor of Orla went home over the new quay.") == []
