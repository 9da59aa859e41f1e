"""Which words of a sentence are quoted for what it says."""

from __future__ import annotations

from tests.facts.conftest import Grouped

BAN = "Varn banned more than 100 rusty cranes from the old harbour."
FROZE = "The council of Varn froze the budget of the municipal theatre for two years."


def quoted(grouped: Grouped, sources: dict[str, str]) -> list[list[str]]:
    """The quotes of each fact of several sources, of sources on one topic."""
    facts = grouped(("cranes", "council", "theatre"), sources).facts
    return [[q.text for q in fact.quotes] for fact in facts if len({q.source for q in fact.quotes}) > 1]


def test_what_stands_before_the_part_of_a_shared_fact_is_a_statement_of_its_own(grouped: Grouped) -> None:
    long = "The pilots of the upper river expressed concern for their cranes on Monday after " + BAN
    facts = grouped(("cranes",), {"a": long, "b": BAN}).facts
    assert [[q.text for q in fact.quotes] for fact in facts] == [
        [BAN, BAN],
        ["The pilots of the upper river expressed concern for their cranes on Monday"],
    ]


def test_a_second_verb_is_quoted_with_its_subject(grouped: Grouped) -> None:
    froze = "froze the budget of the municipal theatre for two years."
    both = f"The council of Varn sold four rusty cranes to a shipyard in Oster on Monday and {froze}"
    sold = "Four rusty cranes were sold to a shipyard in Oster on Monday by the council."
    found = [sorted(quotes) for quotes in quoted(grouped, {"a": both, "b": FROZE, "c": sold})]
    assert sorted(found) == sorted([sorted([both, FROZE]), sorted([both[: both.index(" and")], sold])])


def test_what_a_fact_of_several_sources_quotes_is_not_told_once_more_by_itself(grouped: Grouped) -> None:
    sources = {
        "a": f"{BAN} {FROZE}",
        "b": BAN,
        "c": f"{BAN} The pilots of the upper river were not asked about cranes.",
    }
    facts = grouped(("cranes", "council", "theatre"), sources).facts
    whole = {q.text for fact in facts if len(fact.quotes) > 1 for q in fact.quotes}
    assert whole == {BAN}
    assert not [fact for fact in facts if len(fact.quotes) == 1 and fact.quotes[0].text in whole]
