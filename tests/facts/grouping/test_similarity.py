"""What a word weighs, and how alike two bags of words are."""

from __future__ import annotations

import math

import pytest

from generator.facts.grouping.similarity import Similarity, shared
from generator.facts.grouping.terms import FIGURE, UNIT, acronyms, extract_clauses, terms, vector, weigh
from generator.facts.lexicons import lexicons
from tests.facts.conftest import analysed, settings

WORD = math.log(100 / 2)  # few clauses tell as much as a hundred


def weight(term: str, bags: int = 1, of: int = 1, topical: str = "tariff") -> float:
    made = weigh([(term,)] * bags + [("zzz",)] * (of - bags), frozenset({topical}))
    return made[0].weights[term] / UNIT


@pytest.mark.parametrize(
    ("term", "factor"),
    [("cable", 1.0), ("tariff", 0.7), (f"{FIGURE}40", 1.5), (min(lexicons().common), 0.9)],
)
def test_a_word_weighs_by_its_kind(term: str, factor: float) -> None:
    assert weight(term) == pytest.approx(factor * WORD, abs=0.001)


def test_a_word_weighs_less_the_more_clauses_have_it_and_never_nothing() -> None:
    assert weight("cable", 3) == pytest.approx(math.log(100 / 4), abs=0.001)
    assert weight("cable", 3, of=200) == pytest.approx(math.log(200 / 4), abs=0.001)
    assert weight("cable", 200, of=200) == 0.2
    assert weight("tariff", 200, of=200) == pytest.approx(0.14)


def test_a_topical_word_that_is_common_too_is_topical() -> None:
    common = min(lexicons().common)
    assert weight(common, topical=common) == pytest.approx(0.7 * WORD, abs=0.001)


@pytest.mark.parametrize(
    ("held", "one", "other", "dice", "contained"),
    [
        (16000, 0, 0, 1.0, 1.0),
        (8000, 0, 0, 1.0, 0.5),  # a short clause is not contained by a word or two
        (16000, 0, 16000, 2 / 3, 1.0),
        (16000, 16000, 48000, 1 / 3, 0.5),
    ],
)
def test_overlap_is_half_of_what_both_share_and_half_of_what_the_shorter_does(
    held: int, one: int, other: int, dice: float, contained: float
) -> None:
    both = shared(vector({"x": held, "a": one}), vector({"x": held, "b": other}))
    assert both.terms == {"x"}
    assert [both.dice, both.contained] == pytest.approx([dice, contained])
    assert both.overlap == pytest.approx((dice + contained) / 2)


def test_nothing_in_common() -> None:
    nothing = shared(vector({"a": 1000}), vector({"b": 1000}))
    assert (nothing.terms, nothing.overlap) == (frozenset(), 0)


def test_figures_can_be_left_aside() -> None:
    config = settings("crane")
    texts = "Varn banned 100 rusty cranes from the harbour.", "Varn banned 250 rusty cranes from the harbour."
    clauses = extract_clauses(tuple(analysed(n, t, config) for n, t in zip("ab", texts, strict=True)), "en")
    similarity = Similarity(clauses, config)
    assert similarity.topical == {"crane"}
    assert shared(*similarity.vectors).overlap < similarity.without_figures(0, 1) == pytest.approx(1.0)


ACRONYMS = [
    ("The Northern Lake Users (NLU) met.", ["northern lake user"], "nlu"),
    ("They met the Bureau of Public Ferries (BPF) there.", ["bureau public ferri"], "bpf"),
    ("The Ferries on the Great Lake (FGL) sank.", ["ferri great lake"], "fgl"),
    ("The Ferries on top of the Lake (FL) sank.", [], ""),  # more than two words between
    ("The Northern Lake Users met (NLU).", [], ""),  # no verb belongs to a name
    ("The Northern Lake Users (NXU) met.", [], ""),
    ("The Northern Lake Users (N) met.", [], ""),
    ("The Northern Lake Users (Nlu) met.", [], ""),
    ("The Northern (TN) met.", [], ""),  # one word is no long form
]


@pytest.mark.parametrize(("text", "long", "short"), ACRONYMS)
def test_an_acronym_stands_in_brackets_behind_its_long_form(text: str, long: list[str], short: str) -> None:
    found = [pair for rows in acronyms([text]).values() for pair in rows]
    assert [(" ".join(words), acronym) for words, acronym in found] == [(one, short) for one in long]


def test_long_forms_are_read_as_their_acronym_the_longest_first() -> None:
    short = acronyms(["The Northern Lake (NL) and the Northern Lake Users (NLU) met.", "Northern Lake Users (XXU)."])
    assert [len(words) for words, _ in short["northern"]] == [3, 2]
    assert terms("Northern Lake Users met the Northern Lake.", "en", short)[0] == "nlu"
    assert terms("Northern Lake Users (NLU) rowed", "en", short).count("nlu") == 1
    assert terms("rowing, rowing, NLU rowing", "en", {}).count("row") == 2  # a word told twice at once is one
    assert terms("Northern boats", "en", short)[0] == "northern"


def test_numbers_are_figures_in_digits_and_in_words() -> None:
    assert terms("1,200 boats and twelve nets", "en", {})[0] == f"{FIGURE}1200"
    assert f"{FIGURE}12" in terms("1,200 boats and twelve nets", "en", {})
    assert "3d" in terms("3D boats", "en", {})
