"""Two sides, each with its quote, for each kind of difference; and no difference where there is none."""

from __future__ import annotations

import pytest

from tests.facts.conftest import Grouped

CASES = {
    "status": (
        ("treaty",),
        {
            "a": "Norland and Sudland signed the Lake Varn fishing treaty in Kell on Monday, officials said.",
            "b": "Norland and Sudland have finalised the text of the Lake Varn fishing treaty in Kell, officials said.",
        },
        {"signed", "text finalised"},
    ),
    "figure": (
        ("ferry",),
        {
            "a": "The ferry Aurora sank off Cape Ruun in a storm, and 12 passengers were rescued by fishermen.",
            "b": "The ferry Aurora sank in a storm off Cape Ruun, and fishermen rescued 17 passengers.",
        },
        {"12 passengers", "17 passengers"},
    ),
    "date": (
        ("strike",),
        {
            "a": "The pilots of Altair Air ended their strike on Tuesday after talks in Belmont.",
            "b": "The pilots of Altair Air ended their strike on Thursday after talks in Belmont.",
        },
        {"Tuesday", "Thursday"},
    ),
    "wording": (
        ("corridor",),
        {
            "a": "The ministers agreed to fund the Green Harbour Corridor Initiative of Mola and Teris for five years.",
            "b": "Mola and Teris will share the costs of a green harbour corridor agreement, the ministers decided.",
        },
        {"green harbour corridor initiative", "green harbour corridor agreement"},
    ),
}


@pytest.mark.parametrize("kind", sorted(CASES))
def test_both_sides_stand_beside_one_another(kind: str, grouped: Grouped) -> None:
    terms, sources, values = CASES[kind]
    found = [d for d in grouped(terms, sources).differences if d.kind == kind]
    assert [{p.value for p in d.positions} for d in found] == [values]
    assert {q.source for p in found[0].positions for q in p.quotes} == {"a", "b"}
    assert found[0].topics == ("all",)


def test_figures_of_one_thing_are_found_whatever_else_their_sentences_say(grouped: Grouped) -> None:
    sources = {
        "a": "Town and region agreed on a new tunnel. The new tunnel will cost 40 million crowns, according "
        "to the ministry, and it will have three lanes for lorries. Nobody knows who pays for the ventilation.",
        "b": "They want a new tunnel. The tunnel is to cost 45 million crowns. Three lanes are kept for lorries, "
        "the governor said on Friday.",
        "c": "Drivers fear that the new tunnel comes too late, and the mayor called the new tunnel a gift.",
    }
    found = [d for d in grouped(("tunnel",), sources).differences if d.kind == "figure"]
    assert [{p.value for p in d.positions} for d in found] == [{"40 million crowns", "45 million crowns"}]
    assert {q.source: q.text for p in found[0].positions for q in p.quotes} == {
        "a": "The new tunnel will cost 40 million crowns, according to the ministry",
        "b": "The tunnel is to cost 45 million crowns.",
    }


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("The city council approved the new port.", "The new port was approved by the city council."),
        ("A storm destroyed the lighthouse of Ruun.", "The lighthouse of Ruun was destroyed by a storm."),
        ("Altair Air bought the ferry line Mola.", "The ferry line Mola has been bought by Altair Air."),
    ],
)
def test_active_and_passive_are_one_fact(grouped: Grouped, active: str, passive: str) -> None:
    sources = {
        "a": f"{active} Trains run again on Monday. The mayor was glad.",
        "b": f"Prices rose in May. {passive}",
        "c": "Schools open on Tuesday, and the harvest begins.",
    }
    facts = grouped(("port", "lighthouse", "ferry"), sources).facts
    assert [{q.text for q in f.quotes} for f in facts] == [{active, passive}]


def test_two_words_for_a_part_of_what_an_acronym_names_are_a_difference(grouped: Grouped) -> None:
    sources = {
        "a": "Teris agreed to lead the transport pillar of the Varn Lakes Initiative (VLI) from next spring on.",
        "b": "Teris agreed to lead the VLI trade pillar from next spring on, the ministry said.",
    }
    found = [d for d in grouped(("pillar",), sources).differences if d.kind == "wording"]
    assert [{p.value for p in d.positions} for d in found] == [{"transport pillar", "trade pillar"}]


def test_the_sides_of_a_time_are_short_phrases_with_what_they_relate_to(grouped: Grouped) -> None:
    sources = {
        "a": "The ministers of Mola and Teris met one day after the Varn summit, and agreed on the ferry.",
        "b": "The ministers of Mola and Teris met on the sidelines of the Varn summit in Kell to agree on the ferry.",
        "c": "The ferry will be discussed again at the Varn summit, which is set to take place next month in Kell.",
        "d": "The ministers of Mola and Teris met a day after the Varn summit, and agreed on the ferry.",
    }
    found = [d for d in grouped(("ferry",), sources).differences if d.kind == "date"]
    assert [[(p.value, {q.source for q in p.quotes}) for p in d.positions] for d in found] == [
        [
            ("one day after the Varn summit", {"a", "d"}),
            ("on the sidelines of the Varn summit", {"b"}),
            ("next month", {"c"}),
        ]
    ]


SAME = {
    "one time in other words": {
        "a": "The ministers of Mola and Teris agreed on the ferry during the Varn summit in Kell.",
        "b": "On the sidelines of the Varn summit in Kell, the ministers of Mola and Teris agreed on the ferry.",
    },
    "still to come, and when": {
        "a": "The ferry will be discussed again at the Varn summit, which is expected to draw eight ministers.",
        "b": "The ferry will be discussed again at the Varn summit, which is to be held next year.",
    },
    "many things in other words, beside an acronym": {
        "a": "The LTE network of Teris reaches download speeds of 40 megabits on all islands, the operator said.",
        "b": "The LTE network of Teris reaches broadband speeds of 40 megabits on all islands.",
    },
    "one thing in other words, beside an acronym that it is no part of": {
        "a": "The LTE network of Teris has a control hub on the island of Kell, the operator said.",
        "b": "The LTE network of Teris has a switching hub on the island of Kell.",
    },
    "numbers of two things": {
        "a": "The ferry Aurora sank off Cape Ruun in a storm, and 12 passengers were rescued by fishermen.",
        "b": "The ferry Aurora was built in a yard in Teris with room for 300 passengers, and cost 40 million crowns.",
    },
    "one number written twice": {
        "a": "The ferry Aurora sank off Cape Ruun in a storm, and twelve passengers were rescued by fishermen.",
        "b": "The ferry Aurora sank in a storm off Cape Ruun, and fishermen rescued 12 passengers.",
    },
    "two instruments": {
        "a": "Norland and Sudland signed a memorandum on the ferry Aurora in Kell on Monday.",
        "b": "Norland and Sudland agreed to a ferry treaty in Kell last year.",
    },
}


@pytest.mark.parametrize("case", sorted(SAME))
def test_no_difference_is_made_of_two_things(case: str, grouped: Grouped) -> None:
    assert grouped(("ferry", "network"), SAME[case]).differences == ()


def test_a_fact_names_the_differences_that_its_quotes_take_part_in(grouped: Grouped) -> None:
    terms, sources, _ = CASES["figure"]
    facts = grouped(terms, sources)
    ids = {d.id for d in facts.differences}
    assert ids and {i for f in facts.facts for i in f.differences} == ids


def test_instruments_that_cannot_be_one_are_kept_in_two_facts(grouped: Grouped) -> None:
    facts = grouped(("fishing",), {
        "a": "Norland and Sudland signed a fishing treaty in Kell on Monday.",
        "b": "Norland and Sudland signed a fishing memorandum in Kell on Monday.",
    })  # fmt: skip
    assert all(len({q.source for q in f.quotes}) == 1 for f in facts.facts)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "There was talk of the ports, which came up last month when Mola, Teris and Varn come together for a green "
            "harbour corridor agreement.",
            "Mola, Teris and Varn come together for a green harbour corridor agreement.",
        ),
        (
            "In this light, they welcomed the green harbour corridor agreement between Mola, Teris, Varn and other "
            "like-minded towns of the coast.",
            "In this light, they welcomed the green harbour corridor agreement",
        ),
        (
            "The towns will sign the green harbour corridor agreement of the Inner Lake Ports’ Council (ILPC) and "
            "to widen the quays.",
            "The towns will sign the green harbour corridor agreement of the Inner Lake Ports’ Council (ILPC) and "
            "to widen the quays.",
        ),
        (
            "The towns of the lake signed a green harbour corridor agreement for the Inner Lake with all of the ports.",
            "The towns of the lake signed a green harbour corridor agreement for the Inner Lake",
        ),
    ],
)
def test_a_side_is_never_quoted_to_the_middle_of_a_name_or_a_list(grouped: Grouped, text: str, quote: str) -> None:
    sources = {"a": "The ministers agreed to fund the Green Harbour Corridor Initiative of Mola and Teris.", "b": text}
    found = [d for d in grouped(("corridor",), sources).differences if d.kind == "wording"]
    assert [q.text for p in found[0].positions for q in p.quotes if q.source == "b"] == [quote]
