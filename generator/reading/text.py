"""Plain text: the physical lines of a scrape, after front matter where there is any."""

from __future__ import annotations

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Metadata, Paragraph, SourceFile
from .encoding import decode
from .frontmatter import parse_metadata, split_front_matter


def read_text(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """One flat document: a Paragraph for each line that is not blank, its text as it stands, its number as `line`."""
    text, notes = decode(file.data, limits)
    metadata, lines, skipped = open_text(text)
    paragraphs = tuple(Paragraph(line, line=number) for number, line in enumerate(lines, skipped + 1) if line.strip())
    if not paragraphs:
        raise UnreadableError("front matter without a text after it")
    return (Document(file.path, "text", metadata, paragraphs, structured=False, notes=notes),)


def open_text(text: str) -> tuple[Metadata, list[str], int]:
    """The metadata in the front matter of `text`, its lines after it, and how many lines went before those."""
    head, skipped = split_front_matter(text)
    metadata = parse_metadata(head, first_line=2) if skipped else Metadata()
    lines = text.split("\n")
    if metadata is None:
        return Metadata(), lines, 0
    return metadata, lines[skipped:], skipped
