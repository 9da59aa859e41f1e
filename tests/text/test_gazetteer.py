"""Countries and what belongs to them, from the list that ships with the package."""

from __future__ import annotations

import pytest

from generator.text.gazetteer import country_words, demonyms


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("danes", "Denmark"),
        ("saudi", "Saudi Arabia"),
        ("saudis", "Saudi Arabia"),
        ("czechs", "Czech Republic"),
        ("bosnian", "Bosnia and Herzegovina"),
        ("south koreans", "South Korea"),
        ("sri lankan", "Sri Lanka"),
    ],
)
def test_a_word_belongs_to_a_country(word: str, country: str) -> None:
    assert demonyms()[word] == country


def test_the_words_of_a_longer_name_are_none_of_their_own() -> None:
    assert {"south", "new", "lankan"}.isdisjoint(demonyms())
    assert {"Denmark", "danish", "Seychelles", "U.S."} <= country_words()
    assert {"South", "New", "Zealand"}.isdisjoint(country_words())
