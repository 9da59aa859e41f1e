"""Periods that dates are filed under: a year, a month, a day; and how a reader is told of one."""

from __future__ import annotations

from ..text.edtf import parse_edtf
from .wording import Words, sentence


def year(date: str) -> str:
    """The year in which an EDTF date lies or begins, "" where none is known."""
    return date[:4] if date[:4].isdigit() else ""


def month(date: str) -> str:
    """The month, "" where there is none or no year."""
    found = date[5:7]
    return found if year(date) and found.isdigit() and 1 <= int(found) <= 12 else ""


def day(date: str) -> str:
    """The day, "" where there is none or no month."""
    made = parse_edtf(date[:10])
    return f"{made.day:02}" if made and made.day and month(date) else ""


def told(keys: tuple[str, ...], words: Words) -> str:
    """`2031`, `May 2031`, `3 May 2031`, and of what has no more of a date, as much as it has; "" for none at all."""
    known = [key for key in keys if key]
    return sentence(words.date("-".join(known))) if known else ""
