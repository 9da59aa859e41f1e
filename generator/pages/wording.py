"""The fixed words around what the sources say: counts, dates, lists. Plain strings, not yet escaped."""

from __future__ import annotations

from collections.abc import Iterable

from ..text.edtf import Edtf, parse_edtf

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
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_DOUBT = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
_OPEN = ("", "..")
_LONG_WORD = 9  # characters, with its space: half as long again as an ordinary word of a title


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `3 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def span(least: int, most: int, one: str) -> str:
    """`2 origins`, `1 to 3 origins`."""
    return count(least, one) if most <= least else f"{least:,} to {count(most, one)}"


def listing(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    all_words = list(words)
    if len(all_words) < 2:
        return "".join(all_words)
    return f"{', '.join(all_words[:-1])} and {all_words[-1]}"


def format_date(edtf: str | None, unknown: str = "undated") -> str:
    """An EDTF date as a reader writes it: `7 October 2020`, `spring 2020`, `7 October, year not given`, `about 2020`,
    `the 2020s`, `6–8 October 2020`. What is no EDTF date is given as it is."""
    if not edtf:
        return unknown
    first, slash, last = edtf.partition("/")
    if not slash or first == last:
        return _one(first)
    if first in _OPEN or last in _OPEN:
        return f"from {_one(first)}" if last in _OPEN else f"until {_one(last)}"
    return _interval(parse_edtf(first), parse_edtf(last)) or edtf


def year(edtf: str | None) -> str:
    """The year in which an EDTF date lies or begins, `2020` or `the 2020s`; "" where none is known."""
    first = next((made for part in (edtf or "").split("/") if (made := parse_edtf(part))), None)
    return _year(first.year) if first and first.year != "XXXX" else ""


def _one(edtf: str) -> str:
    made = parse_edtf(edtf)
    return _whole(made) if made else edtf


def _interval(first: Edtf | None, last: Edtf | None) -> str | None:
    """From one date to another; what both share is said once, behind the last."""
    if not first or not last:
        return None
    end = _whole(last)
    if not _in_one_year(first, last):
        return f"{_whole(first)} to {end}"
    if first.day and last.day and first.month == last.month:
        return f"{first.day}–{end}"
    return f"{_point(first, '')} to {end}"


def _in_one_year(first: Edtf, last: Edtf) -> bool:
    """Whether two dates are so surely of one year, and so closely known, that the year need be said once only."""
    return first.year == last.year and bool(first.month and last.month) and not (first.doubt or last.doubt)


def _whole(made: Edtf) -> str:
    return _DOUBT[made.doubt] + _point(made, _year(made.year))


def _point(made: Edtf, year: str) -> str:
    """Day, month or season, and `year`, as far as they are known."""
    if not made.month:
        return year
    name = _SEASONS.get(made.month) or _MONTHS[made.month - 1]
    return (f"{made.day} {name}" if made.day else name) + (year and (" " if year.isdigit() else ", ") + year)


def _year(year: str) -> str:
    """`2020`, `the 2020s`, `between 2000 and 2099`, `year not given`."""
    known = year.rstrip("X")
    if known == year:
        return year
    if len(known) == 3:
        return f"the {known}0s"
    return f"between {known}00 and {known}99" if known else "year not given"


def shorten(text: str, words: int) -> str:
    """The first `words` words of a title, fewer where they are very long, with an ellipsis where some are left out. A
    word is cut only where it is too long for all of them."""
    most = words * _LONG_WORD
    parts = text.split()
    if len(parts) <= words and len(text) <= most:
        return text
    kept = " ".join(parts[:words])
    if len(kept) > most:
        kept = kept[: most + 1].rpartition(" ")[0] or kept[:most]
    kept = kept.rstrip(",;:–-")
    return (kept.replace("[", "", 1) if kept.count("[") > kept.count("]") else kept) + "…"


def sentence(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]
