"""What a page holds but does not show: taken out of its tree before anything is read, so that nothing of it is quoted.

What is hidden the page says itself: by `hidden`, by styles, by classes for screen readers and others by their usual
meaning, and by `aria-hidden`, but for what stands beside a copy of itself for screen readers. None of it is believed of
what is most of a page: such pages wait for a program that shows them (5 of 160 that were measured)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from lxml import etree
from lxml.html import HtmlElement

from ...model import Dropped
from ...text.word_lists import word_lists
from .colours import own_colour, vanishes
from .stylesheet import Declared, StyleSheet
from .unseen import hides, off_by_size, off_by_visibility

_NEVER_SHOWN = (
    "annotation", "annotation-xml", "audio", "canvas", "datalist", "noembed", "noframes", "template", "video",
)  # fmt: skip
_GONE = "template"
_MOST, _NEARLY_ALL = 0.5, 0.9  # of a page's text
_MAIN = ("article", "h1", "main")
_SHOWN = 200
_FEWEST_ARTICLE = 400  # characters of a noscript element that may be the article
_REASON = "hidden on the page"
_SETTLED = ("aria-hidden", "hidden", "style")  # by now, and trafilatura reads them more simply
_LENGTH = etree.XPath("string-length(.)")
_PROGRAMS = ("script", "style")
_LETTERS = frozenset({"visibility", "font-size", "color"})
_READERS, _USUAL, _WIDE = "for screen readers", "by their usual meaning", "seen on wide screens"
_NEVER = (_READERS, _USUAL)
_STREAMED = re.compile("S:[0-9a-f]+")  # a piece of a page that React moves to its place as soon as it has come

Declare = Callable[[etree._Element], Declared]


def without_hidden(tree: HtmlElement) -> tuple[Dropped, ...]:
    """Takes what is not shown out of `tree`. Gives what it was."""
    sheet = StyleSheet(style.text or "" for style in tree.iter("style"))
    elsewhere = any("stylesheet" in (link.get("rel") or "").lower() for link in tree.iter("link"))
    body = tree.find(".//body")
    root = tree if body is None else body
    _settle_noscript(root)
    etree.strip_elements(root, *_NEVER_SHOWN, with_tail=False)
    gone: list[etree._Element] = list(_hidden(root, sheet, elsewhere))
    dropped = tuple(filter(None, map(_record, gone)))
    for element in gone:
        element.tag = _GONE
    etree.strip_elements(root, _GONE, with_tail=False)
    etree.strip_attributes(tree, *_SETTLED)
    return dropped


def is_hidden_by_itself(element: etree._Element) -> bool:
    """Whether an element without a page around it says that it, or the text in it, is not shown."""
    sheet = StyleSheet(())
    return _is_hidden(element, sheet) or _unseen_letters(element, sheet.declared, elsewhere=False)


def _record(element: etree._Element) -> Dropped | None:
    text = " ".join("".join(map(str, element.itertext())).split())
    line = element.sourceline if isinstance(element.sourceline, int) else 0
    return Dropped(line, text[:_SHOWN], _REASON) if text else None


def _hidden(root: etree._Element, sheet: StyleSheet, elsewhere: bool) -> Iterator[etree._Element]:
    """The outermost hidden elements. Where only the letters of an element are out of sight, they are taken away."""
    whole, waiting = _size(root), list(reversed(root))
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in _PROGRAMS:
            continue
        if _is_hidden(element, sheet) and not _is_the_page(element, whole):
            yield element
            continue
        if _unseen_letters(element, sheet.declared, elsewhere):
            _blank(element, sheet.declared)
        waiting += reversed(element)


def _is_hidden(element: etree._Element, sheet: StyleSheet) -> bool:
    if element.tag == "dialog" and element.get("open") is None:
        return True
    if element.get("hidden") is not None and not _STREAMED.fullmatch(element.get("id") or ""):
        return True
    return _is_for_eyes_only(element) or _has_class(element, _NEVER) or hides(sheet.declared(element))


def _is_for_eyes_only(element: etree._Element) -> bool:
    """Whether an element is kept from screen readers, and no other way is given for them to what it says: a copy beside
    it, or a label around it. Where there is one, it is what everybody else sees."""
    if (element.get("aria-hidden") or "").strip().lower() != "true":
        return False
    above = element.getparent()
    beside = (element.getnext(), element.getprevious())
    labelled = above is not None and above.get("aria-label")
    return not labelled and not any(other is not None and _has_class(other, (_READERS,)) for other in beside)


def _has_class(element: etree._Element, kinds: tuple[str, ...]) -> bool:
    names = element.get("class")
    return names is not None and _means(names.lower(), kinds)


@lru_cache(maxsize=8192)
def _means(names: str, kinds: tuple[str, ...]) -> bool:
    parts = names.split()
    hiding = any(_pattern(kind).fullmatch(name[:100]) for name in parts for kind in kinds)
    return hiding and not any(_pattern(_WIDE).fullmatch(name[:100]) for name in parts)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in word_lists("hidden")[kind]))


def _is_the_page(element: etree._Element, whole: float) -> bool:
    """Whether an element holds most of the page's text and its heading or main part, or nearly all of its text: that
    is what a program brings into view as soon as it runs."""
    share = _size(element) / max(1.0, whole)
    return share > _NEARLY_ALL or (share > _MOST and next(element.iter(*_MAIN), None) is not None)


def _unseen_letters(element: etree._Element, declared: Declare, elsewhere: bool) -> bool:
    """Whether an element's own letters cannot be seen, though it takes its room."""
    found = declared(element)
    if found and (off_by_visibility(found) or off_by_size(found)):
        return True
    return own_colour(element, found) is not None and vanishes(element, declared, elsewhere)


def _blank(element: etree._Element, declared: Declare) -> None:
    """Takes the letters of an element away, but for what within it declares them anew."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        here.text = None
        for child in here:
            child.tail = None
            if not isinstance(child.tag, str) or not _declares_letters(child, declared):
                waiting.append(child)


def _declares_letters(element: etree._Element, declared: Declare) -> bool:
    """Whether an element says itself how its letters look."""
    found = declared(element)
    return bool(_LETTERS & found.keys()) or own_colour(element, found) is not None


def _settle_noscript(root: etree._Element) -> None:
    """Takes away what is shown where no program runs, unless it holds more than all the rest of the page."""
    found = list(root.iter("noscript"))
    size = sum(_size(element) for element in found)
    is_article = size >= _FEWEST_ARTICLE and 2 * size > _size(root)
    for element in found:
        element.tag = "div" if is_article else _GONE


def _size(element: etree._Element) -> float:
    """The characters in an element that are no program's."""
    return float(str(_LENGTH(element))) - sum(len(inner.text or "") for inner in element.iter(*_PROGRAMS))
