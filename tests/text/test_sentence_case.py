"""A line in capitals stands in sentence case only where the text or a list tells of every word how it is written."""

from __future__ import annotations

import pytest

from generator.text.sentence_case import is_in_capitals, sentence_case

BESIDE = (
    "The harbour council of Vellmar met on Tuesday. Ministers of NATO came, and Ana Brandt spoke for the port.",
    "She said that the ferry to Oststad would stop in May.",
)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("HARBOUR COUNCIL MEETS", "Harbour council meets"),
        ("VELLMAR HARBOUR TO CLOSE", "Vellmar harbour to close"),
        ("NATO MINISTERS IN VELLMAR", "NATO ministers in Vellmar"),
        ("BRANDT SPEAKS FOR THE PORT", "Brandt speaks for the port"),
        ("FERRY TO OSTSTAD STOPS ON FRIDAY", "Ferry to Oststad stops on Friday"),
        ("“THE PORT WOULD CLOSE,” COUNCIL SAYS", "“The port would close,” council says"),
        ("FERRIES TO FRANCE STOP", "Ferries to France stop"),
        ("UNESCO SPEAKS FOR THE PORT", None),  # a short form of which nothing tells
        ("US STOPS FERRY", None),  # "us" or the United States
        ("MARK SPEAKS FOR THE PORT", None),  # a name, or what one makes
        ("QUILLON HARBOUR TO CLOSE", None),  # a place that no list has
    ],
)
def test_every_word_is_told_or_the_line_stays(line: str, written: str | None) -> None:
    assert sentence_case(line, BESIDE, "en") == (written or line)


def test_other_languages_go_by_the_text_alone() -> None:
    beside = ("Der Rat will das Becken vertiefen, und der Hafen bleibt offen.",)
    assert sentence_case("RAT WILL BECKEN VERTIEFEN", beside, "de") == "Rat will Becken vertiefen"
    assert sentence_case("RAT WILL KAI VERTIEFEN", beside, "de") == "RAT WILL KAI VERTIEFEN"


@pytest.mark.parametrize(
    ("line", "capitals"),
    [("HARBOUR TO CLOSE", True), ("UN", False), ("NATO meets", False), ("A B", False), ("港が閉まる", False)],
)
def test_what_is_in_capitals(line: str, capitals: bool) -> None:
    assert is_in_capitals(line) is capitals
