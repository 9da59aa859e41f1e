"""Markdown sources: front matter, and the body as plain paragraphs, headings and items."""

from __future__ import annotations

from ..config import Limits
from ..model import Document, SourceFile
from .encoding import decode
from .text import open_text
from ..model import Paragraph
import re


def read_markdown(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """One structured document, its body in plain text."""
    text, notes = decode(file.data, limits)
    metadata, lines, skipped = open_text(text)
    out = []
    cur = []
    start = 0
    for n, l in enumerate([*lines, ""], skipped + 1):
        if l.strip():
            if not cur:
                start = n
            cur.append(re.sub(r"<[^<>]*>", "", l).strip(" #"))
        elif cur:
            out.append(Paragraph(" ".join(cur), line=start))
            cur = []
    return (Document(file.path, "markdown", metadata, tuple(out), structured=True, notes=notes),)
