"""Which reader takes which file, by its suffix. A new format is one more line in `READERS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, SourceFile
from .html import read_html
from .markdown import read_markdown
from .sidecar import overlay, sidecar
from .text import read_text

Reader = Callable[[SourceFile, Limits], tuple[Document, ...]]

READERS: dict[str, Reader] = {
    ".htm": read_html,
    ".html": read_html,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".text": read_text,
    ".txt": read_text,
    ".xhtml": read_html,
}


def read(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """The documents in `file`: one, or several where the format is a collection. What a sidecar says about it goes
    before what the file says of itself. Raises UnreadableError with a reason of one line."""
    suffix = PurePosixPath(file.path).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise UnreadableError(f"no reader for {suffix or 'a file without a suffix'}; known here: {known}")
    if not file.data:
        raise UnreadableError("the file is empty")
    if len(file.data) > limits.file_bytes:
        raise UnreadableError(
            f"{len(file.data):,} bytes, more than the limit of {limits.file_bytes:,}; "
            "`limits.file_bytes` in briefing.yml raises it"
        )
    beside = sidecar(file, limits)
    documents = reader(file, limits)
    return tuple(replace(d, metadata=overlay(d.metadata, beside)) for d in documents)
