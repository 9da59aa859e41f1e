"""Promise 4 holds for whole statements too, not only for the clauses that were compared."""

from __future__ import annotations

from generator.facts.build import Evidence
from generator.facts.instruments import by_instrument
from generator.model import Quote


def told(text: str, again: bool = False) -> Evidence:
    quote = Quote(text, "a", text, 1, 0, 0, len(text))
    return Evidence(quote, 0, None, False, (), (), (0,), (0,), again, False, False, False)


def grouped(*quotes: Evidence) -> list[list[str]]:
    return [[one.quote.text for one in group] for group in by_instrument(quotes)]


def test_two_kinds_of_instrument_are_two_groups() -> None:
    deal, pact, memo, plain = "They signed the deal.", "The pact was signed.", "A memorandum was signed.", "They met."
    assert grouped(told(deal), told(memo), told(plain), told(pact)) == [[deal, plain, pact], [memo]]


def test_a_statement_that_names_both_joins_the_first_and_keeps_no_third_out() -> None:
    both, memo = "They signed the deal and a memorandum.", "A memorandum was signed."
    assert grouped(told(both), told(memo)) == [[both, memo]]


def test_what_only_supports_a_group_goes_where_it_names_another() -> None:
    deal, memo = "They signed the deal.", "A memorandum was signed."
    assert grouped(told(deal), told(memo, again=True)) == [[deal]]
    assert grouped(told(memo, again=True)) == [[memo]]
