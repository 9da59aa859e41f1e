"""What a sentence says of where and when it was, as far as it tells two occasions apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = re.compile(rf"\b{_WEEKDAY}\b")
_REPORTED = re.compile(  # the day on which it was said, or on which a count was changed
    r"\b(?:said|told|announced|reported|added|confirmed|lowered|raised|revised|rose|climbed)\b[^,.;]{0,80}?"
    rf"\b{_WEEKDAY}\b|\b{_WEEKDAY}\s(?:said|told|announced|reported|confirmed)\b"
)
_MONTH = (
    r"(?:January|February|March|April|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_BACK = re.compile(
    rf"\b(?:(?:1[5-9]|20)\d\d|{_MONTH})|\b(?:ago|last (?:year|month|week)|in an earlier|previously|the year before)\b"
    r"|^(?:That|Those|These)\s|\b(?:in|from) (?:that|those)\s"
)
_SINCE = re.compile(r"\b(?:since|launched in|began in|started in)\b.*")
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|[Oo]ff|[Aa]cross)\s(?:the\s|[a-z]+ern\s|central\s|downtown\s|nearby\s)?"
    r"((?:[A-Z][\w-]+(?:,?\s|\b)){1,4})"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Occasion:
    """The words of the places and the weekdays that a sentence names, the days of saying it aside; and `back`, what
    puts it before the days of which its source tells, a beginning aside ("since 1996")."""

    places: frozenset[str]
    days: frozenset[str]
    back: frozenset[str]


@lru_cache(maxsize=1024)
def occasion(sentence: str) -> Occasion:
    """The occasion of which `sentence` tells."""
    places = (_DAY.sub("", found[1]) for found in _PLACE.finditer(sentence))
    return Occasion(
        frozenset(word for place in places for word in _WORD.findall(place)),
        frozenset(found[0] for found in _DAY.finditer(_REPORTED.sub(" ", sentence))),
        frozenset(found[0].strip() for found in _BACK.finditer(_SINCE.sub("", sentence))),
    )


def two_occasions(one: Occasion, other: Occasion) -> bool:
    """Whether places or days cannot be of one occasion."""
    return unlike(one.days, other.days) or unlike(one.places, other.places)


def unlike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something, and nothing in common."""
    return bool(one and other) and not one & other
