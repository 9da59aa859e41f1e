"""EPUB: the chapters in the order of the book's spine, as one document."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Metadata, Paragraph, SourceFile
from ..text.edtf import normal_date
from ..text.language_tags import language_code
from .encoding import beyond
from .flatten import flatten
from .html.page import decode_html, parse
from .packed import Archive, parse_xml
from .web import address

_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HTML = frozenset({"application/xhtml+xml", "text/html"})


def read_epub(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """The book in `file`. Its navigation document is left out."""
    archive = Archive(file.data, limits)
    root = parse_xml(archive.read(_CONTAINER), limits, _CONTAINER)
    package_path = next((e.get("full-path") for e in root.iter("{*}rootfile") if e.get("full-path")), None)
    if not package_path:
        raise UnreadableError("its container names no package")
    package = parse_xml(archive.read(package_path), limits, package_path)
    paragraphs: list[Paragraph] = []
    chars = 0
    for name in _spine(package, package_path):
        made = flatten(parse(decode_html(archive.read(name), limits)[0], limits))
        chars += sum(len(p.text) for p in made)
        if chars > limits.text_chars:
            raise UnreadableError(beyond(chars, "characters", limits.text_chars, "text_chars"))
        paragraphs += made
    if not paragraphs:
        raise UnreadableError("the book holds no text")
    return (Document(file.path, "epub", _metadata(package), tuple(paragraphs), structured=True),)


def _spine(package: etree._Element, package_path: str) -> list[str]:
    items = {
        e.get("id"): e
        for e in package.iter("{*}item")
        if e.get("media-type") in _HTML and "nav" not in (e.get("properties") or "").split()
    }
    wanted = (items.get(ref.get("idref")) for ref in package.iter("{*}itemref") if ref.get("linear") != "no")
    folder = dirname(package_path)
    return [normpath(join(folder, unquote(e.get("href") or "").split("#")[0])) for e in wanted if e is not None]


def _metadata(package: etree._Element) -> Metadata:
    def first(name: str) -> str | None:
        return next((text for e in package.iter(_DC + name) if (text := " ".join((e.text or "").split()))), None)

    authors = [text for e in package.iter(_DC + "creator") if (text := " ".join((e.text or "").split()))]
    date = normal_date(first("date") or "")
    return Metadata(
        title=first("title"),
        author="; ".join(dict.fromkeys(authors)) or None,
        publisher=first("publisher"),
        published=date,
        published_from="dc:date of the book" if date else None,
        url=address(first("source") or "") or address(first("identifier") or ""),
        language=language_code(first("language")),
    )
