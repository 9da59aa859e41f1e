"""From the text of the files in `editorial/` to corrections, or to every problem in all of them.

All values are text, whatever YAML would take them for: a word that is quoted may be `2006` or `yes`, and the key `on`
is no truth value."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

import yaml

from ..config import schema
from ..config.problems import explain
from ..config.schema import violations
from ..config.yaml_nodes import Written, read, repeated
from ..errors import BriefingError, Problem
from ..model import (
    Correction,
    Dismiss,
    FixDate,
    FixName,
    FixOrigin,
    FixStatus,
    Hide,
    Join,
    Note,
    OwnLine,
    Pin,
    Signed,
    Slip,
    Split,
    Target,
)
from ..text.edtf import is_edtf
from ..text.words import normal

_NONE = "none"  # as a value: there is no date, no status, nobody who says it
_Row = dict[str, Any]


def parse_all(files: Iterable[tuple[str, str]], topics: Collection[str]) -> tuple[Correction, ...]:
    """The corrections in `files`, names and texts, for a site with these `topics`. Raises BriefingError with every
    problem of all files, each with its line."""
    found: list[Correction] = []
    problems: list[Problem] = []
    for where, text in files:
        try:
            found += _parse(where, text, topics)
        except BriefingError as error:
            problems += error.problems
    problems += _twice(found)
    if problems:
        raise BriefingError(*problems)
    return tuple(found)


def _parse(where: str, text: str, topics: Collection[str]) -> list[Correction]:
    written = read(text, where, "a list `corrections:`", yaml.BaseLoader)
    problems = [
        *repeated(written),
        *(problem for wrong in violations(written.raw, _schema(written.raw)) for problem in explain(wrong, written)),
    ]
    rows = list(enumerate(written.raw["corrections"])) if not problems else []
    problems += [problem for number, row in rows for problem in _wrong(written, number, row, topics)]
    if problems:
        raise BriefingError(*sorted(problems, key=lambda p: (p.line or 0, str(p))))
    return [_MADE[row["do"]](_signed(written, number, row), row) for number, row in rows]


def _schema(raw: _Row) -> dict[str, Any]:
    """The schema with each correction held against what its `do` asks for alone, so that what is wrong is told by what
    was meant."""
    whole = schema("editorial")
    kinds = whole["$defs"]
    chosen = {
        "type": "object",
        "required": ["do"],
        "properties": {"do": {"enum": list(kinds), "description": f"one of {', '.join(kinds)}"}},
    }
    rows = raw.get("corrections")
    meant = [kinds.get(row.get("do"), chosen) if isinstance(row, dict) else chosen for row in _listed(rows)]
    about = {key: value for key, value in whole["properties"]["corrections"].items() if key != "items"}
    return {**whole, "properties": {"corrections": {**about, "prefixItems": meant}}}


def _listed(rows: object) -> list[Any]:
    return rows if isinstance(rows, list) else []


def _wrong(written: Written, number: int, row: _Row, topics: Collection[str]) -> Iterator[Problem]:
    """What no schema can tell of one correction."""
    checks: list[tuple[str, bool, str, str | None]] = [
        ("on", is_edtf(row["on"]), "a day of the calendar", None),
        ("topic", row.get("topic") in {None, *topics}, "the id of a topic", _near(row.get("topic"), topics)),
        ("date", row.get("date") in (None, _NONE) or is_edtf(row["date"]), "an EDTF date such as 2020-10-07", None),
        *((key, _holds(row["words"], row.get(key)), "words that stand in `words`", None) for key in ("said", "slip")
          if "words" in row),
        ("name", row["do"] != "name" or not _NAMED.isdisjoint(row), _BESIDE, None),
    ]  # fmt: skip
    for key, good, expected, hint in checks:
        if not good:
            line = written.line_of(["corrections", number, key])
            name = written.name_of(["corrections", number, key])
            yield Problem(written.where, f"expected {expected}, found {row.get(key)!r}", line=line, key=name, hint=hint)


_BESIDE = "spelling, misspelling, another or kind beside it"
_NAMED = {"spelling", "misspelling", "another", "kind"}


def _near(topic: str | None, topics: Collection[str]) -> str | None:
    near = difflib.get_close_matches(topic or "", list(topics), n=1, cutoff=0.5)
    return f"did you mean '{near[0]}'?" if near else f"topics here: {', '.join(topics)}"


def _holds(words: str, part: str | None) -> bool:
    return part is None or normal(part) in normal(words)


def _signed(written: Written, number: int, row: _Row) -> Signed:
    return Signed(row["by"], row["because"], row["on"], written.where, written.line_of(["corrections", number]))


def _target(row: _Row) -> Target:
    return Target(row["quote"], row["words"])


def _some(value: str) -> str | None:
    return None if value == _NONE else value


_MADE: dict[str, Callable[[Signed, _Row], Correction]] = {
    "bottom_line": lambda signed, row: OwnLine(signed, row["topic"], row["text"]),
    "note": lambda signed, row: Note(signed, row["topic"], row["text"]),
    "hide": lambda signed, row: Hide(signed, _target(row), row.get("topic")),
    "pin": lambda signed, row: Pin(signed, _target(row), row.get("topic")),
    "split": lambda signed, row: Split(signed, _target(row), tuple(map(_target, row["apart"]))),
    "join": lambda signed, row: Join(signed, _target(row), tuple(map(_target, row["with"]))),
    "date": lambda signed, row: FixDate(signed, _target(row), _some(row["date"]), row.get("said")),
    "status": lambda signed, row: FixStatus(signed, _target(row), _some(row["status"])),
    "origin": lambda signed, row: FixOrigin(signed, _target(row), row["origin"], _speaker(row.get("speaker"))),
    "name": lambda signed, row: FixName(
        signed, row["name"], row.get("spelling"), row.get("misspelling"), row.get("another"), row.get("kind")
    ),
    "dismiss": lambda signed, row: Dismiss(signed, Target(row["difference"], row["words"])),
    "slip": lambda signed, row: Slip(signed, _target(row), row["slip"], row["meant"]),
}
"""How each kind of correction is made of its row."""


def _speaker(value: str | None) -> str | None:
    return "" if value == _NONE else value


def _twice(found: Iterable[Correction]) -> Iterator[Problem]:
    """Corrections that say something of one thing that another says already."""
    seen: dict[tuple[object, ...], Signed] = {}
    for one in found:
        key = _subject(one)
        if key in seen:
            first = seen[key]
            yield Problem(
                one.signed.where,
                f"corrects what {first.where}:{first.line} corrects already",
                line=one.signed.line,
                hint="leave one of them",
            )
        seen.setdefault(key, one.signed)


def _subject(one: Correction) -> tuple[object, ...]:
    """What a correction is about, the same for two that may not both be there."""
    if isinstance(one, OwnLine):
        return OwnLine, one.topic
    if isinstance(one, Note):
        return Note, one.topic, one.text
    if isinstance(one, FixName):
        return FixName, one.name, one.spelling, one.misspelling, one.another, one.kind
    extra = [getattr(one, name, None) for name in ("topic", "apart", "others", "said", "slip")]
    return (type(one), one.target, *extra)
