"""An HTML page as the row of text blocks that a reader sees, with what tells article from furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

_SKIPPED = frozenset([
    "audio", "canvas", "datalist", "dialog", "head", "iframe", "input", "map", "noscript", "object", "option",
    "script", "select", "style", "svg", "template", "textarea", "video",
])  # fmt: skip
_INLINE = frozenset([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "math", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
])  # fmt: skip
_FURNITURE = frozenset({"aside", "figure", "footer", "form", "nav"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PROSE = 60  # characters; a script without spaces says as much in half of them, and has longer paragraphs
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"”’»)\]」』]*(?:\s|$)|。")
_LETTERS = re.compile(r"\W+")


@dataclass(slots=True)
class HtmlBlock:
    """A run of text between two block boundaries. `place` is its element and its parent's, with their classes: the
    blocks of an article mostly share few places. `furniture` is true within navigation, asides, figures and
    forms. `element` is the one that holds the text."""

    text: str
    key: str
    line: int
    heading: bool
    furniture: bool
    place: tuple[str | None, ...]
    element: etree._Element


def key_of(text: str) -> str:
    """`text` reduced to its letters and digits: what stays the same whichever way white space and marks were kept."""
    return _LETTERS.sub("", text).lower()


def is_prose(text: str) -> bool:
    """Whether a block reads as running text: a whole sentence of some length."""
    return len(text) >= _PROSE and _SENTENCE_END.search(text) is not None


def spaced_text(element: HtmlElement) -> str:
    """The text of `element` on one line, with a space where a line break or a block within it parts words."""
    parts: list[str] = []
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        apart = "" if inner.tag in _INLINE else " "
        if event == "start":
            parts += (apart, inner.text or "")
        elif inner is not element:
            parts += (apart, inner.tail or "")
    return " ".join("".join(parts).split())


def page_blocks(tree: HtmlElement) -> list[HtmlBlock]:
    """The visible blocks of text in `tree`, in its order."""
    root = tree.find(".//body")
    walk = _Walk()
    for event, element in etree.iterwalk(tree if root is None else root, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    walk.flush()
    return walk.blocks


class _Walk:
    """The state of one walk over a page: open blocks, open furniture, and the run of text being collected."""

    def __init__(self) -> None:
        self.blocks: list[HtmlBlock] = []
        self.run: list[str] = []
        self.open: list[etree._Element] = []
        self.skipping = 0
        self.furniture = 0
        self.headings = 0

    def enter(self, element: etree._Element) -> None:
        tag = element.tag
        if self.skipping or tag in _SKIPPED:
            self.skipping += 1
            return
        if tag == "br":
            self.run.append(" ")
        elif tag not in _INLINE:
            self.flush()
            self.open.append(element)
            self.furniture += tag in _FURNITURE
            self.headings += tag in _HEADINGS
        if element.text:
            self.run.append(element.text)

    def leave(self, element: etree._Element) -> None:
        tag = element.tag
        if self.skipping:
            self.skipping -= 1
        elif tag not in _INLINE and tag != "br":
            self.flush()
            self.open.pop()
            self.furniture -= tag in _FURNITURE
            self.headings -= tag in _HEADINGS
        if element.tail and not self.skipping and self.open:
            self.run.append(element.tail)

    def flush(self) -> None:
        text = " ".join("".join(self.run).split())
        self.run.clear()
        if text and self.open:
            here = self.open[-1]
            above = self.open[-2] if len(self.open) > 1 else None
            place = (str(here.tag), here.get("class"), (above is not None and above.get("class")) or None)
            line = here.sourceline if isinstance(here.sourceline, int) else 0
            self.blocks.append(HtmlBlock(text, key_of(text), line, self.headings > 0, self.furniture > 0, place, here))
