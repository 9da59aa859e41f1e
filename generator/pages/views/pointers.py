"""A link with its words, as every page shows many."""

from __future__ import annotations

from dataclasses import dataclass

from ...text.escape import Inline, Link


@dataclass(frozen=True, slots=True)
class Pointer:
    """A few words that lead somewhere."""

    text: Inline
    href: Link
