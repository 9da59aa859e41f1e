"""Which figures are of one thing on one occasion, and which follow one another in time."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.model import Difference
from tests.facts.conftest import Grouped

TERMS = ("Orla", "ferry", "lamps", "quake", "harbour")


def found(grouped: Grouped, sources: Mapping[str, str], **metadata: Mapping[str, str]) -> list[Difference]:
    return [d for d in grouped(TERMS, sources, **metadata).differences if d.kind in ("figure", "revision")]


DIFFERENT = {
    "another toll in a sentence that says nothing else": (
        "At least six people were killed by the quake in Orla.",
        "Four people have died.",
    ),
    "a toll without a noun": (
        "The quake in Orla brought down the old harbour wall, killing at least six.",
        "The death toll of the quake in Orla has been lowered to four.",
    ),
    "a toll in other words": (
        "The quake in Orla wounded 14 people, the harbour office said.",
        "The quake in Orla left 19 people injured.",
    ),
    "what was done to the same things": (
        "The maker called Lumen recalled 40 lamps from the shops on the harbour.",
        "The maker has now ordered the withdrawal of 60 lamps.",
    ),
    "the place of the same things": (
        "About 50 cars are still in the harbour, the mayor said.",
        "Eighty cars slid into the harbour while the ferry turned round.",
    ),
    "what of which each is told": (
        "They want to add 80 of each of red and green lamps to the harbour.",
        "They want to add 30 red lamps to the harbour of Orla and 20 green lamps.",
    ),
    "what was to happen": (
        "The ferry line Orla will cut 700 jobs in the harbour.",
        "As many as 900 jobs will be cut by the ferry line Orla in the harbour.",
    ),
}


@pytest.mark.parametrize("case", sorted(DIFFERENT))
def test_two_figures_of_one_thing_differ(case: str, grouped: Grouped) -> None:
    one, other = DIFFERENT[case]
    assert [len(d.positions) for d in found(grouped, {"a": one, "b": other})] == [2]


SAME_OR_OTHER = {
    "another occasion": (
        "At least six people were killed by the quake in Orla on Sunday.",
        "The quake of 1996 killed 19 people in Orla.",
    ),
    "another place": (
        "Six people were killed by the quake in Orla.",
        "Nine people were killed by the quake in Teris.",
    ),
    "another day": (
        "Six people were killed by the quake on Sunday.",
        "Nine people were killed by the quake on Tuesday.",
    ),
    "a rate": ("The plant makes 300 lamps a day for Orla.", "The plant made 900 lamps for Orla."),
    "a sum of several occasions": (
        "Customs seized 40 lamps on the ferry to Orla.",
        "Customs seized 90 lamps on the ferry to Orla so far.",
    ),
    "another kind": ("Customs seized 40 red lamps on the ferry.", "Customs seized 60 green lamps on the ferry."),
    "another deed": ("Divers found 40 lamps in the ferry.", "Divers repaired 60 lamps in the ferry."),
    "another doer": (
        "The firm Lumen Ltd sold 40 lamps to the harbour of Orla.",
        "The firm Glow Ltd sold 60 lamps to the harbour of Orla.",
    ),
    "too far apart": ("Orla bought 40 lamps for the harbour.", "Orla bought 400 lamps for the harbour."),
    "parts": (
        "Six people were killed by the quake in Orla.",
        "Another 14 people were killed by the quake in Orla.",
    ),
    "the toll of a year": (
        "Six people were killed by the quake in Orla.",
        "There were at least nine fatalities this year before the quake in Orla.",
    ),
    "another state, behind one verb": (
        "Eight people remained hospitalized in Orla after the quake.",
        "At least three people remained missing in Orla after the quake.",
    ),
    "who died, and who did something else": (
        "The quake killed four ferry captains in Orla.",
        "Two ferry captains were in Orla when the quake came.",
    ),
    "people at another place": (
        "The harbour office said 90 people were treated at the scene in Orla.",
        "The harbour office said 120 people were treated in hospital in Orla.",
    ),
    "those told of before": (
        "The quake in Orla stopped three ferries in the harbour.",
        "The two ferries were stopped by the quake in the harbour of Orla.",
    ),
    "a time": (
        "The ferry to Orla stopped for three years after the quake.",
        "The ferry to Orla stopped for four years after the quake.",
    ),
    "a length of something else": (
        "The harbour wall of Orla rises 64 feet over the ferry.",
        "The ferry fell 60 feet into the harbour of Orla.",
    ),
    "another share": (
        "Lumen holds 40 percent of the market for lamps.",
        "The firm has 20 percent of the market for lamps.",
    ),
    "what was said to be feared": (
        "Six people were killed by the quake in Orla.",
        "Up to 30 people are feared killed by the quake in Orla.",
    ),
}


@pytest.mark.parametrize("case", sorted(SAME_OR_OTHER))
def test_figures_of_other_things_and_occasions_do_not_differ(case: str, grouped: Grouped) -> None:
    one, other = SAME_OR_OTHER[case]
    assert found(grouped, {"a": one, "b": other}) == []


def test_of_each_source_the_first_toll_counts_and_what_it_calls_an_earlier_one(grouped: Grouped) -> None:
    (one,) = found(
        grouped,
        {
            "a": "Six people were killed by the quake in Orla.\n\nNine people were killed when a wall fell.",
            "b": "Four people were killed by the quake in Orla.\n\nEarlier reports of eleven people killed in Orla "
            "were wrong, the mayor said.",
        },
    )
    assert [p.value for p in one.positions] == ["Six people", "Four people", "eleven people"]


def test_a_rounded_figure_stands_with_the_exact_one_that_it_may_be(grouped: Grouped) -> None:
    (one,) = found(
        grouped,
        {
            "a": "More than 350 lamps were recalled by the harbour of Orla.",
            "b": "The harbour of Orla recalled 359 lamps.",
            "c": "The harbour of Orla recalled 474 lamps.",
        },
    )
    assert [(p.value, [q.source for q in p.quotes]) for p in one.positions] == [
        ("359 lamps", ["a", "b"]),
        ("474 lamps", ["c"]),
    ]


def test_one_row_quotes_one_figure(grouped: Grouped) -> None:
    (one,) = found(
        grouped,
        {
            "a": "More than 60 people were injured by the quake and 50 houses fell into the harbour.",
            "b": "The quake injured 97 people, the mayor of Orla said.",
        },
    )
    assert one.positions[0].quotes[0].text == "More than 60 people were injured by the quake"


TOLLS = {
    "late": "The quake in Orla killed 19 people.",
    "middle": "The quake in Orla killed 12 people.",
    "first": "The quake in Orla killed 9 people.",
}
DAYS = {"first": "2031-05-04", "middle": "2031-05-05", "late": "2031-05-06"}


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (DAYS, "revision"),
        (DAYS | {"middle": "2031-05-06"}, "figure"),
        (DAYS | {"middle": "2031-05"}, "figure"),
        ({}, "figure"),
    ],
)
def test_counts_that_follow_one_another_in_time_are_a_revision(
    days: Mapping[str, str], kind: str, grouped: Grouped
) -> None:
    (one,) = found(grouped, TOLLS, published=days)
    assert one.kind == kind
    if kind == "revision":
        assert [p.value for p in one.positions] == ["9 people", "12 people", "19 people"]


ESTIMATES = {
    "a": "The war over the harbour of Orla has claimed some 9,000 lives.",
    "b": "The war over the harbour of Orla has claimed some 11,000 lives.",
}


@pytest.mark.parametrize(("agencies", "kind"), [(("Wire", "Wire"), "revision"), (("Wire", "Press"), "figure")])
def test_two_estimates_are_a_revision_only_of_one_agency(
    agencies: tuple[str, str], kind: str, grouped: Grouped
) -> None:
    (one,) = found(
        grouped,
        ESTIMATES,
        published={"a": "2031-05-04", "b": "2031-05-06"},
        publisher=dict(zip("ab", agencies, strict=True)),
    )
    assert one.kind == kind


def test_what_is_no_running_count_is_no_revision_of_another_agency(grouped: Grouped) -> None:
    texts = {"a": "Orla wants to add 40 lamps to the harbour.", "b": "Orla wants to add 60 lamps to the harbour."}
    days = {"a": "2031-05-04", "b": "2031-05-06"}
    for agency, kind in (("Wire", "revision"), ("Press", "figure")):
        (one,) = found(grouped, texts, published=days, publisher={"a": "Wire", "b": agency})
        assert one.kind == kind


def test_what_a_source_calls_an_earlier_figure_comes_before_the_others_of_its_day(grouped: Grouped) -> None:
    texts = {
        "a": "The quake in Orla killed four people.",
        "b": "Earlier reports of eleven people killed by the quake in Orla were wrong, the mayor said.",
    }
    (one,) = found(grouped, texts, published={"a": "2031-05-04", "b": "2031-05-04"})
    assert (one.kind, [p.value for p in one.positions]) == ("revision", ["eleven people", "four people"])


def test_initials_are_no_spelling(grouped: Grouped) -> None:
    texts = {name: f"The captain of the ferry to Orla is James {who}." for name, who in zip(
        "abc", ("Kennel", "Kennel", "P. Kennel"), strict=True
    )}  # fmt: skip
    assert [d for d in grouped(TERMS, texts).differences if d.kind == "name"] == []
