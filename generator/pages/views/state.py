"""What a reader's browser remembers of a statement, so that it can tell later whether it is new or has changed."""

from __future__ import annotations

from ...model import Fact
from ...text.escape import Link, own
from ...text.ids import digest
from ..context import Context

_LENGTH = 6  # of a digest: it is only ever held against that of the same statement


def state(fact: Fact, context: Context) -> Link:
    """A digest of what a reader would want to know to be otherwise: who carries a statement, how far it has got, and
    where its sources differ."""
    differences = [context.differences[id] for id in fact.differences if id in context.differences]
    values = [position.value for difference in differences for position in difference.positions]
    sources = sorted({quote.source for quote in fact.quotes})
    return own(digest(fact.status or "", *sources, "", *values, length=_LENGTH))
