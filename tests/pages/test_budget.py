"""How much of a topic stands open: a share of its sources' words, what matters most first, the bottom line always."""

from __future__ import annotations

import pytest

from generator.pages.budget import limit, opened, opened_lines, words_in


@pytest.mark.parametrize(("words", "most"), [(0, 0), (100, 40), (2000, 800), (2250, 900), (9000, 900)])
def test_a_page_shows_at_most_900_words_and_two_fifths_of_its_sources(words: int, most: int) -> None:
    assert limit(words) == most


def test_the_first_line_opens_whatever_it_costs_and_the_others_as_far_as_there_is_room() -> None:
    assert opened_lines(-5, [40, 40]) == 1
    assert opened_lines(200, [40, 40, 40]) == 2
    assert opened_lines(400, [40, 40, 40]) == 3
    assert opened_lines(400, []) == 0


def test_what_matters_most_opens_first_and_each_part_from_its_head() -> None:
    costs = {"gaps": [10] * 9, "several": [20] * 9, "single": [20] * 9, "timeline": [5] * 9, "differences": [30] * 9}
    assert opened(0, costs) == dict.fromkeys(costs, 0)
    assert opened(20, costs) == {"gaps": 2, "several": 0, "single": 0, "timeline": 0, "differences": 0}
    some = opened(150, costs)
    assert some == {"gaps": 2, "several": 2, "single": 1, "timeline": 2, "differences": 2}
    every = opened(10_000, costs)
    assert every == {"gaps": 4, "several": 6, "single": 3, "timeline": 6, "differences": 3}


@pytest.mark.parametrize("room", range(0, 600, 37))
def test_what_opens_fits(room: int) -> None:
    costs = {"gaps": [17, 9], "several": [31, 12, 44, 9], "single": [40, 8], "timeline": [11] * 5, "differences": [60]}
    open_ = opened(room, costs)
    assert sum(sum(costs[name][:number]) for name, number in open_.items()) <= room


def test_a_long_statement_does_not_let_a_later_one_before_it() -> None:
    assert opened(30, {"several": [100, 5]})["several"] == 0


def test_words_are_what_stands_between_blanks() -> None:
    assert words_in("two words", None, "", "one") == 3
