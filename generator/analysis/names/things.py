"""Names of ships and companies, which read like a person's: told by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model import NameKind
from ...text.name_words import FIRMS, SHIP_NAMES, SHIP_PREFIXES, SHIPS

_MARKS = r"[\"'“‘]?"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words))


_SHIP_BEFORE = re.compile(rf"\b(?:{_any(SHIPS)})(?: the| called| named)?,? {_MARKS}$", re.IGNORECASE)
_PREFIX_BEFORE = re.compile(rf"\b(?:{_any(p.upper() for p in SHIP_PREFIXES)}) {_MARKS}$")
_FIRM_BEFORE = re.compile(rf"\b(?:{_any(FIRMS)}),? {_MARKS}$", re.IGNORECASE)
# "Selma Star, a car ferry that", "Kestrel Lund, the food company,"; not "Ana Ruiz, a company spokeswoman".
_AFTER = (
    r"^{marks}, (?:an?|the) (?:(?!(?:at|of|for|with|in|from|who|the)\b)[\w-]+ ){{0,4}}(?:{words})"
    r"(?:[,.;]| (?:that|which|with|in|based|from)\b)"
)
_SHIP_AFTER = re.compile(_AFTER.format(marks=_MARKS, words=_any(SHIPS - {"aboard"})))
_FIRM_AFTER = re.compile(_AFTER.format(marks=_MARKS, words=_any(FIRMS)))


def thing(parts: list[str], before: str, after: str) -> NameKind | None:
    """What a name is whose own words, or what stands right before and after it, say that it is a ship's ("other") or a
    company's; None where they do not."""
    sails = parts[-1].lower() in SHIP_NAMES or (
        len(parts) > 1 and parts[0].isupper() and parts[0].lower() in SHIP_PREFIXES
    )
    if sails or _SHIP_BEFORE.search(before) or _PREFIX_BEFORE.search(before) or _SHIP_AFTER.match(after):
        return "other"
    return "organisation" if _FIRM_BEFORE.search(before) or _FIRM_AFTER.match(after) else None
