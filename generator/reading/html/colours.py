"""Text in the colour of what is behind it, as far as a page itself says which that is."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from .stylesheet import Declared

Colour = tuple[float, float, float]

_NAMED: dict[str, Colour] = {
    "white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245), "ghostwhite": (248, 248, 255), "red": (255, 0, 0), "green": (0, 128, 0),
    "blue": (0, 0, 255), "yellow": (255, 255, 0), "gray": (128, 128, 128), "grey": (128, 128, 128),
    "silver": (192, 192, 192), "navy": (0, 0, 128), "canvas": (255, 255, 255),
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$")
_RGB = re.compile(r"rgba?\(\s*([\d.]+)(%?)[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?(?:[\s,/]+([\d.]+)(%?))?\s*\)$")
_HSL = re.compile(r"hsla?\(\s*[\d.]+(?:deg)?[\s,]+[\d.]+%?[\s,]+(0|100)(?:\.0+)?%(?:[\s,/]+([\d.]+)(%?))?\s*\)$")
_CLEAR = "transparent"
_NEARLY_CLEAR = 0.02
_ALIKE = 6  # of 255, in each of three
_PAGE: Colour = (255, 255, 255)


def colour(text: str) -> Colour | str | None:
    """The colour that `text` names, "transparent" for none at all, and None where it is none that we know."""
    text = text.strip().lower()
    if text in (_CLEAR, *_NAMED):
        return _NAMED.get(text, _CLEAR)
    for form, read in ((_HEX, _by_digits), (_RGB, _by_numbers), (_HSL, _by_light)):
        if found := form.match(text):
            return read(found)
    return None


def _by_digits(found: re.Match[str]) -> Colour | str:
    digits = found[1] if len(found[1]) > 4 else "".join(c * 2 for c in found[1])
    return _CLEAR if digits[6:] == "00" else (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))


def _by_numbers(found: re.Match[str]) -> Colour | str:
    scale = 2.55 if found[2] else 1
    red, green, blue = (float(found[group]) * scale for group in (1, 3, 4))
    return _CLEAR if _is_clear(found[5]) else (red, green, blue)


def _by_light(found: re.Match[str]) -> Colour | str:
    return _CLEAR if _is_clear(found[2]) else _NAMED["white" if found[1] == "100" else "black"]


def _is_clear(share: str | None) -> bool:
    return share is not None and float(share) <= _NEARLY_CLEAR


def own_colour(element: etree._Element, declared: Declared) -> Colour | str | None:
    """The colour that an element gives its text, where it gives one."""
    said = (
        declared.get("-webkit-text-fill-color") or declared.get("color") or element.get("color") or element.get("text")
    )
    return colour(said) if said else None


def ground(declared: Declared, element: etree._Element) -> Colour | str | None:
    """What an element is painted with: a colour, "transparent" where it says nothing of it, None where that is a
    picture or a colour that we do not know."""
    said = declared.get("background-color") or declared.get("background") or element.get("bgcolor")
    if element.get("background") or declared.get("background-image", "none") != "none":
        return None
    if not said or said in ("none", "inherit", "initial", "unset"):
        return _CLEAR
    return colour(said)


def vanishes(element: etree._Element, declared: Callable[[etree._Element], Declared], styled_elsewhere: bool) -> bool:
    """Whether an element gives its text the colour of what is behind it, or none. Where a page has style sheets that we
    do not see (`styled_elsewhere`), what a class paints is not known."""
    own = own_colour(element, declared(element))
    if own is None or isinstance(own, str):
        return (
            own == _CLEAR
            and declared(element).get("background-clip", declared(element).get("-webkit-background-clip")) != "text"
        )
    behind = _behind(element, declared, styled_elsewhere)
    return behind is not None and all(abs(a - b) <= _ALIKE for a, b in zip(own, behind, strict=True))


def _behind(
    element: etree._Element, declared: Callable[[etree._Element], Declared], styled_elsewhere: bool
) -> Colour | None:
    here: etree._Element | None = element
    while here is not None:
        painted = ground(declared(here), here)
        if painted is None or not isinstance(painted, str):
            return painted
        if styled_elsewhere and (here.get("class") or here.get("id")):
            return None
        here = here.getparent()
    return None if styled_elsewhere else _PAGE
