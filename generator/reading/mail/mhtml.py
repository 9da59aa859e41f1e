"""Web pages saved as mails (.mhtml), as browsers save them with everything that they show."""

from __future__ import annotations

from dataclasses import replace

from ...config import Limits
from ...errors import UnreadableError
from ...model import Document, SourceFile
from ..html.page import read_page
from ..web import address
from .headers import one_line, sent_day
from .mime import markup, open_message, text_parts


def read_mhtml(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """The page in `file`: its main HTML part and its address."""
    message = open_message(file.data, limits)
    part = text_parts(message).get("text/html")
    if part is None:
        raise UnreadableError("no HTML part in the saved page")
    text, notes = markup(part, limits)
    document = read_page(text, file.path, limits, "mhtml", notes)
    locations = (
        message.get("Snapshot-Content-Location"),
        part.get("Content-Location"),
        message.get("Content-Location"),
    )
    url = next((found for place in locations if (found := address(str(place or "")))), None)
    meta = document.metadata
    title = meta.title or one_line(message.get("Subject")) or None
    meta = replace(meta, url=meta.url or url, title=title, retrieved=sent_day(one_line(message.get("Date"))))
    return (replace(document, metadata=meta),)
