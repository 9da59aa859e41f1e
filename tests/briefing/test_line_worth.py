"""What a statement of the bottom line is worth, part by part, and what is doubtful or of earlier years."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from generator.briefing.bottom_line import _WEIGHTS, _Candidate, _greedy, _overlap, able
from generator.briefing.doubt import Doubts
from generator.briefing.earlier import is_past
from generator.briefing.line_worth import Shared, _mean, features, shared
from generator.model import Difference, DifferenceKind, Fact, FactKind, Origin, Position, Quote

PLAIN = "The masons of both towns will get stone from the quarry."


def fact(
    text: str = PLAIN, weight: float = 0, sentences: tuple[int, ...] = (4,), kind: FactKind = "event",
    status: str | None = None, differences: tuple[str, ...] = (),
) -> Fact:  # fmt: skip
    quotes = tuple(Quote(f"q{n}", "a", text, 1, n, 0, len(text)) for n in sentences)
    return Fact(f"f-{text[:9]}", text, ("t",), kind, status, quotes, (Origin("o", "unnamed"),), weight, differences)


NOTHING = Shared(defaultdict(float), {}, {})


@pytest.mark.parametrize(
    ("given", "worth"),
    [
        (fact(), 0.5),
        (fact(weight=2), 1.3),
        (fact(sentences=(0,)), 2.5),
        (fact(sentences=(1,)), 1.25),
        (fact(sentences=(9, 4)), 0.5),
        (fact("The masons of 12 towns will get stone."), 1.2),
        (fact("The masons of 1996 will get stone in 2030."), 0.5),
        (fact("The masons of 1499 towns will get stone."), 1.2),
        (fact("The masons of 2100 towns will get stone."), 1.2),
        (fact("It is not known who pays for stone."), 1.0),
        (fact("masons of both towns get stone."), -0.1),
        (fact("“Masons get stone”, he said."), 0.2),
        (fact(kind="background"), 0.2),
        (fact(kind="background", status="signed"), 0.5),
        (fact(status="signed"), 0.5),
        (fact("The quarry is a hole of stone."), -1.0),
        (fact("The quarry is located near towns."), -1.0),
        (fact("The quarry is near towns."), 0.5),
        (fact("The old red big dry quarry is a hole."), 0.5),
        (fact("The old red dry quarry is a hole."), -1.0),
    ],
)
def test_the_worth_of_a_statement(given: Fact, worth: float) -> None:
    told = features(given, NOTHING, None)
    assert sum(_WEIGHTS[name] * value for name, value in told.items()) == pytest.approx(worth)


def candidate(worth: float = 0.0, **words: float) -> _Candidate:
    return _Candidate(fact(), words, sum(words.values()), worth)


def test_what_two_statements_share_is_of_the_lighter_one() -> None:
    light, heavy = candidate(a=1, b=3), candidate(b=3, c=9)
    assert _overlap(light, heavy) == _overlap(heavy, light) == pytest.approx(0.75)
    assert _overlap(candidate(), light) == _overlap(light, candidate()) == 0
    best, again, fresh = candidate(9, a=1, b=1), candidate(8, a=1, c=1), candidate(1, d=1)
    assert _greedy([fresh, again, best]) == [best, fresh], "half of one is too much"


def test_the_mean_of_shares_counts_rare_words_more() -> None:
    assert _mean({"a": 1.0}, {"a": 3.0, "b": 1.0}) == pytest.approx(0.75)
    assert _mean({"a": 1.0}, {}) == 0


def test_what_facts_share_is_counted_among_ten_at_least() -> None:
    facts = [fact("Masons quarry stone."), fact("Masons carry stone."), fact("Masons sing.")]
    common = shared(facts, None)
    assert common.others["mason"] == pytest.approx(0.2) and common.others["carri"] == 0
    assert common.rarity["mason"] == pytest.approx(0.2877, abs=1e-3)
    assert common.rarity["stone"] == pytest.approx(0.6931, abs=1e-3)
    many = shared([fact(f"Masons sing word{n}.") for n in range(12)], None)
    assert many.others["mason"] == pytest.approx(11 / 12) and many.leads == {}


def test_opinions_are_told_only_where_there_is_nothing_else() -> None:
    opinion, event, loose = fact(kind="opinion"), fact(), fact("He sings.")
    assert able([opinion, event, loose]) == [event]
    assert able([opinion, loose]) == [opinion]
    assert able([replace(event, text="")]) == []


def differ(kind: DifferenceKind, *sides: str, texts: tuple[str, ...] = ()) -> Difference:
    quotes: list[tuple[Quote, ...]] = [(Quote("q", "a", text, 1, 0, 0, len(text)),) for text in texts]
    quotes = quotes or [()] * len(sides)
    return Difference("d", ("t",), kind, "count", "-", tuple(map(Position, sides, quotes)))


STATUS = differ("status", "agreed", "signed")


@pytest.mark.parametrize(
    ("given", "differences", "lost"),
    [
        (fact(), [], 0),
        (fact(status="agreed"), [], -0.4),
        (fact(status="agreed"), [STATUS], -0.4),
        (fact(status="agreed", differences=("d",)), [STATUS], 0.3),
        (fact(differences=("d",)), [STATUS], 0.3),
        (fact(differences=("d",)), [differ("figure", "1", "2")], 0),
        (fact(status="signed", differences=("d",)), [STATUS], 4),
        (fact(status="signed"), [STATUS], -0.4),
        (fact("The masons signed the pact."), [STATUS], 4),
        (fact("The masons signed the pact."), [differ("figure", "agreed", "signed")], 0),
        (fact("The masons signed the pact."), [differ("status", "agreed", "proposed")], 0),
        (fact("The masons signed the pact."), [differ("status", "x", "y")], 0),
        (fact("The masons sign it.", status="approved for signing"), [STATUS], -0.4),
        (fact("The masons ratify it."), [differ("status", "ratified", "signed")], 4),
        (fact("The masons see it in force."), [differ("status", "in force", "signed")], 4),
        (fact(), [differ("revision", "1", "2", texts=(PLAIN, "Others."))], 1.5),
        (fact(), [differ("revision", "1", "2", texts=("Others.", PLAIN))], 0),
        (fact(), [differ("revision", "1", "2", texts=(PLAIN, PLAIN))], 0),
        (fact(), [differ("revision", "1", "2", texts=("both towns", "Others."))], 1.5),
        (fact(), [differ("revision", "1", "2", texts=(PLAIN + " So.", "Others."))], 1.5),
        (fact(), [differ("revision", "1", "2", texts=("", "Others."))], 0),
        (fact(), [differ("figure", "1", "2", texts=(PLAIN, "Others."))], 0),
        (fact(status="agreed", differences=("d",)), [STATUS, differ("revision", "1", "2", texts=(PLAIN, "O."))], 1.8),
    ],
)
def test_what_sources_say_against_a_statement(given: Fact, differences: list[Difference], lost: float) -> None:
    assert Doubts(differences).of(given) == pytest.approx(lost)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("In 2020 masons sang.", True), ("In 2021 masons sang.", False), ("In 2022 masons sang.", False),
        ("In 1500 masons sang.", True), ("In 1499 masons sang.", False), ("In 2020 and 2021 masons sang.", False),
        ("Masons sang.", False), ("Masons sang last year.", True), ("Masons sang ten years ago.", True),
        ("The worst storm since 1994.", True), ("The 12020 masons sang.", False),
    ],
)  # fmt: skip
def test_what_is_of_earlier_years(text: str, past: bool) -> None:
    assert is_past(text, "2021-03-02") is past


def test_without_a_day_no_year_is_an_earlier_one() -> None:
    assert not is_past("In 1500 masons sang.", "") and not is_past("In 1500 masons sang.", "XXXX-03-02")
