"""The word lists by which figures are read (`generator/data/quantities.yml`), ready to be looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...text.word_lists import word_lists
from ...text.words import stem, word_set
from ..lexicons import lexicons


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Sets hold lower-case words; `times`, `units` (the times among them) and `scope` hold stems. `tolls` and `deeds`
    map a form to what it says happened; `hedge` finds a hedge at the end of a text, by the group that matched."""

    hedge: re.Pattern[str]
    people: frozenset[str]
    times: frozenset[str]
    units: frozenset[str]
    tolls: dict[str, str]
    deeds: dict[str, str]
    take_lives: frozenset[str]
    between: frozenset[str]
    feared: frozenset[str]
    planned: frozenset[str]
    leading: frozenset[str]
    scope: frozenset[str]
    participles: frozenset[str]
    levels: frozenset[str]


@cache
def quantity_words() -> QuantityWords:
    """The lists, read once from the package's own data."""
    raw = word_lists("quantities")
    hedges = "|".join(rf"\b(?P<{name}>{pattern})" for name, pattern in raw["hedges"].items())
    return QuantityWords(
        hedge=re.compile(rf"(?:{hedges})(?:\san?)?\s$", re.IGNORECASE),
        people=word_set(raw["people"]),
        times=frozenset(stem(word) for word in raw["times"].split()),
        units=frozenset(stem(word) for key in ("times", "units") for word in raw[key].split()),
        tolls=_forms(raw["tolls"]),
        deeds=_forms(raw["deeds"]),
        take_lives=word_set(raw["take_lives"]),
        between=word_set(raw["between"]),
        feared=word_set(raw["feared"]),
        planned=word_set(raw["planned"]),
        leading=word_set(raw["leading"]),
        scope=frozenset(stem(word) for word in raw["scope"].split()),
        participles=word_set(raw["participles"]),
        levels=word_set(raw["levels"]),
    )


def _forms(raw: dict[str, str]) -> dict[str, str]:
    return {form: meaning for meaning, forms in raw.items() for form in forms.split()}


def meaning(word: str) -> str:
    """What a word is compared by: the deed or the people it stands for, else its stem under its common meaning."""
    known = quantity_words()
    if word in known.people:
        return "people"
    same = stem(word)
    return known.deeds.get(word) or lexicons().synonyms.get(same, same)
