"""A line that is a date in numbers: no paragraph, and a day of publishing only where something tells day from month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..model import Dropped, Metadata, Paragraph
from .written_date import number_days, says_changed

REASON = "date or byline"
AMBIGUOUS = "ambiguous date"
FOUND = "line near the title"
_LINE = re.compile(
    r"\W*(?:[^\W\d_]{2,16}\.?[,:]?\s){0,3}\W{0,3}(?P<date>\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))"
    r"(?:[\s,|–—-]{1,4}(?:at |um |à )?\d{1,2}[:.h]\d{2}.{0,14})?\W*"
)
_HEAD = 6  # paragraphs
_LONGEST = 70  # characters
_UNSEEN = "hidden on the page"
_DAY_FIRST = frozenset([
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "he", "hi", "hr", "id", "it",
    "mk", "ms", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "ta", "te",
    "th", "tr", "uk", "ur", "vi",
])  # fmt: skip
_BY_REGION = {"us": 1, "ph": 1} | dict.fromkeys(
    ("gb", "uk", "ie", "au", "nz", "in", "za", "sg", "my", "ng", "ke", "pk"), 0
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A text without its line of a date, what was dropped for that, and what it tells of the day of publishing."""

    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]
    metadata: Metadata
    notes: tuple[str, ...] = ()


def by_numbers(paragraphs: tuple[Paragraph, ...], dropped: tuple[Dropped, ...], metadata: Metadata) -> Dated:
    """`paragraphs` without a line in their head that is nothing but a date in numbers. The day is taken from such lines
    where `metadata` has none, and the language, the day of saving or another line tells its order."""
    gone = {n: paragraphs[n] for n in _date_lines(paragraphs)}
    kept = tuple(p for n, p in enumerate(paragraphs) if n not in gone)
    if not kept:
        return Dated(paragraphs, (), metadata)
    lost = tuple(Dropped(p.line or 0, p.text, REASON) for p in gone.values())
    if metadata.published:
        return Dated(kept, lost, metadata)
    day, left_open = _day_of([d.text for d in (*lost, *_above(dropped, kept[0])) if _date(d.text)], metadata)
    told = replace(metadata, published=day, published_from=FOUND) if day else metadata
    return Dated(kept, lost, told, (AMBIGUOUS,) * left_open)


def _date_lines(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    return [n for n, paragraph in enumerate(paragraphs[:_HEAD]) if _date(paragraph.text)]


def _day_of(lines: list[str], metadata: Metadata) -> tuple[str | None, bool]:
    """The day that the first of the lines which tells no change gives, and whether it stays open which."""
    dates = [date for line in lines if (date := _date(line))]
    first = next((date for line, date in zip(lines, dates, strict=True) if not says_changed(line)), None)
    day = _decided(first, dates, metadata) if first else None
    return day, first is not None and day is None


def order_of(tag: str | None) -> int | None:
    """Whether the day (0) or the month (1) goes first where dates are written in numbers, by the tag of a language and
    its region; None where that does not tell."""
    language, _, region = (tag or "").lower().replace("_", "-").partition("-")
    return 0 if language in _DAY_FIRST else _BY_REGION.get(region[-2:]) if language == "en" else None


def ordered_day(text: str, tag: str | None) -> str | None:
    """The day of a line that is a date in numbers, read as one writes them in the language of `tag`."""
    date, order = _date(text), order_of(tag)
    days = number_days(date) if date else ()
    return days[min(order, len(days) - 1)] if days and order is not None and not says_changed(text) else None


def _above(dropped: Iterable[Dropped], first: Paragraph) -> Iterator[Dropped]:
    """The dropped lines above the first paragraph that somebody saw."""
    return (d for d in dropped if d.reason != _UNSEEN and d.line <= (first.line or 0))


def _date(text: str) -> str | None:
    """The date of a line that holds no other thing, with a year of four digits."""
    found = _LINE.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not found:
        return None
    first, second, year = re.split(r"[./-]", found["date"])
    return f"{first}/{second}/{year if len(year) == 4 else '20' + year}"


def _decided(date: str, others: list[str], metadata: Metadata) -> str | None:
    """The one day that `date` can be."""
    days = number_days(date)
    latest = metadata.retrieved or metadata.added
    possible = [day for day in days if not latest or day <= latest[:10]]
    if len(possible) == 1:
        return possible[0]
    order = _order_by(others) if order_of(metadata.language) is None else order_of(metadata.language)
    return possible[order] if possible and order is not None else None


def _order_by(dates: list[str]) -> int | None:
    """Which number is the day in the dates of a page, as far as one of them can be read in one way only."""
    orders = {
        int(int(second) > 12) for first, second, _ in (d.split("/") for d in dates) if max(int(first), int(second)) > 12
    }
    return orders.pop() if len(orders) == 1 else None
