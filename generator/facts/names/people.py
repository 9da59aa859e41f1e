"""People across sources: a surname or an initial joins the one full name that it can stand for, and none where it can
stand for two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .keys import folded
from .table import NameEntry, NameTable

_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def parts(text: str) -> tuple[tuple[str, ...], str]:
    """The given names or initials and the surname of a full name: "S.J. Rao" is (("s", "j"), "rao")."""
    words = [word for word in _PART.findall(folded(text)) if word not in _SUFFIX]
    return tuple(words[:-1]), words[-1] if words else ""


def join_people(table: NameTable) -> None:
    """Joins the spellings of people by given name and surname. A bare surname goes with the full name that its own
    source has, where that is one; else with the only one in all sources."""
    full = [entry for entry in table.entries() if entry.kind == "person" and len(_PART.findall(entry.text)) > 1]
    by_surname: dict[str, list[NameEntry]] = {}
    for entry in full:
        by_surname.setdefault(parts(entry.text)[1], []).append(entry)
    for bearers in by_surname.values():
        _join_given(table, bearers)
    for entry in table.entries():
        bearers = (
            by_surname.get(folded(entry.text), [])
            if " " not in entry.text and entry.kind in ("person", "other")
            else []
        )
        target = _bearer(table, entry, bearers)
        if target:
            table.join(target.key, entry.key)


def _join_given(table: NameTable, bearers: list[NameEntry]) -> None:
    """Full names with one surname: those are one whose given names agree, where only one other agrees."""
    for entry in bearers:
        mine = parts(entry.text)[0]
        fit = [other for other in bearers if other is not entry and agree(mine, parts(other.text)[0])]
        firsts = {parts(other.text)[0][0] for other in fit if len(parts(other.text)[0][0]) > 1}
        if fit and len(firsts) <= 1:
            for other in fit:
                table.join(entry.key, other.key)


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: "s" and "sunil", "joe" and "joe r"; not "ana" and "eva"."""
    if not one or not other:
        return False
    first = one[0] == other[0] or (min(len(one[0]), len(other[0])) == 1 and one[0][0] == other[0][0])
    rest = all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one[1:], other[1:], strict=False))
    return first and rest


def _bearer(table: NameTable, entry: NameEntry, bearers: Iterable[NameEntry]) -> NameEntry | None:
    """The full name that a bare surname stands for, or None where it can be two."""
    bearers = list(bearers)
    if len({table.root(b.key) for b in bearers}) <= 1:
        return bearers[0] if bearers else None
    mine = [b for b in bearers if set(b.sources) & set(entry.sources)]
    everywhere = all(any(source in b.sources for b in mine) for source in entry.sources)
    return mine[0] if everywhere and len({table.root(b.key) for b in mine}) == 1 else None
