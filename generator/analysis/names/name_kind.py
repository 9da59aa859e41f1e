"""What a name is a name of, by its head noun, its neighbours and general knowledge; and titles taken off a person."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ...model import NameKind
from ...text.gazetteer import demonyms, given_names, is_place
from ...text.name_words import (
    AGREEMENTS,
    EVENTS,
    HONORIFICS,
    MEASURES,
    OFFICE_HOLDERS,
    ORGANISATIONS,
    PLACES,
    PORTFOLIOS,
    ROYAL,
    SENTENCE_WORDS,
    TITLE_PARTS,
    TITLES,
)
from ...text.pos_tagger import lexical
from .capital_runs import RunWord

_SPEAKS = re.compile(
    r"^(?:,? (?:said|says|told|added|wrote|tweeted|argued|explained|insisted|recalled|thinks|believes|hopes?)\b"
    r"|, (?:who|aged \d|\d{1,2},)|, (?:an?|the|its|his|her) (?:[\w-]+ ){0,4}(?:minister|president|chief|spokes\w+|"
    r"director|analyst|professor|secretary|leader|founder|author|economist|lawyer|researcher|manager|coach|chair\w*)\b)"
)
_ROLE_BEFORE = re.compile(
    r"\b(?:minister|president|secretary|spokes(?:man|woman|person)|analyst|counterpart|author|director|actor|actress|"
    r"coach|captain|founder|researcher|professor|economist|lawyer|leader|chief|chairman|chairwoman|officer|manager|"
    r"senator|governor|mayor|judge|wife|husband|son|daughter|brother|sister|singer|striker|defender|teammate|"
    r"[Mm]inisters|named|called),? $"
)
_NAMED_BY_OFFICE = OFFICE_HOLDERS | {"ministry"}
_OFFICE_WORDS = TITLE_PARTS | PORTFOLIOS | {"the", "for"}
_INITIAL = re.compile(r"^(?:[A-Z]\.?|(?:[A-Z]\.){2,3})$")


def kind_of(parts: list[str], before: str, after: str) -> NameKind:
    """The kind of a name of these words, with what stands before and after it in its sentence."""
    kind = by_form(" ".join(parts))
    if kind is None and (_SPEAKS.match(after) or _ROLE_BEFORE.search(before)) and personal(parts):
        return "person"
    return kind or "other"


@lru_cache(maxsize=50_000)
def by_form(name: str) -> NameKind | None:
    """The kind that a name tells by its own words; None where they tell nothing."""
    parts = name.split()
    if is_place(name):
        return "place"
    kind = _by_head(parts[-1].lower().rstrip("."), parts)
    if kind is None and len(parts) > 2 and ("of" in parts or "for" in parts):
        head = next(p for p, small in pairwise(parts) if small in ("of", "for")).lower()
        kind = _by_head(head, parts)
    if kind is not None:
        return kind
    if len(parts) == 1:
        return "other" if name.isupper() or any(c.isdigit() for c in name) else None
    if parts[0].lower() in ROYAL and parts[0] != "St":
        return "person"
    if _INITIAL.match(parts[0]) and all(p[:1].isalpha() for p in parts) and not parts[-1].isupper():
        return "person"
    return "person" if parts[0].lower() in given_names() and personal(parts) else None


def personal(parts: list[str]) -> bool:
    """Whether words can be the name of a person: two to four of letters, none an abbreviation or an ordinary word at
    the end."""
    if len(parts) > 4 or (lexical(parts[-1].lower()) in "VDGR" and len(parts) > 1):
        return False
    return all(
        p.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha()
        and (not p.isupper() or len(p) < 2 or "." in p)
        and p.lower() not in SENTENCE_WORDS
        for p in parts
    )


def _by_head(head: str, parts: list[str]) -> NameKind | None:
    if len(parts) == 1:
        return None
    known: tuple[tuple[NameKind, frozenset[str]], ...] = (
        ("agreement", AGREEMENTS),
        ("organisation", ORGANISATIONS),
        ("place", PLACES),
        ("other", EVENTS | MEASURES),
    )
    for kind, heads in known:
        if head in heads or (head.endswith("s") and head[:-1] in heads and kind != "place"):
            return kind
    return "place" if parts[0] in ("Lake", "Mount", "Mt", "Cape", "Fort", "Port", "Gulf", "Bay", "Strait") else None


def strip_titles(run: list[RunWord]) -> list[tuple[list[RunWord], bool]]:
    """The names in a run that may hold a person's title: "Acme CEO Ana Ruiz" is Acme, and Ana Ruiz who bears a title;
    a title without a name is none. Honorifics go, whatever follows them."""
    if not run:
        return []
    at = max((n for n, word in enumerate(run) if _is_title(run, n)), default=None)
    if at is None or (run[at].low in TITLES and run[at].owner):
        return [(run, False)]
    rest = run[at + 1 :]
    if rest and rest[0].text in ("of", "for"):
        return _office(run, at)
    if len(rest) > 1 and personal([w.text for w in rest]) and _is_office([w.text for w in run[:at]]):
        return [(run[:at], False), (rest, True)]  # "Department of Health Secretary Ana Ruiz"
    if not rest:  # "Indian Prime Minister": an office, no name
        return [(part, False) for part in [_holder(run[:at], run[at].low)] if part]
    if (
        kind_of([w.text for w in run], "", "") in ("organisation", "agreement")
        or (len(rest) > 4)
        or is_place(rest[0].text)
    ):
        return [(run, False)]
    titled = rest[0].low not in TITLE_PARTS
    return [(part, False) for part in [_holder(run[:at], run[at].low)] if part] + [(rest, titled)]


def _is_title(run: list[RunWord], at: int) -> bool:
    """Whether a word is a title: not in "Department of Justice", where it is what the office is for."""
    if at and not run[at - 1].capital:
        return False
    office = run[at].low in OFFICE_HOLDERS and at + 1 < len(run) and run[at + 1].text in ("of", "for")  # "Ministers of"
    return office or run[at].low in TITLES or run[at].low in HONORIFICS


def _is_office(parts: list[str]) -> bool:
    return "of" in parts and by_form(" ".join(parts)) == "organisation"


def _office(run: list[RunWord], at: int) -> list[tuple[list[RunWord], bool]]:
    """“Secretary of State Mike Pompeo”: the person after the office; an office alone is no name."""
    rest = run[at + 2 :]
    while rest and rest[0].low in _OFFICE_WORDS:
        rest = rest[1:]
    holder = [(part, False) for part in [_holder(run[:at], run[at].low)] if part]
    return holder + ([(rest, not is_place(" ".join(w.text for w in rest)))] if rest else [])


def _holder(before: list[RunWord], title: str) -> list[RunWord]:
    """What stands before a title without the words of the title itself: "Acme" of "Acme Chief Executive"."""
    portfolio = title in _NAMED_BY_OFFICE  # "Civil Protection Minister": what stands before is what the office is for
    while before and (portfolio or before[-1].low in TITLE_PARTS or before[-1].low in TITLES or not before[-1].capital):
        if is_place(before[-1].text) or before[-1].owner:
            break
        before = before[:-1]
    return [] if all(w.low in demonyms() or w.low in TITLE_PARTS for w in before) else before
