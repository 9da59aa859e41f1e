"""How the work on the sources is to be done, as the user asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Engine:
    """`cache` tells whether what earlier runs worked out may be used, and what this one works out be kept."""

    cache: bool = True
