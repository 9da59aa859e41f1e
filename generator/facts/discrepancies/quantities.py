"""The figures of a statement: how many, exactly or about, of what, and what happened to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ..lexicons import lexicons
from ..tokens import words as placed_words
from .counted import MONTHS, Role, Words, counted, role
from .quantity_words import quantity_words

Hedge = Literal["", "over", "under", "about"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
_MAX_YEAR, _MIN_YEAR = 2100, 1500
_BARRED_BEFORE = re.compile(  # a time of day, a bracket that converts, a word that is part of the number, no number
    r"(?:[(:#]|\w[-–]|\b(?:euro|US|Rs\.?|No\.|number|aged?)\s?|[€£¥]"
    r"|\b(?:several|few|many|(?:ten|dozen|hundred|thousand)s of|couple of)\s)$",
    re.IGNORECASE,
)
_BARRED_AFTER = re.compile(r"\s?[ap]\.?m\b|\sGMT\b|\so[’']clock|\shours\b(?=\s(?:GMT|local))|:\d|[-–]\w", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:another|includ(?:ing|es?|ed)|among them|the (?:other|remaining)|additional|other|further|first|last|next"
    r"|past|every|each|all)\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s(?:of\s(?:the|them|those|these|whom|which|its|his|her|their|our|my|all)\b|(?:more|extra|additional|new)\b)"
)
_OTHERS = re.compile(r"\sothers?\b")
_RATE = re.compile(
    r"(?:\s(?:deaths|fatalities|injuries|dead|killed|injured))?"
    r"\s(?:(?:per|an?|each|every|(?:so far )?this)"
    r"|(?:in|over|during|for|within)\s(?:the\s)?(?:past|last|next|coming|previous)?\s?[\w-]+)"
    r"\s(?P<unit>day|week|month|year|hour|minute|night|season)s?\b"
)
_THE = re.compile(r"\b(?:the|these|those|both)\s$", re.IGNORECASE)
_SUM = re.compile(r"\b(?:in all|altogether|so far|in total|overall|combined)\b", re.IGNORECASE)
_AND = re.compile(r"\s?(?:,|and|, and)\s?")
_SUM_REACH = 40  # characters behind a figure in which it is called a sum


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at `start:end` of a text, with its hedge. It is from `low` to `high`. `noun` and `modifiers` are the
    stems of what is counted, "" where only its `role` tells. `rate` is the time it is told for, a `part` is of a
    greater number, a `summed` one is of several occasions."""

    low: float
    high: float
    hedge: Hedge
    noun: str
    modifiers: frozenset[str]
    role: Role
    rate: str
    part: bool
    summed: bool
    start: int
    end: int


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of `text` that count or measure something, no dates, times of day, ages or conversions in brackets;
    none of what is only feared or planned."""
    placed = placed_words(text)
    words = Words(text, placed, tuple(word.text for word in placed))
    out: list[Quantity] = []
    at = 0
    while at < len(placed):
        number = _number(words.lower, at)
        if number is None:
            at += 1
            continue
        low, high, after = number
        one = None if _barred(words, at, after, high) else _quantity(words, at, after, (low, high))
        if one is not None:
            out.append(_joined(text, out[-1], one) if out else one)
        at = after
    return tuple(out)


def _number(lower: Sequence[str], at: int) -> tuple[float, float, int] | None:
    """The least and the greatest that the number at `at` says, and the word after it."""
    low = _value(lower[at])
    if low is None:
        return None
    high, i = low, at + 1
    top = _value(lower[i + 1]) if i + 1 < len(lower) else None
    between = lower[i : i + 1] == ("and",) and at > 0 and lower[at - 1] == "between"
    if top is not None and (between or lower[i] in ("to", "or")):
        high, i = top, i + 2
    while i < len(lower) and lower[i] in _SCALES:
        low, high, i = low * _SCALES[lower[i]], high * _SCALES[lower[i]], i + 1
    return low, high, i


def _value(word: str) -> float | None:
    if _NUMBER.fullmatch(word):
        return float(word.replace(",", "")) if word.count(".") < 2 else None
    known = lexicons().number_words.get(word, "") if word != "dozen" else ""
    return float(known) if known.isdigit() else None


def _barred(words: Words, first: int, after: int, value: float) -> bool:
    """Whether a number is a date's, a time's, an age's, a name's, or stands in brackets for another."""
    before, behind = words.text[: words.placed[first].start], words.text[words.placed[after - 1].end :]
    near = {*words.lower[max(0, first - 1) : first], *words.lower[after : after + 1]}
    return (
        bool(near & MONTHS)
        or (after == first + 1 and _is_year(words, first, value))
        or bool(_BARRED_BEFORE.search(before) or _BARRED_AFTER.match(behind))
        or _named(words, first)
    )


def _is_year(words: Words, at: int, value: float) -> bool:
    return words.lower[at].isdigit() and _MIN_YEAR <= value <= _MAX_YEAR


def _named(words: Words, at: int) -> bool:
    """Whether a number in digits is part of a name: "the Alto 4 engine"."""
    if (
        at < 2
        or not words.lower[at][0].isdigit()
        or words.text[words.placed[at - 1].end : words.placed[at].start] != " "
    ):
        return False
    return words.text[words.placed[at - 1].start].isupper() and not words.lower[at - 1].endswith("day")


def _quantity(words: Words, first: int, after: int, number: tuple[float, float]) -> Quantity | None:
    between = words.lower[first - 1 : first] == ("between",)
    start = words.placed[first - between].start
    hedged = quantity_words().hedge.search(words.text, 0, start)
    start = hedged.start() if hedged else start
    noun = counted(words, after)
    told = role(words, next(i for i, word in enumerate(words.placed) if word.end > start), noun)
    if told.feared or not (noun.head or told.toll):
        return None
    figure_end = words.placed[after - 1].end
    end = max(figure_end, words.placed[noun.after - 1].end)
    end += words.text[end : end + 1] == "%"
    before, behind = words.text[:start], words.text[end:]
    rate = _RATE.match(behind)
    return Quantity(
        *number,
        hedge=_hedge(hedged),
        noun=noun.head,
        modifiers=noun.modifiers,
        role=told,
        rate=rate["unit"] if rate else "",
        part=_is_part(before, words.text[figure_end:], told),
        summed=bool(_SUM.search(before) or _SUM.search(behind[:_SUM_REACH])),
        start=start,
        end=end,
    )


def _is_part(before: str, behind: str, told: Role) -> bool:
    """Whether a figure is of some among others: "another 14", "six of the dead", "12 others died"; or of
    those told of before: "the two trains"."""
    if (told.deed == "dead" and _OTHERS.match(behind)) or (not told.toll and _THE.search(before)):
        return True
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(behind))


_HEDGES: Mapping[str, Hedge] = {"over": "over", "under": "under", "about": "about"}


def _hedge(found: re.Match[str] | None) -> Hedge:
    return _HEDGES.get(found.lastgroup or "", "") if found else ""


def _joined(text: str, last: Quantity, one: Quantity) -> Quantity:
    """`one` with the role of the figure that it is told in one breath with: "add 50 pumps and 20 tents"."""
    if not one.role.deed and _AND.fullmatch(text[last.end : one.start]):
        return replace(one, role=last.role)
    return one
