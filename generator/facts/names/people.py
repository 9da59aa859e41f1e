"""People across sources: a surname or an initial joins the one full name that it can stand for, and none where it can
stand for two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ...text.gazetteer import is_place
from ...text.personal_names import PersonName, agree, parse
from ...text.words import folded
from .table import NameEntry, NameTable


def join_people(table: NameTable) -> frozenset[str]:
    """Joins the spellings of people by given name and surname. A bare surname goes with the full name that its own
    source has, where that is one; else with the only one in all sources. Returns the keys of surnames that can stand
    for two people, and so name nobody."""
    by_short: dict[str, list[NameEntry]] = {}
    for entry in table.entries():
        if entry.kind == "person" and " " in entry.text:
            by_short.setdefault(parse(entry.text).short, []).append(entry)
    for bearers in by_short.values():
        _join_given(table, bearers)
    doubtful = set()
    for entry in table.entries():
        borne = _bearers(entry, by_short)
        target = _bearer(table, entry, borne)
        if target:
            table.join(target.key, entry.key)
        elif borne and table.root(entry.key) not in _roots(table, borne):
            doubtful.add(entry.key)
    return frozenset(doubtful)


def _bearers(entry: NameEntry, by_short: dict[str, list[NameEntry]]) -> Sequence[NameEntry]:
    bare = " " not in entry.text and entry.kind in ("person", "other") and not is_place(entry.text)
    return by_short.get(folded(entry.text), ()) if bare else ()


def _join_given(table: NameTable, bearers: list[NameEntry]) -> None:
    """Full names with one surname: those are one whose given names agree, where only one other agrees."""
    named = [(bearer, parse(bearer.text)) for bearer in bearers]
    juniors = any(_father_and_son(one, other) for one, other in combinations(named, 2))
    for one in named:
        fit = [other for other in named if other[0] is not one[0] and _one_person(one[1], other[1], juniors)]
        if _alike([name for _, name in fit]):
            for other, _ in fit:
                table.join(one[0].key, other.key)


def _one_person(one: PersonName, other: PersonName, juniors: bool) -> bool:
    """Whether two names can be one person's; where there are `juniors`, only with the same word behind them."""
    return agree(one, other) and (not juniors or one.suffix == other.suffix)


def _father_and_son(one: tuple[NameEntry, PersonName], other: tuple[NameEntry, PersonName]) -> bool:
    """Whether one source has both "Karl Holm" and "Karl Holm Jr"."""
    (a, name), (b, like) = one, other
    return name.suffix != like.suffix and name.given[:1] == like.given[:1] and bool(set(a.sources) & set(b.sources))


def _alike(names: Sequence[PersonName]) -> bool:
    """Whether names that all agree with one agree with each other."""
    full = [name for name in names if name.style or len(name.given[0]) > 1]
    return all(agree(one, other) for one in full for other in full if one is not other)


def _bearer(table: NameTable, entry: NameEntry, bearers: Sequence[NameEntry]) -> NameEntry | None:
    """The full name that a bare surname stands for, or None where it can be two."""
    if len(_roots(table, bearers)) <= 1:
        return bearers[0] if bearers else None
    mine = [bearer for bearer in bearers if set(bearer.sources) & set(entry.sources)]
    everywhere = set(entry.sources) <= {source for bearer in mine for source in bearer.sources}
    return mine[0] if everywhere and len(_roots(table, mine)) == 1 else None


def _roots(table: NameTable, entries: Sequence[NameEntry]) -> set[str]:
    return {table.root(entry.key) for entry in entries}


def parts(text: str) -> tuple[tuple[str, ...], str]:
    """The given names or initials of a full name, and what its bearer is called by: (("s", "j"), "rao")."""
    name = parse(text)
    return name.given, name.short
