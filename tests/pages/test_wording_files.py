"""The wording of each language is whole, no key is missing or left over, and every text takes the same values."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from generator.text.messages import FALLBACK, languages, messages

_ROOM = Path("generator")
_FILES = [
    file
    for kind in ("pages/**/*.py", "templates/*.j2", "material/**/*.py", "material/overrides/**/*.html")
    for file in _ROOM.glob(kind)
]
_KEY = r"[a-z_]+(?:\.[a-z_]+)+"
_ASKED = re.compile(rf"""["']({_KEY})["']""")
_GROUP = re.compile(rf"""f["']({_KEY}|[a-z_]+)\.\{{""")  # f"status.{{…}}" asks for a key of the group
_PHRASE = re.compile(r"""\bphrase\(\s*["']([a-z_]+)["']""")  # and so does phrase("dropped", reason)
_OTHERS = [language for language in languages() if language != FALLBACK]


def _asked() -> tuple[set[str], set[str]]:
    """The keys that pages and templates ask for, and the groups that they ask for by a word of their own."""
    told = [file.read_text("utf-8") for file in _FILES]
    return {k for text in told for k in _ASKED.findall(text)}, {
        g for text in told for by in (_GROUP, _PHRASE) for g in by.findall(text)
    }


def test_no_key_is_left_over() -> None:
    asked, groups = _asked()
    unused = [k for k in messages(FALLBACK).forms if k not in asked and k.rpartition(".")[0] not in groups]
    assert unused == []


def test_no_key_is_missing() -> None:
    calls = re.compile(rf"""(?<!lang\.)\b(?:t|say|inline|words)\(\s*["']({_KEY})["']""")
    asked = {k for file in _FILES for k in calls.findall(file.read_text("utf-8"))}
    assert asked, "the pattern finds how keys are asked for"
    assert sorted(asked - messages(FALLBACK).forms.keys()) == []


@pytest.mark.parametrize("language", _OTHERS)
def test_each_language_has_every_key(language: str) -> None:
    assert sorted(messages(language).forms) == sorted(messages(FALLBACK).forms)


@pytest.mark.parametrize("language", _OTHERS)
def test_each_text_takes_the_values_of_the_english_one(language: str) -> None:
    english, other = messages(FALLBACK).forms, messages(language).forms
    wrong = [key for key in english if _names(other[key]["other"]) != _names(english[key]["other"])]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_each_text_with_forms_has_those_of_its_language(language: str) -> None:
    made = messages(language)
    rules = {"other", *Locale.parse(made.locale).plural_form.rules}
    wrong = [key for key, forms in made.forms.items() if forms.keys() != {"other"} and forms.keys() != rules]
    assert wrong == []


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
