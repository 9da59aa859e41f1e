"""HTML pages: the article's body by trafilatura, its metadata by our own stricter rules, everything else dropped.

trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15/) finds the body. It sees a tree that we parsed,
and none of its metadata is used: its dates depend on today's and its titles keep the site's name."""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ...config import Limits
from ...errors import UnreadableError
from ...model import Document, Dropped, SourceFile
from ...text.invisible import visible
from .. import detect
from ..encoding import as_declared, decode, finished, repair
from ..live import in_time_order
from ..packed import check_tree
from .blocks import page_blocks
from .body import body
from .furniture import without_furniture
from .hidden import without_hidden
from .jsonld import is_json_ld
from .metadata import metadata
from .teasers import LIST, is_list

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s{0,50}<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_.-]{2,40})""")
_HEAD = 16_384  # browsers look for the charset in the first 1,024 bytes; pages in the wild put it later
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});?")
_GARBLED = re.compile("[\u00c2-\u00f4][\u0080-\u00bf]")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_html(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """The page in `file`, as one structured document. Raises UnreadableError where it holds no article."""
    text, notes = decode_html(file.data, limits)
    return (read_page(text, file.path, limits, notes=notes),)


def read_page(text: str, path: str, limits: Limits, format: str = "html", notes: tuple[str, ...] = ()) -> Document:
    """The page whose source is `text`, for HTML that came out of another format, too."""
    tree, hidden = _parsed(text, limits)
    blocks = page_blocks(tree)
    meta = metadata(tree, blocks)
    paragraphs, outside = body(tree, blocks)
    paragraphs, times = in_time_order(paragraphs)
    paragraphs, clinging = without_furniture(paragraphs, meta)
    if not paragraphs:
        raise UnreadableError("no article found in the page")
    listed = is_list(tree, blocks, paragraphs, meta.url)
    notes = (*notes, LIST) if listed else notes
    dropped = (*clinging, *outside, *hidden, *times)
    joined, mended = repair("\n".join(p.text for p in paragraphs))
    if mended:
        notes = (*notes, f"mojibake repaired in {mended} paragraph{'s' if mended > 1 else ''}")
        paragraphs = tuple(replace(p, text=t) for p, t in zip(paragraphs, joined.split("\n"), strict=True))
    return Document(path, format, meta, paragraphs, structured=True, dropped=dropped, notes=notes, is_list=listed)


def parse(text: str, limits: Limits) -> HtmlElement:
    """The tree of the page `text`, without comments, styles, drawings, programs and what is not shown. Nothing is ever
    fetched. Raises UnreadableError beyond the limits on elements and nesting."""
    return _parsed(text, limits)[0]


def _parsed(text: str, limits: Limits) -> tuple[HtmlElement, tuple[Dropped, ...]]:
    """The tree, and what was hidden in it."""
    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(_INVALID.sub("", _lucid(text)).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UnreadableError("no HTML in the file") from None
    check_tree(tree, limits)
    hidden = without_hidden(tree)
    for script in tree.iter("script"):
        if not is_json_ld(script):
            script.tag = "style"  # goes with these in one sweep
    etree.strip_elements(tree, "style", "svg", with_tail=False)
    return tree, hidden


def _lucid(text: str) -> str:
    """The source of a page without the characters that nobody sees, however they are written in it. Text that may be
    mojibake is left alone: what it holds of them are halves of letters."""
    if "&" in text:
        text = _REFERENCE.sub(_resolved, text)
    return text if _GARBLED.search(text) else visible(text)


def _resolved(found: re.Match[str]) -> str:
    """A reference to a character beyond ASCII as that character, any other as it stands: it may be markup."""
    char = html.unescape(found[0])
    return found[0] if char.isascii() or ";" in char else char


def decode_html(data: bytes, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of an HTML file and notes on what was guessed: a byte order mark decides, then valid UTF-8, then the
    encoding that the page declares, read as browsers read it (https://encoding.spec.whatwg.org/#names-and-labels), save
    where it reads as no language in that and as one in another."""
    whole = max(len(data), 1)  # minified pages are a single line, and markup is not text
    limits = replace(limits, line_chars=whole, text_chars=whole)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        return decode(data, limits)
    for encoding in ("utf-8", _declared(data)):
        told = as_declared(data, encoding)
        if told and (encoding != "utf-8" or not detect.shifts(data)):
            return told
    if found := detect.read_markup(data):
        return finished(found[0], (f"not UTF-8: read as {detect.name(found[1])}",), limits)
    return decode(data, limits)


def _declared(data: bytes) -> str:
    """The encoding that the page declares; nothing where it declares none."""
    found = _XML_ENCODING.search(data[:_HEAD]) or _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii") if found else ""
