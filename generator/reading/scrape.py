"""A Document cleaned to an Article."""

from __future__ import annotations

from dataclasses import replace

from ..model import Article, Document, Dropped, Paragraph


def clean(document: Document, id: str) -> Article:
    """The article in `document`."""
    if document.structured:
        return Article(
            id, document.path, document.format, document.metadata, document.paragraphs, document.dropped, document.notes
        )
    kept: list[Paragraph] = []
    dropped = list(document.dropped)
    title = document.metadata.title
    for p in document.paragraphs:
        text = p.text.strip()
        if title is None and len(text.split()) > 4:
            title = text
            dropped.append(Dropped(p.line or 0, text, "title"))
        elif len(text.split()) > 12 and not text.endswith("..."):
            kept.append(replace(p, text=text))
        else:
            dropped.append(Dropped(p.line or 0, text, "short line"))
    return Article(
        id,
        document.path,
        document.format,
        replace(document.metadata, title=title),
        tuple(kept),
        tuple(dropped),
        document.notes,
    )
