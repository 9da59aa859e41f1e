"""What a date expression says, before anything is known of the day on which its source was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tense = Literal["past", "ahead", "open"]  # a date, beside the day of its source; "open": the words do not tell
Step = Literal["last", "this", "next", ""]
WeekPart = Literal["early", "late", ""]
CalendarUnit = Literal["day", "week", "weekend", "month", "year"]


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, "Friday" or "next Friday": the nearest one before or after the source's own day. Monday is 0."""

    number: int
    step: Step = ""


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month without a year: "in May", "last May"."""

    month: int
    step: Step = ""


@dataclass(frozen=True, slots=True)
class InYear:
    """A month or a day of a year so many `years` from the source's own: "May last year"."""

    years: int
    month: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Units:
    """So many calendar units from the source's own: "yesterday", "last week", "two years ago", "within three days"; the
    `part` of a week is its days from Monday, or those up to Sunday."""

    unit: CalendarUnit
    count: int
    part: WeekPart = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The one that is nearest to the source's own day: "at the weekend", "since midyear"."""

    what: Literal["weekend", "midyear"]


@dataclass(frozen=True, slots=True)
class Tied:
    """So many units after an event, before it where `count` is below 0: "two days after the quake"; without the words
    of an `event` after the date told just before: "the next year"."""

    count: int
    unit: Literal["day", "year"]
    event: str = ""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Some time before an `event`, or soon: "ahead of the Games", "in the coming days"."""

    event: str = ""


Relative = Weekday | MonthName | InYear | Units | Nearest | Tied | Upcoming


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression, at `start:end` of the sentence's paragraph. `value` is EDTF where the words alone give one
    (`2020-10-07`, `XXXX-10-07`), else None and `relative` says what is to be resolved. `year_from` are the words of the
    same sentence that gave `value` its year, `editor` who gave it as a correction."""

    sentence: int
    start: int
    end: int
    text: str
    value: str | None
    relative: Relative | None = None
    tense: Tense = "past"
    year_from: str | None = None
    editor: str | None = None
