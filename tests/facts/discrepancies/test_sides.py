"""What a difference is made of, and where the quotes of its sides begin and end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.facts.build import Evidence
from generator.facts.discrepancies.sides import Found, Side, clause, difference, part, phrase
from generator.model import DifferenceKind
from tests.facts.discrepancies.made import evidence


def side(value: str, source: str, doc: int = 0, topics: tuple[str, ...] = ("all",), paragraph: int = 1) -> Side:
    told = evidence(f"Orla sold {value} lamps in {source}.", source, doc, topics=topics, paragraph=paragraph)
    return Side(value, told, told.quote)


def found(*sides: Side, kind: DifferenceKind = "figure") -> Found:
    return Found(kind, "count", "lamps", sides)


def values(*sides: Side, kind: DifferenceKind = "figure") -> list[str]:
    made = difference(found(*sides, kind=kind))
    return [position.value for position in made.positions] if made else []


def test_two_sources_and_two_values_make_a_difference() -> None:
    assert values(side("4", "a"), side("5", "b")) == ["4", "5"]
    assert values(side("4", "a"), side("4", "b")) == []
    assert values(side("4", "a"), side("5", "a")) == []
    assert values(side("4", "a", topics=()), side("5", "b", topics=())) == []
    made = difference(
        found(side("4", "a", topics=()), side("5", "b", topics=("t", "u")), side("5", "c", topics=("t",)))
    )
    assert made and made.topics == ("t", "u") and made.id.startswith("d-")


def test_sides_stand_in_the_order_of_sources_and_a_revision_as_it_follows() -> None:
    late, early = side("4", "a", doc=2), side("5", "b", doc=1)
    assert values(late, early) == ["5", "4"]
    assert values(late, early, kind="revision") == ["4", "5"]
    assert values(side("4", "a", paragraph=3), side("5", "b", paragraph=2)) == ["5", "4"]
    one, other = side("4", "a"), side("5", "b")
    assert values(replace(one, quote=replace(one.quote, start=9)), other) == ["5", "4"]


def test_a_value_shows_one_quote_of_a_source_and_four_at_most() -> None:
    sides = [side("4", source, doc) for doc, source in enumerate("abcde")]
    again = side("4", "a", 0, paragraph=2)
    made = difference(found(*sides, again, side("5", "f", 6)))
    assert made and [q.source for q in made.positions[0].quotes] == ["a", "b", "c", "d"]
    assert made.positions[0].quotes[0].paragraph == 1


def test_a_part_is_a_quote_of_its_own_with_its_place() -> None:
    quote = replace(evidence("Orla sold forty lamps.").quote, start=10, end=32)
    assert part(quote, 0, 22) is quote
    cut = part(quote, 5, 9)
    assert (cut.text, cut.start, cut.end) == ("sold", 15, 19) and cut.id != quote.id


LONG = "Orla sold forty red lamps, and the mayor of Teris bought sixty green ones, and all went home."


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (LONG.index("sixty"), "the mayor of Teris bought sixty green ones"),
        (LONG.index("forty"), LONG),  # five words are too few to read
        (LONG.index("home"), LONG),
    ],
)
def test_a_clause_is_shown_alone_where_it_has_six_words(at: int, text: str) -> None:
    told = evidence(LONG, starts=(0, LONG.index("the mayor"), LONG.index("all went")))
    assert clause(told, at, at + 4).text == text


def test_a_clause_of_six_words_is_enough_and_an_offset_at_its_start_is_in_it() -> None:
    text = "Orla sold forty red lamps today, but the mayor of Teris bought sixty."
    told = evidence(text, starts=(0, text.index("the mayor")))
    assert clause(told, 5, 9).text == "Orla sold forty red lamps today"
    assert clause(told, text.index("the mayor"), text.index("of Teris")).text == "the mayor of Teris bought sixty."
    assert clause(told, 5, text.index("the mayor")).text == "Orla sold forty red lamps today"


def shown(text: str, word: str) -> str:
    told: Evidence = evidence(text)
    return phrase(told, text.index(word), text.index(word) + len(word)).text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (  # twelve words are shown whole
            "Orla has signed the treaty with its two neighbours after long talks.",
            "treaty",
            "Orla has signed the treaty with its two neighbours after long talks.",
        ),
        (
            "Orla has signed the new treaty with its two neighbours after very long talks.",
            "treaty",
            "Orla has signed the new treaty",
        ),
        (  # five words are too few
            "Orla has signed the treaty with its two neighbours after very long talks.",
            "treaty",
            "Orla has signed the treaty with its two neighbours",
        ),
        (
            "It rained all day long in the hills when the mayor of Orla signed the treaty.",
            "treaty",
            "the mayor of Orla signed the treaty.",
        ),
        (  # within a name of a place it does not end
            "Orla has signed the new treaty in Teris with its two neighbours after talks.",
            "treaty",
            "Orla has signed the new treaty in Teris",
        ),
        (  # nor in brackets
            "Orla has signed the new treaty (drawn up with care) with its two neighbours.",
            "treaty",
            "Orla has signed the new treaty (drawn up with care)",
        ),
        (  # nor before what the word in front of it needs
            "Orla has now called the pact agreed to by both sides of the river a fraud.",
            "pact",
            "Orla has now called the pact agreed to by both sides of the river a fraud.",
        ),
        (  # nor far behind
            "Orla has signed the treaty one two three four five six seven eight nine with care.",
            "treaty",
            "Orla has signed the treaty one two three four five six seven eight nine with care.",
        ),
        (
            "Orla has signed the treaty one two three four five six seven eight with care.",
            "treaty",
            "Orla has signed the treaty one two three four five six seven eight",
        ),
    ],
)
def test_a_phrase_ends_where_a_reader_can_do_without_the_rest(text: str, word: str, expected: str) -> None:
    assert shown(text, word) == expected
