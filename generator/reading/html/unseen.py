"""Which declarations keep an element's text off the screen, one test for each way in which that is done."""

from __future__ import annotations

import re
from collections.abc import Callable

from .stylesheet import Declared

_NUMBER = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(?:e\d+)?(px|pt|em|rem|ex|ch|vw|vh|%|cm|in|mm)?(?![\w.])")
_FAR = {
    "px": -400.0, "pt": -300.0, "em": -25.0, "rem": -25.0, "ch": -50.0, "vw": -90.0, "vh": -90.0, "%": -90.0,
}  # fmt: skip
_CUT = ("hidden", "clip")
_SIDES = ("left", "top", "right", "bottom", "inset-inline-start", "margin-left", "margin-top", "margin")
_EDGES = re.compile(
    r"inset\((?:50|[6-9]\d|100)%|circle\(0|ellipse\(0|polygon\(0(?:px|%)? 0(?:px|%)?(?:, ?0(?:px|%)? 0(?:px|%)?)*\)"
)
_CLIP = re.compile(r"rect\((?:[01](?:px)?[, )]+){4}")
_NO_TRANSFORM = re.compile(
    r"scale(?:[xy]|3d)?\(0(?:\.0+)?[,)]|translate(?:[xy]|3d)?\((-\d{3,}|[^)]*-\d{3,})(?:px|%|vw|vh|em)"
)
_MOVING = re.compile("(?:-webkit-)?(?:transition|animation)|will-change")
_TINY = 2.0  # pixels of a font's size


def _value(declared: Declared, name: str) -> tuple[float, str] | None:
    found = _NUMBER.match(declared.get(name, ""))
    return (float(found[1]), found[2] or "") if found else None


def _nothing(declared: Declared, *names: str) -> bool:
    """Whether one of these lengths is nought, or a pixel."""
    return any(
        (found := _value(declared, name)) is not None and 0 <= found[0] <= (found[1] in ("", "px")) for name in names
    )


def _not_displayed(declared: Declared) -> bool:
    return declared.get("display") == "none" or declared.get("content-visibility") == "hidden"


def _too_small(declared: Declared) -> bool:
    """Whether its box has no room, and cuts off what does not fit."""
    cut = any(declared.get(name, "").startswith(_CUT) for name in ("overflow", "overflow-y", "overflow-x"))
    narrow = _nothing(declared, "width", "max-width", "inline-size")
    low = _nothing(declared, "height", "max-height", "block-size")
    return (narrow and low) or (cut and (narrow or low))


def _cut_away(declared: Declared) -> bool:
    return bool(
        _CLIP.match(declared.get("clip", ""))
        or _EDGES.match(declared.get("clip-path", declared.get("-webkit-clip-path", "")))
        or _NO_TRANSFORM.search(declared.get("transform", ""))
    )


def _off_screen(declared: Declared) -> bool:
    for name in (*_SIDES, "text-indent"):
        found = _value(declared, name)
        if found and found[0] <= _FAR.get(found[1] or "px", -400.0):
            return True
    return False


def _see_through(declared: Declared) -> bool:
    """Whether it is drawn in nothing, and stays so: what a program brings into view says how it will move."""
    found = _value(declared, "opacity")
    return found is not None and found[0] <= 0.05 * (100 if found[1] == "%" else 1) and not _moves(declared)


def _moves(declared: Declared) -> bool:
    told = any(value != "none" and _MOVING.match(name) for name, value in declared.items())
    return told or "translate" in declared.get("transform", "")


_ALWAYS: tuple[Callable[[Declared], bool], ...] = (_not_displayed, _too_small, _cut_away, _off_screen, _see_through)


def hides(declared: Declared) -> bool:
    """Whether an element is hidden with all that is in it."""
    return bool(declared) and any(test(declared) for test in _ALWAYS)


def off_by_visibility(declared: Declared) -> bool:
    """Whether its text is not drawn, unless something in it is declared visible."""
    return declared.get("visibility") in ("hidden", "collapse")


def off_by_size(declared: Declared) -> bool:
    """Whether its letters have no size to speak of, unless something in it has one."""
    found = _value(declared, "font-size")
    return found is not None and 0 <= found[0] < (_TINY if found[1] in ("px", "pt") else 0.05 if found[1] != "%" else 5)
