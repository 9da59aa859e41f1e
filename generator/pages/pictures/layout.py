"""What all charts share and what pages need to know of them without drawing any: width, type, colours.

Charts are 360 units wide, the width of a small phone, so that their type is never smaller than the page's notes.
Nothing here imports the plotting library: pages take the height of a chart from its rows.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Protocol

WIDTH = 360
SMALL = 11
NOTE = 18
"""The height of a line below a chart: a key, or what the chart leaves out."""


class Chart(Protocol):
    """What a chart shows. `charts.draw` knows each kind."""

    @property
    def height(self) -> int:
        """In the units in which it is `WIDTH` wide."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours of one scheme; each pair that carries meaning differs in shape or place too, never in colour alone.
    No two are the same within a scheme, so that each stands for its role in the other one."""

    name: str
    ink: str
    muted: str
    faint: str
    line: str
    fill: str
    other: str
    paper: str

    def onto(self, other: Scheme) -> dict[str, str]:
        """Each colour of this scheme with the one that has its role in the other."""
        return dict(zip(astuple(self)[1:], astuple(other)[1:], strict=True))


LIGHT = Scheme("light", "#1c2430", "#56606e", "#848f9e", "#d9dee5", "#0f4c81", "#a35b00", "#ffffff")
DARK = Scheme("dark", "#e4e8ee", "#a3afbe", "#66717f", "#343d4a", "#8ec1f5", "#f2c879", "#141a22")
SCHEMES = (LIGHT, DARK)
