"""Addresses: what counts as one, and the little files that hold nothing else (.url, .webloc). Nothing is fetched."""

from __future__ import annotations

import plistlib
import re
import struct
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from xml.parsers.expat import ExpatError

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Metadata, SourceFile
from .encoding import decode

_URL_LINE = re.compile(r"^\s*URL\s*=\s*(\S.*)$", re.IGNORECASE | re.MULTILINE)
_BROKEN = (
    ExpatError, ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError, struct.error,
)  # fmt: skip
_NOTE = "an address only, and none is ever fetched: save the page itself beside it to have its text"


def address(text: str) -> str | None:
    """`text` where it is a whole http(s) address, else None."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    plain = len(text) <= 2_000 and text.isprintable() and not set(text) & set(" <>\"'`\\")
    return text if plain and host and parts.scheme in ("http", "https") else None


def read_url(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """An internet shortcut: its address, and the file's name as its title."""
    text, _ = decode(file.data, limits)
    found = _URL_LINE.search(text)
    return (_only_address(file, found[1] if found else "", "url"),)


def read_webloc(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """The same as macOS writes it: a property list. Python's parser refuses declarations of entities in it."""
    try:
        found = plistlib.loads(file.data)
    except _BROKEN:
        raise UnreadableError("no readable property list") from None
    url = found.get("URL") if isinstance(found, dict) else None
    return (_only_address(file, url if isinstance(url, str) else "", "webloc"),)


def _only_address(file: SourceFile, text: str, format: str) -> Document:
    url = address(text)
    if url is None:
        raise UnreadableError("no http(s) address in it")
    meta = Metadata(title=PurePosixPath(file.path).stem, url=url)
    return Document(file.path, format, meta, (), structured=True, notes=(_NOTE,))
