"""People across sources: a surname or an initial joins the one full name that it can stand for, and none where it can
stand for two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...text.gazetteer import is_place
from ...text.name_words import NICKNAMES
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
    called = {short: _Bearers(table, bearers) for short, bearers in by_short.items()}
    doubtful = set()
    for entry in table.entries():
        borne = _called(entry, called)
        target = borne.meant(entry) if borne else None
        if target:
            table.join(target.key, entry.key)
        elif borne and not borne.holds(table.root(entry.key)):
            doubtful.add(entry.key)
    return frozenset(doubtful)


class _Bearers:
    """The full names that go by one surname."""

    def __init__(self, table: NameTable, entries: Sequence[NameEntry]) -> None:
        self._table, self._entries = table, entries
        self._by_source: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            for source in entry.sources:
                self._by_source.setdefault(source, []).append(number)

    def meant(self, entry: NameEntry) -> NameEntry | None:
        """The full name that a bare surname stands for, or None where it can be two."""
        first = self._table.root(self._entries[0].key)
        if all(self._table.root(other.key) == first for other in self._entries):
            return self._entries[0]
        if any(source not in self._by_source for source in entry.sources):
            return None
        mine = sorted({number for source in entry.sources for number in self._by_source[source]})
        roots = {self._table.root(self._entries[number].key) for number in mine}
        return self._entries[mine[0]] if len(roots) == 1 else None

    def holds(self, root: str) -> bool:
        """Whether the name of that root is among them."""
        return any(self._table.root(entry.key) == root for entry in self._entries)


def _called(entry: NameEntry, called: Mapping[str, _Bearers]) -> _Bearers | None:
    bare = " " not in entry.text and entry.kind in ("person", "other") and not is_place(entry.text)
    return called.get(folded(entry.text)) if bare else None


def _join_given(table: NameTable, bearers: Sequence[NameEntry]) -> None:
    """Full names with one surname: those are one whose given names agree, where only one other agrees."""
    if len(bearers) == 1:
        return
    names = [parse(bearer.text) for bearer in bearers]
    juniors, given = _fathers_and_sons(bearers, names), _Given(names)
    for number, (bearer, name) in enumerate(zip(bearers, names, strict=True)):
        fit = [
            other
            for other in given.near(name)
            if other != number and agree(name, names[other]) and (not juniors or name.suffix == names[other].suffix)
        ]
        if _alike([names[other] for other in fit]):
            for other in fit:
                table.join(bearer.key, bearers[other].key)


class _Given:
    """The places of names that have one surname, by what stands first in them."""

    def __init__(self, names: Sequence[PersonName]) -> None:
        self._by_first: dict[str, list[int]] = {}
        self._by_letter: dict[str, list[int]] = {}
        self._styled = [number for number, name in enumerate(names) if name.style]
        self._every = range(len(names))
        for number, name in enumerate(names):
            first = name.given[0] if name.given else ""
            self._by_first.setdefault(first, []).append(number)
            self._by_letter.setdefault(first[:1], []).append(number)

    def near(self, name: PersonName) -> Sequence[int]:
        """All that may agree with `name`, in order."""
        if name.style:
            return self._every
        first = name.given[0] if name.given else ""
        found = {*self._styled, *self._by_first.get(first, ()), *self._by_first.get(first[:1], ())}
        found.update(self._by_letter.get(first, ()) if len(first) == 1 else ())
        for nickname in NICKNAMES.get(first, ()):
            found.update(self._by_first.get(nickname, ()))
        return sorted(found)


def _fathers_and_sons(bearers: Sequence[NameEntry], names: Sequence[PersonName]) -> bool:
    """Whether one source has both "Karl Holm" and "Karl Holm Jr"."""
    if len({name.suffix for name in names}) == 1:
        return False
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    spots = [
        ((source, name.given[:1]), name.suffix)
        for bearer, name in zip(bearers, names, strict=True)
        for source in bearer.sources
    ]
    return any(seen.setdefault(spot, suffix) != suffix for spot, suffix in spots)


def _alike(names: Sequence[PersonName]) -> bool:
    """Whether names that all agree with one agree with each other."""
    full = dict.fromkeys(name for name in names if name.style or len(name.given[0]) > 1)
    return all(agree(one, other) for one in full for other in full if one is not other)


def parts(text: str) -> tuple[tuple[str, ...], str]:
    """The given names or initials of a full name, and what its bearer is called by: (("s", "j"), "rao")."""
    name = parse(text)
    return name.given, name.short
