"""What the words of a date expression say by themselves: one reader a kind of expression.

`relative` of a reading is one of

    weekday:N  last-weekday:N  next-weekday:N        Monday is 0; the nearest one before, or after, the source's own day
    day:N  week:N  weekend:N  month:N  year:N        so many calendar units from the source's own
    early-week:N  late-week:N  at-weekend            the days from Monday, or up to Sunday; the weekend that is nearest
    month-name:MM  last-…  this-…  next-…            a month without a year
    year:N-MM  year:N-MM-DD                          a month or a day of the year so many years from the source's own
    year-after:  year-before:                        counted from the year told before it
    midyear                                          the middle of the source's year
    day-after:WORDS  day-before:WORDS  3-days-after:WORDS
                                                     tied to what WORDS name; without words, to the date told before it
    ahead:WORDS  soon                                some time before what WORDS name; in the days to come
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from typing import NamedTuple

from ...model import Tense
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
    relative: str | None = None
    tense: Tense | None = None
    only_ahead: bool = False
    goes_on: bool = False


Reader = Callable[[re.Match[str]], Reading | None]


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or its first three letters."""
    return [month[:3] for month in MONTHS].index(word[:3].lower()) + 1


def day(found: re.Match[str]) -> Reading | None:
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
    year, month, day = map(int, found.group().split("-"))
    ok = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return Reading(found.group()) if ok else None


def month_year(found: re.Match[str]) -> Reading:
    return Reading(f"{found['year']}-{month_number(found['month']):02}")


_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}


def season_year(found: re.Match[str]) -> Reading:
    return Reading(f"{found['year']}-{_SEASONS[found['season'].lower()]}")


def bare_month(found: re.Match[str]) -> Reading:
    how = (found["how"] or "").lower()
    prefix = f"{how}-" if how in ("last", "this", "next") else ""
    return Reading(None, f"{prefix}month-name:{month_number(found['month']):02}", _TENSES.get(how))


def month_of_year(found: re.Match[str]) -> Reading:
    how, day = found["how"].lower(), found.groupdict().get("day")
    month = f"{month_number(found['month']):02}" + (f"-{int(day):02}" if day else "")
    return Reading(None, f"year:{_STEPS[how]}-{month}", _TENSES.get(how))


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
    return Reading(f"{found['decade']}X")


def year(found: re.Match[str]) -> Reading:
    return Reading(found["year"])


def one_more_year(found: re.Match[str]) -> Reading:
    return Reading(found["year"], goes_on=True)


def weekday(found: re.Match[str]) -> Reading:
    how, number = (found["how"] or "").lower(), _weekday_number(found["weekday"].lower())
    if how in ("next", "coming"):
        return Reading(None, f"next-weekday:{number}", "ahead")
    return Reading(None, f"{'last-' if how == 'last' else ''}weekday:{number}", _TENSES.get(how))


_NAMED_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def named_day(found: re.Match[str]) -> Reading:
    words = " ".join(found.group().lower().split())
    ahead = words in ("tomorrow", "later today", "tonight")
    return Reading(None, f"day:{_NAMED_DAYS.get(words, 0)}", "ahead" if ahead else None)


_STEPS = {"last": -1, "this": 0, "the": 0, "next": 1}
_TENSES: dict[str, Tense] = {"last": "past", "next": "ahead"}


def unit(found: re.Match[str]) -> Reading | None:
    how, part, unit = found["step"].lower(), (found["part"] or "").lower(), found["unit"]
    ahead = part == "later" or "end of" in part
    if (how == "the" and not ahead) or unit.istitle():
        return None  # "the year" alone is no date, "This Week" is a programme
    tense = _TENSES.get(how) or ("ahead" if ahead else None)
    side = f"{part}-" if unit.lower() == "week" and part in ("early", "late") else ""
    return Reading(None, f"{side}{unit.lower()}:{_STEPS[how]}", tense)


def at_weekend(found: re.Match[str]) -> Reading:
    return Reading(None, "at-weekend")


def _count(word: str) -> int:
    return 1 if word.lower() in ("a", "the") else NUMBERS.get(word.lower()) or int(word)


def ago(found: re.Match[str]) -> Reading | None:
    count, unit = _count(found["count"]), found["unit"].lower()
    return Reading(None, f"{unit}:-{count}", "past") if count <= _EXACT else None


def in_time(found: re.Match[str]) -> Reading | None:
    """A time that runs out, "within the next two weeks", is told by its last day."""
    count, unit = _count(found["count"]), found["unit"].lower()
    if unit == "week":
        count, unit = count * 7, "day"
    return Reading(None, f"{unit}:{count}", "ahead", only_ahead=True)


def year_beside(found: re.Match[str]) -> Reading:
    before = found["which"].lower() in ("previous", "prior", "before", "earlier")
    return Reading(None, f"year-{'before' if before else 'after'}:")


def beside(found: re.Match[str]) -> Reading:
    count = _count(found["count"])
    unit = "day" if count == 1 else f"{count}-days"
    return Reading(None, f"{unit}-{found['side'].lower()}:{event_words(found['event'])}")


def eve(found: re.Match[str]) -> Reading:
    return Reading(None, f"day-before:{event_words(found['event'])}")


def neighbour(found: re.Match[str]) -> Reading:
    return Reading(None, f"day-{'before' if found['which'].lower() in ('previous', 'day before') else 'after'}:")


def ahead(found: re.Match[str]) -> Reading | None:
    event = event_words(found["event"])
    named = any(word[:1].isupper() for word in event.split())
    return Reading(None, f"ahead:{event}", "ahead") if named else None


def soon(found: re.Match[str]) -> Reading:
    return Reading(None, "soon", "ahead")


def midyear(found: re.Match[str]) -> Reading:
    return Reading(None, "midyear")


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
