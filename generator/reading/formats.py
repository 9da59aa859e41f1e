"""Which reader takes which file, by its suffix. A new format is one more line in a table."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, SourceFile
from ..text.addresses import without_private_parts
from .bundle import read_bundle
from .citations import bibliography
from .encoding import beyond
from .epub import read_epub
from .feeds import read_feed
from .html.page import read_html
from .mail.mhtml import read_mhtml
from .mail.read import read_mail
from .markdown import read_markdown
from .named import without_addresses
from .office import read_docx, read_rtf
from .pdf.read import read_pdf
from .sidecar import overlay, sidecar
from .text import read_text
from .visible_values import visible_line, visible_values
from .web import read_url, read_webloc

Reader = Callable[[SourceFile, Limits], tuple[Document, ...]]
Runner = Callable[[str, bytes, Limits], Any]

READERS: dict[str, Reader] = {
    ".atom": read_feed,
    ".eml": read_mail,
    ".epub": read_epub,
    ".htm": read_html,
    ".html": read_html,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
    ".rss": read_feed,
    ".text": read_text,
    ".txt": read_text,
    ".url": read_url,
    ".webloc": read_webloc,
    ".xhtml": read_html,
    ".xml": read_feed,
}
IN_A_CHILD: dict[str, Callable[[SourceFile, Limits, Runner], tuple[Document, ...]]] = {
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".rtf": read_rtf,
}
_BUNDLE = ".zip"
_CHANGED = "the file is not as it was added: its SHA-256 is not that of its sidecar"


def read(file: SourceFile, limits: Limits, run: Runner | None = None) -> tuple[Document, ...]:
    """The documents in `file`: one, or several where the format is a collection. What a bibliography beside it says
    goes before what the file says of itself, and a sidecar before both. `run(task, data, limits)` runs a parser of
    `generator.reading.native` where it can do no harm; without it PDF, DOCX and RTF are refused. Raises
    UnreadableError with a reason of one line."""
    suffix = PurePosixPath(file.path).suffix.lower()
    reader = _reader(suffix, run)
    if not file.data:
        raise UnreadableError("the file is empty")
    if len(file.data) > limits.file_bytes:
        raise UnreadableError(beyond(len(file.data), "bytes", limits.file_bytes, "file_bytes"))
    beside = overlay(bibliography(file, limits), sidecar(file, limits))
    documents = tuple(map(_lucid, reader(file, limits)))
    changed = (_CHANGED,) if beside.sha256 and beside.sha256 != hashlib.sha256(file.data).hexdigest() else ()
    told = (replace(d, metadata=overlay(d.metadata, beside), notes=(*d.notes, *changed)) for d in documents)
    return tuple(map(without_addresses, told))


def _lucid(document: Document) -> Document:
    """`document` without the characters that nobody sees, which a format may write in ways of its own, with spaces
    where others would end a line, and without what an address in its text tells of who copied it."""
    said = visible_values(document.metadata)
    if said.title:
        said = visible_values(replace(said, title=without_private_parts(said.title)))
    paragraphs = tuple(replace(p, text=without_private_parts(visible_line(p.text))) for p in document.paragraphs)
    kept = tuple(p for p in paragraphs if p.text.strip())
    if paragraphs and not kept:
        raise UnreadableError("the file holds no text")
    dropped = tuple(replace(d, text=visible_line(d.text)) for d in document.dropped)
    return replace(document, metadata=said, paragraphs=kept, dropped=dropped)


def _reader(suffix: str, run: Runner | None) -> Reader:
    if suffix == _BUNDLE:
        return lambda file, limits: read_bundle(file, limits, lambda entry: read(entry, limits, run))
    if suffix in IN_A_CHILD:
        native = IN_A_CHILD[suffix]
        if run is None:
            raise UnreadableError(f"{suffix} is parsed in a child process only, and none can be started here")
        return lambda file, limits: native(file, limits, run)
    if suffix in READERS:
        return READERS[suffix]
    known = ", ".join(sorted({*READERS, *IN_A_CHILD, _BUNDLE}))
    raise UnreadableError(f"no reader for {suffix or 'a file without a suffix'}; known here: {known}")
