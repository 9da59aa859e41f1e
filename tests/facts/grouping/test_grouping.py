"""What stands in one fact, and what does not."""

from __future__ import annotations

from generator.config import Config, QuoteLimits, Topic
from generator.facts import group
from generator.facts.grouping.terms import FIGURE, UNIT, weigh
from generator.topics import assign
from tests.facts.conftest import Grouped, analysed

LOOKED = "The governors looked into flexible grid tariffs, road safety and the harvest."
COMPACT = "The Grid Tariff Flexibility Compact of Varn and Oster was welcomed by both governors."


def test_two_statements_that_share_hardly_more_than_the_words_of_their_topic_are_two_facts(grouped: Grouped) -> None:
    sources = {"a": LOOKED, "b": COMPACT, "c": "The board reviews all grid tariffs in the spring."}
    facts = grouped(("grid tariff", "tariff flexibility"), sources).facts
    assert sorted([q.text for q in fact.quotes] for fact in facts) == [[text] for text in sorted(sources.values())]


def test_words_of_a_topic_s_own_terms_weigh_less_than_others_and_figures_more() -> None:
    weights = weigh([("tariff", "cable", f"{FIGURE}40")] * 2, frozenset({"tariff"}))[0].weights
    assert UNIT < weights["tariff"] < 0.8 * weights["cable"] < 0.8 * 0.8 * weights[f"{FIGURE}40"]


def test_a_clipped_word_and_its_long_form_are_one_word(grouped: Grouped) -> None:
    sources = {
        "a": "The telecom major raised its prices for masts.",
        "b": "Prices for masts went up at the telecommunications giant.",
    }
    assert [len(fact.quotes) for fact in grouped(("masts",), sources).facts] == [2]


def test_what_is_on_another_topic_supports_a_fact_and_stands_on_its_own_page_too() -> None:
    config = Config(
        title="Test",
        topics=(Topic("harbour", "Harbour", "-", ("harbour",)), Topic("rail", "Rail", "-", ("rail",))),
        quotes=QuoteLimits(45, 1.0),
    )
    first = "The two mayors talked about schools, hospitals, harbour dues, rents and the museum."
    guest = "Besides the rail link, the two mayors talked about schools, hospitals, rents and the museum."
    last = "The two mayors talked about harbour dues, schools, hospitals, rents and the museum on Monday."
    analyses = tuple(analysed(n, text, config) for n, text in zip("abc", (first, guest, last), strict=True))
    facts = group(analyses, assign(analyses, config), config).facts
    assert [(f.topics, [q.text for q in f.quotes]) for f in facts] == [
        (("harbour",), [first, last, guest]),
        (("rail",), [guest]),
    ]
