"""Messages in the language of a site: plurals, numbers and lists as CLDR has them."""

import pytest

from generator.text.messages import FALLBACK, languages, messages, parse

_POLISH = parse("""
locale: pl
found:
  sources: {one: "{n} źródło", few: "{n} źródła", many: "{n} źródeł", other: "{n} źródła"}
  none: nic w {place}
""")


@pytest.mark.parametrize(
    ("n", "told"), [(1, "1 źródło"), (3, "3 źródła"), (12, "12 źródeł"), (1234, "1\xa0234 źródła")]
)
def test_a_number_picks_the_plural_form_of_the_language(n: int, told: str) -> None:
    assert _POLISH.say("found.sources", n) == told


def test_values_are_put_in_by_name() -> None:
    assert _POLISH.say("found.none", place="archiwum") == "nic w archiwum"


def test_numbers_lists_and_months_are_those_of_the_language() -> None:
    german, english = messages("de"), messages("en")
    assert (german.number(12345), english.number(12345)) == ("12.345", "12,345")
    assert german.listing(["a", "b", "c"]) == "a, b und c"
    assert english.listing(["a", "b", "c"]) == "a, b and c"
    assert (english.listing([]), english.listing(["a"])) == ("", "a")
    assert (german.month(3), english.month(3)) == ("März", "March")


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        messages("en").say("no.such.key")


def test_a_language_without_wording_is_told_in_english() -> None:
    assert messages("tlh") == messages(FALLBACK)
    assert {"en", "de"} <= set(languages())


def test_a_wording_file_holds_texts_and_groups_only() -> None:
    with pytest.raises(TypeError, match=r"a\.b: a text or a group"):
        parse("locale: en\na: {b: [1]}")
