"""What a statement is compared by."""

from __future__ import annotations

import pytest

from generator.facts.grouping.clauses import opener
from generator.facts.grouping.terms import FIGURE, extract_clauses
from tests.facts.conftest import Grouped, analysed, settings


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
    made = extract_clauses((analysed("a", text, settings("ferry")),), "en")
    assert {term[1:] for clause in made for term in clause.terms if term[0] == FIGURE} == figures


OFFICE = "Harbour Master Jonas Vell"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (f"{OFFICE} said the quay would reopen soon.", "harbour master jona vell"),
        (f"“The quay will reopen soon,” said {OFFICE}.", "harbour master jona vell"),
        (f"According to {OFFICE}, the quay would reopen soon.", "harbour master jona vell"),
        ("Police stood before the house of the prime minister, Maria Rossi.", "prime minist maria rossi"),
        ("The old quay of Maria Rossi reopened on Monday.", "maria rossi"),
        ("The old quay of the town reopened on Monday.", ""),
    ],
)
def test_a_clause_knows_whom_it_names_by_name_and_office(text: str, whom: str) -> None:
    made = extract_clauses((analysed("a", text, settings("quay")),), "en")
    assert {term for clause in made for person in clause.persons for term in person} == set(whom.split())


LONG = (
    "The quay of the old town on the northern shore of the lake has been short of cranes and of ropes for "
    "most of the year in the eyes of the sailors of the valley and of the pilots of the upper river, "
)
BAN = "Varn banned more than 100 rusty cranes from the old harbour."


def test_a_fact_is_told_by_a_quote_that_stands_by_itself(grouped: Grouped) -> None:
    facts = grouped(("cranes",), {"a": f"{LONG}amid news that {BAN}", "b": BAN}).facts
    both = [f for f in facts if len({q.source for q in f.quotes}) > 1]
    assert [f.text for f in both] == [BAN]


def test_what_stands_behind_a_conjunction_and_has_happened_is_quoted_without_it(grouped: Grouped) -> None:
    sources = {"a": f"{LONG}just after {BAN}", "b": f"{LONG}because {BAN}"}
    facts = grouped(("cranes",), sources).facts
    assert any([q.text for q in f.quotes] == [BAN, BAN] for f in facts)


@pytest.mark.parametrize(
    ("before", "text", "length"),
    [
        ("The port was full, ", "especially after Varn banned more than 100 rusty cranes.", 17),
        ("The port was full, ", "when a row over the old harbour led to a ban on cranes.", 5),
        ("The port will be full ", "until Varn banned more than 100 rusty cranes.", 0),
        ("The port will be full ", "after Varn bans more than 100 rusty cranes.", 0),
        ("The port would be full ", "because Varn banned more than 100 rusty cranes.", 0),
        ("The port was full, ", "because it banned more than 100 rusty cranes.", 0),
    ],
)
def test_a_conjunction_goes_only_where_the_rest_has_happened(before: str, text: str, length: int) -> None:
    assert opener(text, before) == length


@pytest.mark.parametrize(
    "broken",
    [
        "Varn banned more than more than 100 the the rusty cranes from the old harbour.",
        "Inside HarboursVarn banned more than 100 rusty cranes from the old harbour.",
    ],
)
def test_a_fact_is_told_by_a_well_formed_quote(grouped: Grouped, broken: str) -> None:
    facts = grouped(("cranes",), {"a": broken, "b": BAN}).facts
    assert [(f.text, len(f.quotes)) for f in facts] == [(BAN, 2)]


def test_what_is_told_in_passing_is_background_and_weighs_less(grouped: Grouped) -> None:
    alone = grouped(("cranes",), {"a": BAN}).facts
    facts = grouped(("cranes",), {"a": f"{LONG}especially after {BAN}"}).facts
    passing = next(f for f in facts if f.text == BAN)
    assert passing.kind == "background"
    assert passing.weight <= alone[0].weight - 0.5
