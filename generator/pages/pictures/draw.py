"""What all charts share: colours of the two schemes, type, and how a drawing becomes a file.

Charts are drawn 360 units wide, the width of a small phone, so that their type is never smaller than the page's notes.
They carry no script and no link, and name only fonts that a system has.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...text.escape import clean

Shape = ET.Element

WIDTH = 360
SMALL = 11
_SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif"
_WIDE = frozenset("mwMWQO@%—")
_NARROW = frozenset("iljtfrI.,:;'|!()[] ")


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours of one scheme; each pair that carries meaning differs in shape or place too, never in colour alone."""

    name: str
    ink: str
    muted: str
    line: str
    fill: str
    other: str
    paper: str


LIGHT = Scheme("light", "#1c2430", "#56606e", "#d9dee5", "#0f4c81", "#a35b00", "#ffffff")
DARK = Scheme("dark", "#e4e8ee", "#a3afbe", "#343d4a", "#8ec1f5", "#f2c879", "#141a22")
SCHEMES = (LIGHT, DARK)


def length(text: str, size: float = SMALL) -> float:
    """About how wide `text` is when set in the system's sans face; on the safe side for Latin text."""
    return sum(0.95 if c in _WIDE else 0.34 if c in _NARROW else 1.0 if ord(c) > 0x2E80 else 0.6 for c in text) * size


def fit(text: str, width: float, size: float = SMALL) -> str:
    """As much of `text` as `width` holds, with an ellipsis where some is left out."""
    text = clean(text, 400)
    if length(text, size) <= width:
        return text
    kept, room = "", width - length("…", size)
    for char in text:
        room -= length(char, size)
        if room < 0:
            break
        kept += char
    return kept.rstrip(" ,;:") + "…"


def label(
    x: float, y: float, text: str, fill: str, *, size: float = SMALL, anchor: str = "start", bold: bool = False
) -> Shape:
    """A line of text; what it holds is escaped when the file is written."""
    made = _shape("text", x=x, y=y, fill=fill, font_size=size)
    if anchor != "start":
        made.set("text-anchor", anchor)
    if bold:
        made.set("font-weight", "600")
    made.text = clean(text, 400)
    return made


def rule(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1) -> Shape:
    """A straight line."""
    return _shape("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width)


def dot(x: float, y: float, radius: float, fill: str) -> Shape:
    """A filled circle."""
    return _shape("circle", cx=x, cy=y, r=radius, fill=fill)


def ring(x: float, y: float, radius: float, stroke: str, paper: str) -> Shape:
    """An open dot."""
    return _shape("circle", cx=x, cy=y, r=radius, fill=paper, stroke=stroke, stroke_width=2)


def diamond(x: float, y: float, radius: float, stroke: str, paper: str) -> Shape:
    """An open diamond, told from a dot by its shape."""
    corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    points = " ".join(f"{_number(a)},{_number(b)}" for a, b in corners)
    return _shape("polygon", points=points, fill=paper, stroke=stroke, stroke_width=2)


def box(x: float, y: float, width: float, height: float, fill: str, opacity: float = 1.0) -> Shape:
    """A filled rectangle; `opacity` from 0 to 1."""
    made = _shape("rect", x=x, y=y, width=width, height=height, fill=fill)
    if opacity < 1:
        made.set("fill-opacity", f"{opacity:.2f}")
    return made


def drawing(shapes: Iterable[Shape], height: float) -> bytes:
    """The file. Its type is the reader's own system face; its paper is the page's."""
    size = {"width": str(WIDTH), "height": _number(height), "viewBox": f"0 0 {WIDTH} {_number(height)}"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "font-family": _SANS})
    root.extend(shapes)
    return ET.tostring(root, encoding="unicode").encode() + b"\n"


def _shape(tag: str, **attributes: float | str) -> Shape:
    return ET.Element(
        tag, {k.replace("_", "-"): v if isinstance(v, str) else _number(v) for k, v in attributes.items()}
    )


def _number(number: float) -> str:
    """At most one decimal, so that no machine's rounding shows."""
    return f"{number:.1f}".removesuffix(".0")
