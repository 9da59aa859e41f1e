"""Markup that is all article (a DOCX, a chapter, a feed's entry, a mail) as paragraphs, with nothing left out."""

from __future__ import annotations

from lxml import etree

from ..model import Paragraph, Role

_HEADINGS: dict[str, Role] = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")
_ROLES: dict[str, Role] = {"li": "item", "tr": "item", **_HEADINGS}
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "footer", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "ul", *_ROLES,
])  # fmt: skip
_SKIPPED = frozenset(
    {"head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea"}
)


def flatten(root: etree._Element) -> tuple[Paragraph, ...]:
    """The blocks of text within `root`. The cells of a table's row are parted by a bar, whatever blocks they hold."""
    walk = Walk()
    walk.over(root)
    return tuple(walk.made)


class Walk:
    """A walk over a tree that collects its blocks of text in `made`."""

    def __init__(self) -> None:
        self.made: list[Paragraph] = []
        self.run: list[str] = []
        self.roles: list[Role] = ["body"]
        self.rows = 0
        self.skipping = 0

    def over(self, root: etree._Element) -> None:
        """Walks through `root`, without what stands behind it."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self.enter(element)
            else:
                self.leave(element, element is root)
        self.flush()

    def enter(self, element: etree._Element) -> None:
        """Takes in what an element begins with."""
        tag = _name(element)
        if self.skipping or tag in _SKIPPED:
            self.skipping += 1
            return
        if tag == "br":
            self.line_break()
        elif tag in ("td", "th") and self.rows:
            self.run.append(" | ")
        elif tag in _BLOCKS:
            self._boundary()
            self.rows += tag == "tr"
            self.roles.append(_ROLES.get(tag, self.roles[-1]))
        self.run.append(element.text or "")

    def leave(self, element: etree._Element, last: bool) -> None:
        """Ends an element and takes in what follows it, unless it is the `last`."""
        tag = _name(element)
        if self.skipping:
            self.skipping -= 1
        elif tag in _BLOCKS:
            self.rows -= tag == "tr"
            self._boundary()
            self.roles.pop()
        if not self.skipping and not last:
            self.run.append(element.tail or "")

    def line_break(self) -> None:
        """Ends a line within a block."""
        self.run.append(" ")

    def flush(self) -> None:
        """Ends a block."""
        text = " ".join("".join(self.run).split()).strip("| ")
        self.run.clear()
        if text:
            self.made.append(Paragraph(text, self.roles[-1]))

    def _boundary(self) -> None:
        if self.rows:
            self.run.append(" ")
        else:
            self.flush()


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
