"""Which kind of file something is: by its name, by what a server calls it, or by how it begins."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_TYPES = {
    "application/atom+xml": ".atom",
    "application/epub+zip": ".epub",
    "application/msword": ".doc",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/xhtml+xml": ".html",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
    "multipart/related": ".mht",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/rtf": ".rtf",
}
_UNTOLD = frozenset(
    {"", "application/octet-stream", "application/xml", "binary/octet-stream", "text/plain", "text/xml"}
)
_NAMED = frozenset(_TYPES.values()) | {".htm", ".markdown", ".mhtml", ".text", ".txt", ".xhtml", ".xml"}
_HEAD = 2_048
_HTML = re.compile(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FEED = re.compile(rb"^(?:\s|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.DOTALL)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset|<\?xml[^>]{0,200}encoding", re.IGNORECASE)
_MARKDOWN = re.compile(rb"---\r?\n\w[\w-]*:|#{1,6} \S")
_ENTRIES = ((b"mimetypeapplication/epub+zip", ".epub"), (b"word/document.xml", ".docx"))
_STARTS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    (".pdf", lambda head: b"%PDF-" in head[:1_024]),
    (".rtf", lambda head: head.startswith(b"{\\rtf")),
    (".rss", lambda head: _FEED.match(head) is not None),
    (".html", lambda head: _HTML.search(head) is not None),
    (".md", lambda head: _MARKDOWN.match(head) is not None),
)


def suffix_of(name: str, content_type: str, data: bytes) -> str | None:
    """The suffix for a document from what it is called (a path or an address), what a server says it is, and how it
    begins; None where it is of a kind that no reader knows."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind in _TYPES:
        return _TYPES[kind]
    if kind not in _UNTOLD:
        return None
    suffix = PurePosixPath(unquote(urlsplit(name).path if "://" in name else name)).suffix.lower()
    if suffix in _NAMED and not (content_type and suffix == ".xml"):
        return suffix
    return _sniffed(data)


def is_feed(data: bytes) -> bool:
    """Whether `data` begins as an RSS or Atom feed does."""
    return _FEED.match(_without_mark(data)[:_HEAD]) is not None


def _sniffed(data: bytes) -> str:
    """The suffix by how `data` begins; that of plain text where nothing tells."""
    if data.startswith(b"PK\x03\x04"):
        return next((suffix for mark, suffix in _ENTRIES if mark in data), ".zip")
    head = _without_mark(data)[:_HEAD].lstrip()
    return next((suffix for suffix, begins in _STARTS if begins(head)), ".txt")


def as_utf8(data: bytes, suffix: str, content_type: str) -> bytes:
    """The text of `data` in UTF-8 with a byte order mark, where only the server's word on its encoding tells how to
    read it, which a file does not keep; `data` as it is everywhere else."""
    found = _CHARSET.search(content_type)
    declared = _DECLARED.search(data[:_HEAD]) is not None
    if found is None or declared or suffix not in (".html", ".txt", ".md") or _without_mark(data) != data:
        return data
    try:
        name = codecs.lookup(found[1]).name
        return data if name in ("utf-8", "ascii") else codecs.BOM_UTF8 + data.decode(name).encode("utf-8")
    except (LookupError, UnicodeError, TypeError, AttributeError):
        return data


def _without_mark(data: bytes) -> bytes:
    return data.removeprefix(codecs.BOM_UTF8)
