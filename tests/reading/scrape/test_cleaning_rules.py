"""The plain rules of cleaning, each at its bounds: when C4's rule decides, what is a teaser, a repeat, a heading."""

from __future__ import annotations

import pytest

from generator.reading.scrape.cleaning import (
    _c4_fallback,
    _drop_repeats,
    _drop_teasers,
    _goes_on,
    _kept,
    _looks_clean,
    _role,
    _Sorted,
)
from generator.reading.scrape.head import Head
from generator.reading.scrape.line_features import ScrapeLine, measure

TEN = "The harbour office opened on Monday morning."
PROSE = "The harbour office of the town opened its doors on Monday morning after two long years of work."


def lines(*texts: str) -> list[ScrapeLine]:
    return [measure(text, number, 1) for number, text in enumerate(texts, 1)]


def none(number: int) -> list[str | None]:
    return [None] * number


def words(number: int) -> str:
    return " ".join(["boats"] * number) + "."


@pytest.mark.parametrize(("kept", "decides"), [(35, "model"), (34, "rule")])
def test_the_model_decides_where_it_keeps_thirty_five_of_a_hundred_words(kept: int, decides: str) -> None:
    text = lines(words(kept), words(100 - kept), "Share")
    chosen = [True, False, False]
    wanted = chosen if decides == "model" else [True, True, False]
    assert _c4_fallback(text, chosen, none(3)) == wanted


def test_a_sentence_of_c4s_has_an_end_and_five_words_and_is_no_junk() -> None:
    text = lines(words(5), words(4), words(5).rstrip("."), words(5))
    assert _c4_fallback(text, [False] * 4, [None, None, None, "advertisement"]) == [True, False, False, False]


def test_where_there_is_no_sentence_what_the_model_keeps_stays_and_else_all_but_junk() -> None:
    text = lines("Opening hours", "Nine to five", "Share")
    junk = [None, None, "link or button"]
    assert _c4_fallback(text, [False, True, False], junk) == [False, True, False]
    assert _c4_fallback(text, [False] * 3, junk) == [True, True, False]


@pytest.mark.parametrize(("number", "clean"), [(40, True), (41, False)])
def test_a_text_of_forty_lines_without_a_trace_of_a_page_is_somebodys_own(number: int, clean: bool) -> None:
    text = lines(*[f"{i} {TEN}" for i in range(number)])
    assert _looks_clean(text, none(number)) is clean
    assert _looks_clean(text, ["no words", *none(number - 1)]) is clean
    assert not _looks_clean(text, ["advertisement", *none(number - 1)])


@pytest.mark.parametrize(
    ("after", "teasers"),
    [
        (["One more story that is cut off here…"], 0),
        (["One more story that is cut off here…", "Two"], 0),
        (["One more story that is cut off here…", "And another that ends in three dots..."], 2),
        (["Two", "One more story that is cut off here…", "Three", "And another that ends in three dots..."], 3),
    ],
)
def test_two_lines_cut_off_after_the_last_paragraph_are_teasers_with_all_below(after: list[str], teasers: int) -> None:
    text = lines("The first line is cut off here too…", PROSE, *after)
    reasons = none(len(text))
    _drop_teasers(text, reasons)
    assert reasons == [*none(len(text) - teasers), *["teaser"] * teasers]


def test_one_is_enough_under_a_heading_of_related_links() -> None:
    text = lines(PROSE, "More on this", "One more story that is cut off here…")
    reasons = [None, "related links", None]
    _drop_teasers(text, reasons)
    assert reasons == [None, "related links", "teaser"]
    only = lines("One more story that is cut off…", "And another that is cut off…")
    reasons = none(2)
    _drop_teasers(only, reasons)
    assert reasons == none(2), "without a whole paragraph nothing stands after it"


def test_a_line_of_six_words_that_was_there_already_goes() -> None:
    text = lines(words(6), words(5), "• " + words(6).upper(), words(5), words(6))
    reasons = none(5)
    _drop_repeats(text, reasons)
    assert reasons == [None, None, "repeats line 1", None, "repeats line 1"]


@pytest.mark.parametrize(
    ("line", "following", "role"),
    [
        ("A heading", PROSE, "heading"),
        (" ".join(["boats"] * 14), PROSE, "heading"),
        (" ".join(["boats"] * 15), PROSE, "body"),
        ("A sentence.", PROSE, "body"),
        ("A heading of several words", "Short.", "body"),
        ("A heading of several words", "• Short.", "heading"),
        ("A heading", None, "body"),
        ("• An item", PROSE, "item"),
        ("1. An item", "2. Another", "item"),
        ("1. A heading", PROSE, "heading"),
        ("2. A sentence that ends.", PROSE, "item"),
    ],
)
def test_what_a_line_is_shows_in_what_follows(line: str, following: str | None, role: str) -> None:
    (one,) = lines(line)
    assert _role(one, lines(following)[0] if following else None) == role


@pytest.mark.parametrize(
    ("above", "line", "gap", "same"),
    [
        ("The harbour office of the", "town opened", 0, True),
        ("The harbour office of the", ", as it is called", 0, True),
        ("The harbour office of the", "town opened", 1, False),
        ("The harbour office of", "town opened", 0, False),
        ("The harbour office of it.", "town opened", 0, False),
        ("The harbour office of the", "Town opened", 0, False),
    ],
)
def test_a_sentence_that_a_link_broke_goes_on(above: str, line: str, gap: int, same: bool) -> None:
    assert _goes_on(measure(above, 1, 0), measure(line, 2, gap)) is same


@pytest.mark.parametrize(("more", "split"), [("", False), (" It then opened to all who came by that morning.", True)])
def test_captions_are_looked_for_in_long_paragraphs_alone(more: str, split: bool) -> None:
    glued = "Harbour at dawn (AFP)The office of the town opened on Monday with a band." + more
    assert (len(glued) > 80) is split
    text = lines(glued)
    paragraphs, dropped = _kept(_Sorted(text, none(1), Head()))
    assert [one.text for one in dropped] == (["Harbour at dawn (AFP)"] if split else [])
    assert paragraphs[0].text.startswith("The office") is split
