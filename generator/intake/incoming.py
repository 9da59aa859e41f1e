"""A document on its way into sources/."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Metadata


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that may become a source: what the maintainer `called` it, its bytes, the `suffix` that its file is to
    have, its companions, what is known for certain of where it came from, and what may stand in where it says nothing
    itself (a feed's word on its entry)."""

    called: str
    data: bytes
    suffix: str
    beside: tuple[tuple[str, bytes], ...] = ()
    certain: Metadata = field(default_factory=Metadata)
    otherwise: Metadata = field(default_factory=Metadata)
