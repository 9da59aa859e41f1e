"""The mail within a mail: where a program wrote the headers of one that it passed on, or answered, into the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...text.word_lists import word_lists
from .headers import names_of_fields
from .lines import MailLine

_NAME = re.compile(
    r"[\s*_|•]{0,6}(?P<name>[^\W\d_](?:[\w’' -]|[*_](?=\s?[:：])){0,24}?)[\s*_|]{0,4}[:：][\s*_|]{0,4}(?P<value>.*)$"
)
_RULED = re.compile(r"\W*[-–—_=*]{2,}[^-–—_=*]{3,60}[-–—_=*]{2,}\W*")
_RULE = re.compile(r"[\s_=–—*-]{5,}")
_WHO = re.compile(r"[^\W\d_][^\d<>,:]{1,60}\s<[^<>]{3,100}>")
_BEFORE_NAME = re.compile(r"^(?:(?:[ap]\.?m\.?|uhr|schrieb|um|at|[A-Z]{3,4}T)\b[\s,]*)+", re.IGNORECASE)
_FEWEST = 3  # fields of a head that no line announces
_FEWEST_ANNOUNCED = 2
_MOST_LINES = 40
_MOST_FOLDED = 6
_MOST_BROKEN = 3
_FULL = 60  # characters of a line that a program broke
_MOST_WORDS = 10  # of a line that announces a mail


@dataclass(frozen=True, slots=True)
class MailHead:
    """The head of a mail within another: where the lines that announce it begin and where its own text does, at which
    depth it is quoted, what its fields say, whether they are of a language that writes the day first, and whether the
    program says that it passed the mail on; `inline` where it is the line "On … Ana Brandt wrote:"."""

    start: int
    end: int
    depth: int
    fields: tuple[tuple[str, str], ...]
    day_first: bool = False
    announced: bool = False
    inline: bool = False

    def field(self, name: str) -> str:
        """What a field says; "" where it is not there."""
        return next((value for key, value in self.fields if key == name), "")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a head: which it is, its value, and its name as written, in lower case."""

    name: str
    value: str
    written: str


def find_head(lines: Sequence[MailLine]) -> MailHead | None:
    """The first head of a mail within `lines`."""
    return next((head for at in range(len(lines)) if (head := _head_at(lines, at))), None)


def _head_at(lines: Sequence[MailLine], at: int) -> MailHead | None:
    if not lines[at].text.strip():
        return None
    return _fields_at(lines, at) or _wrote_at(lines, at)


def _fields_at(lines: Sequence[MailLine], at: int) -> MailHead | None:
    """The head whose first field stands at `at`."""
    if _field(lines[at].text) is None:
        return None
    end, found = _read_fields(lines, at)
    start, said = _announcement(lines, at)
    if not _is_head(found, start < at):
        return None
    day_first = any(one.written not in _english() for one in found)
    return MailHead(start, end, lines[at].depth, tuple((one.name, one.value) for one in found), day_first, said)


def _is_head(found: Sequence[_Field], announced: bool) -> bool:
    """Whether fields are those of a mail: enough of them, the sender, and what no list of a text has."""
    names = {one.name for one in found}
    enough = len(names) >= (_FEWEST_ANNOUNCED if announced else _FEWEST)
    certain = announced or "date" in names or any("@" in one.value for one in found)
    return enough and certain and "from" in names and bool(names & {"date", "subject"})


def _read_fields(lines: Sequence[MailLine], at: int) -> tuple[int, list[_Field]]:
    """The fields from `at` on, and where they end."""
    found: list[_Field] = []
    place, end = at, min(len(lines), at + _MOST_LINES)
    while place < end and (step := _take(lines, place, lines[at].depth, found)):
        place += step
    return place, found


def _take(lines: Sequence[MailLine], at: int, depth: int, found: list[_Field]) -> int:
    """Adds the field at `at` to those `found`, or what goes on there to the last of them; of how many lines it is."""
    had = {one.name for one in found}
    field = _field(lines[at].text) if lines[at].depth == depth else None
    if field and field.name not in had:
        found.append(field)
        return 1
    step = _folded(lines, at, found[-1], had) if found else 0
    more = " ".join(line.text.strip() for line in lines[at : at + step])
    found[-1:] = [replace(one, value=f"{one.value} {more}".strip()) for one in found[-1:]]
    return step


def _folded(lines: Sequence[MailLine], at: int, last: _Field, had: set[str]) -> int:
    """How many lines from `at` on belong to the field before them: those that lead to a further field, blank ones too;
    else one that goes on with addresses, or with a subject that was broken."""
    return _to_next_field(lines, at, had) or int(_goes_on(lines, at, last))


def _to_next_field(lines: Sequence[MailLine], at: int, had: set[str]) -> int:
    for place in range(at, min(len(lines), at + _MOST_FOLDED)):
        if not lines[place].text.strip() and place > at:
            return 0
        field = _field(lines[place].text)
        if field and field.name not in had:
            return place - at
    return 0


def _goes_on(lines: Sequence[MailLine], at: int, last: _Field) -> bool:
    text = lines[at].text.strip()
    if not text:
        return False
    if last.name in ("to", "cc"):
        return "@" in text or last.value.rstrip().endswith((",", ";"))
    ends = at + 1 >= len(lines) or not lines[at + 1].text.strip()
    return last.name == "subject" and ends and len(f"{last.written}: {last.value}") >= _FULL > len(text)


def _field(text: str) -> _Field | None:
    """The field that a line holds."""
    found = _NAME.match(text[:2_000])
    if not found:
        return None
    written = " ".join(re.sub(r"[*_]", "", found["name"]).lower().split())
    name = _names().get(written)
    return _Field(name, found["value"].strip(" *_|"), written) if name else None


def _announcement(lines: Sequence[MailLine], at: int) -> tuple[int, bool]:
    """Where the lines begin that announce the head at `at`, and whether they say that a mail is passed on."""
    start, said, place = at, False, at - 1
    while place >= 0 and at - place <= 4:
        text = lines[place].text.strip()
        if text and not _announces(text):
            break
        if text:
            start, said = place, said or _forward_words().search(text) is not None
        place -= 1
    return start, said


def _announces(text: str) -> bool:
    """Whether a line is a rule, or a few words between dashes or before a colon that announce a mail."""
    short = len(text.split()) <= _MOST_WORDS
    if _RULE.fullmatch(text) or (short and _RULED.fullmatch(text)):
        return True
    return short and text.endswith((":", "：")) and _forward_words().search(text) is not None


def _wrote_at(lines: Sequence[MailLine], at: int) -> MailHead | None:
    """The head "On Monday, Ana Brandt wrote:", on one line or broken over some; what follows is quoted."""
    text, depth = "", lines[at].depth
    for end in range(at + 1, min(len(lines), at + _MOST_BROKEN) + 1):
        line = lines[end - 1]
        if not line.text.strip() or line.depth != depth:
            return None
        text = f"{text} {line.text.strip()}".strip()
        if _says_wrote(text):
            follows = next((one.depth for one in lines[end:] if one.text.strip()), depth)
            fields = (("from", _who(text)), ("date", text))
            return MailHead(at, end, depth + (follows > depth), fields, not text.startswith("On"), inline=True)
    return None


def _says_wrote(text: str) -> bool:
    return len(text) <= 300 and text.endswith((":", "：")) and _wrote().fullmatch(text) is not None


def _who(text: str) -> str:
    """The part of "On … Ana Brandt <…> wrote:" that names the writer: what stands with the address."""
    found = _WHO.search(text)
    return _BEFORE_NAME.sub("", found.group()) if found else ""


@cache
def _names() -> dict[str, str]:
    return dict(names_of_fields())


@cache
def _english() -> frozenset[str]:
    return frozenset(str(word_lists("mail")["month_first"]).split())


@cache
def _forward_words() -> re.Pattern[str]:
    return re.compile(word_lists("mail")["forward_words"], re.IGNORECASE)


@cache
def _wrote() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in word_lists("mail")["wrote"]), re.IGNORECASE)
