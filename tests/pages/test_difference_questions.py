"""What sources answer differently, in a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Difference, DifferenceKind, Position, Question
from generator.pages.questions import about_what, heading
from generator.pages.wording import words_of
from tests import pages_sample as sample

EN, DE = words_of("en"), words_of("de")


def asked(
    question: Question, *values: str, kind: DifferenceKind = "figure", measured: str = "", subject: str = ""
) -> Difference:
    quotes = sample.COST_DIFFERENCE.positions[0].quotes
    return Difference(
        "d-1", ("rail",), kind, question, subject, tuple(Position(value, quotes) for value in values), measured
    )


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (asked("count", "33 homes", "36 homes", measured="homes flooded"), "Homes flooded: 33 or 36"),
        (asked("count", "33", "About 36 homes", measured="homes flooded"), "Homes flooded: 33 or about 36"),
        (asked("count", "50 cars", "as many as 60 vans", measured="cars"), "Cars: 50 or as many as 60 vans"),
        (asked("count", "40 million", "45 million"), "How many: 40 million or 45 million"),
        (asked("dead", "an estimated 9 lives", "some 11 lives"), "Deaths: an estimated 9 or some 11"),
        (asked("hurt", "9", "11", "12"), "Injured: 9, 11 or 12"),
        (asked("missing", "9", "11", kind="revision"), "Missing: 9 → 11"),
        (asked("status", "agreed", "signed", kind="status"), "Status: agreed or signed?"),
        (asked("day", "Monday", "Friday", kind="date"), "Date: Monday or Friday"),
        (asked("term", "pact", "memo", kind="wording"), "What it is called: “pact” or “memo”"),
        (asked("spelling", "Ravin", "Ravine", kind="name"), "Spelling: “Ravin” or “Ravine”"),
        (asked("found", "no cracks were found " * 3, "found cracks", kind="contradiction"), "Whether any were found"),
    ],
)
def test_a_heading_asks_and_gives_the_answers_as_far_as_they_are_short(difference: Difference, said: str) -> None:
    assert heading(difference, EN) == said


def test_a_time_beside_a_meeting_is_asked_for_by_the_meeting_as_most_quotes_write_it() -> None:
    first, second = (
        replace(q, text=f"{text}.")
        for q, text in zip(
            (sample.COST.quotes[0], sample.COST.quotes[1]),
            (
                "It was a day after the Quad foreign ministers’ meeting",
                "The Quad meeting is to come, a Quad meeting of four",
            ),
            strict=True,
        )
    )
    told = Difference(
        "d-1",
        ("rail",),
        "date",
        "meeting",
        "quad",
        (Position("a day after", (first,)), Position("next month", (second,))),
    )
    assert about_what(told, EN) == "Timing relative to the Quad meeting"
    elsewhere = replace(told, subject="pilgrim", positions=(Position("as the Pilgrim begins", (first,)),))
    assert about_what(elsewhere, EN) == "Timing relative to the Pilgrim"


def test_another_language_asks_in_its_own_words() -> None:
    assert heading(asked("status", "agreed", "signed", kind="status"), DE) == "Stand: vereinbart oder unterzeichnet?"
    assert heading(asked("spelling", "Ravin", "Ravine", kind="name"), DE) == "Schreibweise: „Ravin“ oder „Ravine“"
