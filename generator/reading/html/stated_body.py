"""The text of an article that a page gives in JSON-LD and nowhere else, in its paragraphs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from ...model import Paragraph
from .blocks import key_of

_BREAK = re.compile(r"<\s*(?:br|/?p|/?div|/?h[1-6]|/?li|/?ul|/?ol|/?blockquote)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|[\u2028\u2029]+")
_LINE_END = re.compile(r"(?<=[.!?…。！？\"”’»])\s*\n\s*")


def in_paragraphs(found: tuple[Paragraph, ...], bodies: Iterable[str]) -> tuple[Paragraph, ...]:
    """`found`, where a paragraph of it is the whole of one of `bodies` with the paragraphs of that in its place."""
    by_key = {key_of(_plain(body).replace("\n", " ")): body for body in bodies}
    made: list[Paragraph] = []
    for paragraph in found:
        body = by_key.get(key_of(paragraph.text)) or by_key.get(key_of(_plain(paragraph.text)))
        parts = tuple(_parts(body)) if body else ()
        made += [Paragraph(part, paragraph.role, paragraph.line) for part in parts] if len(parts) > 1 else [paragraph]
    return tuple(made)


def _parts(body: str) -> Iterator[str]:
    """Its paragraphs, which blank lines part, or else line ends after a sentence."""
    text = _plain(body)
    parting = _BLANK if _BLANK.search(text.strip()) else _LINE_END
    for part in parting.split(text):
        if line := " ".join(part.split()):
            yield line


def _plain(body: str) -> str:
    """A body without the markup that some write into it, with a blank line for what starts a new block."""
    text = html.unescape(body).replace("\r\n", "\n").replace("\r", "\n")
    return _TAG.sub("", _BREAK.sub("\n\n", text)) if "<" in text else text
