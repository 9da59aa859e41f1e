"""The bottom line: short, undisputed, self-standing, and honest about what is not known."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis import analyse
from generator.briefing import bottom_line as room
from generator.briefing.bottom_line import bottom_line
from generator.briefing.gaps import Told, gaps
from generator.briefing.on_topic import TopicWords, topic_words
from generator.config import Config, Topic
from generator.model import (
    Article,
    Difference,
    Fact,
    FactKind,
    Gap,
    Metadata,
    Origin,
    Paragraph,
    Position,
    Quote,
    Topics,
)

PORT = "The city council approved the new port on 3 March after a long night of talks."
COST = "The new port will cost the city forty million euros over five years."
FLEET = "Fishing crews from three villages will keep their berths in the old harbour basin."
UNKNOWN = "It is not clear who will pay for the fuel dock of the fishing fleet."
MARKET = "A flower market will replace the wooden sheds behind the church of Saint Olav."
QUARRY = "The masons of both towns will get stone from the quarry from May on."
CHOIRS = "Three villages will keep their choirs under one roof from spring on."
TEASER = "Remember that we told you what will happen to the harbour at the end of this long year?"
COUNCIL = (Origin("council", "speaker", "council"),)


def fact(
    text: str, weight: float, kind: FactKind = "event", differences: tuple[str, ...] = (), status: str | None = None
) -> Fact:
    quote = Quote(f"f-{text[:12]}", "a", text, 1, 0, 0, len(text))
    return Fact(
        f"f-{text[:12]}",
        text,
        ("port",),
        kind,
        status,
        (quote,),
        COUNCIL,
        weight,
        differences,
    )


def lines(*facts: Fact) -> list[str]:
    return [line.text for line in bottom_line(facts)]


def test_at_most_three_by_weight() -> None:
    facts = [
        fact(PORT, 5),
        fact(QUARRY, 4),
        fact(FLEET, 3),
        fact("The mayor thanked every member of the choir by name.", 1),
    ]
    assert lines(*facts) == [PORT, QUARRY, FLEET]
    assert [line.facts for line in bottom_line(facts)] == [(f.id,) for f in facts[:3]]


def test_what_is_not_known_stands_last_and_only_where_it_is_worth_it() -> None:
    assert lines(fact(UNKNOWN, 5), fact(PORT, 4), fact(COST, 3)) == [PORT, COST, UNKNOWN]
    assert lines(fact(UNKNOWN, 4), fact(CHOIRS, 6), fact(QUARRY, 4.9), fact(MARKET, 5)) == [CHOIRS, MARKET, UNKNOWN]
    assert UNKNOWN not in lines(fact(UNKNOWN, 3), fact(CHOIRS, 6), fact(QUARRY, 4.9), fact(MARKET, 5))


def test_no_teaser_no_repeat_no_opinion() -> None:
    again = "The city council approved the new port on 3 March after talks."
    opinion = fact(
        "The new harbour is surely the most beautiful building in the whole of the north.", 9, kind="opinion"
    )
    assert lines(fact(TEASER, 9), fact(PORT, 5), fact(again, 3.9), opinion, fact(FLEET, 1)) == [PORT, FLEET]
    assert lines(opinion) == [opinion.text], "rather than nothing"


def test_what_repeats_a_chosen_line_in_part_comes_after_what_does_not() -> None:
    part = "The council approved a flower market beside a school for girls."
    assert lines(fact(PORT, 5), fact(part, 4), fact(FLEET, 3.6))[:2] == [PORT, FLEET]


LOSES: dict[str, tuple[str, FactKind]] = {
    "a fragment": ("the masons of Saint Olav will be paid from a fund by May.", "event"),
    "speech": ("“The masons of Saint Olav will be paid”, the mayor said.", "event"),
    "background": ("The masons of Saint Olav will be paid from a fund by May.", "background"),
    "what a thing is": ("The church is a work of masons from the north.", "event"),
}


@pytest.mark.parametrize("case", sorted(LOSES))
def test_what_loses_to_a_plain_statement_of_a_little_less_weight(case: str) -> None:
    text, kind = LOSES[case]
    assert lines(fact(text, 4, kind=kind), fact(FLEET, 3.6)) == [FLEET, text]
    assert lines(fact(text, 9, kind=kind), fact(FLEET, 3.6)) == [text, FLEET]


def test_what_is_told_early_has_a_figure_and_shares_its_words_with_others_comes_first() -> None:
    late = dataclasses.replace(fact(FLEET, 4), quotes=(dataclasses.replace(fact(FLEET, 4).quotes[0], sentence=9),))
    assert lines(late, fact(MARKET, 3)) == [MARKET, FLEET]
    figure = "A choir of 12 boys will sing at the opening of the church of Saint Olav."
    assert lines(fact(MARKET, 4), fact(figure, 3.5))[0] == figure
    central = "The berths of the crews will be drawn by lot in the spring."
    others = [
        fact(f"Crews ask for berths in the {word} spring by lot and drawn.", -9) for word in ("wet", "dry", "mild")
    ]
    assert lines(fact(MARKET, 5), fact(central, 4), *others)[0] == central


def test_undisputed_first_and_the_boldest_side_last() -> None:
    sides = tuple(Position(value, ()) for value in ("agreed", "signed"))
    differ = [Difference("d-1", ("port",), "status", "status", "the port", sides)]
    disputed = fact(MARKET, 5, differences=("d-1",), status="agreed")
    boldest = fact(FLEET, 6, differences=("d-1",), status="signed")
    assert [line.text for line in bottom_line([boldest, disputed, fact(QUARRY, 4.5)], differ)] == [
        QUARRY,
        MARKET,
        FLEET,
    ]
    calm = fact(MARKET, 4, status="agreed")
    assert lines(fact(FLEET, 4.9), calm)[0] == MARKET, "a development that nobody disputes"


def test_a_disputed_figure_costs_nothing_and_a_superseded_one_much() -> None:
    new = "Two men are missing since the crane fell into the basin."
    positions = tuple(Position(value, (fact(text, 1).quotes[0],)) for value, text in (("1", FLEET), ("2", new)))
    figure = Difference("d-1", ("port",), "figure", "count", "men", positions)
    assert bottom_line([fact(FLEET, 5), fact(MARKET, 4.9)], [figure])[0].text == FLEET
    revised = dataclasses.replace(figure, kind="revision")
    assert [line.text for line in bottom_line([fact(FLEET, 5), fact(new, 3)], [revised])] == [new, FLEET]
    assert bottom_line([fact(new, 5), fact(MARKET, 4.9)], [revised])[0].text == new


def test_words_that_take_the_boldest_side_by_the_way_come_last_too() -> None:
    sides = tuple(Position(value, ()) for value in ("text finalised", "signed"))
    differ = [Difference("d-1", ("port",), "status", "status", "the port", sides)]
    by_the_way = "The signing of the harbour treaty comes amid growing fears of the winter storms."
    assert [line.text for line in bottom_line([fact(by_the_way, 5), fact(PORT, 3)], differ)] == [PORT, by_the_way]


def test_nothing_to_say() -> None:
    assert lines() == []
    assert lines(fact("Port talks.", 3)) == []


def topic(published: dict[str, str] | None = None, lead: str = "") -> TopicWords:
    analyses = tuple(
        analyse(Article(name, f"{name}.txt", "text", Metadata(published=day), (Paragraph(lead or "Rain."),)), CONFIG)
        for name, day in (published or {"a": "2021-03-02"}).items()
    )
    return topic_words(analyses, Topics(()), CONFIG)[0]


CONFIG = Config(
    title="T",
    topics=(Topic("port", "Quays", "-", ("berth", "basin")), Topic("market", "Trade", "-", ("market", "shed"))),
)


def test_what_speaks_of_the_topic_comes_before_what_speaks_of_another() -> None:
    assert bottom_line([fact(MARKET, 6), fact(FLEET, 3)], (), topic())[0].text == FLEET
    assert bottom_line([fact(CHOIRS, 3.5), fact(FLEET, 3)], (), topic())[0].text == FLEET
    assert bottom_line([fact(MARKET, 5), fact(CHOIRS, 3)], (), topic())[0].text == CHOIRS, "the market is another topic"


def test_what_looks_ahead_or_back_comes_after_what_is_new() -> None:
    days = {"a": "2021-03-02", "b": "2021-03-04"}
    ahead = "The two crews are expected to share one roof at the end of winter."
    assert bottom_line([fact(ahead, 5), fact(QUARRY, 4)], (), topic(days))[0].text == QUARRY
    assert bottom_line([fact(ahead, 5), fact(QUARRY, 4)], (), topic({"a": "2021-03-02"}))[0].text == ahead
    past = "A crane fell in 1994 and killed nine men of one village."
    assert bottom_line([fact(past, 5), fact(QUARRY, 4)], (), topic())[0].text == QUARRY


def test_history_is_no_line_at_all() -> None:
    history = "In 1994 a crane fell and killed nine men of one village."
    assert [line.text for line in bottom_line([fact(history, 5), fact(QUARRY, 1)], (), topic())] == [QUARRY]


def test_the_words_of_titles_and_first_sentences_weigh() -> None:
    lead = topic(lead="The quarry gives stone to masons of both towns from May on.")
    assert bottom_line([fact(CHOIRS, 5), fact(QUARRY, 4)], (), topic())[0].text == CHOIRS
    assert bottom_line([fact(CHOIRS, 5), fact(QUARRY, 4)], (), lead)[0].text == QUARRY


def told(*facts: Fact, **more: Any) -> Told:
    given: dict[str, Any] = {"every": facts, "core": frozenset(f.id for f in facts), "covered": 1}
    return Told(facts, **(given | more))


AGREED = "The council agreed to build a port for the northern fishing fleet soon."


def test_gaps_are_asked_for() -> None:
    agreed, unknown = fact(AGREED, 3, status="agreed"), fact(UNKNOWN, 1)
    found = gaps(told(agreed, unknown))
    assert found == (Gap("said", fact=unknown.id), Gap("unsigned", 0, 1), Gap("alone", 0, 1))
    kinds = [gap.kind for gap in gaps(told(agreed, fact(PORT, 3), core=frozenset((fact(PORT, 3).id,))))]
    assert "unsigned" not in kinds, "not at the core"
    assert gaps(told(covered=0)) == (Gap("silent"),)


def test_what_does_not_stand_alone_is_no_gap_and_a_few_are_enough() -> None:
    loose = fact("But it is not clear to him who will pay for the dock.", 1)
    assert gaps(told(loose))[0].kind == "alone"
    many = [fact("It is not known who will pay for the fuel dock.", 1) for _ in range(6)]
    assert [gap.kind for gap in gaps(told(*many))].count("said") == 4


def test_what_a_source_says_without_words_on_the_page_is_no_gap() -> None:
    signed = fact("The treaty on the port was signed by 3 ministers on the last day of the talks.", 3, status="signed")
    agreed = fact(AGREED, 3, status="agreed")
    withheld = dataclasses.replace(signed, quotes=(dataclasses.replace(signed.quotes[0], shown=False),), text="")
    assert gaps(told(agreed, every=(agreed, withheld))) == (Gap("alone", 0, 1),)


def test_sources_that_are_not_compared_are_no_gap_but_named() -> None:
    assert gaps(told(covered=2, apart=2)) == (Gap("apart", 2, 2),)
    some = gaps(told(fact(AGREED, 3, status="agreed"), covered=2, apart=1))
    assert some == (Gap("apart", 1, 2), Gap("unsigned", 1, 2), Gap("alone", 1, 2))


WORDS = st.lists(st.sampled_from(["quay", "crane", "pilot", "ferry", "rope", "mast"]), min_size=1, max_size=4)


@given(st.lists(st.tuples(WORDS, st.integers(-1, 9)), max_size=12))
def test_what_repeats_a_line_goes_all_at_once_with_the_lines_that_one_by_one_would_leave(
    told: list[tuple[list[str], int]],
) -> None:
    """The greedy choice, one candidate after the other, as it is defined."""
    made = [
        room._Candidate(fact(f"{n} {' '.join(words)}", 1.0), dict.fromkeys(words, 1.5), 1.5 * len({*words}), worth)
        for n, (words, worth) in enumerate(told)
    ]
    pool, chosen = [one for one in made if one.worth > 0], list[room._Candidate]()
    while pool and len(chosen) < room.MOST:
        said = [max((room._overlap(one, other) for other in chosen), default=0.0) for one in pool]
        worth = [one.worth - room._AGAIN * repeated for one, repeated in zip(pool, said, strict=True)]
        at = worth.index(max(worth))
        best = pool.pop(at)
        chosen += [best] if said[at] < room._REPEATS else []
    assert room._greedy(made) == chosen
