"""The text of a mail as lines, whether it came as plain text or as HTML: each with how often it is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from ...model import Paragraph, Role
from ..flatten import Walk

_QUOTES = re.compile(r"(?:[ \t]{0,3}>)+ ?")


@dataclass(frozen=True, slots=True)
class MailLine:
    """A line of a mail without its marks of quotation, of which it had `depth`; a blank one ends a paragraph."""

    text: str
    depth: int = 0
    number: int | None = None
    role: Role = "body"


def plain_lines(text: str) -> tuple[MailLine, ...]:
    """The lines of a plain text; `> ` before a line says that it is quoted, as often as it stands there."""
    return tuple(_plain(line, number) for number, line in enumerate(text.split("\n"), 1))


def _plain(line: str, number: int) -> MailLine:
    marks = _QUOTES.match(line[:200])
    depth = marks.group().count(">") if marks else 0
    return MailLine(line[marks.end() :] if marks and depth else line, depth, number)


def markup_lines(root: etree._Element) -> tuple[MailLine, ...]:
    """The lines of a mail in HTML as a reader sees them; what stands in a cited block is quoted."""
    walk = _MailWalk()
    walk.over(root)
    return tuple(walk.lines)


def paragraphs(lines: Iterable[MailLine]) -> tuple[Paragraph, ...]:
    """What stands between blank lines, and what has one role, as a paragraph each."""
    runs = groupby(lines, key=lambda line: line.text.strip() != "" and line.role)
    return tuple(_paragraph(list(run)) for role, run in runs if role)


def _paragraph(run: list[MailLine]) -> Paragraph:
    return Paragraph(" ".join(" ".join(line.text.split()) for line in run), run[0].role, run[0].number)


class _MailWalk(Walk):
    """A walk over a mail that keeps its lines apart, and knows what is cited."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[MailLine] = []
        self._cited = 0

    def enter(self, element: etree._Element) -> None:
        if _is_cited(element):
            self.flush()
            self._cited += 1
        super().enter(element)

    def leave(self, element: etree._Element, last: bool) -> None:
        if _is_cited(element):
            self.flush()
            self._cited -= 1
        super().leave(element, last)

    def line_break(self) -> None:
        if self.rows:
            super().line_break()
        else:
            self._keep_run()

    def flush(self) -> None:
        if self._keep_run() or (self.lines and self.lines[-1].text):
            self.lines.append(MailLine("", self._cited))

    def _keep_run(self) -> bool:
        text = " ".join("".join(self.run).split()).strip("| ")
        self.run.clear()
        if text:
            self.lines.append(MailLine(text, self._cited, None, self.roles[-1]))
        return bool(text)


def _is_cited(element: etree._Element) -> bool:
    if element.tag != "blockquote":
        return False
    return element.get("type") == "cite" or "quote" in (element.get("class") or "")
