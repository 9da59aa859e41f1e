"""How quotes become a fact: what it weighs, which quote tells it, on which topics it stands."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from generator.config import Config, Topic
from generator.facts.build import Builder, Evidence, by_topic
from generator.facts.grouping.quote_spans import Statement
from generator.facts.grouping.terms import Clause, extract_clauses
from generator.facts.origins import Speaker, Speakers
from generator.model import Analysis, Fact, Quote
from generator.topics import assign

from .conftest import analysed, settings

TOLD = "The dam of Orla is a wall of earth."  # background: nothing has happened
HAPPENED = "The dam of Orla collapsed."


def evidence(
    text: str = TOLD,
    doc: int = 0,
    sentence: int = 0,
    *,
    topics: tuple[str, ...] = ("all",),
    voice: Speaker | None = None,
    own: bool = False,
    again: bool = False,
    aside: bool = False,
) -> Evidence:
    source = "abcdefgh"[doc]
    quote = Quote(f"{source}{sentence}{text[:9]}", source, text, 1, sentence, 0, len(text))
    return Evidence(quote, doc, voice, own, topics, (), (0,), (0,), again, False, False, aside)


def made(*told: Evidence, agreement: float = 0.0, copy_of: dict[str, str] | None = None) -> Fact:
    config = settings("dam")
    analyses = tuple(analysed(name, TOLD, config, added="2031-01-01") for name in "abcdefgh")
    builder = Builder(analyses, assign(analyses, config), config, Speakers(analyses, ()), copy_of or {})
    fact = builder.fact(told, agreement)
    assert fact
    return fact


def speaker(name: str, named: bool = True) -> Speaker:
    return Speaker(name, name.lower(), name, named)


ALONE = 1 + 0.8 + 0.6 + 0.4  # one source, one origin, in its first sentence, on a topic


@pytest.mark.parametrize(
    ("told", "weight"),
    [
        ([evidence()], ALONE),
        ([evidence(HAPPENED)], ALONE + 0.4),
        ([evidence("The dam of Orla might burst.")], ALONE - 0.3),
        ([evidence("We think the dam burst.")], ALONE - 0.8),
        ([evidence(sentence=1)], ALONE - 0.3),
        ([evidence(sentence=3)], ALONE - 0.45),
        ([evidence(), evidence(doc=1)], ALONE + math.log2(3 / 2)),
        ([evidence(), evidence(doc=1, topics=())], ALONE + math.log2(3 / 2) - 0.2),
        ([evidence(), evidence(doc=1, sentence=1)], ALONE + math.log2(3 / 2) - 0.15),
        ([evidence(aside=True)], ALONE - 0.6),
        ([evidence(HAPPENED, aside=True)], ALONE + 0.4 - 0.6),
        ([evidence(aside=True), evidence(doc=1)], ALONE + math.log2(3 / 2)),
    ],
)
def test_what_a_fact_weighs(told: list[Evidence], weight: float) -> None:
    assert made(*told).weight == pytest.approx(weight, abs=0.0002)


def test_agreement_and_origins_weigh_and_copies_do_not() -> None:
    assert made(evidence(), agreement=0.5).weight == pytest.approx(ALONE + 0.25)
    both = [evidence(HAPPENED, voice=speaker("Ada")), evidence(HAPPENED, doc=1, voice=speaker("Ben"))]
    assert made(*both).weight == pytest.approx(ALONE + 0.4 + 1.8 * math.log2(3 / 2), abs=0.0002)
    assert made(evidence(), evidence(doc=1), copy_of={"b": "a"}).weight == pytest.approx(ALONE)


def test_the_kind_is_that_of_the_best_quote() -> None:
    assert made(evidence(HAPPENED)).kind == "event"
    assert made(evidence(HAPPENED, aside=True), evidence(HAPPENED, doc=1)).kind == "event"
    assert made(evidence(HAPPENED, aside=True)).kind == "background"
    assert made(evidence("The dam might burst.", aside=True)).kind == "claim"
    silent = replace(speaker("Ada"), by=None)
    assert made(evidence(voice=speaker("Ada"))).kind == "event"
    assert made(evidence(voice=silent)).kind == "background"


@pytest.mark.parametrize(
    ("first", "second", "best"),
    [
        ("A dam burst.", TOLD, 0),
        ("It burst at last, they say.", TOLD, 1),
        ("“This dam burst at last.", TOLD, 1),
        ("while the dam of Orla burst.", TOLD, 1),
        ("soon after the dam of Orla burst.", TOLD, 1),
        ("While the dam of Orla burst, nobody slept.", "A dam burst.", 1),
        ("while the dam of Orla burst.", "It burst at last.", 1),
        ("The wall of the the dam burst.", TOLD, 1),
        ("The wallOrla of the dam burst.", TOLD, 1),
        ("The wall burst.The dam went.", TOLD, 1),
        ("The wall that had had that that crack burst.", TOLD, 0),
        ("It burst at last.", "The wall of the the dam burst.", 1),
    ],
)
def test_a_fact_is_told_by_the_quote_that_stands_best_alone(first: str, second: str, best: int) -> None:
    fact = made(evidence(first), evidence(second, 1))
    assert fact.text == (first, second)[best]
    assert fact.quotes[0].text == fact.text
    assert fact.id == f"a0{first[:9]}"


def test_of_two_that_stand_alone_the_one_on_its_topic_in_no_own_voice_tells_it() -> None:
    assert made(evidence(topics=()), evidence(HAPPENED, 1), evidence(TOLD, 2)).text == HAPPENED
    assert made(evidence(own=True), evidence(HAPPENED, 1)).text == HAPPENED
    assert made(evidence("It burst.", own=True), evidence("while it burst.", 1)).text == "It burst."
    assert made(evidence("It is a wall.", 0), evidence(TOLD, 1, again=True)).text == TOLD
    assert made(evidence(), evidence(HAPPENED, 1, again=True)).text == TOLD


def test_a_fact_on_no_topic_or_of_guests_alone_is_none() -> None:
    config = settings("dam")
    analyses = (analysed("a", TOLD, config),)
    builder = Builder(analyses, assign(analyses, config), config, Speakers(analyses, ()), {})
    assert builder.fact([], 0) is None
    assert builder.fact([evidence(topics=())], 0) is None
    assert builder.fact([evidence(again=True)], 0) is None
    assert builder.fact([evidence()], 0) is not None


def topics_of(*topics: str) -> list[list[str]]:
    """Quotes on topics, each a letter, in groups."""
    told = [evidence(doc=n, topics=tuple(one)) for n, one in enumerate(topics)]
    return [["".join(e.topics) + "?" * e.guest + "!" * e.again for e in group] for group in by_topic(told)]


def test_a_quote_on_a_topic_that_few_of_the_others_speak_of_is_a_fact_of_its_own_too() -> None:
    assert topics_of("x", "x", "x", "y", "y") == [["x", "x", "x", "y", "y"]]  # just two in five
    assert topics_of("x", "x", "y") == [["x", "x", "y?!"], ["y"]]
    assert topics_of("y", "x", "x") == [["x", "x", "y?!"], ["y"]]
    assert topics_of("x", "x", "yz", "") == [["x", "x", "", "yz?!"], ["yz"]]
    assert topics_of("x", "x", "xy") == [["x", "x", "xy"]]


def test_a_quote_that_only_supports_a_fact_founds_none() -> None:
    told = [evidence(topics=("x",)), evidence(doc=1, topics=("x",)), evidence(doc=2, topics=("y",), again=True)]
    assert [len(group) for group in by_topic(told)] == [3]


def test_guests_do_not_count_among_those_who_share_a_topic() -> None:
    guests = [replace(evidence(doc=n, topics=("y",)), guest=True, again=True) for n in (2, 3, 4)]
    assert made(evidence(topics=("x",)), evidence(doc=1, topics=("x",)), *guests).topics == ("x",)


def test_the_clause_at_a_place_of_a_quote() -> None:
    one = replace(evidence(), clauses=(4, 5, 7), starts=(2, 10, 20))
    assert [one.at(offset) for offset in (0, 2, 9, 10, 19, 20, 30)] == [4, 4, 4, 5, 5, 7, 7]


def heard(*told: Evidence, copy_of: dict[str, str] | None = None) -> tuple[list[str], int]:
    fact = made(*told, copy_of=copy_of)
    return [origin.name for origin in fact.origins], fact.most_origins


def test_each_source_that_is_no_copy_brings_one_origin() -> None:
    ada, ben = speaker("Ada"), speaker("Ben")
    assert heard(evidence(voice=ada), evidence(doc=1, voice=ben)) == (["Ada", "Ben"], 2)
    assert heard(evidence(voice=ada), evidence(doc=1, voice=ada)) == (["Ada"], 1)
    assert heard(evidence(voice=ada), evidence(doc=0, sentence=1, voice=ben)) == (["Ada"], 1)
    assert heard(evidence(voice=ada), evidence(doc=1, voice=ben), copy_of={"b": "a"}) == (["Ada"], 1)


def test_voices_without_a_name_may_be_others_in_each_source() -> None:
    aides, ada = speaker("aides", named=False), speaker("Ada")
    assert heard(evidence(voice=aides), evidence(doc=1, voice=aides), evidence(doc=2, voice=ada)) == (
        ["aides", "Ada"],
        3,
    )
    assert heard(evidence(), evidence(doc=1)) == ([""], 2)


def test_two_origins_of_one_name_are_told_apart() -> None:
    voices = [Speaker("Ada", f"ada-{n}", "Ada") for n in range(3)]
    told = [evidence(doc=n, voice=voice) for n, voice in enumerate(voices)]
    assert heard(*told) == (["Ada", "Ada (2)", "Ada (3)"], 3)
    adam = Speaker("Adam", "adam", "Adam")
    assert heard(evidence(voice=adam), evidence(doc=1, voice=voices[0])) == (["Adam", "Ada"], 2)


def test_the_status_is_that_of_the_best_quote_else_the_first() -> None:
    def stated(status: str | None, doc: int, text: str = TOLD) -> Evidence:
        one = evidence(text, doc)
        return replace(one, quote=replace(one.quote, status=status))

    assert made(stated("agreed", 0, "It burst."), stated("signed", 1)).status == "signed"
    assert made(stated("agreed", 0, "It burst."), stated(None, 1), stated("signed", 2)).status == "agreed"
    assert made(stated(None, 0)).status is None


def told_of(text: str, *, twice: bool = False, again: bool = False, frame: bool = False) -> list[Evidence | None]:
    config = Config(title="T", topics=(Topic("all", "All", "-", ("dam",)),))
    analyses: tuple[Analysis, ...] = (analysed("a", text, config),)
    cut: tuple[Clause, ...] = tuple(replace(c, frame=frame) for c in extract_clauses(analyses, "en"))
    builder = Builder(analyses, assign(analyses, config), config, Speakers(analyses, ()), {})
    one = Statement((0,), (0,), cut[0].text, cut[0].start, cut[0].end)
    return [builder.tell(cut, one, again) for _ in range(1 + twice)]


def test_four_words_are_the_fewest_that_are_quoted() -> None:
    assert told_of("The dam burst.") == [None]
    assert told_of("The old dam burst.") != [None]


def test_what_is_told_already_or_only_hands_over_is_quoted_in_support_alone() -> None:
    first, second = told_of("The old dam burst.", twice=True)
    assert (bool(first), second) == (True, None)
    assert all(told_of("The old dam burst.", twice=True, again=True))
    assert told_of("The old dam burst.", frame=True) == [None]
    assert all(told_of("The old dam burst.", frame=True, again=True))


@pytest.mark.parametrize(
    ("text", "figures", "instruments", "aside", "status"),
    [
        ("The old dam burst.", False, False, False, None),
        ("The old dam burst in 1931.", True, False, False, None),
        ("The old dam burst twelve times.", True, False, False, None),
        ("They signed a pact on the dam.", False, True, False, "signed"),
        ("especially after the old dam burst.", False, False, True, None),
        ("They agreed to sell the dam and signed the pact.", False, True, False, "signed"),
    ],
)
def test_what_is_known_of_a_quote(text: str, figures: bool, instruments: bool, aside: bool, status: str | None) -> None:
    (one,) = told_of(text)
    assert one
    assert (one.figures, one.instruments, one.aside, one.quote.status) == (figures, instruments, aside, status)
    assert (one.topics, one.starts, one.doc) == (("all",), (0,), 0)
