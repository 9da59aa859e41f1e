"""Saved RSS and Atom feeds: each entry that carries text is a source of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urljoin, urlsplit

from lxml import etree

from ..config import Limits, folded
from ..errors import UnreadableError
from ..model import Document, Metadata, Paragraph, SourceFile
from ..text.edtf import normal_date
from ..text.ids import digest
from ..text.language_tags import language_code
from .encoding import beyond, check_limits
from .flatten import flatten
from .html.page import parse
from .named import unescaped
from .packed import parse_xml
from .web import address

_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "issued", "date")
_LONGEST = 2_000
_ESCAPED_TAG = re.compile(r"&lt;(?:p|br|div|a|b|i|em|strong|ul|li|img|h[1-6]|blockquote)\b[^<>]{0,300}?&gt;", re.I)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES = ("creator", "author")


def read_feed(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """One document an entry, in the feed's order. Its path is the file's with a mark made from the entry's own id, so
    that it stays the same when the feed grows. Raises UnreadableError where no entry carries text."""
    made: dict[str, Document] = {}
    for entry, meta in _entries(file.data, limits):
        if paragraphs := _body(entry, limits):
            path = f"{file.path}#{digest(_key(entry, meta, paragraphs), length=8)}"
            made.setdefault(path, Document(path, "feed", meta, paragraphs, structured=True))
    if not made:
        raise UnreadableError("no entry of the feed carries text")
    return tuple(made.values())


def feed_links(data: bytes, base: str, limits: Limits) -> tuple[Metadata, ...]:
    """What the feed `data`, fetched from `base`, says of the page of each entry that has an address, the newest first
    and those without a day last; else in the feed's order. Raises UnreadableError."""
    linked = [
        replace(meta, url=_link(entry, base), publisher=meta.first_publisher, origin=None, origin_from=None)
        for entry, meta in _entries(data, limits)
    ]
    return tuple(sorted((meta for meta in linked if meta.url), key=lambda m: m.published or "", reverse=True))


def _entries(data: bytes, limits: Limits) -> list[tuple[etree._Element, Metadata]]:
    root = parse_xml(data, limits, "the feed")
    if _name(root) not in ("rss", "feed", "RDF"):
        raise UnreadableError(f"no feed: its root is <{_name(root)[:40]}>")
    entries = list(_named(root.iter(), "item", "entry"))
    if len(entries) > limits.entries:
        raise UnreadableError(beyond(len(entries), "entries", limits.entries, "entries"))
    channel = next(_named(root.iter(), "channel"), root)
    publisher, language = _plain(_text(channel, "title")) or None, _text(channel, "language") or root.get(_LANG)
    return [(entry, _metadata(entry, publisher, language)) for entry in entries]


def _key(entry: etree._Element, meta: Metadata, paragraphs: tuple[Paragraph, ...]) -> str:
    """What an entry is known by, whatever else is new in the feed."""
    known = (_text(entry, "guid"), _text(entry, "id"), meta.url, meta.title)
    return next(filter(None, known), paragraphs[0].text)


def _metadata(entry: etree._Element, publisher: str | None, language: str | None) -> Metadata:
    date = next((d for name in _DATES if (d := _date(_text(entry, name) or ""))), None)
    title, origin = _plain(_text(entry, "title")) or None, _passed_on(entry, publisher)
    return Metadata(
        title=title,
        author="; ".join(dict.fromkeys(_authors(entry))) or None,
        publisher=publisher,
        published=date,
        published_from="date of the feed's entry" if date else None,
        url=_link(entry),
        language=language_code(language),
        origin=origin,
        origin_from="source of the feed’s entry" if origin else None,
    )


def _passed_on(entry: etree._Element, publisher: str | None) -> str | None:
    """Whose text an entry passes on, by its `<source>`: of RSS the words in it, of Atom the title within. None where
    that is the feed itself."""
    for source in _named(entry, "source"):
        name = (
            _plain(_text(source, "title") or _tidy(source.text))
            or urlsplit(address(source.get("url") or "") or "").hostname
        )
        return name if name and folded(name) != folded(publisher or "") else None
    return None


def _authors(entry: etree._Element) -> Iterator[str]:
    """The names of who wrote an entry; in Atom, an author's name is an element of its own."""
    for author in _named(entry, *_NAMES):
        if text := _plain(_tidy(next((name.text for name in _named(author, "name")), author.text))):
            yield text


def _body(entry: etree._Element, limits: Limits) -> tuple[Paragraph, ...]:
    """The fullest of the entry's texts."""
    texts = []
    for child in entry:
        if _name(child) in _BODIES:
            inline = etree.tostring(child, encoding="unicode", method="html", with_tail=False)
            texts.append(inline if len(child) else child.text or "")
    best = max(texts, key=len, default="")
    if not best.strip():
        return ()
    check_limits(best, limits)
    if "<" not in best and _ESCAPED_TAG.search(best):
        best = unescape(best)
    return flatten(parse(f"<html><body>{best}</body></html>", limits))


def _plain(text: str | None) -> str:
    """What a title or a name says to a reader: without markup, and with what was escaped twice resolved."""
    if not text or not text.strip():
        return ""
    blocks = flatten(parse(f"<html><body>{text[:_LONGEST]}</body></html>", Limits()))
    return unescaped(" ".join(block.text for block in blocks))


def _link(entry: etree._Element, base: str = "") -> str | None:
    """The address of an entry's page: its link, before links to anything else, or its permanent id; one that is
    written in short stands for what it is on the page `base`."""
    links = sorted(_named(entry, "link"), key=lambda e: e.get("rel", "alternate") != "alternate")
    permanent = (e for e in _named(entry, "guid") if e.get("isPermaLink", "true") == "true")
    texts = (*(e.get("href") or e.text for e in links), *(e.text for e in permanent))
    return next((url for text in texts if (url := address(_joined(base, (text or "").strip())))), None)


def _joined(base: str, text: str) -> str:
    try:
        return urljoin(base, text) if base and text else text
    except ValueError:
        return ""


def _named(parent: Iterable[etree._Element], *names: str) -> Iterator[etree._Element]:
    """The elements of these names, whatever their namespaces."""
    return (element for element in parent if _name(element) in names)


def _date(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return normal_date(text[:10])


def _text(entry: etree._Element, name: str) -> str | None:
    return next((text for e in entry if _name(e) == name and (text := _tidy("".join(map(str, e.itertext()))))), None)


def _tidy(text: str | None) -> str:
    return " ".join((text or "").split())


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
