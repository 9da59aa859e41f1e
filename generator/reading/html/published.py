"""When a page was published, where it says so in so many words; dates of change, and guesses, are no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from ..written_date import YEAR, calendar_day, day, edtf_day, says_changed, says_published, told_day
from .blocks import HtmlBlock
from .jsonld import Stated

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
    if json_ld.published and (date := edtf_day(json_ld.published)):
        yield date, "JSON-LD datePublished"
    yield from ((date, f"meta {name}") for name in _META if name in meta and (date := edtf_day(meta[name])))
    yield from ((date, "datePublished in the page") for date in _marked(tree))
    times = [t for t in tree.iter("time") if not says_changed(f"{t.get('class') or ''} {t.text_content()}")]
    if times and (date := edtf_day(times[0].get("datetime") or "") or day(times[0].text_content())):
        yield date, "first time element"
    if url and (hit := _IN_ADDRESS.search(url)) and (date := calendar_day(*hit.groups())):
        yield date, "address"


def _near(blocks: list[HtmlBlock]) -> Iterator[str]:
    """The dates of the short lines in `blocks`, those that say "published" first; what was changed then is none."""
    lines = [b.text for b in blocks if len(b.text) <= _SHORT]
    for line in sorted(lines, key=lambda text: not says_published(text)):
        date = told_day(line)
        if date:
            yield date


def _marked(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("time", "abbr", "span", "div", "p"):
        if "datePublished" in (element.get("itemprop") or "").split() or element.get("pubdate") is not None:
            date = edtf_day(element.get("datetime") or element.get("content") or "") or day(element.text_content())
            if date:
                yield date
