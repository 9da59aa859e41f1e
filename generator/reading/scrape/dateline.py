"""The day on which a scrape says that it was published: the line of a date under its headline or beside its byline."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..written_date import says_published, told_day, without_dates
from .line_features import ScrapeLine

_BESIDE_BYLINE = 2  # lines from a byline to the date that belongs to it
_UNDER_TITLE = 6  # lines from a headline to the date that belongs to it
_MOST_WORDS = 16
_BY = re.compile(r"(?:[Ww]ritten |[Rr]eported )?(?:[Bb]y|BY)[ :]")
# What a dateline holds beside its date. A line with any other word may tell of the date of something else.
_OTHER = re.compile(
    r"\b(?:first |originally )?(?:published|posted|issued)(?: (?:on|at|in))?\b|"
    r"\b(?:(?:last )?updated|modified|edited)\b.{0,80}$|"
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:date|on|at)\b|"
    r"\b\d\d?[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b)?|\b\d\d? ?[ap]\.?m\b|"
    r"\b(?:gmt|utc|[ecmp][sd]t|et|pt|cest|cet|bst|ist|jst|hrs?|uhr)\b|\b\d{1,3}[ -]min(?:ute)?s?(?: read)?\b",
    re.IGNORECASE,
)
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def find_dateline(lines: Sequence[ScrapeLine], title: int | None, start: int, bylines: Collection[int]) -> str | None:
    """The day, as EDTF, that the datelines above the first paragraph (the line `start`) agree on: those under the line
    `title` and those beside `bylines`, where there are any. One that speaks of publishing goes before the others, and
    what a page says to have changed then is none."""
    told = [(lines[n].text, found) for n in _near(title, start, bylines) if (found := _day(lines[n]))]
    of_publishing = {found for text, found in told if says_published(text)}
    days = of_publishing or {found for _, found in told}
    return days.pop() if len(days) == 1 else None


def _near(title: int | None, start: int, bylines: Collection[int]) -> list[int]:
    """The lines that may be datelines, in order: some under the title, and those around each byline; none far above the
    title."""
    near = {n for by in bylines for n in range(by - _BESIDE_BYLINE, by + _BESIDE_BYLINE + 1)}
    first = 0
    if title is not None:
        near.update(range(title + 1, title + _UNDER_TITLE + 1))
        first = title - _BESIDE_BYLINE + 1
    return sorted(n for n in near if max(0, first) <= n < start)


def _day(line: ScrapeLine) -> str | None:
    """The day of publishing in a line that holds hardly anything else, or that opens as a byline does."""
    if line.ended or line.words > _MOST_WORDS or not line.dated:
        return None
    if not _BY.match(line.text) and _LETTER_OR_DIGIT.search(_OTHER.sub(" ", without_dates(line.text))):
        return None
    return told_day(line.text)
