"""What a figure counts and what happened to it, word by word and at the limits of how far is read."""

from __future__ import annotations

from typing import Any

import pytest

from generator.facts.discrepancies.counted import Noun, Role, Words, counted, role
from generator.facts.discrepancies.quantities import quantities
from generator.facts.tokens import words


def read(text: str) -> Words:
    placed = words(text)
    return Words(text, placed, tuple(word.text for word in placed))


def noun(text: str) -> Noun:
    """What the number that is the first word of `text` counts."""
    return counted(read(text), 1)


def happened(text: str) -> Role:
    """What happened to what the first number of `text`, in digits, counts."""
    given = read(text)
    first = next(i for i, word in enumerate(given.lower) if word[0].isdigit())
    return role(given, first, counted(given, first + 1))


@pytest.mark.parametrize(
    ("text", "head", "modifiers", "after"),
    [
        ("40 lamps", "lamp", set(), 2),
        ("40 red lamps", "lamp", {"red"}, 3),
        ("40 old big red lamps", "lamp", {"old", "big", "red"}, 5),
        ("40 tin old big red lamps", "red", {"tin", "old", "big"}, 5),
        ("40 different lamps", "lamp", set(), 3),
        ("40 new lamps", "lamp", set(), 3),
        ("40 lamps, pumps", "lamp", set(), 2),
        ("40 lamps (pumps", "lamp", set(), 2),
        ("40 lamps were sold", "lamp", set(), 2),
        ("40 lamps Orla sold", "lamp", set(), 2),
        ("40 Orla lamps", "lamp", {"orla"}, 3),
        ("40 red-hot lamps", "lamp", {"redhot"}, 3),
        ("40 miles road", "mile", set(), 2),
        ("40 times lamps", "time", set(), 2),
        ("40 lamps x", "lamp", set(), 2),
        ("40 lamps sadly", "lamp", set(), 2),
        ("40 lamps 50", "lamp", set(), 2),
        ("40 lamps today", "lamp", set(), 2),
        ("40 lamps may", "lamp", set(), 2),
        ("40 lamps killed", "lamp", set(), 2),
        ("40 red", "red", set(), 2),
        ("40 shed", "shed", set(), 2),
        ("40 sheded", "", set(), 1),
        ("40 of each of lamps", "lamp", set(), 5),
        ("40 of each lamps", "lamp", set(), 4),
        ("40 of each of red and green lamps", "lamp", {"red", "green"}, 8),
        ("40 percent", "%", set(), 2),
        ("40 per cent", "%", set(), 3),
        ("40 pct", "%", set(), 2),
        ("40% of lamps", "% lamp", set(), 3),
        ("40% of the red lamps", "% lamp", {"red"}, 5),
        ("40% stake of its lamps", "% lamp", set(), 5),
        ("40 percent of lamps", "% lamp", set(), 4),
        ("40 percent of ", "%", set(), 2),
        ("40% fell", "%", set(), 1),
    ],
)
def test_the_noun_behind_a_number(text: str, head: str, modifiers: set[str], after: int) -> None:
    assert noun(text) == Noun(head, frozenset(modifiers), after)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 lamps", {}),
        ("40 lamps were sold", {"deed": "sold"}),
        ("40 lamps were there", {"deed": "be"}),
        ("40 lamps were in the hall", {"deed": "be", "where": "hall"}),
        ("40 lamps that are still in the hall", {"deed": "be", "where": "hall"}),
        ("40 lamps are in the Orla hall", {"deed": "be", "where": "hall"}),
        ("40 lamps burned in the hall", {"deed": "burn", "where": "hall"}),
        ("40 lamps, were sold", {}),
        ("40 lamps were seized", {"deed": "seized"}),
        ("40 people were killed", {"deed": "dead", "toll": True}),
        ("40 lamps were killed", {"deed": "dead"}),
        ("40 people were killed in the hall", {"deed": "dead", "toll": True, "where": "hall"}),
        ("40 people may be killed", {"feared": True}),
        ("40 people will be there", {"feared": True}),
        ("40 lamps will be sold", {"deed": "sold"}),
        ("40 lamps may be sold", {"feared": True}),
        ("40 people who now also were all then killed", {"deed": "dead", "toll": True}),
        ("40 people who now also were all then later killed", {"deed": "be"}),
        ("The quake killed 40 people", {"deed": "dead", "toll": True}),
        ("The quake killed 40 people in the hall", {"deed": "dead", "toll": True, "where": "hall"}),
        ("The quake claimed 40 lives", {"deed": "dead", "toll": True}),
        ("The quake claimed 40 lamps", {"deed": "claim"}),
        ("The quake may have killed 40 people", {"feared": True}),
        ("It may a b killed 40 people", {"feared": True}),
        ("It may a b c killed 40 people", {"deed": "dead", "toll": True}),
        ("They sell some of the 40 lamps", {"deed": "sell"}),
        ("They sell, the 40 lamps", {}),
        ("They sell in the hall 40 lamps, now", {"deed": "hall"}),
        ("The price rose to 40 lamps", {}),
        ("The price rose at 40 lamps", {}),
        ("The price rose by 40 lamps", {"deed": "rose"}),
        ("The death toll rose to 40", {"deed": "dead", "toll": True}),
        ("The death toll rose to 40 people", {"deed": "dead", "toll": True}),
        ("The death toll rose to 40 lamps", {}),
        ("The death toll of the quake, now at 40 lamps", {}),
        ("The number of injured is 40", {"deed": "hurt", "toll": True}),
        ("The number of missing was 40", {"deed": "missing", "toll": True}),
    ],
)
def test_what_happened_to_what_is_counted(text: str, expected: dict[str, Any]) -> None:
    assert happened(text) == Role(**expected)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They sold 40 to 60 lamps.", 40, 60),
        ("They sold 40 or 60 lamps.", 40, 60),
        ("They sold 40 and 60 lamps.", 60, 60),
        ("They sold between 40 and 60 lamps.", 40, 60),
        ("They sold 2 hundred lamps.", 200, 200),
        ("They sold 2 thousand lamps.", 2e3, 2e3),
        ("They sold 2 hundred thousand lamps.", 2e5, 2e5),
        ("They sold 2 lakh lamps.", 2e5, 2e5),
        ("They sold 2 million lamps.", 2e6, 2e6),
        ("They sold 2 crore lamps.", 2e7, 2e7),
        ("They sold 2 billion lamps.", 2e9, 2e9),
        ("They sold 2 to 3 trillion lamps.", 2e12, 3e12),
        ("They sold 2,500 lamps.", 2500, 2500),
        ("They sold 2.5 million lamps.", 2.5e6, 2.5e6),
        ("They sold twelve lamps.", 12, 12),
        ("They sold 1499 lamps.", 1499, 1499),
        ("They sold 2101 lamps.", 2101, 2101),
        ("They sold 2,000 lamps.", 2000, 2000),
        ("They sold 2000 thousand lamps.", 2e6, 2e6),
        ("Sunday 40 lamps were sold.", 40, 40),
        ("Then Sunday 40 lamps were sold.", 40, 40),
        ("Orla 40 lamps were sold.", 40, 40),
        ("They told Orla forty lamps were sold.", 40, 40),
        ("They went to Orla, 40 lamps were sold.", 40, 40),
    ],
)
def test_how_many_a_number_says(text: str, low: float, high: float) -> None:
    assert [(one.low, one.high) for one in quantities(text)][-1:] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "They sold 1500 lamps.",
        "They sold 2100 lamps.",
        "They sold 1.2.3 lamps.",
        "They sold dozen lamps.",
        "They sold the old Orla 40 lamps.",
        "They sold lamps on 12 May.",
        "They sold lamps 40",
        "They sold several hundred lamps.",
    ],
)
def test_years_versions_and_numbers_of_names_count_nothing(text: str) -> None:
    assert quantities(text) == ()


def test_a_sum_is_called_so_within_forty_characters() -> None:
    assert quantities(f"They sold 40 lamps, {'x' * 31} so far.")[0].summed
    assert not quantities(f"They sold 40 lamps, {'x' * 32} so far.")[0].summed
    assert quantities("In all they sold 40 lamps.")[0].summed


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("They sold 40 lamps.", False),
        ("The 40 lamps were sold.", True),
        ("The quake killed 40 of the miners.", True),
        ("The quake killed 40 more.", True),
        ("They sold another 40 lamps.", True),
        ("Elsewhere 40 others died.", True),
        ("Elsewhere 40 others came.", False),
        ("The 40 people died.", False),
    ],
)
def test_a_part_is_of_what_was_told_before(text: str, part: bool) -> None:
    assert [one.part for one in quantities(text)] == [part]


def test_a_figure_has_its_place_with_hedge_and_noun() -> None:
    text = "They sold at least 40 red lamps and 30%."
    first, second = quantities(text)
    assert (text[first.start : first.end], text[second.start : second.end]) == ("at least 40 red lamps", "30%")
    assert (first.hedge, second.hedge) == ("over", "")
    text = "They sold between 40 and 60 lamps."
    (one,) = quantities(text)
    assert text[one.start : one.end] == "between 40 and 60 lamps"


def test_a_figure_has_the_deed_of_the_one_that_it_is_told_with() -> None:
    assert [q.role.deed for q in quantities("They sold 40 lamps and 30 pumps.")] == ["sold", "sold"]
    assert [q.role.deed for q in quantities("They sold 40 lamps beside 30 pumps.")] == ["sold", ""]
    assert [q.role.deed for q in quantities("They sold 40 lamps and 30 pumps were burned.")] == ["sold", "burn"]
