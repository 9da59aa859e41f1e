"""No page tells a thing once more by itself that several sources are quoted for."""

from __future__ import annotations

from dataclasses import replace

from generator.facts.build import told_once
from generator.model import Fact, Quote


def quote(source: str, start: int, end: int) -> Quote:
    return Quote(f"f-{source}-{start}", source, "x" * (end - start), 1, 0, start, end)


def fact(topics: tuple[str, ...], *quotes: Quote) -> Fact:
    return Fact(quotes[0].id, quotes[0].text, topics, "event", None, quotes, (), 1.0, ())


BOTH = fact(("port",), quote("a", 0, 40), quote("b", 0, 30))
PART = fact(("port",), quote("a", 10, 30))


def test_a_single_quote_within_one_of_a_fact_of_several_sources_goes() -> None:
    assert told_once([BOTH, PART]) == [BOTH]


def test_on_another_topic_in_another_place_or_with_more_around_it_stays() -> None:
    for other in (
        replace(PART, topics=("rail",)),
        fact(("port",), quote("a", 30, 50)),
        fact(("port",), quote("c", 10, 30)),
    ):
        assert told_once([BOTH, other]) == [BOTH, other]


def test_a_fact_of_one_source_takes_nothing_away() -> None:
    alone = fact(("port",), quote("a", 0, 40), quote("a", 50, 60))
    assert told_once([alone, PART]) == [alone, PART]


def test_it_goes_up_to_the_very_ends_and_only_from_its_own_paragraph() -> None:
    for other in (quote("a", 0, 40), quote("a", 0, 20), quote("a", 20, 40), quote("b", 1, 30)):
        assert told_once([BOTH, fact(("port",), other)]) == [BOTH]
    for other in (quote("a", 20, 41), quote("b", 1, 31), replace(quote("a", 10, 30), paragraph=2)):
        assert len(told_once([BOTH, fact(("port",), other)])) == 2
    two = fact(("port",), quote("a", 10, 20), quote("a", 21, 30))
    assert told_once([BOTH, two]) == [BOTH, two]
    wide = replace(BOTH, topics=("port", "rail"))
    assert told_once([wide, PART]) == [wide]
