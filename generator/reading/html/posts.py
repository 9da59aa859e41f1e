"""The posts of a live page, with their times, which an extractor of articles leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress

from lxml import etree

from ...model import Paragraph
from ..live import is_live, tells_time
from .blocks import HtmlBlock, is_prose, key_of

_COMMENTS = re.compile("comment|respon|discuss|disqus|review|reply", re.IGNORECASE)
_FEWEST, _TELLING = 3, 20  # times, and letters of a block that is known by them


def with_posts(found: tuple[Paragraph, ...], blocks: list[HtmlBlock]) -> tuple[Paragraph, ...]:
    """`found`, or, where most of the page is posts that tell their times, the prose before these and all of them."""
    own = [block for block in blocks if not block.furniture]
    holder = _holder_of_posts(own)
    if holder is None:
        return found
    inside = [_is_within(block.element, holder) for block in own]
    posts = list(compress(own, inside))
    if _prose(block.text for block in posts) < _prose(_outside(found, posts)):
        return found
    before = filter(_is_prose_block, own[: inside.index(True)])
    return tuple(map(_paragraph, (*before, *posts)))


def _holder_of_posts(blocks: list[HtmlBlock]) -> etree._Element | None:
    times = [block for block in blocks if tells_time(block.text)]
    return _holder(times) if is_live([block.text for block in times]) else None


def _is_prose_block(block: HtmlBlock) -> bool:
    return is_prose(block.text)


def _paragraph(block: HtmlBlock) -> Paragraph:
    return Paragraph(block.text, "heading" if block.heading else "body", block.line)


def _outside(found: tuple[Paragraph, ...], posts: list[HtmlBlock]) -> Iterator[str]:
    """The texts of the paragraphs that hold none of the posts."""
    keys = {block.key for block in posts}
    long = [key for key in keys if len(key) > _TELLING]
    for paragraph in found:
        key = key_of(paragraph.text)
        if key not in keys and not any(part in key for part in long):
            yield paragraph.text


def _holder(times: list[HtmlBlock]) -> etree._Element | None:
    """The innermost element that holds most of the times; None where that is what readers wrote."""
    count: Counter[etree._Element] = Counter()
    for block in times:
        count.update((block.element, *block.element.iterancestors()))
    holders = [element for element, n in count.items() if n >= max(_FEWEST, 0.7 * len(times))]
    inner = max(holders, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
    if inner is None or any(_COMMENTS.search(f"{e.get('id')} {e.get('class')}") for e in (inner, *inner)):
        return None
    return inner


def _is_within(element: etree._Element, holder: etree._Element) -> bool:
    return element is holder or any(above is holder for above in element.iterancestors())


def _prose(texts: Iterable[str]) -> int:
    return sum(len(text) for text in texts if is_prose(text))
