"""Abbreviations and what they stand for."""

from __future__ import annotations

import pytest

from generator.text.schwartz_hearst import fits, initials, letters, long_form


@pytest.mark.parametrize(
    ("abbreviation", "plain"), [("IoT", "iot"), ("NGOs", "ngo"), ("R&D", "rd"), ("U.N.", "un"), ("Gas", "gas")]
)
def test_letters_of_an_abbreviation(abbreviation: str, plain: str) -> None:
    assert letters(abbreviation) == plain


def test_initials_with_and_without_small_words() -> None:
    assert initials(["Bank", "of", "the", "North"]) == ("botn", "bn")
    assert initials(["Indo-Pacific", "Fleet’s", "Council"]) == ("ipfc", "ipfc")


@pytest.mark.parametrize(
    ("before", "abbreviation", "count"),
    [
        ("the new Internet of Things", "IoT", 3),
        ("signed a Memorandum of Understanding", "MoU", 3),
        ("for research and development", "R&D", 3),
        ("the Harbour and Rail Board", "HRB", 4),  # small words need no letter
        ("talks with the National Harbour Union", "NHU", 3),
        ("the Western Sea Lanes Initiative", "WSLI", 4),
        ("the Western Sea Lanes", "WSLI", 3),  # in capitals, less the word of the last letter
        ("the Western Sea", "WSI", 0),  # three letters are too few for that
        ("the western sea lanes", "WSLI", 0),  # and so are words in small letters
        ("the minister said", "MEA", 0),
        ("the minister", "M", 0),  # one letter is no abbreviation
        ("", "IoT", 0),
    ],
)
def test_the_words_in_front_of_a_bracket_that_it_stands_for(before: str, abbreviation: str, count: int) -> None:
    assert long_form(before.split(), abbreviation) == count


def test_a_long_form_begins_with_no_small_word() -> None:
    assert long_form(["of", "the", "Things", "Network"], "TN") == 2
    assert long_form(["lists", "of", "Old", "Trees"], "OOT") == 0


def test_only_the_last_words_are_asked() -> None:
    """As many as the abbreviation has letters, and four small words among them."""
    assert long_form(["Bank", "of", "the", "and", "for", "the", "North"], "BN") == 0
    assert long_form(["Bank", "of", "the", "and", "for", "North"], "BN") == 6


@pytest.mark.parametrize(
    ("words", "wanted", "made"),
    [
        ("Financial Crimes Enforcement Network", "fincen", True),
        ("South Western Townships", "soweto", True),
        ("Ministry of Defence", "mindef", True),  # a small word gives no letter and is passed over
        ("Ministry of Defence", "mindex", False),  # all letters must come from somewhere
        ("Ministry of Finance", "mindef", False),
        ("Crimes Network", "fincen", False),  # the first letter begins the first word
        ("Ministry", "minis", False),  # at most four letters of a word
        ("Minor Island", "mi", True),
        ("Mine", "mi", False),  # of two letters each begins a word
    ],
)
def test_letters_within_words_count_where_first_letters_do_not_do(words: str, wanted: str, made: bool) -> None:
    assert fits(words.split(), wanted) is made


def test_each_word_keeps_a_letter_for_itself() -> None:
    """What a word might take of the letters is left to the words after it, of which each needs one."""
    assert fits(["Trade", "Training", "Office"], "tto")
    assert fits(["Inland", "Navigation"], "inna")
    assert fits(["Inn", "Nation"], "inn")
