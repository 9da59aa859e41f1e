"""Plain text: the physical lines of a scrape, after front matter where there is any."""

from __future__ import annotations

from dataclasses import dataclass

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Metadata, Paragraph, SourceFile
from .encoding import decode
from .frontmatter import parse_front_matter, split_front_matter


def read_text(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """One flat document: a Paragraph for each line that is not blank, its text as it stands, its number as `line`."""
    text, notes = decode(file.data, limits)
    opened = open_text(text)
    numbered = enumerate(opened.lines, opened.skipped + 1)
    paragraphs = tuple(Paragraph(line, line=number) for number, line in numbered if line.strip())
    if not paragraphs:
        raise UnreadableError("front matter without a text after it")
    return (Document(file.path, "text", opened.metadata, paragraphs, False, notes=(*notes, *opened.notes)),)


@dataclass(frozen=True, slots=True)
class Opened:
    """A text after its front matter: what that says, notes on what it says in vain, the lines after it, and how many
    lines went before those."""

    metadata: Metadata
    lines: tuple[str, ...]
    skipped: int = 0
    notes: tuple[str, ...] = ()


def open_text(text: str) -> Opened:
    """`text` with its front matter read, where it has any. Raises UnreadableError."""
    head, skipped = split_front_matter(text)
    found = parse_front_matter(head) if skipped else None
    lines = tuple(text.split("\n"))
    if found is None:
        return Opened(Metadata(), lines)
    return Opened(found[0], lines[skipped:], skipped, found[1])
