"""What a name is a name of, by its head noun, its neighbours and general knowledge; and titles taken off a person."""

from __future__ import annotations

import re

from ..model import NameKind
from ..text.gazetteer import demonyms, is_place
from ..text.name_words import (
    AGREEMENTS, EVENTS, HONORIFICS, ORGANISATIONS, PLACES, ROYAL, TITLE_PARTS, TITLES,
)  # fmt: skip
from .names_runs import Word

_SPEAKS = re.compile(
    r"^(?:,? (?:said|says|told|added|wrote|tweeted|argued|explained|insisted|recalled|joked|thinks|believes|hopes|hoped)\b"
    r"|, (?:who|aged \d|\d{1,2},)|, (?:an?|the|its|his|her) (?:[\w-]+ ){0,4}(?:minister|president|chief|spokes\w+|director|analyst|"
    r"professor|secretary|leader|founder|author|economist|lawyer|researcher|manager|coach|captain|head|chairman|chairwoman)\b)"
)
_ROLE_BEFORE = re.compile(
    r"\b(?:minister|president|secretary|spokes(?:man|woman|person)|analyst|counterpart|author|director|actor|actress|"
    r"coach|captain|founder|researcher|professor|economist|lawyer|leader|chief|chairman|chairwoman|officer|manager|"
    r"senator|governor|mayor|judge|wife|husband|son|daughter|brother|sister|singer|striker|defender|teammate|"
    r"[Mm]inisters|named|called),? $"
)
_INITIAL = re.compile(r"^(?:[A-Z]\.?){1,3}$")


def kind_of(parts: list[str], before: str, after: str) -> NameKind:
    """The kind of a name of these words, with what stands before and after it in its sentence."""
    name = " ".join(parts)
    if is_place(name):
        return "place"
    last, first = parts[-1].lower().rstrip("."), parts[0].lower().rstrip(".")
    kind = _by_head(last, parts)
    if kind is None and len(parts) > 2 and ("of" in parts or "for" in parts):
        head = next(p for p, small in zip(parts, parts[1:], strict=False) if small in ("of", "for")).lower()
        kind = _by_head(head, parts)
    if kind is not None:
        return kind
    if first in ROYAL and len(parts) > 1 and parts[0] != "St":
        return "person"
    if len(parts) == 1 and (name.isupper() or any(c.isdigit() for c in name)):
        return "other"
    if len(parts) > 1 and _INITIAL.match(parts[0]) and all(p[:1].isalpha() for p in parts) and not parts[-1].isupper():
        return "person"
    if _SPEAKS.match(after) or _ROLE_BEFORE.search(before):
        return "person" if not any(c.isdigit() for c in name) and len(parts) < 5 else "other"
    return "other"


def _by_head(head: str, parts: list[str]) -> NameKind | None:
    if len(parts) == 1:
        return None
    for kind, heads in (("agreement", AGREEMENTS), ("organisation", ORGANISATIONS), ("place", PLACES), ("other", EVENTS)):
        if head in heads or (head.endswith("s") and head[:-1] in heads and kind != "place"):
            return kind  # type: ignore[return-value]
    return "place" if parts[0] in ("Lake", "Mount", "Mt", "Cape", "Fort", "Port", "Gulf", "Bay", "Strait") else None


def strip_titles(run: list[Word]) -> list[tuple[list[Word], bool]]:
    """The names in a run that may hold a person's title: "Acme CEO Ana Ruiz" is Acme, and Ana Ruiz who bears a title;
    a title without a name is none. Honorifics go, whatever follows them."""
    if not run:
        return []
    at = max((n for n, word in enumerate(run) if word.low in TITLES or word.low in HONORIFICS), default=None)
    if at is None or (run[at].low in TITLES and run[at].owner):
        return [(run, False)]
    rest = run[at + 1 :]
    if rest and rest[0].text == "of":
        return _office(run, at)
    if not rest:  # "Indian Prime Minister": an office, no name
        return [(part, False) for part in [_holder(run[:at])] if part]
    if kind_of([w.text for w in run], "", "") in ("organisation", "agreement") or (len(rest) > 4) or is_place(rest[0].text):
        return [(run, False)]
    titled = rest[0].low not in TITLE_PARTS
    return [(part, False) for part in [_holder(run[:at])] if part] + [(rest, titled)]


def _office(run: list[Word], at: int) -> list[tuple[list[Word], bool]]:
    """ "Secretary of State Mike Pompeo": the person after the office; an office alone is no name."""
    rest = run[at + 2 :]
    while rest and rest[0].low in TITLE_PARTS | {"the"}:
        rest = rest[1:]
    holder = [(part, False) for part in [_holder(run[:at])] if part]
    return holder + ([(rest, not is_place(" ".join(w.text for w in rest)))] if rest else [])


def _holder(before: list[Word]) -> list[Word]:
    """What stands before a title without the words of the title itself: "Acme" of "Acme Chief Executive"."""
    while before and (before[-1].low in TITLE_PARTS or before[-1].low in TITLES or not before[-1].capital):
        before = before[:-1]
    return [] if all(w.low in demonyms() or w.low in TITLE_PARTS for w in before) else before
