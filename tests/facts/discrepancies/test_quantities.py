"""How figures are read: how many of what, how exactly, and what happened to them."""

from __future__ import annotations

import pytest

from generator.facts.discrepancies.quantities import Quantity, quantities
from generator.facts.discrepancies.rounding import agree, exact

READ = [
    ("At least six people were killed in Orla.", ("At least six people", 6, "over", "people", "dead", True)),
    ("Nobody has confirmed more than six deaths.", ("more than six", 6, "over", "", "dead", True)),
    ("It sank near Kell, drowning cattle and killing at least seven.", ("at least seven", 7, "over", "", "dead", True)),
    ("The war claimed some 9,000 lives.", ("some 9,000 lives", 9000, "about", "people", "dead", True)),
    ("The governor lowered the death toll to four on Sunday.", ("four", 4, "", "", "dead", True)),
    ("As many as 30 people were reported missing.", ("As many as 30 people", 30, "under", "people", "missing", True)),
    ("Fishermen rescued 17 passengers.", ("17 passengers", 17, "", "passeng", "rescued", False)),
    ("They ordered the recall of 350 toy models Friday.", ("350 toy models", 350, "", "model", "recalled", False)),
    ("They own about 2 pct of the market.", ("about 2 pct of the market", 2, "about", "% market", "", False)),
    ("They lost 12% of their workers.", ("12% of their workers", 12, "", "% worker", "lost", False)),
    ("The tunnel will cost 40 million crowns.", ("40 million crowns", 4e7, "", "crown", "cost", False)),
    ("It is 100 times faster.", ("100 times", 100, "", "time", "", False)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_figure_is_read_with_its_hedge_its_noun_and_what_happened(
    text: str, read: tuple[str, float, str, str, str, bool]
) -> None:
    (one,) = quantities(text)
    assert (text[one.start : one.end], one.low, one.hedge, one.noun, one.role.deed, one.role.toll) == read
    assert one.high == one.low and not one.part


@pytest.mark.parametrize(
    "text",
    [
        "It began on May 12 and ended in 1996.",
        "Trains left at 7:30 a.m. and at 8 p.m. from Orla.",
        "The tower (20 metres) fell.",
        "A 40-year-old bridge fell.",
        "Several hundred people came, and dozens of cars.",
        "The Alto 4 engine failed.",
        "Up to 30 people are feared dead.",
        "As many as 20 people may have been killed.",
        "About 40 people will be evacuated.",
        "The storm could kill 40 people.",
        "He paid €40 for it.",
        "It left at 2300 GMT.",
        "Police No. 12 said so.",
    ],
)
def test_dates_times_ages_conversions_names_and_fears_are_no_figures(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The quake killed three of the miners.",
        "Another 14 people died.",
        "The dead, including six children, were found.",
        "The quake killed 12 more.",
        "In the last four games he sat.",
        "At a second place 12 others died.",
    ],
)
def test_parts_are_called_so(text: str) -> None:
    assert [one.part for one in quantities(text)] == [True]


def test_a_range_and_a_list_and_a_rate() -> None:
    (one,) = quantities("Between 50 and 100 cars that are in the river were new.")
    assert (one.low, one.high, one.noun, one.role.where) == (50, 100, "car", "river")
    first, second = quantities("They want to add 50 red pumps and 20 tents.")
    assert first.role.deed == second.role.deed == "add" and first.modifiers == {"red"}
    assert [q.rate for q in quantities("It makes 300 lamps a day and 90 pumps over two years.")][:2] == ["day", "year"]
    assert quantities("They seized 14 rifles so far.")[0].summed


def figure(text: str) -> Quantity:
    return quantities(f"They sold {text} lamps.")[0]


@pytest.mark.parametrize(
    ("one", "other", "may_be_one"),
    [
        ("12", "14", False),
        ("12", "12", True),
        ("at least 12", "14", False),
        ("more than 350", "359", True),
        ("more than 350", "474", False),
        ("about 400", "430", True),
        ("about 400", "450", False),
        ("about 10,000", "some 11,000", False),
        ("about 10,000", "some 10,500", True),
        ("up to 50", "47", True),
        ("up to 50", "40", False),
        ("up to 50", "51", False),
        ("nearly 4", "less than 3", False),
        ("10 to 100", "100", False),
        ("50 to 60", "55", True),
    ],
)
def test_a_rounding_and_a_bound_with_the_value_inside_it_are_one_figure(one: str, other: str, may_be_one: bool) -> None:
    assert agree(figure(one), figure(other)) is agree(figure(other), figure(one)) is may_be_one


def test_a_count_so_far_is_exact_and_a_round_bound_is_not() -> None:
    assert exact(figure("at least 12")) and exact(figure("12"))
    assert not exact(figure("more than 40")) and not exact(figure("about 12"))


@pytest.mark.parametrize("text", ["The cost rose to 15 million euros.", "The cost is put at 15 million euros."])
def test_a_verb_that_gives_the_level_of_a_figure_says_nothing_of_what_is_counted(text: str) -> None:
    assert quantities(text)[0].role.deed == ""
