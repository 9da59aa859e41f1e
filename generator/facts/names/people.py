"""People across sources: a surname or an initial joins the one full name that it can stand for, and none where it can
stand for two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
        elif borne and table.root(entry.key) not in {table.root(bearer.key) for bearer in borne}:
            doubtful.add(entry.key)
    return frozenset(doubtful)


def _bearers(entry: NameEntry, by_short: dict[str, list[NameEntry]]) -> Sequence[NameEntry]:
    bare = " " not in entry.text and entry.kind in ("person", "other") and not is_place(entry.text)
    return by_short.get(folded(entry.text), ()) if bare else ()


def _join_given(table: NameTable, bearers: list[NameEntry]) -> None:
    """Full names with one surname: those are one whose given names agree, where only one other agrees."""
    named = [(bearer, parse(bearer.text)) for bearer in bearers]
    juniors = any(_father_and_son(one, other) for one, other in combinations(named, 2))
    for entry, mine in named:
        fit = [
            (other, name)
            for other, name in named
            if other is not entry and agree(mine, name) and not (juniors and mine.suffix != name.suffix)
        ]
        if fit and _alike([name for _, name in fit]):
            for other, _ in fit:
                table.join(entry.key, other.key)


def _father_and_son(one: tuple[NameEntry, PersonName], other: tuple[NameEntry, PersonName]) -> bool:
    """Whether one source has both "Karl Holm" and "Karl Holm Jr"."""
    (a, name), (b, like) = one, other
    return name.suffix != like.suffix and name.given[:1] == like.given[:1] and bool(set(a.sources) & set(b.sources))


def _alike(names: Sequence[PersonName]) -> bool:
    """Whether names that all agree with one agree with each other."""
    full = [name for name in names if name.style or len(name.given[0]) > 1]
    return all(agree(one, other) for one in full for other in full if one is not other)


def _bearer(table: NameTable, entry: NameEntry, bearers: Iterable[NameEntry]) -> NameEntry | None:
    """The full name that a bare surname stands for, or None where it can be two."""
    bearers = list(bearers)
    if len({table.root(b.key) for b in bearers}) <= 1:
        return bearers[0] if bearers else None
    mine = [b for b in bearers if set(b.sources) & set(entry.sources)]
    everywhere = all(any(source in b.sources for b in mine) for source in entry.sources)
    return mine[0] if everywhere and len({table.root(b.key) for b in mine}) == 1 else None


def parts(text: str) -> tuple[tuple[str, ...], str]:
    """The given names or initials of a full name, and what its bearer is called by: (("s", "j"), "rao")."""
    name = parse(text)
    return name.given, name.short
