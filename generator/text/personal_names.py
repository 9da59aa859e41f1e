"""The parts of a person's name: a royal style, given names, and the name that a report goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .name_words import NICKNAMES, ROYAL
from .pos_tagger import known
from .words import folded, word_set

_SYLLABLE = 6  # letters of a family name, or of half a given name, of East Asia
_SURNAME = 5  # letters: two halves as long as that are two surnames, "Smith-Jones"
_SUFFIXES = word_set("jr sr ii iii iv")
_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class PersonName(NamedTuple):
    """A name in small letters without accents: "King Harald" is ("king", (), "harald"). A king is called by his first
    name, others by their last, or where the family name comes first by that. `short` is what he is called by, `suffix`
    what stands behind his name ("jr")."""

    style: str
    given: tuple[str, ...]
    short: str
    suffix: str = ""


def family_first(parts: Sequence[str]) -> bool:
    """Whether a name is a short family name and a given name of two syllables that a hyphen joins: "Kim Ye-rin"."""
    if len(parts) != 2 or parts[0].isupper() or not _syllable(parts[0]):
        return False
    halves = parts[1].split("-")
    syllables = len(halves) == 2 and all(map(_syllable, halves)) and min(map(len, halves)) < _SURNAME
    return syllables and not all(known(half.lower()) for half in halves)


def _syllable(text: str) -> bool:
    return text.isalpha() and 1 < len(text) <= _SYLLABLE


@lru_cache(maxsize=50_000)
def parse(text: str) -> PersonName:
    """The parts of a full name, or of a name alone."""
    words = _PART.findall(folded(text))
    if len(words) > 1 and words[0] in ROYAL:
        return PersonName(words[0], tuple(words[2:]), words[1])
    suffix = next((word for word in words if word in _SUFFIXES), "")
    words = [word for word in words if word not in _SUFFIXES]
    if family_first(text.split()):
        return PersonName("", tuple(words[1:]), words[0], suffix)
    return PersonName("", tuple(words[:-1]), words[-1] if words else "", suffix)


def agree(one: PersonName, other: PersonName) -> bool:
    """Whether two names with one short form can be one person's: "S. Rao" and "Sunil Rao", "Jim Holm" and "James Holm",
    "King Harald" and "Harald"; not "Ana Ruiz" and "Eva Ruiz", nor "King Harald" and "Prince Harald"."""
    if one.style or other.style:
        return _one_style(one, other) and all(a == b for a, b in zip(one.given, other.given, strict=False))
    if not one.given or not other.given:
        return False
    rest = zip(one.given[1:], other.given[1:], strict=False)
    return _same(one.given[0], other.given[0]) and all(a == b or _initial(a, b) for a, b in rest)


def _one_style(one: PersonName, other: PersonName) -> bool:
    return one.style == other.style or not (one.style and other.style)


def _same(one: str, other: str) -> bool:
    return one == other or _initial(one, other) or other in NICKNAMES.get(one, ())


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]
