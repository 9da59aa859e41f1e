"""What a mail's headers say, those of MIME and those that a program wrote into the text of a mail that it passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from functools import cache

from ...text.word_lists import word_lists
from ..written_date import day, number_days

_ADDRESS = re.compile(r"[<\[(]?(?:mailto:)?(?<![^\s<>()\[\],;:\"])[^\s<>()\[\],;:\"]+@[^\s<>()\[\],;\"]+[>\])]?")
_BRACKETS = re.compile(r"<[^<>]*>|\[mailto:[^\]]*\]|\(\s*\)", re.IGNORECASE)
_VIA = re.compile(r"(?<!\s)\s+via\s+.*$", re.IGNORECASE)
_MARKS = " \t\"'“”‘’,;:*_|<>()[]"
_LONGEST = 200
UNNAMED = "sender not named"
"""The note on a document whose sender is known by an address alone."""


def one_line(value: object) -> str:
    """A header's text on one line; the policy has decoded its words already."""
    return " ".join(str(value or "").encode("utf-8", "replace").decode().split())


def sent_day(text: str) -> str | None:
    """The day of a header Date, in the sender's own time zone."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def told_day(text: str, day_first: bool, latest: str | None) -> str | None:
    """The day that a field within a mail's text tells. Of 07/10/2020 the language of the fields decides, or the day
    `latest`, on which the mail was passed on; nothing is guessed where neither does."""
    found = sent_day(text) or day(text)
    if found:
        return found
    readings = number_days(text)
    possible = {one for one in readings if latest is None or one <= latest}
    if len(possible) == 1:
        return possible.pop()
    return readings[0] if readings and day_first else None


def sender_name(text: str) -> str | None:
    """Who sent a mail, by the name that stands with the address; None where there is only an address. An address is
    never given."""
    behalf = _behalf().split(text[:_LONGEST])
    return next((name for part in reversed(behalf) if (name := _name(part))), None)


def _name(text: str) -> str | None:
    locals_ = {hit.group().lstrip("<[(").removeprefix("mailto:").partition("@")[0] for hit in _ADDRESS.finditer(text)}
    bare = _VIA.sub("", _BRACKETS.sub(" ; ", _ADDRESS.sub(" ; ", text)))
    names = [name for part in bare.split(";") if (name := " ".join(part.split()).strip(_MARKS))]
    known = [name for name in names if any(c.isalpha() for c in name) and name not in locals_ and "@" not in name]
    return "; ".join(dict.fromkeys(known)) or None


@cache
def _behalf() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{word_lists('mail')['on_behalf']})\b", re.IGNORECASE)


def passed_on(subject: str) -> bool:
    """Whether a subject says that a mail is passed on."""
    return _prefix("forward_prefix").match(subject) is not None


def is_reply(subject: str) -> bool:
    """Whether a subject says that a mail is an answer."""
    return _prefix("reply_prefix").match(subject) is not None


def bare_subject(subject: str) -> str:
    """`subject` without the marks of mails that are passed on or answered."""
    while (bare := _without_prefix(subject)) != subject:
        subject = bare
    return subject


def _without_prefix(subject: str) -> str:
    for key in ("forward_prefix", "reply_prefix"):
        subject = _prefix(key).sub("", subject)
    return subject.removesuffix("(fwd)").strip()


@cache
def _prefix(key: str) -> re.Pattern[str]:
    return re.compile(rf"\s*\[?{word_lists('mail')[key]}(?:\[\d+\])?\s?[:：]\s*", re.IGNORECASE)


def names_of_fields() -> Iterator[tuple[str, str]]:
    """Each name of a field as programs write it, in lower case, with the field that it names."""
    for field, names in word_lists("mail")["fields"].items():
        yield from ((name.replace("_", " "), str(field)) for name in str(names).split())
