"""The body of an article page: trafilatura's choice of blocks as paragraphs, with the headings it lost put back.

trafilatura's fast mode with its recall settings is the best of its modes per second; where it keeps little of what the
page shows, the full cascade with its second and third extractor gets its turn (decision 0016)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree
from lxml.html import HtmlElement

from ...model import Dropped, Paragraph, Role
from .blocks import HtmlBlock, key_of
from .jsonld import article_bodies
from .margin import from_a_margin
from .posts import with_posts
from .stated_body import in_paragraphs

_BLOCKS = frozenset({"body", "code", "div", "head", "item", "list", "p", "quote", "row", "table"})
_ROLES: dict[str, Role] = {"head": "heading", "item": "item", "row": "item"}
_SPACE = re.compile(r"\s+")
_SENTENCE_LINES = re.compile(r"(?<=[.!?:…。！？\"”’]) ?\n")
_LITTLE = 0.3  # of the page's visible text: below it the full cascade is worth its time
_MORE = 1.5
_PARTING = {"lb": "\n", "cell": " | "}
_GAP = 4  # blocks
_SHOWN = 200


def body(tree: HtmlElement, blocks: list[HtmlBlock]) -> tuple[tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """The paragraphs of the article in `tree`, in the order of the page, and the blocks outside it; no paragraphs
    where there is no article."""
    shown = sum(len(block.text) for block in blocks)
    found = _extract(tree, fast=True)
    if _size(found) < _LITTLE * shown:
        full = _extract(tree, fast=False)
        found = full if _size(full) > _MORE * _size(found) else found
    found = from_a_margin(found, blocks, lambda page: _extract(page, fast=True))
    found = with_posts(in_paragraphs(found, article_bodies(tree)), blocks)
    kept = _kept(blocks, found)
    paragraphs = _fill(found, blocks, kept)
    added = {p.line for p in paragraphs}
    dropped = (
        Dropped(b.line, b.text[:_SHOWN], "outside the article")
        for b, k in zip(blocks, kept, strict=True)
        if not k and not (b.heading and b.line in added)
    )
    return paragraphs, tuple(dropped)


def _extract(tree: HtmlElement, fast: bool) -> tuple[Paragraph, ...]:
    from trafilatura import bare_extraction  # a quarter of a second, for whoever has a web page

    found = bare_extraction(tree, fast=fast, favor_recall=fast, include_comments=False)
    return () if found is None or isinstance(found, dict) else tuple(_paragraphs(found.body))


def _size(paragraphs: tuple[Paragraph, ...]) -> int:
    return sum(len(p.text) for p in paragraphs)


def _kept(blocks: list[HtmlBlock], paragraphs: tuple[Paragraph, ...]) -> list[bool]:
    """Which blocks of the page the paragraphs hold, whole or, where they are long enough to tell, in part."""
    keys = [key_of(p.text) for p in paragraphs]
    whole, exact = "".join(keys), frozenset(keys)
    return [bool(b.key) and (b.key in exact or (len(b.key) > 20 and b.key in whole)) for b in blocks]


def _fill(paragraphs: tuple[Paragraph, ...], blocks: list[HtmlBlock], kept: list[bool]) -> tuple[Paragraph, ...]:
    """`paragraphs` with the short runs of blocks put back that stand between two kept ones and are headings, or stand
    where mostly kept text stands: a linked heading, an item that is one link."""
    places: defaultdict[tuple[str | None, ...], list[int]] = defaultdict(lambda: [0, 0])
    for block, is_kept in zip(blocks, kept, strict=True):
        places[block.place][is_kept] += len(block.text)
    seen = Counter(b.key for b in blocks)
    after: dict[str, list[Paragraph]] = {}
    for above, gap in _gaps(blocks, kept):
        lost = [b for b in gap if _belongs(b, places[b.place], seen)]
        after.setdefault(above.key, []).extend(
            Paragraph(b.text, "heading" if b.heading else "item", b.line) for b in lost
        )
    out: list[Paragraph] = []
    for paragraph in paragraphs:
        out.append(paragraph)
        out += after.pop(key_of(paragraph.text), ())
    return tuple(out)


def _gaps(blocks: list[HtmlBlock], kept: list[bool]) -> Iterator[tuple[HtmlBlock, list[HtmlBlock]]]:
    """The short runs of blocks that are not kept between two that are, each with the kept one above it."""
    whole = [index for index, is_kept in enumerate(kept) if is_kept]
    for above, below in pairwise(whole):
        if 1 < below - above <= _GAP + 1:
            yield blocks[above], blocks[above + 1 : below]


def _belongs(block: HtmlBlock, place: list[int], seen: Counter[str]) -> bool:
    return not block.furniture and seen[block.key] == 1 and (block.heading or place[1] > place[0])


def _paragraphs(root: etree._Element) -> Iterator[Paragraph]:
    """The blocks of trafilatura's tree, flattened. A line break after a sentence's end parts paragraphs (trafilatura
    gives two in a row as one), any other is a space; the cells of a row are parted by a bar."""
    roles: list[Role] = ["body"]
    run: list[str] = []
    line: int | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_block = str(element.tag) in _BLOCKS
        if is_block:
            yield from _split(run, roles[-1], line)
            run = []
        if event == "start":
            if is_block:
                roles.append(_ROLES.get(str(element.tag), roles[-1]))
                line = element.sourceline or line
            run += _opening(element, bool(run))
        else:
            if is_block:
                roles.pop()
            run += _after(element, root)


def _opening(element: etree._Element, amid: bool) -> Iterator[str]:
    """What parts an element from the text before it, where it stands `amid` some, and its own first text."""
    if amid and element.tag in _PARTING:
        yield _PARTING[element.tag]
    yield _SPACE.sub(" ", element.text or "")


def _after(element: etree._Element, root: etree._Element) -> Iterator[str]:
    yield "" if element is root else _SPACE.sub(" ", element.tail or "")


def _split(run: list[str], role: Role, line: int | None) -> Iterator[Paragraph]:
    for part in _SENTENCE_LINES.split("".join(run)):
        text = _SPACE.sub(" ", part).strip("| ")
        if text:
            yield Paragraph(text, role, line)
