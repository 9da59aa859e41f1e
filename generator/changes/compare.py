"""Two states of a site side by side: which statements are new, gained or lost a source, were revised, or are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from .snapshot import Dispute, Snapshot, Statement

Kind = Literal["new", "gained", "lost", "revised", "gone", "disputed", "settled"]
KINDS: tuple[Kind, ...] = ("new", "gained", "lost", "revised", "gone", "disputed", "settled")
"""In the order in which changes are told."""

_ALIKE = 0.6  # of the characters of two statements of one source, for one to be the other in new words


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one statement or difference, `text`. `sources` are the ids of those that came or went, `before`
    what stood there."""

    kind: Kind
    id: str
    text: str
    topics: tuple[str, ...]
    sources: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, by kind and then in the order of the site; the ids of sources that came and that went; `titles` are
    those of all sources by their ids."""

    changes: tuple[Change, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    titles: Mapping[str, str]

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)


def compare(old: Snapshot, new: Snapshot) -> Comparison:
    """What changed from `old` to `new`. A statement is the same where its id is, where it shares a quote, or where the
    words of one source were altered a little."""
    pairs = _paired(old.statements, new.statements)
    found = [*_statements(pairs, old, new), *_disputes(old.disputes, new.disputes)]
    return Comparison(
        changes=tuple(sorted(found, key=lambda change: KINDS.index(change.kind))),
        added=tuple(source for source in new.titles if source not in old.titles),
        removed=tuple(source for source in old.titles if source not in new.titles),
        titles={**old.titles, **new.titles},
    )


def _statements(pairs: dict[str, Statement], old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for now in new.statements:
        before = pairs.get(now.id)
        if before is None:
            yield Change("new", now.id, now.text, now.topics, now.sources)
        else:
            yield from _altered(before, now)
    kept = {before.id for before in pairs.values()}
    for gone in old.statements:
        if gone.id not in kept:
            yield Change("gone", gone.id, gone.text, gone.topics, gone.sources)


def _altered(before: Statement, now: Statement) -> Iterator[Change]:
    came = tuple(s for s in now.sources if s not in before.sources)
    went = tuple(s for s in before.sources if s not in now.sources)
    if came:
        yield Change("gained", now.id, now.text, now.topics, came)
    if went:
        yield Change("lost", now.id, now.text, now.topics, went)
    if before.status != now.status:
        yield Change("revised", now.id, now.text, now.topics, before=before.status or "no status")
    elif before.text != now.text:
        yield Change("revised", now.id, now.text, now.topics, before=before.text)


def _disputes(old: Iterable[Dispute], new: Iterable[Dispute]) -> Iterator[Change]:
    was, now = {d.id: d for d in old}, {d.id: d for d in new}
    for id, dispute in now.items():
        if id not in was:
            yield Change("disputed", id, _told(dispute), dispute.topics)
        elif was[id].sides != dispute.sides:
            yield Change("disputed", id, _told(dispute), dispute.topics, before=" / ".join(was[id].sides))
    for id, dispute in was.items():
        if id not in now:
            yield Change("settled", id, _told(dispute), dispute.topics)


def _told(dispute: Dispute) -> str:
    return f"{dispute.about}: {' / '.join(dispute.sides)}"


def _paired(old: tuple[Statement, ...], new: tuple[Statement, ...]) -> dict[str, Statement]:
    """For each id of a new statement the old one that it is, each old one once: by id first, then by a quote that both
    hold, then by words."""
    known = {statement.id: statement for statement in old}
    pairs = {now.id: known[now.id] for now in new if now.id in known}
    _pair(pairs, old, new, key=lambda statement: statement.quotes, same=lambda before, now: True)
    _pair(pairs, old, new, key=lambda statement: statement.sources, same=_alike)
    return pairs


def _pair(
    pairs: dict[str, Statement],
    old: Iterable[Statement],
    new: Iterable[Statement],
    key: Callable[[Statement], Iterable[str]],
    same: Callable[[Statement, Statement], bool],
) -> None:
    """Adds to `pairs` each new statement left with the first old one left that shares of `key` and is the same."""
    taken = {before.id for before in pairs.values()}
    near = _by_key(old, key)
    for now in (now for now in new if now.id not in pairs):
        found = next((before for before in _near(now, near, key) if before.id not in taken and same(before, now)), None)
        if found:
            pairs[now.id] = found
            taken.add(found.id)


def _near(
    now: Statement, near: Mapping[str, list[Statement]], key: Callable[[Statement], Iterable[str]]
) -> Iterator[Statement]:
    return (before for shared in key(now) for before in near.get(shared, ()))


def _by_key(statements: Iterable[Statement], key: Callable[[Statement], Iterable[str]]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        for shared in key(statement):
            found.setdefault(shared, []).append(statement)
    return found


def _alike(before: Statement, now: Statement) -> bool:
    compared = SequenceMatcher(None, before.text, now.text, autojunk=False)
    return compared.real_quick_ratio() >= _ALIKE and compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE
