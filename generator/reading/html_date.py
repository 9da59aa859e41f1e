"""When a page was published, where it says so in so many words; dates of change, and guesses, are no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from ..text.edtf import normal_date
from .html_blocks import Block
from .html_jsonld import Stated

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "citation_publication_date", "citation_date", "citation_online_date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "publish-date",
    "publish_date", "publication_date", "pubdate", "published_time", "date", "rnews:datepublished",
    "cxenseparse:recs:publishtime", "article.published",
)  # fmt: skip
_MONTHS = {
    1: "january jan januar janvier enero ene gennaio janeiro jän jänner",
    2: "february feb februar février fevrier févr febrero febbraio fevereiro",
    3: "march mar märz maerz mars marzo março marco",
    4: "april apr avril abril abr aprile avr",
    5: "may mai mayo maggio maio",
    6: "june jun juni juin junio giugno junho",
    7: "july jul juli juillet julio luglio julho juil",
    8: "august aug août aout agosto ago",
    9: "september sep sept septembre septiembre settembre setembro",
    10: "october oct oktober okt octobre octubre ottobre outubro",
    11: "november nov novembre noviembre novembro",
    12: "december dec dezember dez décembre diciembre dic dicembre dezembro déc",
}
_MONTH = {name: number for number, names in _MONTHS.items() for name in names.split()}
_YEAR = "(19[89][0-9]|20[0-9]{2})"
_ISO = re.compile(rf"(?<![0-9]){_YEAR}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_MONTH_FIRST = re.compile(rf"(?<![^\W\d_])([a-z]{{3,9}})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}(?![0-9])")
_DAY_FIRST = re.compile(
    rf"\b([0-9]{{1,2}})(?:st|nd|rd|th|\.|er)? (?:de |of )?([^\W\d_]{{3,10}})\.?,? (?:de |del )?{_YEAR}(?![0-9])"
)
_EAST_ASIAN = re.compile(rf"{_YEAR} ?年 ?(1[0-2]|[1-9]) ?月 ?(3[01]|[12][0-9]|[1-9]) ?日")
_NUMBERS = re.compile(rf"(?<![0-9])([0-9]{{1,2}})[/.]([0-9]{{1,2}})[/.]{_YEAR}(?![0-9])")
_IN_ADDRESS = re.compile(rf"/{_YEAR}[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12][0-9]|3[01])(?:[/_-]|$)")
_CHANGED = re.compile(
    r"updat|modifi|revis|review|edited|accessed|aktualisiert|geändert|mis à jour|actualizado|copyright|©", re.I
)
_PUBLISHED = re.compile(r"publi|posted|issued|veröffentlicht|first appeared", re.I)
_SHORT = 160  # characters of a line that may be a dateline
_ABOVE, _BELOW = 6, 14  # blocks around the title among which a dateline is looked for


def published(
    tree: HtmlElement, meta: dict[str, str], json_ld: Stated, near: list[Block], url: str | None
) -> tuple[str | None, str | None]:
    """The date as EDTF and how it was found, or (None, None). `near` are the blocks around the title."""
    return next(_found(tree, meta, json_ld, near, url), (None, None))


def around_title(blocks: list[Block], title_key: str) -> list[Block]:
    """The blocks around the first heading, or else the first block, that says the title; the page's top without one."""
    hits = [i for i, b in enumerate(blocks) if b.key == title_key]
    at = next((i for i in hits if blocks[i].heading), hits[0] if hits else 0)
    return blocks[max(0, at - _ABOVE) : at + _BELOW]


def day(text: str) -> str | None:
    """The one date that `text` writes out, as EDTF. Two different dates, or 04/05/2024, whose order nobody can know,
    give none."""
    low = text[:400].lower()
    found = {d for d in (_day(y, m, d) for y, m, d in _parts(low)) if d}
    return found.pop() if len(found) == 1 else None


def _found(
    tree: HtmlElement, meta: dict[str, str], json_ld: Stated, near: list[Block], url: str | None
) -> Iterator[tuple[str, str]]:
    """Every answer, best first. The line that readers see stands before machine-readable dates: these are more often
    those of a page's making or rebuilding."""
    changed = {edtf_day(text) for text in (json_ld.modified, meta.get("article:modified_time")) if text}
    yield from ((date, "line near the title") for date in _near(near) if date not in changed)
    if json_ld.published and (date := edtf_day(json_ld.published)):
        yield date, "JSON-LD datePublished"
    yield from ((date, f"meta {name}") for name in _META if name in meta and (date := edtf_day(meta[name])))
    yield from ((date, "datePublished in the page") for date in _marked(tree))
    times = [t for t in tree.iter("time") if not _CHANGED.search(f"{t.get('class') or ''} {t.text_content()}")]
    if times and (date := edtf_day(times[0].get("datetime") or "") or day(times[0].text_content())):
        yield date, "first time element"
    if url and (hit := _IN_ADDRESS.search(url)) and (date := _day(*hit.groups())):
        yield date, "address"


def _near(blocks: list[Block]) -> Iterator[str]:
    """The dates of the short lines in `blocks`, those that say "published" first; what was changed then is none."""
    lines = [b.text for b in blocks if len(b.text) <= _SHORT]
    for line in sorted(lines, key=lambda text: not _PUBLISHED.search(text)):
        said = _PUBLISHED.search(line)
        if said or not _CHANGED.search(line):
            date = day(_CHANGED.split(line[said.start() :])[0] if said else line)
            if date:
                yield date


def _marked(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("time", "abbr", "span", "div", "p"):
        if "datePublished" in (element.get("itemprop") or "").split() or element.get("pubdate") is not None:
            date = edtf_day(element.get("datetime") or element.get("content") or "") or day(element.text_content())
            if date:
                yield date


def edtf_day(text: str) -> str | None:
    """The day at the start of a date and time, however precisely it is written, or of a date written out."""
    head = _ISO.match(text.strip())
    return _day(*head.groups()) if head else day(text)


def _parts(low: str) -> Iterator[tuple[str, str, str]]:
    for hit in _ISO.finditer(low):
        yield hit[1], hit[2], hit[3]
    for hit in _EAST_ASIAN.finditer(low):
        yield hit[1], hit[2], hit[3]
    for hit in _MONTH_FIRST.finditer(low):
        yield hit[3], str(_MONTH.get(hit[1], "")), hit[2]
    for hit in _DAY_FIRST.finditer(low):
        yield hit[3], str(_MONTH.get(hit[2], "")), hit[1]
    for hit in _NUMBERS.finditer(low):
        first, second = int(hit[1]), int(hit[2])
        if (first > 12) != (second > 12) or first == second:
            yield hit[3], str(min(first, second)), str(max(first, second))


def _day(year: str, month: str, date: str) -> str | None:
    return normal_date(f"{year}-{int(month):02}-{int(date):02}") if month and date else None
