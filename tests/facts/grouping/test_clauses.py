"""Where a sentence is cut, and where not."""

from __future__ import annotations

import pytest

from generator.facts.grouping.clauses import clauses

SPLIT = [
    ("The dam held through the night; the road below it did not.",
     ["The dam held through the night", "the road below it did not."]),
    ("The minister opened the bridge on Monday, and the mayor announced a second one.",
     ["The minister opened the bridge on Monday", "the mayor announced a second one."]),
    ("The firm raised its prices in March while its rivals kept theirs low.",
     ["The firm raised its prices in March", "its rivals kept theirs low."]),
    ("The ministry of trade said that the talks had ended without a result.",
     ["The ministry of trade said", "the talks had ended without a result."]),
    ("The port closed on Friday amid fears of a strike by the pilots.",
     ["The port closed on Friday", "amid fears of a strike by the pilots."]),
    ("Nothing has changed since May, said the harbour office, the new cranes were ordered last year.",
     ["Nothing has changed since May, said the harbour office,", "the new cranes were ordered last year."]),
    ("The tunnel will cost a fortune, according to the ministry, and it will have three lanes for lorries.",
     ["The tunnel will cost a fortune, according to the ministry", "it will have three lanes for lorries."]),
    ("OSLO: The bank cut its rate on Thursday.", ["The bank cut its rate on Thursday."]),
    ("The mayor called the plan a very bad idea but stood by his promise to pay for it.",
     ["The mayor called the plan a very bad idea", "stood by his promise to pay for it."]),
    ("The council dismissed the director and also froze the budget of the theatre.",
     ["The council dismissed the director", "also froze the budget of the theatre."]),
    ("The crew wants to leave the port on Friday and to reach the island within a week.",
     ["The crew wants to leave the port on Friday", "to reach the island within a week."]),
    ("The ferry hit the quay on Sunday, throwing three cars into the harbour.",
     ["The ferry hit the quay on Sunday", "throwing three cars into the harbour."]),
]  # fmt: skip
WHOLE = [
    "The ministers met in Rome, Paris, Berlin and Madrid, and in London as well.",
    "The deal covers ships, docks, cranes, and a number of warehouses along the river.",
    "The prize went to Anna Berg, the youngest writer on the list, for her first book.",
    "The engine is as strong as the one it replaces in the older cars.",
    "The company serves as a supplier of parts to carmakers in the region.",
    "They won.",
    "The pilots have been on strike since Friday and the port of Varn has been closed.",
    "The old lighthouse was in the midst of being painted by four men.",
    "The list holds five ports, including two that were built in the last century.",
    "The prize for the best ship and to the best crew go three medals each year.",
]


@pytest.mark.parametrize(("sentence", "parts"), SPLIT)
def test_a_sentence_is_cut_where_a_clause_of_its_own_begins(sentence: str, parts: list[str]) -> None:
    assert [sentence[p.start : p.end] for p in clauses(sentence)] == parts


@pytest.mark.parametrize("sentence", WHOLE)
def test_lists_appositions_and_comparisons_are_left_whole(sentence: str) -> None:
    assert [sentence[p.start : p.end] for p in clauses(sentence)] == [sentence]


def test_a_clause_tells_how_it_goes_with_the_one_before() -> None:
    sentence = (
        "The dam held all night, but the road was lost while the mayor slept soundly, leaving farms without a way out."
    )
    assert [p.link for p in clauses(sentence)] == ["bound", "free", "free", "verb"]


def test_what_only_hands_over_a_statement_is_a_frame() -> None:
    assert [p.frame for p in clauses("After talks in Geneva, the minister said that the border would open.")] == [
        True,
        False,
    ]
    assert not clauses("They shared their views on trade and agreed that the border would open.")[0].frame


def test_the_cost_of_a_hostile_sentence_is_bounded() -> None:
    """A megabyte without a full stop is cut near its start only, in no time."""
    pieces = clauses("and the ship sailed, " * 50_000)
    assert len(pieces) < 500
    assert pieces[-1].end == 21 * 50_000
