"""When a page was published, where it says so in so many words; dates of change, and guesses, are no answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from lxml.html import HtmlElement

from ..number_date import FOUND, ordered_day
from ..written_date import YEAR, calendar_day, day, edtf_day, says_changed, says_published, told_day
from .blocks import HtmlBlock
from .jsonld import Stated

_T = TypeVar("_T")
_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "citation_publication_date", "citation_date", "citation_online_date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "publish-date",
    "publish_date", "publication_date", "pubdate", "published_time", "date", "rnews:datepublished",
    "cxenseparse:recs:publishtime", "article.published",
)  # fmt: skip
_IN_ADDRESS = re.compile(rf"/{YEAR}[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12][0-9]|3[01])(?:[/_-]|$)")
_SHORT = 160  # characters of a line that may be a dateline
_ABOVE, _BELOW = 6, 14  # blocks around the title among which a dateline is looked for


def published(
    tree: HtmlElement, meta: dict[str, str], json_ld: Stated, near: list[HtmlBlock], url: str | None
) -> tuple[str | None, str | None]:
    """The date as EDTF and how it was found, or (None, None). `near` are the blocks around the title."""
    return next(_found(tree, meta, json_ld, near, url), (None, None))


def around_title(blocks: list[HtmlBlock], title_key: str) -> list[HtmlBlock]:
    """The blocks around the first heading, or else the first block, that says the title; the page's top without one."""
    hits = [i for i, b in enumerate(blocks) if b.key == title_key]
    at = next((i for i in hits if blocks[i].heading), hits[0] if hits else 0)
    return blocks[max(0, at - _ABOVE) : at + _BELOW]


def _found(
    tree: HtmlElement, meta: dict[str, str], json_ld: Stated, near: list[HtmlBlock], url: str | None
) -> Iterator[tuple[str, str]]:
    """Every answer, best first. The line that readers see stands before machine-readable dates: these are more often
    those of a page's making or rebuilding."""
    changed = {edtf_day(text) for text in (json_ld.modified, meta.get("article:modified_time")) if text}
    yield from ((date, "line near the title") for date in _near(near) if date not in changed)
    yield from _dated([json_ld.published or ""], edtf_day, "JSON-LD datePublished")
    tags = (tree.get("lang"), meta.get("og:locale"))
    yield from _dated([b.text for b in near if len(b.text) <= _SHORT], lambda text: _by_region(text, tags), FOUND)
    for name in _META:
        yield from _dated([meta.get(name, "")], edtf_day, f"meta {name}")
    yield from _dated(_marked(tree), _element_day, "datePublished in the page")
    yield from _dated(_times(tree), _element_day, "first time element")
    yield from _dated([url or ""], _address_day, "address")


def _by_region(text: str, tags: Iterable[str | None]) -> str | None:
    """The day of a line that is a date in numbers, as the page's language, or its region, writes them."""
    return next((found for tag in tags if (found := ordered_day(text, tag))), None)


def _dated(holders: Iterable[_T], read: Callable[[_T], str | None], how: str) -> Iterator[tuple[str, str]]:
    for holder in holders:
        if date := read(holder):
            yield date, how


def _element_day(element: HtmlElement) -> str | None:
    return edtf_day(element.get("datetime") or element.get("content") or "") or day(element.text_content())


def _address_day(url: str) -> str | None:
    hit = _IN_ADDRESS.search(url)
    return calendar_day(*hit.groups()) if hit else None


def _near(blocks: list[HtmlBlock]) -> Iterator[str]:
    """The dates of the short lines in `blocks`, those that say "published" first; what was changed then is none."""
    lines = [b.text for b in blocks if len(b.text) <= _SHORT]
    for line in sorted(lines, key=lambda text: not says_published(text)):
        date = told_day(line)
        if date:
            yield date


def _marked(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that say of themselves that they hold the day of publishing."""
    for element in tree.iter("time", "abbr", "span", "div", "p"):
        if "datePublished" in (element.get("itemprop") or "").split() or element.get("pubdate") is not None:
            yield element


def _times(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The first time element that tells no change."""
    times = (t for t in tree.iter("time") if not says_changed(f"{t.get('class') or ''} {t.text_content()}"))
    return islice(times, 1)
