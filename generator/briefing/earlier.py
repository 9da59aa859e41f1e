"""Whether a statement tells of earlier years: a comparison or the background of what is new."""

from __future__ import annotations

import re

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_OPENING = re.compile(r"^(?:In|Since|Back in|As early as) (?:[A-Z][a-z]+ )?(1[5-9]\d\d|20\d\d)\b")
_AGO = re.compile(r"^(?:[A-Za-z-]+ ){1,3}(?:years?|decades?|centur(?:y|ies)) (?:ago|earlier|before)\b")
_COMPARES = re.compile(
    r"\b(?:previous(?:ly)?|earlier this (?:year|month)|last year|(?:in )?recent years"
    r"|(?:worst|biggest|largest|deadliest|first|most \w+)\b[^.]{0,40}\b(?:since|after) (?:the )?\d{4}"
    r"|(?:years?|decades?|months?) (?:ago|earlier|before))\b",
    re.IGNORECASE,
)


def is_past(text: str, published: str) -> bool:
    """Whether every year that `text` names lies before that of the day `published`, or it compares with what was
    before."""
    years = [int(year) for year in _YEAR.findall(text)]
    now = int(published[:4]) if published[:4].isdigit() else 0
    return bool(years and now and max(years) < now) or bool(_COMPARES.search(text))


def opens_in_the_past(text: str, published: str) -> bool:
    """Whether `text` begins with a year that lies before that of the day `published`, "In 1974 a slide …", or says that
    it was years ago."""
    found = _OPENING.match(text)
    return bool(_AGO.match(text) or (found and published[:4].isdigit() and found[1] < published[:4]))
