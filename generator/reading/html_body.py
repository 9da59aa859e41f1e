"""The body of an article page: trafilatura's choice of blocks as paragraphs, cleaned of what clings to an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from ..model import Dropped, Paragraph, Role

_BLOCKS = frozenset({"body", "code", "div", "head", "item", "list", "p", "quote", "row", "table"})
_ROLES: dict[str, Role] = {"head": "heading", "item": "item", "row": "item"}
_SPACE = re.compile(r"\s+")
_LEFT_OUT = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "figcaption", "blockquote")
_SHOWN = 200


def body(tree: HtmlElement, title: str | None) -> tuple[Paragraph, ...]:
    """The paragraphs of the article in `tree`, in the order of the page; none where there is no article."""
    found = bare_extraction(tree, fast=True, favor_recall=True, include_comments=False)
    if found is None or isinstance(found, dict):
        return ()
    return tuple(_paragraphs(found.body))


def left_out(tree: HtmlElement, kept: tuple[Paragraph, ...]) -> tuple[Dropped, ...]:
    """The blocks of text in `tree` that are in no kept paragraph, each with its line."""
    whole = "\n".join(p.text for p in kept)
    seen: set[str] = set()
    dropped = []
    for element in tree.iter(*_LEFT_OUT):
        text = _tidy("".join(element.itertext()))
        if text and text not in seen and text not in whole:
            seen.add(text)
            dropped.append(Dropped(element.sourceline or 0, text[:_SHOWN], "outside the article"))
    return tuple(dropped)


def _paragraphs(root: etree._Element) -> Iterator[Paragraph]:
    """The blocks of trafilatura's tree, flattened. Two line breaks in a row part paragraphs, one is a space; the cells
    of a row are parted by a bar."""
    roles: list[Role] = []
    run: list[str] = []
    line: int | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in _BLOCKS:
            yield from _split(run, roles[-1] if roles else "body", line)
            run = []
        if event == "start":
            if tag in _BLOCKS:
                roles.append(_ROLES.get(str(tag), roles[-1] if roles else "body"))
                line = element.sourceline or line
            elif tag == "lb":
                run.append("\n")
            elif tag == "cell" and run:
                run.append(" | ")
            run.append(_SPACE.sub(" ", element.text or ""))
        else:
            if tag in _BLOCKS:
                roles.pop()
            run.append(_SPACE.sub(" ", element.tail or "") if element is not root else "")


def _split(run: list[str], role: Role, line: int | None) -> Iterator[Paragraph]:
    for part in re.split(r"\n ?\n", "".join(run)):
        text = _tidy(part).strip("| ")
        if text:
            yield Paragraph(text, role, line)


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
