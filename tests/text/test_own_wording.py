"""A project's own wording: what goes before the built-in texts, and every mistake at once."""

from __future__ import annotations

import pytest

from generator.errors import BriefingError
from generator.pages.wording import words_of
from generator.text.own_wording import parse_own


def _problems(text: str, language: str = "en") -> list[str]:
    with pytest.raises(BriefingError) as error:
        parse_own(text, "wording.yml", language)
    return [str(problem) for problem in error.value.problems]


def test_own_texts_go_before_the_built_in_ones_and_the_others_stay() -> None:
    own = parse_own("timeline: {title: Chronology}\ndate:\n  no_year: sans date\n", "wording.yml", "en")
    words = words_of("en", own)
    assert words.say("timeline.title") == "Chronology"
    assert words.date("XXXX-10-07") == "7 October, sans date"
    assert words.date("2020") == "2020"
    assert words_of("en").say("timeline.title") == "Timeline"


def test_a_language_that_is_not_built_in_brings_its_own_months_and_plurals() -> None:
    own = parse_own('locale: fr\ndate: {with_year: "{part} {year}"}\n', "wording/fr.yml", "fr")
    assert words_of("fr", own).date("2020-10-07") == "7 octobre 2020"
    assert words_of("fr", own).listing(["a", "b"]) == "a et b"


@pytest.mark.parametrize("text", ["", "# nothing yet\n\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    assert parse_own(text, "wording.yml", "en") == ()


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    said = _problems(
        "timeline:\n"
        "  titel: Chronology\n"
        "  description: Of {place}.\n"
        "  empty: 'None {'\n"
        "  scope: {one: a, other: b}\n"
        "  no_year: [a]\n"
        "date: 7\n"
        "zebra: x\n"
        "cited:\n"
        "  alone: alone here\n"
        "  alone: {one: a, few: b, other: '{n} c'}\n"
        "locale: xx_YY\n"
    )
    assert said == [
        "wording.yml:2: timeline.titel: no page has such a text; did you mean 'timeline.title'?",
        "wording.yml:3: timeline.description: nothing is put in for {place}; known here: {site}",
        "wording.yml:3: timeline.description: {site} is missing in 'Of {place}.'; known here: {site}",
        "wording.yml:4: timeline.empty: a curly bracket is not closed, or not opened; write {{ and }} for brackets "
        "themselves",
        "wording.yml:5: timeline.scope: expected a text without forms, found forms for a number (one, other)",
        "wording.yml:6: timeline.no_year: expected text, found a list",
        "wording.yml:7: date: expected a group of texts, found none",
        next(line for line in said if line.startswith("wording.yml:8: zebra: no page has such a text; ")),
        "wording.yml:10: cited.alone: expected forms for a number (one, other), found a text without forms",
        "wording.yml:11: alone: set twice, first in line 10",
        "wording.yml:11: cited.alone: expected forms for a number (one, other), found forms for a number (few, one, "
        "other)",
        "wording.yml:12: locale: expected a language that CLDR knows, found 'xx_YY'; such as `fr` or `pt_BR`",
    ]


def test_what_is_no_mapping_is_told() -> None:
    assert _problems("- a\n") == ["wording.yml: expected texts under the keys of the built-in wording, found none"]
