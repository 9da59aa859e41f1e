"""From the words of a date expression and the day of its source to an EDTF date. No anchor, no year: what cannot be
known for certain stays None, or keeps its year unknown."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ...model import Analysis, DateMention, InYear, MonthName, Nearest, Relative, Tense, Units, Weekday, WeekPart

_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_KNOWN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LEAD = 2  # sentences that open a report
_SIDE = 183  # days: where the words tell past or future, a day without a year is the one within half a year
_FEW = 3  # days
_NEAR = 60  # days: where they do not, the one within two months


def resolve(mention: DateMention, published: str | None) -> str | None:
    """The EDTF date of `mention` in a source of the day `published` (EDTF, or None where that is not known); None too
    where it would lie outside the years 1 to 9999, as beside the empty date 0001-01-01 that some systems write."""
    try:
        return _resolved(mention, published)
    except OverflowError:
        return None


def _resolved(mention: DateMention, published: str | None) -> str | None:
    if mention.editor:
        return mention.value
    if mention.value is not None:
        return _with_year(mention.value, published, mention.tense)
    relative, day = mention.relative, full_day(published)
    if isinstance(relative, MonthName):
        return _month(relative, published, mention.tense)
    if isinstance(relative, Units):
        return _units(relative, published)
    if isinstance(relative, InYear):
        return _in_year(relative, published)
    if isinstance(relative, Weekday) and day:
        return _weekday(relative, day, mention.tense)
    if isinstance(relative, Nearest):
        return _weekend(day, mention.tense) if relative.what == "weekend" else _midyear(published)
    return None


def day_of_writing(analysis: Analysis) -> str | None:
    """The day of a source by the calendar of its writer: the day of publication, or the one after it where the report
    opens with what happened on the weekday of that. Agencies date by one clock for the whole world."""
    published = analysis.article.metadata.published
    day = full_day(published)
    if day is None:
        return published
    for mention in analysis.dates:
        if mention.sentence >= _LEAD:
            break
        told = mention.relative
        if isinstance(told, Weekday) and not told.step and mention.tense != "ahead":
            return shifted(day.isoformat(), int((told.number - day.weekday()) % 7 == 1))
    return published


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


def _in_year(told: InYear, published: str | None) -> str | None:
    if not published or not re.match(r"\d{4}", published):
        return None
    year = _year(int(published[:4]) + told.years)
    return f"{year}-{told.month:02}" + (f"-{told.day:02}" if told.day else "")


def _midyear(published: str | None) -> str | None:
    """The year of a source that may look back on the middle of it."""
    return published[:4] if published and re.match(r"\d{4}-(?:0[789]|1[012])", published) else None


def _units(told: Units, published: str | None) -> str | None:
    if not published or not _KNOWN.fullmatch(published):
        return None
    if told.unit == "year":
        return _year(int(published[:4]) + told.count)
    if told.unit == "month" and len(published) >= 7:
        months = int(published[:4]) * 12 + int(published[5:7]) - 1 + told.count
        return f"{_year(months // 12)}-{months % 12 + 1:02}"
    day = full_day(published)
    if day is None:
        return None
    return (day + timedelta(days=told.count)).isoformat() if told.unit == "day" else _week(told, day)


_MONDAY_TO_SUNDAY, _WEEKEND, _SUNDAY = (0, 6), (5, 6), 6
_PARTS: dict[WeekPart, tuple[int, int]] = {"": _MONDAY_TO_SUNDAY, "early": (0, 2), "late": (3, 6)}


def _week(told: Units, day: date) -> str | None:
    if told.unit == "week" and told.count == -1 and day.weekday() == _SUNDAY:
        return None  # the week that ends today, or the one before it
    return _days(day, told.count, _WEEKEND if told.unit == "weekend" else _PARTS[told.part])


def _days(day: date, weeks: int, part: tuple[int, int]) -> str:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return "/".join((monday + timedelta(days=number)).isoformat() for number in part)


def _weekend(day: date | None, tense: Tense) -> str | None:
    """“At the weekend”: the one behind a weekday, or ahead of it; on a weekend either may be meant."""
    if day is None or day.weekday() >= _WEEKEND[0]:
        return None
    return _days(day, 0 if tense == "ahead" else -1, _WEEKEND)


def _weekday(told: Weekday, day: date, tense: Tense) -> str | None:
    """The weekday next to `day`, in its past or its future, the day itself counted; where the words do not tell
    which, the nearer one, and none where both are far."""
    back, ahead = (day.weekday() - told.number) % 7, (told.number - day.weekday()) % 7
    if told.step == "next":
        return (day + timedelta(days=ahead or 7)).isoformat()
    if told.step == "last":
        return (day - timedelta(days=back or 7)).isoformat()
    if tense == "open" and back > _FEW:
        return (day + timedelta(days=ahead)).isoformat() if ahead < _FEW else None
    return (day + timedelta(days=ahead if tense == "ahead" else -back)).isoformat()


def _month(told: MonthName, published: str | None, tense: Tense) -> str | None:
    """A month without a year: the last one that has begun, or the next where it is announced."""
    if not published or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", published):
        return f"XXXX-{told.month:02}"
    now = int(published[5:7])
    if not told.step and tense == "open" and told.month != now:
        return f"XXXX-{told.month:02}"
    return f"{_year(int(published[:4]) + _years_off(told, now, tense))}-{told.month:02}"


def _years_off(told: MonthName, now: int, tense: Tense) -> int:
    """How many years from that of a source of the month `now` the month lies that its words mean."""
    if told.step == "this":
        return 0
    if told.step == "next":
        return int(told.month <= now)
    if told.step == "last":
        return -int(told.month >= now)
    return int(told.month < now) if tense == "ahead" else -int(told.month > now)


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


def on_weekday(relative: Relative | None, edtf: str) -> bool:
    """Whether a day can be the weekday that an expression names, if it names one."""
    day = full_day(edtf)
    return not isinstance(relative, Weekday) or day is None or day.weekday() == relative.number


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
