"""A chart's paper: matplotlib's axes in units of the picture, and the small, steady SVG files that come of them.

Only the module that draws imports this one, and only when a picture is asked for: the library takes half a second to
load. It is used without pyplot, and its settings are its own defaults for as long as the charts are drawn, whatever a
`matplotlibrc` on the machine says. Type is measured in the face that the library carries and drawn as text in the
reader's own system face, so neither the fonts of this machine nor their versions show in the files.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

from ...text.escape import clean
from .layout import LIGHT, SCHEMES, SMALL, WIDTH

_SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif"
_FACES = Path(mpl.get_data_path()) / "fonts" / "ttf"
_SETTINGS = {
    **{key: value for key, value in mpl.rcParamsDefault.items() if not key.startswith(("backend", "date.epoch"))},
    "font.sans-serif": ["DejaVu Sans"],
    "svg.fonttype": "none",
    "svg.hashsalt": "briefing",
    "text.parse_math": False,
}
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_SVG, _HREF = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_FRACTION = re.compile(r"-?\d+\.\d+")
_IMPLIED = {"font-size": f"{SMALL}px", "text-anchor": "start"}


@contextmanager
def steady() -> Iterator[None]:
    """The library with its own defaults and ours, quiet about letters that its face lacks and the reader's has."""
    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from", UserWarning)
        yield


def length(text: str, size: float = SMALL, bold: bool = False) -> float:
    """How wide `text` is in the widest of the faces it may be set in; a letter which that lacks counts as a square."""
    return sum(_advance(char, bold) for char in text) * size


def fit(text: str, width: float, size: float = SMALL, bold: bool = False) -> str:
    """As much of `text` as `width` holds, with an ellipsis where some is left out."""
    text = clean(text, 400)
    if length(text, size, bold) <= width:
        return text
    kept, room = "", width - length("…", size, bold)
    for char in text:
        room -= length(char, size, bold)
        if room < 0:
            break
        kept += char
    return kept.rstrip(" ,;:") + "…"


@lru_cache(4096)
def _advance(char: str, bold: bool) -> float:
    font = get_font(_face(bold))
    if not font.get_char_index(ord(char)):
        return 1.0
    font.set_size(100, 72)
    return font.load_char(ord(char), LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100


def _face(bold: bool) -> Path:
    return _FACES / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


class Sheet:
    """A drawing of a given height. `page` is measured in its units, from the top left corner."""

    def __init__(self, height: int) -> None:
        self.height = height
        self.figure = Figure((WIDTH / 72, height / 72), dpi=72, frameon=False)
        self.page = self.plot(0, WIDTH, (0, WIDTH))

    def plot(self, left: float, right: float, limits: tuple[float, float]) -> Axes:
        """Axes whose x goes from limit to limit between `left` and `right`; their y is the page's."""
        axes = self.figure.add_axes((left / WIDTH, 0, (right - left) / WIDTH, 1))
        axes.set_axis_off()
        axes.set(xlim=limits, ylim=(self.height, 0))
        return axes

    def label(
        self, x: float, y: float, text: str, color: str, *, align: str = "left", bold: bool = False, size: int = SMALL
    ) -> None:
        """A line of text on the base line `y`. No sign in it is a command to the library."""
        font = FontProperties(family="sans-serif", weight=600 if bold else 400, size=size, fname=str(_face(bold)))
        self.page.text(x, y, clean(text, 400), color=color, ha=align, va="baseline", fontproperties=font)

    def files(self) -> dict[str, bytes]:
        """The drawing in each scheme, by its name: drawn once, in the light one's colours."""
        for artist in (artist for axes in self.figure.axes for artist in axes.get_children()):
            artist.set_clip_on(False)  # marks at either end of a scale lie half outside it
        file = io.BytesIO()
        FigureCanvasSVG(self.figure).print_svg(file, metadata=_NO_METADATA)
        drawn = ET.fromstring(file.getvalue())  # noqa: S314 - what the library has just written
        return {scheme.name: _written(drawn, self.height, LIGHT.onto(scheme)) for scheme in SCHEMES}


def _written(drawn: ET.Element, height: int, colours: Mapping[str, str]) -> bytes:
    """What the library drew in other colours, without the groups, repeated styles and idle decimals around it."""
    size = {"width": str(WIDTH), "height": str(height), "viewBox": f"0 0 {WIDTH} {height}"}
    style = {"font-family": _SANS, "font-size": str(SMALL), "stroke-linejoin": "round"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **style})
    shared = ET.Element("defs")
    for shape in drawn.iter():
        tag = shape.tag.removeprefix(_SVG)
        if tag in ("path", "text", "use"):
            ET.SubElement(shared if "id" in shape.attrib else root, tag, _attributes(shape, colours)).text = shape.text
    if len(shared):
        root.insert(0, shared)
    return ET.tostring(root, encoding="unicode").encode() + b"\n"


def _attributes(shape: ET.Element, colours: Mapping[str, str]) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, value in shape.attrib.items():
        if name == "style":
            made |= _style(value, colours)
        elif name in ("d", "x", "y"):
            made[name] = " ".join(_FRACTION.sub(_rounded, value).split())
        elif name != "transform" or not value.startswith("rotate(-0 "):
            made["href" if name == _HREF else name] = value
    made.pop("font-family", None)
    return made


def _style(value: str, colours: Mapping[str, str]) -> dict[str, str]:
    """A `style` as attributes, less those that the whole drawing has."""
    pairs = (part.partition(": ") for part in value.split("; ") if part)
    return {key: colours.get(what, what) for key, _, what in pairs if _IMPLIED.get(key) != what}


def _rounded(number: re.Match[str]) -> str:
    """Two decimals, so that no machine's rounding shows."""
    return f"{round(float(number[0]), 2) + 0:g}"
