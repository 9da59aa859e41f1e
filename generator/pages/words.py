"""The fixed words around what the sources say: counts, dates, lists. Plain strings, not yet escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `3 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listing(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    all_words = list(words)
    if len(all_words) < 2:
        return "".join(all_words)
    return f"{', '.join(all_words[:-1])} and {all_words[-1]}"


def date(edtf: str | None, unknown: str = "undated") -> str:
    """An EDTF date as a reader writes it: `7 October 2020`, `October 2020`, `7 October, year not given`. Forms that
    have no short reading are given as they are."""
    if not edtf:
        return unknown
    if edtf.count("/") == 1:
        first, last = edtf.split("/")
        return f"{date(first, 'open')} to {date(last, 'open')}"
    found = _DATE.fullmatch(edtf[:10])
    if not found or (len(edtf) > 10 and not edtf.startswith("T", 10)):
        return edtf
    year, month, day = found.groups()
    if not month or month == "XX" or not 1 <= int(month) <= 12:
        return edtf if year == "XXXX" or (month and month != "XX") else year
    name = _MONTHS[int(month) - 1]
    words = f"{int(day)} {name}" if day and day != "XX" else name
    return f"{words}, year not given" if year == "XXXX" else f"{words} {year}"


def shorten(text: str, words: int) -> str:
    """The first `words` words of a title, with an ellipsis where some are left out."""
    parts = text.split()
    if len(parts) <= words:
        return text
    kept = " ".join(parts[:words]).rstrip(",;:–-")
    return (kept.replace("[", "", 1) if kept.count("[") > kept.count("]") else kept) + "…"


def sentence(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]
