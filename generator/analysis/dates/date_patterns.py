"""The date expressions of English news prose: one pattern a kind, and what its words alone say.

Patterns of our own, because every library that was tried reads dates into prose ("we" as Wednesday, the verb "may" as
a month). `relative` of a reading is one of

    weekday:N  last-weekday:N  next-weekday:N        Monday is 0; the nearest one before, or after, the source's own day
    day:N  week:N  weekend:N  month:N  year:N        so many calendar units from the source's own
    month-name:MM  last-…  this-…  next-…            a month without a year
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

from ...text.words import word_set

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


class Reading(NamedTuple):
    """What the words of an expression say by themselves: EDTF, or what is still to be resolved."""

    value: str | None
    relative: str | None = None
    planned: bool = False


Reader = Callable[[re.Match[str]], Reading | None]


class Pattern(NamedTuple):
    """A kind of expression. `cues` are letters one of which a lower-cased sentence holds wherever `regex` finds
    something: a cheap look that spares most sentences the search."""

    cues: tuple[str, ...]
    regex: re.Pattern[str]
    read: Reader


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or its first three letters."""
    return [month[:3] for month in MONTHS].index(word[:3].lower()) + 1


def _day(found: re.Match[str]) -> Reading | None:
    month, day, year = month_number(found["month"]), int(found["day"]), found["year"] or "XXXX"
    longest = calendar.monthrange(int(year) if found["year"] else 2000, month)[1]
    last = int(found.groupdict().get("last") or 0)
    if found.groupdict().get("first"):  # "6-7 October"
        day, last = int(found["first"]), day
    if day > longest or (last and not day < last <= longest):
        return None
    value = f"{year}-{month:02}-{day:02}"
    return Reading(f"{value}/{year}-{month:02}-{last:02}" if last else value)


def _iso(found: re.Match[str]) -> Reading | None:
    year, month, day = map(int, found.group().split("-"))
    ok = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return Reading(found.group()) if ok else None


def _month_year(found: re.Match[str]) -> Reading:
    return Reading(f"{found['year']}-{month_number(found['month']):02}")


_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}


def _season_year(found: re.Match[str]) -> Reading:
    return Reading(f"{found['year']}-{_SEASONS[found['season'].lower()]}")


def _bare_month(found: re.Match[str]) -> Reading:
    how = (found["how"] or "").lower()
    prefix = f"{how}-" if how in ("last", "this", "next") else ""
    return Reading(None, f"{prefix}month-name:{month_number(found['month']):02}", how == "next")


def _decade(found: re.Match[str]) -> Reading:
    return Reading(f"{found['decade']}X")


def _year(found: re.Match[str]) -> Reading:
    return Reading(found["year"])


def _weekday(found: re.Match[str]) -> Reading:
    how, number = (found["how"] or "").lower(), WEEKDAYS.index(found["weekday"].lower())
    if how in ("next", "coming"):
        return Reading(None, f"next-weekday:{number}", True)
    return Reading(None, f"{'last-' if how == 'last' else ''}weekday:{number}")


_NAMED_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def _named_day(found: re.Match[str]) -> Reading:
    words = " ".join(found.group().lower().split())
    return Reading(None, f"day:{_NAMED_DAYS.get(words, 0)}", words in ("tomorrow", "later today", "tonight"))


_STEPS = {"last": -1, "this": 0, "the": 0, "next": 1}


def _unit(found: re.Match[str]) -> Reading | None:
    step, part = _STEPS[found["step"].lower()], (found["part"] or "").lower()
    ahead = part == "later" or "end of" in part
    if found["step"].lower() == "the" and not ahead:
        return None  # "the year" alone is no date
    return Reading(None, f"{found['unit'].lower()}:{step}", step == 1 or (ahead and step == 0))


def _count(word: str) -> int:
    return 1 if word.lower() in ("a", "the") else NUMBERS.get(word.lower()) or int(word)


def _ago(found: re.Match[str]) -> Reading:
    return Reading(None, f"{found['unit'].lower()}:-{_count(found['count'])}")


def _beside(found: re.Match[str]) -> Reading:
    count = _count(found["count"])
    unit = "day" if count == 1 else f"{count}-days"
    return Reading(None, f"{unit}-{found['side'].lower()}:{event_words(found['event'])}")


def _eve(found: re.Match[str]) -> Reading:
    return Reading(None, f"day-before:{event_words(found['event'])}")


def _neighbour(found: re.Match[str]) -> Reading:
    return Reading(None, f"day-{'before' if found['which'].lower() in ('previous', 'day before') else 'after'}:")


def _ahead(found: re.Match[str]) -> Reading | None:
    event = event_words(found["event"])
    named = any(word[:1].isupper() for word in event.split())
    return Reading(None, f"ahead:{event}", True) if named else None


def _soon(found: re.Match[str]) -> Reading:
    return Reading(None, "soon", True)


def _midyear(found: re.Match[str]) -> Reading:
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


def _cased(words: tuple[str, ...]) -> str:
    return "|".join(f"{word.capitalize()}|{word.upper()}" for word in words)


_FULL = _cased(MONTHS)
_MONTH = rf"(?P<month>(?:{_FULL})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_FROM_DAY = r"(?:(?P<first>[12]\d|3[01]|[1-9])(?:th)?\s?[-–]\s?)?"
_TO_DAY = (
    r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>[12]\d|3[01]|[1-9])(?:th)?)?(?![\w%]|[.,:]\d)"
)
_YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)(?![\w%]|[.,:]\d|-\d)"
_WEEKDAY = f"(?:{_cased(WEEKDAYS)})"
_UNITS = (r"(?!\s(?:people|percent|per\scent|times|troops|homes|houses|jobs|points|miles|metres|meters|km|feet|hours|"
          r"dollars|pounds|euros|rupees|years|days|workers|soldiers|million|billion)\b)")  # fmt: skip
_EDGE = r"(?<![\w$€£#/.-])"
_COUNT = rf"(?P<count>a|{'|'.join(NUMBERS)}|\d{{1,3}})"
_WORD = r"[^\s,;:()“”\"]+"
_EVENT = rf"(?P<event>{_WORD}(?:\s{_WORD}){{0,11}})"
_MONTH_CUES = tuple(month[:3] for month in MONTHS)
_YEAR_CUES = ("16", "17", "18", "19", "20", "21")


def _make(cues: tuple[str, ...], regex: str, read: Reader, flags: int = 0) -> Pattern:
    return Pattern(cues, re.compile(regex, flags), read)


# In the order in which they are tried: the longest and surest first; a place once taken is not read again.
PATTERNS: tuple[Pattern, ...] = (
    _make(_YEAR_CUES, rf"{_EDGE}(?:19|20|21)\d\d-\d\d-\d\d(?![\w-])", _iso),
    _make(_MONTH_CUES, rf"{_EDGE}(?:{_WEEKDAY},?\s)?{_MONTH}\s(?:the\s)?{_TO_DAY}(?:,?\s{_YEAR})?", _day),
    _make(_MONTH_CUES,
          rf"{_EDGE}(?:{_WEEKDAY},?\s)?(?:the\s)?{_FROM_DAY}{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?", _day),
    _make(_MONTH_CUES, rf"{_EDGE}(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?{_MONTH},?\s(?:of\s)?{_YEAR}", _month_year),
    _make(("spring", "summer", "autumn", "fall"),
          rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all)\s(?:of\s)?{_YEAR}", _season_year),
    _make(_MONTH_CUES,
          r"\b(?P<how>[Ii]n|[Ss]ince|[Uu]ntil|[Ll]ast|[Tt]his|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|(?:end|middle|start) of)"
          rf"[ -](?P<month>{_FULL})\b(?!['’\w-]|\s\d|\s[A-Z][a-z])", _bare_month),
    _make(("0s",), r"\bthe\s(?:early\s|late\s|mid-)?(?P<decade>(?:1[6-9]|20)\d)0s\b", _decade),
    _make(_YEAR_CUES,
          r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|(?:end|start) of|(?:[Ii]n )?(?:[Ee]arly|[Ll]ate|[Mm]id))[ -]"
          rf"{_YEAR}{_UNITS}", _year),
    _make(("day",), rf"\b{_COUNT}\sdays?\s(?P<side>after|before)\s{_EVENT}", _beside, re.I),
    _make(("the day",), rf"\b(?P<count>the)\sday\s(?P<side>after|before)\s{_EVENT}", _beside, re.I),
    _make(("the eve of",), rf"\b(?:on\s)?the\seve\sof\s{_EVENT}", _eve, re.I),
    _make(("previous day", "next day", "following day"),
          r"\bthe\s(?P<which>previous|next|following)\sday\b", _neighbour, re.I),
    _make(("the day",), r"\bthe\s(?P<which>day\s(?:before|after))(?=[,.;]|$)", _neighbour, re.I),
    _make(("day",), rf"\b(?:(?P<how>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s)?(?P<weekday>{_WEEKDAY})\b"
          r"(?:\s(?:morning|afternoon|evening|night)\b)?", _weekday),
    _make(("yesterday", "tomorrow", "tonight", "last night", "this morning", "this afternoon", "this evening", "today"),
          r"\b(?:yesterday|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening)|(?:(?:earli|lat)er\s)?today)"
          r"\b(?!['’]s\b)", _named_day, re.I),
    _make(("week", "month", "year"),
          r"\b(?:(?P<part>earlier|later|early|late|since|(?:(?:by|before)\s)?the\send\sof)\s)?"
          r"(?<!\bthe\s)(?P<step>last|this|next|the)\s(?P<unit>weekend|week|month|year)\b(?!-)", _unit, re.I),
    _make((" ago",), rf"\b{_COUNT}\s(?P<unit>day|month|year)s?\sago\b", _ago, re.I),
    _make(("ahead of",), rf"\bahead\sof\s{_EVENT}", _ahead, re.I),
    _make(("soon", "in the coming", "over the coming", "next few"),
          r"\b(?:very\ssoon|(?:in|over)\sthe\s(?:coming|next\sfew)\s(?:days|weeks|months))\b", _soon, re.I),
    _make(("mid",), r"\b(?:since\s)?mid-?year\b", _midyear, re.I),
)  # fmt: skip

# Whether a sentence holds anything that any pattern could begin with: most hold nothing.
ANY_CUE = re.compile(
    r"\d\d|\d (?=[A-Z])|[Dd]ay|DAY|[Ww]eek|[Mm]onth|[Yy]ear|tomorrow|Tomorrow|[Tt]onight|[Nn]ight|[Tt]his |\bago\b|"
    r"[Aa]head of|soon|coming|next few|[Mm]id|eve of|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|"
    r"APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)
