"""What a name is a name of, by its head noun, its neighbours and general knowledge."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from ...model import NameKind
from ...text.gazetteer import given_names, is_body, is_place, state_abbreviations
from ...text.name_words import AGREEMENTS, EVENTS, MEASURES, ORGANISATIONS, PARTIES, PLACES, ROYAL, SENTENCE_WORDS
from ...text.personal_names import family_first
from ...text.pos_tagger import lexical

_SPEAKS = re.compile(
    r"^(?:,? (?:said|says|told|added|wrote|tweeted|argued|explained|insisted|recalled|thinks|believes|hopes?)\b"
    r"|, (?:who|aged \d|\d{1,2},)"
    r"|, (?:an?|the|its|his|her|[A-Z][\w.-]*['’]s) (?:[\w-]+ ){0,4}(?:minister|president|chief|spokes\w+|director"
    r"|analyst|professor|secretary|leader|founder|author|economist|lawyer|researcher|manager|coach|chair\w*)\b)"
)
_STATE = re.compile(rf", (?:{'|'.join(state_abbreviations())})(?!\w)")
_ROLE_BEFORE = re.compile(
    r"(?<!-)\b(?:minister|president|secretary|spokes(?:man|woman|person)|analyst|counterpart|author|director|actor|actress|"
    r"coach|captain|founder|researcher|professor|economist|lawyer|leader|chief|chairman|chairwoman|officer|manager|"
    r"senator|governor|mayor|judge|wife|husband|son|daughter|brother|sister|singer|striker|defender|teammate|"
    r"[Mm]inisters|named|called),? $"
)
_MIDDLE = re.compile(r"^[A-Z]\.?$")
_NO_SPEAKER = ("the ", "The ", "of ", "in ", "from ", "near ")  # "the Times said", "Ana Ruiz of Lund, who"
_INNER = frozenset(("of", "for", "on"))
_JOINS = str.maketrans("", "", "-’'.")  # within a part of a person's name
_LONGEST = 4  # words of a person's name
_NUMBERS = ("II", "III", "IV")
_INITIAL = re.compile(r"^(?:[A-Z]\.?|(?:[A-Z]\.){2,3})$")


def is_state(text: str, start: int) -> bool:
    """Whether what begins at `start` is the state behind the name of a town: "Salem, Ore."."""
    return bool(_STATE.match(text, max(0, start - 2)))


def kind_of(parts: list[str], before: str, after: str) -> NameKind:
    """The kind of a name of these words, with what stands before and after it in its sentence."""
    kind = by_form(" ".join(parts))
    if kind is not None or not personal(parts):
        return kind or "other"
    if _STATE.match(after):
        return "place"
    speaks = _SPEAKS.match(after) and not before.endswith(_NO_SPEAKER)
    return "person" if speaks or _ROLE_BEFORE.search(before) else "other"


@lru_cache(maxsize=50_000)
def by_form(name: str) -> NameKind | None:
    """The kind that a name tells by its own words; None where they tell nothing."""
    parts = name.split()
    if is_place(name):
        return "place"
    if is_body(name):
        return "organisation"
    kind = _by_head(parts[-1].lower().rstrip("."), parts) or _by_inner_head(parts)
    return kind or (_by_look(name) if len(parts) == 1 else _by_cue(parts))


def _by_look(name: str) -> NameKind | None:
    """An abbreviation, or a word with a number in it, is nobody's name."""
    return "other" if name.isupper() or any(c.isdigit() for c in name) else None


def _by_cue(parts: list[str]) -> NameKind | None:
    return "person" if any(cue(parts) for cue in _PERSONAL_CUES) else None


def _by_inner_head(parts: list[str]) -> NameKind | None:
    """The kind by the head before "of" or "for": "House of Commons"."""
    if len(parts) < 3 or not _INNER & set(parts[1:]):
        return None
    return _by_head(next(p for p, small in pairwise(parts) if small in _INNER).lower(), parts)


def _royal(parts: list[str]) -> bool:
    return parts[0].lower() in ROYAL and parts[0] != "St"  # its head is no place's: that is looked at first


def _with_initial(parts: list[str]) -> bool:
    named = all(p[:1].isalpha() for p in parts) and (not parts[-1].isupper() or parts[-1] in _NUMBERS)
    initial = _INITIAL.match(parts[0]) and not is_place(parts[0]) and not is_body(parts[0])
    return named and (bool(initial) or (personal(parts) and any(map(_MIDDLE.match, parts[1:-1]))))


def _with_given_name(parts: list[str]) -> bool:
    return parts[0].lower() in given_names() and personal(parts)


_PERSONAL_CUES: tuple[Callable[[list[str]], bool], ...] = (_royal, _with_initial, _with_given_name, family_first)


def personal(parts: list[str]) -> bool:
    """Whether words can be the name of a person: two to four of letters, none an abbreviation or an ordinary word at
    the end, save a number behind the name: "Karl Holm III"."""
    parts = parts[:-1] if len(parts) > 2 and parts[-1] in _NUMBERS else parts
    ordinary = len(parts) > 1 and lexical(parts[-1].lower()) in "VDGR"
    return len(parts) <= _LONGEST and not ordinary and all(map(_may_be_personal, parts))


def _may_be_personal(part: str) -> bool:
    abbreviated = part.isupper() and len(part) > 1 and "." not in part
    return part.translate(_JOINS).isalpha() and not abbreviated and part.lower() not in SENTENCE_WORDS | PARTIES


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
