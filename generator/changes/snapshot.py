"""The state of a site in facts, as the data export has it, or the record of it that is kept in docs/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import BriefingError, Problem

_VERSION = 1
_KEPT = {
    "sources": ("id", "title"),
    "facts": ("id", "text", "topics", "status", "quotes", "also", "differences"),
    "differences": ("id", "topics", "kind", "about", "positions"),
}
_QUOTE = ("id", "source")
NOTHING = json.dumps({"version": _VERSION, **{name: [] for name in _KEPT}})
"""The record of a site that says nothing yet."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as far as a change of it is told. `quotes` are the ids of all that carry it, `sources` theirs."""

    id: str
    text: str
    topics: tuple[str, ...]
    status: str | None
    quotes: frozenset[str]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A difference as far as a change of it is told; `sides` in their order."""

    id: str
    topics: tuple[str, ...]
    kind: str
    about: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a site says at one time. `titles` are those of its sources by their ids."""

    titles: Mapping[str, str]
    statements: tuple[Statement, ...]
    disputes: tuple[Dispute, ...]


def read_snapshot(text: str, where: str) -> Snapshot:
    """The snapshot in a data export or a record, `where` in messages. Raises BriefingError where it is neither."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise _unfit(where, f"no JSON ({error})") from None
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        found = data.get("version") if isinstance(data, dict) else type(data).__name__
        raise _unfit(where, f"version {found!r}")
    try:
        return _snapshot(data)
    except (KeyError, TypeError, AttributeError) as error:
        raise _unfit(where, f"a part that is missing or has another form ({error})") from None


def _unfit(where: str, found: str) -> BriefingError:
    return BriefingError(
        Problem(
            where,
            f"expected the data of a briefing, version {_VERSION}, found {found}",
            hint="name the briefing.json of a built site, or a commit",
        )
    )


def _snapshot(data: Mapping[str, Any]) -> Snapshot:
    return Snapshot(
        titles={row["id"]: row["title"] or row["id"] for row in data["sources"]},
        statements=tuple(_statement(row) for row in data["facts"]),
        disputes=tuple(_dispute(row) for row in data["differences"]),
    )


def _statement(row: Mapping[str, Any]) -> Statement:
    carried = (*row["quotes"], *row["also"])  # a site of an older version gives those not shown no id
    return Statement(
        id=row["id"],
        text=row["text"],
        topics=tuple(row["topics"]),
        status=row["status"],
        quotes=frozenset(quote["id"] for quote in carried if "id" in quote),
        sources=tuple(dict.fromkeys(quote["source"] for quote in carried)),
    )


def _dispute(row: Mapping[str, Any]) -> Dispute:
    sides = tuple(position["value"] for position in row["positions"])
    return Dispute(row["id"], tuple(row["topics"]), row["kind"], row["about"], sides)


def record(export: bytes) -> str:
    """The part of a data export that a later state is compared with, a line for each source, statement and
    difference, so that git shows and merges it by lines."""
    data = json.loads(export)
    groups = (f" {_json(name)}: {_rows([_cut(row, name) for row in data[name]])}" for name in _KEPT)
    return "\n".join(["{", f' "version": {_VERSION},', ",\n".join(groups), "}", ""])


def _rows(rows: list[dict[str, Any]]) -> str:
    return "[" + ",".join(f"\n  {_json(row)}" for row in rows) + "\n ]" if rows else "[]"


def _cut(row: Mapping[str, Any], group: str) -> dict[str, Any]:
    made = {key: row[key] for key in _KEPT[group]}
    for key in ("quotes", "also"):
        if key in made:
            made[key] = [{k: quote[k] for k in _QUOTE if k in quote} for quote in made[key]]
    if "positions" in made:
        made["positions"] = [{"value": position["value"]} for position in made["positions"]]
    return made


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
