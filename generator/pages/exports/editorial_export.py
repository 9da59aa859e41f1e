"""What people put right, and what was taken back, as data: no row holds words of a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...model import (
    Dismiss,
    FixDate,
    FixName,
    FixOrigin,
    FixStatus,
    InForce,
    Note,
    OwnLine,
    Slip,
    Withdrawn,
)
from ..views.editor_views import verb


def correction_row(row: InForce) -> dict[str, Any]:
    """A correction in force: what it does, by whom, why and when, the statements and topics that it is about, and what
    it set."""
    one = row.correction
    return {
        "id": row.id,
        "do": verb(one),
        "by": one.signed.by,
        "because": one.signed.because,
        "on": one.signed.on,
        "topics": list(row.topics),
        "facts": list(row.facts),
        **_SET.get(type(one), lambda _: {})(one),
    }


def withdrawn_row(one: Withdrawn) -> dict[str, Any]:
    """The record of a source that was withdrawn."""
    return {
        "id": one.id,
        "path": one.path,
        "title": one.title,
        "publisher": one.publisher,
        "published": one.published,
        "url": one.url,
        "on": one.on,
        "because": one.because,
        "by": one.by,
    }


_SET: Mapping[type, Callable[[Any], dict[str, Any]]] = {
    OwnLine: lambda one: {"text": one.text},
    Note: lambda one: {"text": one.text},
    FixDate: lambda one: {"value": one.date},
    FixStatus: lambda one: {"value": one.status},
    FixOrigin: lambda one: {"value": one.origin},
    FixName: lambda one: {"value": one.name},
    Slip: lambda one: {"value": one.meant},
    Dismiss: lambda one: {"difference": one.target.id},
}
"""What each kind of correction says beside its place: words or values of the editor's."""
