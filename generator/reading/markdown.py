"""Markdown sources: front matter, and the body as plain paragraphs, headings and items (CommonMark and tables, by
markdown-it-py, whose work is bounded on hostile input and whose blocks know their lines)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Dropped, Metadata, Paragraph, Role, SourceFile
from .encoding import beyond, decode
from .raw_html import RawHtml
from .text import open_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<[^<>]*>")
_SILENT = re.compile(r"<(script|style|textarea)\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_FOOTNOTE_TEXT = re.compile(r"\[\^[^\]\s]{1,40}\]:")
_MARKS = str.maketrans("[*_|", "\ufdd0\ufdd1\ufdd2\ufdd3")
_MARKS_AGAIN = str.maketrans("\ufdd0\ufdd1\ufdd2\ufdd3", "[*_|")
_MOST_MARKS = 1_000
_ATTRIBUTES = re.compile(r"(?<!\s)\s*\{:?\s?[#.\w][^{}]{0,400}\}$")


@dataclass(slots=True)
class _Body:
    paragraphs: list[Paragraph] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    title: str | None = None

    @property
    def is_empty(self) -> bool:
        return self.title is None and not self.paragraphs


def read_markdown(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """One structured document: links as their text, no image, no code and no HTML. A heading of the first level at the
    top is the title where front matter names none."""
    text, notes = decode(file.data, limits)
    opened = open_text(text)
    body = _Body()
    for block in _blocks(_parse(_tame(opened.lines, limits)), opened.skipped):
        _add(block, body, opened.metadata)
    if not body.paragraphs and not body.title:
        raise UnreadableError("no text in it" + (f", only {body.dropped[0].reason}" if body.dropped else ""))
    metadata = replace(opened.metadata, title=opened.metadata.title or body.title)
    paragraphs, dropped = tuple(body.paragraphs), tuple(body.dropped)
    return (Document(file.path, "markdown", metadata, paragraphs, True, dropped, (*notes, *opened.notes)),)


def _parse(text: str) -> list[Token]:
    from markdown_it import MarkdownIt  # a tenth of a second, for whoever has Markdown

    return MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").parse(text)


def _tame(lines: Sequence[str], limits: Limits) -> str:
    """The text of `lines`, with the marks of Markdown in a paragraph that holds them by the thousand put out of its
    sight (as noncharacters, which `_add` turns back), since the parser's work grows with their square. Raises
    UnreadableError for a paragraph without end."""
    tamed: list[str] = []
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        text = "\n".join(group)
        if not blank and len(text) > limits.line_chars:
            raise UnreadableError(beyond(len(text), "characters in one paragraph", limits.line_chars, "line_chars"))
        if len(text) > _MOST_MARKS and any(text.count(mark) > _MOST_MARKS for mark in "[*_|"):
            text = text.translate(_MARKS)
        tamed.append(text)
    return "\n".join(tamed)


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    line: int
    role: Role = "body"
    level: int = 0
    reason: str | None = None


_LIST_STEPS = {"list_item_open": 1, "list_item_close": -1}


def _blocks(tokens: list[Token], skipped: int) -> Iterator[_Block]:
    """The blocks of text in order. A row of a table is one item."""
    lists = level = 0
    raw = RawHtml()
    cells: list[str] | None = None
    line = skipped + 1
    for token in tokens:
        line = token.map[0] + skipped + 1 if token.map else line
        lists += _LIST_STEPS.get(token.type, 0)
        level = _heading_level(token, level)
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield _Block("; ".join(filter(None, cells or [])), line, "item")
            cells = None
        elif token.type == "inline" and cells is not None:
            cells.append(_plain(token.children or [], raw))
        else:
            yield from _block(token, line, level, lists > 0, raw)


def _heading_level(token: Token, level: int) -> int:
    """The level of the heading in which the text after `token` stands, 0 outside of one; before it that was `level`."""
    if token.type == "heading_open":
        return int(token.tag[1:])
    return 0 if token.type == "heading_close" else level


def _block(token: Token, line: int, level: int, listed: bool, raw: RawHtml) -> Iterator[_Block]:
    if token.type == "inline":
        role: Role = "heading" if level else "item" if listed else "body"
        hidden = raw.hides
        text = _plain(token.children or [], raw)
        yield _Block(token.content, line, reason="hidden on the page") if hidden else _Block(text, line, role, level)
    elif token.type in ("fence", "code_block"):
        yield _Block(token.content, line, reason="code block")
    elif token.type == "html_block":
        inside = "" if _SILENT.match(token.content.lstrip()) else raw.shown(_without_comments(token.content))
        raw.end_of_block()
        text = " ".join(_TAG.sub(" ", inside).replace("<", " ").split())
        yield _Block(text, line) if text else _Block(token.content, line, reason="HTML")


def _without_comments(html: str) -> str:
    """`html` without `<!-- … -->`, and without what follows a comment that is never closed."""
    kept, rest = [], html
    while rest:
        text, opened, rest = rest.partition("<!--")
        kept.append(text)
        rest = rest.partition("-->")[2] if opened else ""
    return "".join(kept)


def _plain(children: list[Token], raw: RawHtml) -> str:
    """The text of an inline run: links as what they show, images and HTML gone, and what a script or a hidden element
    holds too."""
    parts: list[str] = []
    depth = raw.depth()
    for token in children:
        if token.type == "html_inline":
            raw.shown(token.content)
        elif raw.hides:
            continue
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "text":
            parts.append(_FOOTNOTE.sub("", token.content))
        elif token.type == "code_inline":
            parts.append(token.content)
    raw.back_to(depth)
    return "".join(parts).strip()


def _add(block: _Block, body: _Body, metadata: Metadata) -> None:
    text = (_ATTRIBUTES.sub("", block.text) if block.level else block.text).translate(_MARKS_AGAIN)
    if block.reason or _FOOTNOTE_TEXT.match(text):
        body.dropped.append(Dropped(block.line, block.text.strip(), block.reason or "footnote"))
    elif text and block.level == 1 and body.is_empty:
        body.title = text
        _add_title(text, block.line, body, metadata)
    elif text:
        body.paragraphs.append(Paragraph(text, block.role, block.line))


def _add_title(text: str, line: int, body: _Body, metadata: Metadata) -> None:
    """The first heading: shown above the text by itself, unless front matter names another title."""
    if metadata.title and metadata.title.casefold() != text.casefold():
        body.paragraphs.append(Paragraph(text, "heading", line))
    else:
        body.dropped.append(Dropped(line, text, "title"))
