"""What the words of a date expression say by themselves: one reader a kind of expression."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from typing import NamedTuple

from ...model import (
    CalendarUnit,
    InYear,
    MonthName,
    Nearest,
    Relative,
    Step,
    Tense,
    Tied,
    Units,
    Upcoming,
    Weekday,
    WeekPart,
)
from ...text.words import word_set

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EXACT = 12  # "three months ago" is counted, "forty years ago" is a round number
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


class Reading(NamedTuple):
    """What the words of an expression say by themselves: EDTF, or what is still to be resolved; and whether it lies
    behind or ahead, where they tell. One that `only_ahead` is no date where the verb looks back; one that `goes_on` is
    one only right behind another date."""

    value: str | None
    relative: Relative | None = None
    tense: Tense | None = None
    only_ahead: bool = False
    goes_on: bool = False


Reader = Callable[[re.Match[str]], Reading | None]


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or its first three letters."""
    return [month[:3] for month in MONTHS].index(word[:3].lower()) + 1


def day(found: re.Match[str]) -> Reading | None:
    """Reads "7 October 2020", "October 6-7", "the 7th of October"."""
    month, day, year = month_number(found["month"]), int(found["day"]), found["year"] or "XXXX"
    longest = calendar.monthrange(int(year) if found["year"] else 2000, month)[1]
    last = int(found.groupdict().get("last") or 0)
    if found.groupdict().get("first"):  # "6-7 October"
        day, last = int(found["first"]), day
    if day > longest or (last and not day < last <= longest):
        return None
    value = f"{year}-{month:02}-{day:02}"
    return Reading(f"{value}/{year}-{month:02}-{last:02}" if last else value)


def iso(found: re.Match[str]) -> Reading | None:
    """Reads "2020-10-07"."""
    year, month, day = map(int, found.group().split("-"))
    ok = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return Reading(found.group()) if ok else None


def month_year(found: re.Match[str]) -> Reading:
    """Reads "May 2019", "early May 2019"."""
    return Reading(f"{found['year']}-{month_number(found['month']):02}")


_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}


def season_year(found: re.Match[str]) -> Reading:
    """Reads "summer of 2018"."""
    return Reading(f"{found['year']}-{_SEASONS[found['season'].lower()]}")


def bare_month(found: re.Match[str]) -> Reading:
    """Reads "in March", "last November"."""
    how = (found["how"] or "").lower()
    return Reading(None, MonthName(month_number(found["month"]), _STEPS.get(how, "")), _TENSES.get(how))


def month_of_year(found: re.Match[str]) -> Reading:
    """Reads "May last year", "May 3 of last year"."""
    how, number = found["how"].lower(), found.groupdict().get("day")
    month = month_number(found["month"])
    return Reading(None, InYear(_COUNTS[how], month, int(number) if number else None), _TENSES.get(how))


def span(found: re.Match[str]) -> Reading | None:
    """From one year, or month of a year, to another."""
    first, last = found["first"], found["year"]
    if found.groupdict().get("month"):
        first, last = f"{first}-{month_number(found['from']):02}", f"{last}-{month_number(found['month']):02}"
    return Reading(f"{first}/{last}") if first < last else None


def shared_year(found: re.Match[str]) -> Reading:
    """The first month of "in May and June 2019"."""
    return Reading(f"{found['year']}-{month_number(found['from']):02}")


def decade(found: re.Match[str]) -> Reading:
    """Reads "the 1990s"."""
    return Reading(f"{found['decade']}X")


def year(found: re.Match[str]) -> Reading:
    """Reads "in 2019", "as far back as 1990"."""
    return Reading(found["year"])


def one_more_year(found: re.Match[str]) -> Reading:
    """Reads The second year of "in 2005 and 2006"."""
    return Reading(found["year"], goes_on=True)


def weekday(found: re.Match[str]) -> Reading:
    """Reads "Friday", "late Friday", "next Friday"."""
    how, number = (found["how"] or "").lower(), _weekday_number(found["weekday"].lower())
    return Reading(None, Weekday(number, _STEPS.get(how, "")), _TENSES.get(how))


_NAMED_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def named_day(found: re.Match[str]) -> Reading:
    """Reads "yesterday", "tonight"."""
    words = " ".join(found.group().lower().split())
    ahead = words in ("tomorrow", "later today", "tonight")
    return Reading(None, Units("day", _NAMED_DAYS.get(words, 0)), "ahead" if ahead else None)


_STEPS: dict[str, Step] = {"last": "last", "this": "this", "next": "next", "coming": "next"}
_COUNTS = {"last": -1, "this": 0, "the": 0, "next": 1}
_TENSES: dict[str, Tense] = {"last": "past", "next": "ahead", "coming": "ahead"}
_UNITS: dict[str, CalendarUnit] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "year": "year",
}  # fmt: skip
_WEEK_PARTS: dict[str, WeekPart] = {"early": "early", "late": "late"}


def unit(found: re.Match[str]) -> Reading | None:
    """Reads "last week", "later this month", "by the end of the year"."""
    how, part, unit = found["step"].lower(), (found["part"] or "").lower(), found["unit"]
    ahead = part == "later" or "end of" in part
    if (how == "the" and not ahead) or unit.istitle():
        return None  # "the year" alone is no date, "This Week" is a programme
    tense = _TENSES.get(how) or ("ahead" if ahead else None)
    side = _WEEK_PARTS.get(part, "") if unit.lower() == "week" else ""
    return Reading(None, Units(_UNITS[unit.lower()], _COUNTS[how], side), tense)


def at_weekend(found: re.Match[str]) -> Reading:
    """Reads "at the weekend"."""
    return Reading(None, Nearest("weekend"))


def _count(word: str) -> int:
    return 1 if word.lower() in ("a", "the") else NUMBERS.get(word.lower()) or int(word)


def ago(found: re.Match[str]) -> Reading | None:
    """Reads "two years ago"."""
    count = _count(found["count"])
    return Reading(None, Units(_UNITS[found["unit"].lower()], -count), "past") if count <= _EXACT else None


def in_time(found: re.Match[str]) -> Reading | None:
    """A time that runs out, "within the next two weeks", is told by its last day."""
    count, unit = _count(found["count"]), _UNITS[found["unit"].lower()]
    last = Units("day", count * 7) if unit == "week" else Units(unit, count)
    return Reading(None, last, "ahead", only_ahead=True)


def year_beside(found: re.Match[str]) -> Reading:
    """Reads "the next year", "a year earlier"."""
    before = found["which"].lower() in ("previous", "prior", "before", "earlier")
    return Reading(None, Tied(-1 if before else 1, "year"))


def beside(found: re.Match[str]) -> Reading:
    """Reads "two days after the quake"."""
    count = _count(found["count"]) * (1 if found["side"].lower() == "after" else -1)
    return Reading(None, Tied(count, "day", event_words(found["event"])))


def eve(found: re.Match[str]) -> Reading:
    """Reads "on the eve of the vote"."""
    return Reading(None, Tied(-1, "day", event_words(found["event"])))


def neighbour(found: re.Match[str]) -> Reading:
    """Reads "the next day"."""
    return Reading(None, Tied(-1 if found["which"].lower() in ("previous", "day before") else 1, "day"))


def ahead(found: re.Match[str]) -> Reading | None:
    """Reads "ahead of the Lund Games"."""
    event = event_words(found["event"])
    named = any(word[:1].isupper() for word in event.split())
    return Reading(None, Upcoming(event), "ahead") if named else None


def soon(found: re.Match[str]) -> Reading:
    """Reads "in the coming days"."""
    return Reading(None, Upcoming(), "ahead")


def midyear(found: re.Match[str]) -> Reading:
    """Reads "since midyear"."""
    return Reading(None, Nearest("midyear"))


# Where the name of an event ends: at a verb, or at a preposition that begins something else.
_EVENT_STOP = word_set(
    "to in at on which who where when that as and or but by with from into over amid said says was were is are "
    "has have had will would could saw came took while after before during"
)


def event_words(run: str) -> str:
    """The noun phrase at the start of `run`: of "the second meeting in Rome to sign" it is "the second meeting"."""
    kept: list[str] = []
    for word in run.split():
        if word.lower() in _EVENT_STOP:
            break
        kept.append(word)
    return " ".join(kept).rstrip(".")


def _slips() -> dict[str, str]:
    """Weekdays that lack a letter: "Thurday", "Wednsday"."""
    return {(day[:n] + day[n + 1 :]).capitalize(): day for day in WEEKDAYS for n in range(1, len(day) - 3)}


SLIPS = _slips()


def _weekday_number(word: str) -> int:
    return WEEKDAYS.index(SLIPS.get(word.capitalize(), word))
