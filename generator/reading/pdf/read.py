"""PDF: the lines that pdfium finds, put into reading order, without what stands in margins, as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from statistics import median
from typing import Any

from ...config import Limits
from ...errors import UnreadableError
from ...model import Document, Dropped, Metadata, SourceFile
from ..office import Runner, call, if_named
from .lines import SUPER, PdfLine, lines_of, without_marks
from .margins import Margins, margins
from .order import read_order
from .paragraphs import paragraphs

_NO_TITLE = re.compile(r"untitled|.*\.(docx?|indd|pdf|tex|pages|odt|qxd|pptx?)|microsoft word.*|slide 1", re.I)
_SCAN = "no text: a scanned picture; run OCR first"


def read_pdf(file: SourceFile, limits: Limits, run: Runner) -> tuple[Document, ...]:
    """The text of `file` in reading order. Raises UnreadableError where it has none, as in a scan without text."""
    if b"%PDF-" not in file.data[:1024]:
        raise UnreadableError("no PDF: it does not begin with %PDF-")
    made = call(run, "pdf", file.data, limits)
    pages = [lines_of(page, number) for number, page in enumerate(made["pages"], 1)]
    beside = list(margins(pages, [float(page["height"]) for page in made["pages"]]))
    kept = list(chain.from_iterable(map(_text_of, pages, beside)))
    found = paragraphs(kept)
    if not found:
        raise UnreadableError(_SCAN if any(page["pictured"] for page in made["pages"]) else "no text in its pages")
    meta = replace(if_named(_metadata(made, kept), found), url=next(filter(None, (one.url for one in beside)), None))
    dropped = tuple(chain.from_iterable(map(_dropped, pages, beside)))
    notes = tuple(_notes(made["pages"]))
    return (Document(file.path, "pdf", meta, found, structured=True, dropped=dropped, notes=notes),)


def _text_of(lines: Sequence[PdfLine], margin: Margins) -> list[PdfLine]:
    """The lines of a page that are its text, in reading order."""
    kept = [line for line, reason in zip(lines, margin.reasons, strict=True) if not reason]
    return read_order([without_marks(line, margin.marks) for line in kept])


def _dropped(lines: Sequence[PdfLine], margin: Margins) -> Iterator[Dropped]:
    for line, reason in zip(lines, margin.reasons, strict=True):
        if reason:
            yield Dropped(line.page, line.text.replace(SUPER, ""), reason)


def _notes(pages: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What a reader is to know of the pages beside their text."""
    scans = sum(1 for page in pages if page["pictured"] and not page["lines"])
    if scans:
        yield f"{scans} page{'' if scans == 1 else 's'} without text: a scanned picture; run OCR first"
    if any(page["unseen"] < 0 for page in pages):
        yield "text that was recognised in a scanned picture"
    if any(page["unseen"] > 0 for page in pages):
        yield "text that is not seen on the page was left out"


def _metadata(made: dict[str, Any], lines: list[PdfLine]) -> Metadata:
    """Title and author as the file states them; a title that is a file's name gives way to the largest line on top of
    the first page. The day on which a file was made is not the day on which a text was published."""
    title = " ".join(str(made["title"]).split())
    if not title or _NO_TITLE.fullmatch(title):
        title = _largest([line for line in lines if line.page == 1])
    author = " ".join(str(made["author"]).split())
    return Metadata(title=title[:300] or None, author=author[:200] or None)


def _largest(lines: list[PdfLine]) -> str:
    if not lines:
        return ""
    size = max(line.height for line in lines if len(line.text) > 3) if any(len(x.text) > 3 for x in lines) else 0
    usual = median(line.height for line in lines)
    return " ".join(line.text for line in _near(lines, size)) if size > 1.15 * usual else ""


def _near(lines: list[PdfLine], size: float) -> Iterator[PdfLine]:
    """The first run of lines that are about as large as `size`."""
    began = False
    for line in lines:
        if line.height > 0.9 * size:
            began = True
            yield line
        elif began:
            return
