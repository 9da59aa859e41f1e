"""A comparison in words: two lines after a build, a text, Markdown for a pull request, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..text.escape import inline
from .compare import KINDS, Change, Comparison, Kind

_HEADS: dict[Kind, str] = {
    "new": "New statements",
    "gained": "Gained a source",
    "lost": "Lost a source",
    "revised": "Revised",
    "gone": "Gone",
    "disputed": "New differences",
    "settled": "Differences no more",
}
_SHORT: dict[Kind, str] = {
    "new": "{} new",
    "gained": "{} gained a source",
    "lost": "{} lost one",
    "revised": "{} revised",
    "gone": "{} gone",
    "disputed": "{} new",
    "settled": "{} no more",
}
_OF_DIFFERENCES: tuple[Kind, ...] = ("disputed", "settled")


def in_short(found: Comparison) -> tuple[str, str]:
    """Two lines: what changed in the statements, and in the differences."""
    statements = [kind for kind in KINDS if kind not in _OF_DIFFERENCES]
    return f"statements: {_counted(found, statements)}", f"differences: {_counted(found, _OF_DIFFERENCES)}"


def _counted(found: Comparison, kinds: Iterable[Kind]) -> str:
    told = [_SHORT[kind].format(len(found.of(kind))) for kind in kinds if found.of(kind)]
    return ", ".join(told) or "none changed"


def as_lines(found: Comparison) -> Iterator[str]:
    """The whole comparison as lines of plain text."""
    yield from (f"+ {source}: {found.titles[source]}" for source in found.added)
    yield from (f"- {source}: {found.titles[source]}" for source in found.removed)
    for kind in KINDS:
        changes = found.of(kind)
        if changes:
            yield from ("", f"{_HEADS[kind]} ({len(changes)})")
            yield from (f"  {change.id}  {_line(change)}" for change in changes)
    if not found.changes:
        yield "no statement and no difference changed"


def _line(change: Change) -> str:
    beside = [f"was: {change.before}"] if change.before else []
    if change.kind in {"gained", "lost", "new", "gone"} and change.sources:
        beside.append(", ".join(change.sources))
    return change.text + (f" ({'; '.join(beside)})" if beside else "")


def as_markdown(found: Comparison) -> str:
    """The comparison for a comment on a pull request: text of sources cannot mention, link or embed anything."""
    lines = ["### What changes in facts", "", *(f"- {line}" for line in in_short(found))]
    for sign, sources in (("added", found.added), ("removed", found.removed)):
        lines += [f"- source {sign}: {_safe(found.titles[source])} (`{source}`)" for source in sources]
    for kind in KINDS:
        changes = found.of(kind)
        if changes:
            lines += ["", f"#### {_HEADS[kind]} ({len(changes)})", "", *(f"- {_safe(_line(c))}" for c in changes)]
    return "\n".join([*lines, ""])


def _safe(text: str) -> str:
    """`text` for GitHub: escaped, and an empty comment within what would call a person or an issue."""
    return inline(text).replace("@", "@<!-- -->").replace(" #", " #<!-- -->")


def as_json(found: Comparison) -> str:
    """The comparison as one JSON object."""
    rows = [
        {
            "kind": change.kind,
            "id": change.id,
            "text": change.text,
            "topics": list(change.topics),
            "sources": list(change.sources),
            "before": change.before or None,
        }
        for change in found.changes
    ]
    data = {"version": 1, "sources_added": list(found.added), "sources_removed": list(found.removed), "changes": rows}
    return json.dumps(data, ensure_ascii=False, indent=1)
