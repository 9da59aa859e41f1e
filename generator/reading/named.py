"""Names and titles as a reader would write them: nothing escaped too often, and no mail address for a name."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from ..model import Document
from .mail.headers import UNNAMED, sender_name

_ADDRESS = re.compile(r"(?<![^\s@<>])[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}|\bmailto:", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_MOST_TIMES = 3


def unescaped(text: str) -> str:
    """`text` with the character references in it resolved, also those that were escaped several times."""
    for _ in range(_MOST_TIMES):
        plain = _REFERENCE.sub(lambda hit: unescape(hit.group()), text)
        if plain == text:
            break
        text = plain
    return " ".join(text.split())


def without_addresses(document: Document) -> Document:
    """`document` without mail addresses where somebody is named: the name beside the address stays. Where there is
    none, that is noted."""
    author, publisher = (without_address(text) for text in (document.metadata.author, document.metadata.publisher))
    if (author, publisher) == (document.metadata.author, document.metadata.publisher):
        return document
    notes = document.notes
    if author is None and document.metadata.author and UNNAMED not in notes:
        notes = (*notes, UNNAMED)
    return replace(document, metadata=replace(document.metadata, author=author, publisher=publisher), notes=notes)


def without_address(text: str | None) -> str | None:
    """The name or names in `text`, without mail addresses; None where there is nothing else."""
    return sender_name(text) if text and _ADDRESS.search(text) else text
