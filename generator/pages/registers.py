"""Lists that are too long for one page, in pieces: names by kind and letter, sources by the period of their dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ..model import Analysis, Name, NameKind
from ..text.letters import letter, order
from ..text.room import Room, newest
from . import weights
from .periods import day, month, year
from .splitting import Entry, Item, Piece, size, split

KINDS: Final[tuple[NameKind, ...]] = ("person", "organisation", "place", "agreement", "other")


def name_pieces(names: Sequence[Name], days: Mapping[str, str], room: Room, entry: Entry) -> tuple[Piece[Name], ...]:
    """Names by kind, those of a long one by letter, from A to Z; none where one page holds all."""
    ordered = sorted(names, key=lambda n: (KINDS.index(n.kind), order(letter(n.name)), n.name.casefold(), n.id))
    most = 4 * room.numbers
    items = [Item(n, weights.name(n, room), frozenset(newest(n.sources, days, most))) for n in ordered]
    if size(items, entry) <= room.page:
        return ()
    return split(items, (lambda n: n.kind, lambda n: letter(n.name)), room.page, entry)


def row_pieces(analyses: Sequence[Analysis], room: Room) -> tuple[Piece[str], ...]:
    """Sources by the year in which they came out, those of a long one by month and day, the newest first; none where
    one page holds all."""
    days = {a.article.id: a.article.metadata.published or "" for a in analyses}
    held = sorted(analyses, key=lambda a: days[a.article.id], reverse=True)
    items = [Item(a.article.id, weights.row(a)) for a in held]
    if size(items, _no_entry) <= room.page:
        return ()
    levels = (lambda id: year(days[id]), lambda id: month(days[id]), lambda id: day(days[id]))
    return split(items, levels, room.page, _no_entry)


def _no_entry(source: str) -> int:
    return 0
