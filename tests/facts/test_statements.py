"""What a statement is compared by."""

from __future__ import annotations

import pytest

from generator.facts.statements import FIGURE, cut

from .conftest import Grouped, analysed, settings


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The ministers met on October 7 and agreed on 12 ferries for the islands.", {"12"}),
        ("The ministers met on 6-7 October and agreed on twelve ferries for the islands.", {"12"}),
        ("The ministers met on 7 October 2031 and agreed on 7 ferries for the islands.", {"2031", "7"}),
        ("The ministers met 3 days after the flood and agreed on ferries for the islands.", {"3"}),
        ("The ferry may take 7 cars, the ministers said of it on Monday.", {"7"}),
    ],
)
def test_the_day_of_a_date_is_no_figure_of_what_is_told(text: str, figures: set[str]) -> None:
    made = cut((analysed("a", text, settings("ferry")),), "en")
    assert {term[1:] for clause in made for term in clause.terms if term[0] == FIGURE} == figures


LONG = (
    "The quay of the old town on the northern shore of the lake has been short of cranes and of ropes for "
    "most of the year in the eyes of the sailors of the valley and of the pilots of the upper river, "
)
BAN = "Varn banned more than 100 rusty cranes from the old harbour."


def test_a_fact_is_told_by_a_quote_that_stands_by_itself(grouped: Grouped) -> None:
    facts = grouped(("cranes",), {"a": f"{LONG}just after {BAN}", "b": BAN}).facts
    both = [f for f in facts if len({q.source for q in f.quotes}) > 1]
    assert [[q.text for q in f.quotes] for f in both] == [[BAN, f"just after {BAN}"]]


def test_a_fragment_of_one_source_weighs_less_than_a_statement(grouped: Grouped) -> None:
    alone = grouped(("cranes",), {"a": BAN}).facts
    facts = grouped(("cranes",), {"a": f"{LONG}especially after {BAN}"}).facts
    assert {f.text for f in facts} == {LONG.rstrip(" ,"), f"especially after {BAN}"}
    assert next(f for f in facts if f.text.endswith(BAN)).weight <= alone[0].weight - 0.5
