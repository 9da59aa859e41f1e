"""HTML that stands within another format, tag by tag: the text that it shows, and whether it hides what comes after."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import fragment_fromstring

from .html.hidden import is_hidden_by_itself

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9-]{0,40})((?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,400})>""")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SILENT = frozenset([
    "iframe", "math", "noscript", "script", "style", "svg", "template", "textarea", "title",
])  # fmt: skip
_ENDS_WITH_ITS_BLOCK = "p"
_DEEPEST = 200


class RawHtml:
    """The elements that are open, and how many of them are hidden; one for a document."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        self._hiding = 0

    @property
    def hides(self) -> bool:
        """Whether what comes next stands in a hidden element."""
        return self._hiding > 0

    def shown(self, markup: str) -> str:
        """The text that `markup` shows, with a space for each tag."""
        parts, at = [], 0
        for found in _TAG.finditer(markup):
            parts.append(" " if self.hides else markup[at : found.start()] + " ")
            self._pass(found)
            at = found.end()
        parts.append("" if self.hides else markup[at:])
        return "".join(parts)

    def end_of_block(self) -> None:
        """Closes the paragraphs that nobody closed, as browsers do."""
        while self._open and self._open[-1][0] == _ENDS_WITH_ITS_BLOCK:
            self._close(self._open[-1][0])

    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open)

    def back_to(self, depth: int) -> None:
        """Closes what was opened beyond `depth`."""
        while len(self._open) > depth:
            self._hiding -= self._open.pop()[1]

    def _pass(self, tag: re.Match[str]) -> None:
        name = tag[2].lower()
        if tag[1]:
            self._close(name)
        elif name not in _VOID and not tag[3].endswith("/") and len(self._open) < _DEEPEST:
            hidden = name in _SILENT or _is_hidden(tag[0])
            self._open.append((name, hidden))
            self._hiding += hidden

    def _close(self, name: str) -> None:
        at = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n][0] == name), None)
        if at is not None:
            self.back_to(at)


def _is_hidden(tag: str) -> bool:
    if "=" not in tag and " " not in tag.strip():
        return False
    try:
        return is_hidden_by_itself(fragment_fromstring(tag))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return False
