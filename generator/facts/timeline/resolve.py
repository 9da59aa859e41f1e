"""From the words of a date expression and the day of its source to an EDTF date. No anchor, no year: what cannot be
known for certain stays None, or keeps its year unknown."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ...model import DateMention, Tense

_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_SIDE = 183  # days: where the words tell past or future, a day without a year is the one within half a year
_FEW = 3  # days
_NEAR = 60  # days: where they do not, the one within two months
_UNIT = re.compile(r"(day|week|weekend|month|year|early-week|late-week):([+-]?\d+)")
_IN_YEAR = re.compile(r"year:([+-]?\d+)-(\d\d(?:-\d\d)?)")
_WEEKDAY = re.compile(r"(last-|next-)?weekday:(\d)")
_MONTH_NAME = re.compile(r"(last-|this-|next-)?month-name:(\d\d)")


def resolve(mention: DateMention, published: str | None) -> str | None:
    """The EDTF date of `mention` in a source of the day `published` (EDTF, or None where that is not known); None too
    where it would lie outside the years 1 to 9999, as beside the empty date 0001-01-01 that some systems write."""
    try:
        return _resolved(mention, published)
    except OverflowError:
        return None


def _resolved(mention: DateMention, published: str | None) -> str | None:
    if mention.value is not None:
        return _with_year(mention.value, published, mention.tense)
    relative = mention.relative or ""
    unit = _UNIT.fullmatch(relative)
    if unit:
        return _unit(unit[1], int(unit[2]), published)
    weekday = _WEEKDAY.fullmatch(relative)
    day = full_day(published)
    if weekday and day:
        return _weekday(day, int(weekday[2]), weekday[1] or "", mention.tense)
    month = _MONTH_NAME.fullmatch(relative)
    if month:
        return _month(int(month[2]), month[1] or "", published, mention.tense)
    inside = _IN_YEAR.fullmatch(relative)
    if inside and published and re.match(r"\d{4}", published):
        return f"{_year(int(published[:4]) + int(inside[1]))}-{inside[2]}"
    if relative == "at-weekend" and day:
        return _weekend(day, mention.tense)
    if relative == "midyear" and published and re.match(r"\d{4}-(?:0[789]|1[012])", published):
        return published[:4]
    return None


def full_day(edtf: str | None) -> date | None:
    """The day of an EDTF date that is known to the day without doubt; None for every other, and for year 0."""
    if not edtf or not _FULL.fullmatch(edtf) or edtf.startswith("0000"):
        return None
    return date.fromisoformat(edtf)


def _year(number: int) -> str:
    """A year as EDTF writes it. Raises OverflowError outside 1 to 9999, as the days of `datetime` do."""
    if not 1 <= number <= 9999:
        raise OverflowError(number)
    return f"{number:04}"


def _with_year(value: str, published: str | None, tense: Tense) -> str:
    """`value` with the year that its source's day gives a day or a month without one."""
    day = full_day(published)
    if "XXXX" not in value or day is None:
        return value
    found = re.match(r"XXXX-(\d\d)-(\d\d)", value)
    if not found:
        return value
    year = _nearest(day, int(found[1]), int(found[2]), tense)
    return value.replace("XXXX", f"{year:04}") if year else value


def _nearest(day: date, month: int, number: int, tense: Tense) -> int | None:
    """The year in which month and number lie next to `day`, on the side where they must lie; None in doubt."""
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            gap = (date(year, month, number) - day).days
        except ValueError:
            continue
        if _LEAST[tense] <= gap <= _MOST[tense]:
            return year
    return None


_LEAST: dict[Tense, int] = {"past": -_SIDE, "ahead": 0, "open": -_NEAR}
_MOST: dict[Tense, int] = {"past": 0, "ahead": _SIDE, "open": _NEAR}


def _unit(unit: str, step: int, published: str | None) -> str | None:
    if not published or not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", published):
        return None
    if unit == "year":
        return _year(int(published[:4]) + step)
    if unit == "month" and len(published) >= 7:
        count = int(published[:4]) * 12 + int(published[5:7]) - 1 + step
        return f"{_year(count // 12)}-{count % 12 + 1:02}"
    day = full_day(published)
    if day is None:
        return None
    if unit == "day":
        return (day + timedelta(days=step)).isoformat()
    if step == -1 and unit != "weekend" and day.weekday() == _SUNDAY:
        return None  # the week that ends today, or the one before it
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
    first, last = _PARTS[unit]
    return _days(monday, first, last)


_SUNDAY = 6
_PARTS = {"week": (0, 6), "weekend": (5, 6), "early-week": (0, 2), "late-week": (3, 6)}  # days of a week


def _days(monday: date, first: int, last: int) -> str:
    return f"{(monday + timedelta(days=first)).isoformat()}/{(monday + timedelta(days=last)).isoformat()}"


def _weekend(day: date, tense: Tense) -> str | None:
    """“At the weekend”: the one behind a weekday, or ahead of it; on a weekend either may be meant."""
    if day.weekday() >= _PARTS["weekend"][0]:
        return None
    monday = day - timedelta(days=day.weekday())
    return _days(monday if tense == "ahead" else monday - timedelta(weeks=1), *_PARTS["weekend"])


def _weekday(day: date, number: int, how: str, tense: Tense) -> str | None:
    """The weekday next to `day`, in its past or its future, the day itself counted; where the words do not tell
    which, the nearer one, and none where both are far."""
    if how == "next-" or tense == "ahead":
        ahead = (number - day.weekday()) % 7
        return (day + timedelta(days=ahead or (7 if how == "next-" else 0))).isoformat()
    back = (day.weekday() - number) % 7
    if tense == "open" and not how and back > _FEW:
        return (day + timedelta(days=7 - back)).isoformat() if 7 - back < _FEW else None
    return (day - timedelta(days=back or (7 if how == "last-" else 0))).isoformat()


def _month(month: int, how: str, published: str | None, tense: Tense) -> str | None:
    """A month without a year: the last one that has begun, or the next where it is announced."""
    if not published or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", published):
        return f"XXXX-{month:02}"
    year, now = int(published[:4]), int(published[5:7])
    if how == "this-":
        return f"{_year(year)}-{month:02}"
    if how == "next-" or tense == "ahead":
        return f"{_year(year + (month <= now if how == 'next-' else month < now))}-{month:02}"
    if tense == "open" and month != now:
        return f"XXXX-{month:02}"
    return f"{_year(year - (month > now if how != 'last-' else month >= now))}-{month:02}"


def compatible(one: str | None, other: str) -> bool:
    """Whether two dates can be one day: equal, or equal but for an unknown year."""
    if one is None or one == other:
        return True
    return "XXXX" in (one[:4], other[:4]) and one[4:] == other[4:]


def contains(wide: str | None, narrow: str | None) -> bool:
    """Whether one EDTF date, a week, a month or a year, holds another that tells more exactly when."""
    if not wide or not narrow or wide == narrow or "X" in wide + narrow:
        return False
    if "/" in wide:
        first, last = wide.split("/")
        return len(narrow) == len(first) and first <= narrow <= last
    return "/" not in narrow and narrow.startswith(f"{wide}-")


def on_weekday(relative: str | None, edtf: str) -> bool:
    """Whether a day can be the weekday that an expression names, if it names one."""
    found, day = _WEEKDAY.fullmatch(relative or ""), full_day(edtf)
    return not found or day is None or day.weekday() == int(found[2])


def shifted(edtf: str, days: int) -> str | None:
    """The day `days` after a full date; None for any other date, and past the years 1 to 9999."""
    day = full_day(edtf)
    try:
        return (day + timedelta(days=days)).isoformat() if day else None
    except OverflowError:
        return None


def starts(edtf: str) -> str:
    """A key that sorts EDTF dates by where they begin; unknown years come last."""
    return re.sub(r"[?~%]$", "", edtf.split("/")[0]).replace("X", "~" if edtf.startswith("XXXX") else "0")
