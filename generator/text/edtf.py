"""Dates as the Extended Date/Time Format writes them (ISO 8601-2, Library of Congress EDTF, levels 0 and 1)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]*)?)?\s*(?:Z|[-+][0-9:]{1,6})?"
_TIME = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}})[Tt \t]+{_CLOCK}")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date in its parts. `year` may end in `X`, for a decade, a century or an unknown year (`202X`, `20XX`, `XXXX`);
    a `month` from 21 to 24 is a season, spring first; `doubt` is "?" uncertain, "~" approximate, "%" both, or ""."""

    year: str
    month: int | None
    day: int | None
    doubt: str


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> Edtf | None:
    """The parts of one EDTF date, or of one with a time of day; None for every other text. `XX` is no part."""
    normal = normal_date(text)
    found = _DATE.fullmatch(normal) if normal else None
    if found is None:
        return None
    month, day = (int(part) if part and part != "XX" else None for part in found.group(2, 3))
    return Edtf(found[1], month, day, found[4])


def normal_date(text: str) -> str | None:
    """`text` where it is an EDTF date of the calendar; the date alone of a date with a time of day; else None."""
    timed = _TIME.fullmatch(text)
    if timed:
        text = f"{timed[1]}-{int(timed[2]):02}-{int(timed[3]):02}"
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day, _ = found.groups()
    if (year == "XXXX" and month is None) or year == "0000":
        return None
    return text if _in_calendar(year, month, day) else None


def is_edtf(text: str) -> bool:
    """Whether `text` is an EDTF date of the calendar, or two with a slash between them: from one to the other."""
    parts = text.split("/")
    return len(parts) <= 2 and all(_DATE.fullmatch(part) and normal_date(part) for part in parts)


def _in_calendar(year: str, month: str | None, day: str | None) -> bool:
    if month is None:
        return True
    if month == "XX":
        return day in (None, "XX")
    if day is None and 21 <= int(month) <= 24:  # seasons
        return True
    if not 1 <= int(month) <= 12:
        return False
    if day is None or day == "XX":
        return True
    longest = calendar.monthrange(int(year) if year.isdigit() else 2000, int(month))[1]
    return 1 <= int(day) <= longest
