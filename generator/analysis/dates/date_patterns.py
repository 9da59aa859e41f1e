"""The date expressions of English news prose: one pattern a kind.

Patterns of our own, because every library that was tried reads dates into prose ("we" as Wednesday, the verb "may" as
a month).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from . import readings as read


class Pattern(NamedTuple):
    """A kind of expression. `cues` are letters one of which a lower-cased sentence holds wherever `regex` finds
    something: a cheap look that spares most sentences the search."""

    cues: tuple[str, ...]
    regex: re.Pattern[str]
    read: read.Reader


def _cased(words: tuple[str, ...]) -> str:
    return "|".join(f"{word.capitalize()}|{word.upper()}" for word in words)


_FULL = _cased(read.MONTHS)
_MONTH = rf"(?P<month>(?:{_FULL})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_FROM_DAY = r"(?:(?P<first>[12]\d|3[01]|[1-9])(?:th)?\s?[-–]\s?)?"
_TO_DAY = (
    r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>[12]\d|3[01]|[1-9])(?:th)?)?(?![\w%]|[.,:]\d)"
)
_YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)(?![\w%]|[.,:]\d|-\d)"
_WEEKDAY = f"(?:{_cased(read.WEEKDAYS)}|{'|'.join(read.SLIPS)})"
_NUMBERS = rf"(?:{'|'.join(read.NUMBERS)}|\d{{1,2}})"
_UNITS = (r"(?!\s(?:people|percent|per\scent|times|troops|homes|houses|jobs|points|miles|metres|meters|km|feet|hours|"
          r"dollars|pounds|euros|rupees|years|days|workers|soldiers|million|billion)\b)")  # fmt: skip
_FROM = r"\b(?:[Ff]rom|[Bb]etween)\s"
_FIRST_YEAR = r"(?P<first>(?:1[6-9]|20)\d\d)"
_TO = r"(?:to|until|till|through|and)\s"
_UNIT = r"(?P<unit>day|week|month|year)s?\b"
_OF_YEAR = r"(?P<how>last|this|next)\syear\b(?!['’-])"
_EDGE = r"(?<![\w$€£#/.-])"
_COUNT = rf"(?P<count>a|{'|'.join(read.NUMBERS)}|\d{{1,3}})"
_WORD = r"[^\s,;:()“”\"]+"
_EVENT = rf"(?P<event>{_WORD}(?:\s{_WORD}){{0,11}})"
_MONTH_CUES = tuple(month[:3] for month in read.MONTHS)
_YEAR_CUES = ("16", "17", "18", "19", "20", "21")


def _make(cues: tuple[str, ...], regex: str, reader: read.Reader, flags: int = 0) -> Pattern:
    return Pattern(cues, re.compile(regex, flags), reader)


# In the order in which they are tried: the longest and surest first; a place once taken is not read again.
PATTERNS: tuple[Pattern, ...] = (
    _make(_YEAR_CUES, rf"{_EDGE}(?:19|20|21)\d\d-\d\d-\d\d(?![\w-])", read.iso),
    _make(_YEAR_CUES, rf"{_FROM}{_FIRST_YEAR}\s{_TO}{_YEAR}", read.span),
    _make(_YEAR_CUES, rf"{_FROM}(?P<from>{_FULL})\s{_FIRST_YEAR}\s{_TO}{_MONTH}\s{_YEAR}", read.span),
    _make(_MONTH_CUES,
          rf"{_EDGE}{_MONTH}(?:\s(?P<day>[12]\d|3[01]|[1-9]))?(?:,?\s|\sof\s){_OF_YEAR}", read.month_of_year),
    _make(_MONTH_CUES, rf"\b(?P<from>{_FULL})(?=\s(?:and|or|to|through|until)\s{_MONTH}\s{_YEAR})", read.shared_year),
    _make(_MONTH_CUES, rf"{_EDGE}(?:{_WEEKDAY},?\s)?{_MONTH}\s(?:the\s)?{_TO_DAY}(?:,?\s{_YEAR})?", read.day),
    _make(_MONTH_CUES,
          rf"{_EDGE}(?:{_WEEKDAY},?\s)?(?:the\s)?{_FROM_DAY}{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?", read.day),
    _make(_MONTH_CUES, rf"{_EDGE}(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?{_MONTH},?\s(?:of\s)?{_YEAR}", read.month_year),
    _make(("spring", "summer", "autumn", "fall"),
          rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all)\s(?:of\s)?{_YEAR}", read.season_year),
    _make(_MONTH_CUES,
          r"\b(?P<how>[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Ll]ast|[Tt]his|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|"
          r"(?:end|middle|start) of)"
          rf"[ -](?P<month>{_FULL})\b(?!['’\w-]|\s\d|\s[A-Z][a-z])", read.bare_month),
    _make(("0s",), r"\bthe\s(?:early\s|late\s|mid-)?(?P<decade>(?:1[6-9]|20)\d)0s\b", read.decade),
    _make(_YEAR_CUES,
          r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|(?:end|start) of|(?:[Ii]n )?(?:[Ee]arly|[Ll]ate|[Mm]id)|"
          r"as (?:far back|early|late|recently) as|[Ff]iscal(?: year)?)[ -]"
          rf"{_YEAR}{_UNITS}", read.year),
    _make(("fiscal",), rf"\b{_YEAR}(?=\s(?:fiscal|financial)\syear\b)", read.year),
    _make(_YEAR_CUES, rf"(?<=\d\s)(?:and|or)\s{_YEAR}{_UNITS}", read.one_more_year),
    _make(("day",), rf"\b{_COUNT}\sdays?\s(?P<side>after|before)\s{_EVENT}", read.beside, re.I),
    _make(("the day",), rf"\b(?P<count>the)\sday\s(?P<side>after|before)\s{_EVENT}", read.beside, re.I),
    _make(("the eve of",), rf"\b(?:on\s)?the\seve\sof\s{_EVENT}", read.eve, re.I),
    _make(("previous day", "next day", "following day"),
          r"\bthe\s(?P<which>previous|next|following)\sday\b", read.neighbour, re.I),
    _make(("the day",), r"\bthe\s(?P<which>day\s(?:before|after))(?=[,.;]|$)", read.neighbour, re.I),
    _make(("day",),
          rf"\b(?:(?:[Ll]ater?|[Ee]arly)\s(?:on\s)?)?(?:(?P<how>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s)?"
          rf"(?P<weekday>{_WEEKDAY})\b(?:\s(?:morning|afternoon|evening|night)\b)?", read.weekday),
    _make(("yesterday", "tomorrow", "tonight", "last night", "this morning", "this afternoon", "this evening", "today"),
          r"\b(?:yesterday|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening)|(?:(?:earli|lat)er\s)?today)"
          r"\b(?!['’]s\b)", read.named_day, re.I),
    _make(("week", "month", "year"),
          r"\b(?:(?P<part>earlier|later|early|late|since|(?:(?:by|before)\s)?the\send\sof)\s)?"
          r"(?<!\bthe\s)(?P<step>last|this|next|the)\s(?P<unit>weekend|week|month|year)\b(?!-)", read.unit, re.I),
    _make(("weekend",), r"\b(?:at|over|on|during)\sthe\sweekend\b", read.at_weekend, re.I),
    _make((" ago",), rf"\b{_COUNT}\s(?P<unit>day|month|year)s?\sago\b", read.ago, re.I),
    _make(("within ", "in "),
          rf"\b(?:within|in)\s(?:the\s(?:next|coming)\s)?(?P<count>(?<=within\s)a|{_NUMBERS})\s{_UNIT}"
          r"(?!['’]|\s(?:of|after|before)\b|-)", read.in_time, re.I),
    _make(("from now",), rf"\b(?P<count>a|{_NUMBERS})\s{_UNIT}\sfrom\snow\b", read.in_time, re.I),
    _make(("year",),
          r"(?<!over\s)(?<!in\s)(?<!for\s)(?<!within\s)(?<!during\s)\bthe\s(?P<which>previous|prior|following|next)"
          r"\syear\b", read.year_beside, re.I),
    _make(("year",), r"\b(?:a|the)\syear\s(?P<which>before|earlier|later|after)(?=[,.;]|$)", read.year_beside, re.I),
    _make(("ahead of",), rf"\bahead\sof\s{_EVENT}", read.ahead, re.I),
    _make(("soon", "in the coming", "over the coming", "next few"),
          r"\b(?:very\ssoon|(?:in|over)\sthe\s(?:coming|next\sfew)\s(?:days|weeks|months))\b", read.soon, re.I),
    _make(("mid",), r"\b(?:since\s)?mid-?year\b", read.midyear, re.I),
)  # fmt: skip

# Whether a sentence holds anything that any pattern could begin with: most hold nothing.
ANY_CUE = re.compile(
    r"\d\d|\d (?=[A-Z])|[Dd]ay|DAY|[Ww]eek|[Mm]onth|[Yy]ear|tomorrow|Tomorrow|[Tt]onight|[Nn]ight|[Tt]his |\bago\b|"
    r"[Aa]head of|soon|coming|next few|from now|[Mm]id|eve of|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)
