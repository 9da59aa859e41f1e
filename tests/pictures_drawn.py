"""A drawn chart as the tests read it: its tree, its words, its marks by what they look like."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from generator.pages.pictures.charts import draw
from generator.pages.pictures.layout import LIGHT, Chart

SVG = "{http://www.w3.org/2000/svg}"
_KINDS = {
    (LIGHT.fill, None): "dot",
    (LIGHT.fill, LIGHT.paper): "dot",
    (LIGHT.paper, LIGHT.fill): "ring",
    (LIGHT.paper, LIGHT.other): "diamond",
    ("none", LIGHT.faint): "dash",
}


def drawn(chart: Chart, scheme: str = "light") -> ET.Element:
    return ET.fromstring(draw(chart)[scheme])


def texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def marks(root: ET.Element) -> Counter[str]:
    """How often each kind of mark is drawn."""
    return Counter(_KINDS[use.get("fill", "none"), use.get("stroke")] for use in root.iter(f"{SVG}use"))


def bars(root: ET.Element) -> list[tuple[float, float, float]]:
    """The thin bars: left, right and y of each, from the top down."""
    return sorted(
        (
            (float(left), float(right), float(y))
            for path in root.iter(f"{SVG}path")
            if path.get("stroke") == LIGHT.fill and "id" not in path.attrib
            for _, left, y, _, right, _ in [path.get("d", "").split()]
        ),
        key=lambda bar: (bar[2], bar),
    )
