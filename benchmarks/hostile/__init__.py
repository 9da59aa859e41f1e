"""Documents written to be slow, in every format and at any size, and harmless ones of the same size to compare with."""

from __future__ import annotations

from .formats import FORMATS
from .kind import HARMLESS, Kind
from .statements import STATEMENTS
from .units import UNITS

KINDS: tuple[Kind, ...] = (*STATEMENTS, *UNITS, *FORMATS)
"""Every kind, by what it is made of: whole sentences, one piece of text again and again, a format's own means."""

__all__ = ["HARMLESS", "KINDS", "Kind"]
