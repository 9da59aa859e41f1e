"""The bottom line: short, undisputed, self-standing, and honest about what is not known."""

from __future__ import annotations

import dataclasses

from generator.briefing.bottom_line import bottom_line
from generator.briefing.gaps import gaps
from generator.model import Coverage, Difference, Event, Fact, FactKind, Origin, Position, Quote

PORT = "The city council approved the new port on 3 March after a long night of talks."
COST = "The new port will cost the city forty million euros over five years."
FLEET = "Fishing crews from three villages will keep their berths in the old harbour basin."
UNKNOWN = "It is not clear who will pay for the fuel dock of the fishing fleet."
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
        fact(COST, 4),
        fact(FLEET, 3),
        fact("The mayor thanked every member of the council by name.", 2),
    ]
    assert lines(*facts) == [PORT, COST, FLEET]
    assert [line.facts for line in bottom_line(facts)] == [(f.id,) for f in facts[:3]]


def test_the_last_line_says_what_is_not_known() -> None:
    assert lines(fact(PORT, 5), fact(COST, 4), fact(FLEET, 3), fact(UNKNOWN, 1)) == [PORT, COST, UNKNOWN]


def test_no_teaser_no_repeat_no_opinion() -> None:
    again = "The city council approved the new port on 3 March after talks."
    opinion = fact(
        "The new harbour is surely the most beautiful building in the whole of the north.", 9, kind="opinion"
    )
    assert lines(fact(TEASER, 9), fact(PORT, 5), fact(again, 4.9), opinion, fact(COST, 1)) == [PORT, COST]


def test_undisputed_first_and_the_boldest_side_last() -> None:
    sides = tuple(Position(value, ()) for value in ("agreed", "signed"))
    differ = [Difference("d-1", ("port",), "status", "the port", "", sides)]
    disputed = fact(COST, 5, differences=("d-1",), status="agreed")
    boldest = fact(FLEET, 5, differences=("d-1",), status="signed")
    assert [line.text for line in bottom_line([boldest, disputed, fact(PORT, 4.5)], differ)] == [PORT, COST, FLEET]


def test_words_that_take_the_boldest_side_by_the_way_come_last_too() -> None:
    sides = tuple(Position(value, ()) for value in ("text finalised", "signed"))
    differ = [Difference("d-1", ("port",), "status", "the port", "", sides)]
    by_the_way = "The signing of the harbour treaty comes amid growing fears of the winter storms."
    assert [line.text for line in bottom_line([fact(by_the_way, 5), fact(PORT, 3)], differ)] == [PORT, by_the_way]


def test_what_a_thing_is_comes_after_what_happened() -> None:
    meaning = "The Nordhavn is a harbour of the old kind, with eleven wooden quays and a crane."
    assert lines(fact(meaning, 5), fact(PORT, 4))[0] == PORT


def test_nothing_to_say() -> None:
    assert lines() == []
    assert lines(fact("Port talks.", 3)) == []


def test_gaps_are_asked_for() -> None:
    covered = [Coverage("port", "a", "main", (0,), (0,))]
    agreed = fact("The council agreed to build a port for the northern fishing fleet soon.", 3, status="agreed")
    facts = [agreed, fact(UNKNOWN, 1)]
    found = gaps(facts, facts, [], [], covered)
    assert found[0] == f"Not known, in a source’s own words: “{UNKNOWN}”"
    assert "No source says that anything here was signed, ratified or in force." in found
    assert "No source gives a date that can be resolved for any of it." in found
    assert "No source gives a figure: no amount, number or share." in found
    assert "No statement here has a second, independent origin." in found
    unknown = [fact(UNKNOWN, 1)]
    assert gaps(unknown, unknown, [], [], covered, frozenset("a"))[0] == f"Not known, as a digest puts it: {UNKNOWN}"
    assert gaps([], [], [], [], []) == ("No source speaks of this topic yet.",)


def test_what_a_source_says_without_words_on_the_page_is_no_gap() -> None:
    covered = [Coverage("port", "a", "main", (0,), (0,))]
    signed = fact("The treaty on the port was signed by 3 ministers on the last day of the talks.", 3, status="signed")
    dated = Event("2021-03-03", "on 3 March 2021", None, (signed.id,), signed.quotes, ("port",))
    agreed = fact("The council agreed to build a port for the northern fishing fleet soon.", 3, status="agreed")
    withheld = dataclasses.replace(signed, quotes=(dataclasses.replace(signed.quotes[0], shown=False),), text="")
    found = gaps([agreed], [agreed, withheld], [dated], [], covered)
    assert found == ("No statement here has a second, independent origin.",)


def test_sources_that_are_not_compared_are_no_gap_but_named() -> None:
    covered = [Coverage("port", "a", "main", (0,), (0,)), Coverage("port", "b", "main", (0,), (0,))]
    told = "Sources in another language than this site, whose statements are not compared here: {} of 2."
    assert gaps([], [], [], [], covered, apart=2) == (told.format(2),)
    some = gaps([fact(FLEET, 1)], [fact(FLEET, 1)], [], [], covered, apart=1)
    assert some[0] == told.format(1)
    assert "No source in this site’s language gives a figure: no amount, number or share." in some
