"""An article that stands in what is elsewhere a margin: an aside, a header, a form, a box at the side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from ...model import Paragraph
from ..consent import asks_for_consent
from .blocks import HtmlBlock, is_prose

_HARDLY, _MOSTLY = 0.2, 0.6  # of the page's prose
_NOTHING, _SOME = 120, 200  # characters of prose
_MARGINS = frozenset({"aside", "dialog", "form", "header", "menu", "nav"})
_COMMENTS = re.compile("comment|respon|discuss|disqus|review|reply", re.IGNORECASE)

Extract = Callable[[HtmlElement], tuple[Paragraph, ...]]


def from_a_margin(found: tuple[Paragraph, ...], blocks: list[HtmlBlock], extract: Extract) -> tuple[Paragraph, ...]:
    """`found`, or what `extract` gives for the part of the page that holds most of its prose, where hardly any of that
    was found."""
    prose = [block for block in blocks if _reports(block.text)]
    have, total = _prose(p.text for p in found), sum(len(block.text) for block in prose)
    if have >= _HARDLY * total or total < _SOME:
        return found
    inner = _holder(prose, total)
    if inner is None or (have >= _NOTHING and inner.tag not in _MARGINS):
        return found
    again = extract(_page_of(inner))
    return again if _prose(p.text for p in again) > max(_SOME, 2 * have) else found


def _prose(texts: Iterable[str]) -> int:
    return sum(len(text) for text in texts if _reports(text))


def _reports(text: str) -> bool:
    return is_prose(text) and not asks_for_consent(text)


def _holder(prose: list[HtmlBlock], total: int) -> etree._Element | None:
    """The innermost element that holds most of the prose; None where that is what readers wrote."""
    sizes: Counter[etree._Element] = Counter()
    for block in prose:
        sizes.update(dict.fromkeys((block.element, *block.element.iterancestors()), len(block.text)))
    holders = [element for element, size in sizes.items() if size >= _MOSTLY * total]
    inner = max(holders, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
    if inner is None or any(_COMMENTS.search(f"{e.get('id')} {e.get('class')}") for e in (inner, *inner)):
        return None
    return inner


def _page_of(inner: etree._Element) -> HtmlElement:
    """A copy of an element as a page of its own, without names and roles."""
    page = document_fromstring("<html><body></body></html>")
    part = deepcopy(inner)
    part.tail = None
    for element in part.iter(etree.Element):
        element.attrib.clear()
        if element.tag in _MARGINS:
            element.tag = "div"
    part.tag = "article"
    page[0].append(part)
    return page
