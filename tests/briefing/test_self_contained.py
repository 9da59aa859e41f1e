"""Which statements say something to a reader who sees nothing but their words."""

from __future__ import annotations

import pytest

from generator.briefing.earlier import is_past, opens_in_the_past
from generator.briefing.self_contained import opens_in_speech, says_unknown, stands_alone

WHOLE = (
    "The ferry Aurora left the pier of Varn an hour late on Monday.",
    "It is not yet clear who will pay for the fuel dock.",
    "Captain Lund said that he had seen no light on the pier.",
    "“The pier was without a light”, the captain told the court.",
    "the crew of the ferry saw no light on the pier.",
    "Lund, who steers the ferry, saw no light on the pier.",
)
LOOSE = {
    "too short": "The ferry left late.",
    "too long": "The ferry left " + "very " * 45 + "late.",
    "a teaser": "Remember that the ferry leaves the pier at noon.",
    "a pronoun first": "He also gave no reason for the delay of the ferry.",
    "a sequel": "The ferry then struck the pier of the harbour.",
    "an aside": "In Varn, however, the ferry reached the pier in time.",
    "somebody unnamed in a clause": "As he watched, the ferry struck the pier of Varn.",
    "another": "Two other captains of the line saw no light there.",
    "somebody unnamed": "The lights of the pier were out, he said in a statement.",
    "an open quotation mark": '"The lights of the pier were out, the captain of the ferry said.',
    "an open bracket": "The lights of the pier were out (at least until the morning.",
    "a bracket first": "(The captain) saw no light on the pier on Monday.",
    "no main verb": "Lund, who has steered the ferry to Varn for years",
    "what is said is cut off": "Despite the late hour, the captain of the ferry has emphasised",
    "a comma at the end": "The captain of the ferry left the pier,",
    "the middle of a sentence": "as captain of the ferry to Varn in the spring.",
    "a headline in capitals": "A LATE FERRY AGAIN The captain saw no light on the pier.",
}


@pytest.mark.parametrize("text", WHOLE)
def test_what_stands_alone(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize("case", sorted(LOOSE))
def test_what_does_not(case: str) -> None:
    assert not stands_alone(LOOSE[case])


def test_what_is_unknown_and_what_is_spoken() -> None:
    assert says_unknown(WHOLE[1]) and not says_unknown(WHOLE[0])
    assert opens_in_speech(WHOLE[3]) and not opens_in_speech(WHOLE[2])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1994 the ferry Aurora struck the pier.", True),
        ("The ferry of 1994 struck the pier again in 2021.", False),
        ("The ferry struck the pier, the worst accident there since 1994.", True),
        ("The ferry had struck the pier three years ago.", True),
        ("The ferry struck the pier on Monday.", False),
    ],
)
def test_what_is_of_earlier_years(text: str, expected: bool) -> None:
    assert is_past(text, "2021-03-02") == expected


def test_what_opens_with_an_earlier_year() -> None:
    assert opens_in_the_past("In May 1994 the ferry struck the pier.", "2021-03-02")
    assert opens_in_the_past("A decade ago, the ferry struck the pier.", "")
    assert not opens_in_the_past("In 2021 the ferry struck the pier of 1994.", "2021-03-02")
    assert not opens_in_the_past("The ferry struck the pier in 1994.", "2021-03-02")


def test_without_a_day_of_publication_no_year_is_earlier() -> None:
    assert not is_past("In 1994 the ferry Aurora struck the pier.", "")
