"""Paragraphs out of lines in reading order: by gaps, indents, sizes, and words that a line's end broke."""

from __future__ import annotations

from statistics import median

from ...model import Paragraph
from .lines import PdfLine

_HYPHENS = ("-", "\xad", "\x02", "\ufffe", "\u2010")
_RECENT = 40  # lines of a paragraph that tell where its edges are


def paragraphs(lines: list[PdfLine]) -> tuple[Paragraph, ...]:
    """The paragraphs that `lines` make, headings by their size and the rows of tables as items."""
    if not lines:
        return ()
    usual = median(line.height for line in lines for _ in range(1 + len(line.text) // 40))
    made: list[Paragraph] = []
    run: list[PdfLine] = []
    for line in lines:
        if run and _begins(run, line, usual):
            made.append(_paragraph(run, usual))
            run = []
        run.append(line)
    made.append(_paragraph(run, usual))
    return tuple(p for p in made if p.text)


def _begins(run: list[PdfLine], line: PdfLine, usual: float) -> bool:
    """Whether `line` begins a paragraph after the lines `run`."""
    last, run = run[-1], run[-_RECENT:]
    if last.row or line.row:
        return True
    if abs(line.height - last.height) > 0.25 * usual and abs(_size(run) - line.height) > 0.2 * usual:
        return True
    if _elsewhere(last, line):
        return not _goes_on(last, line) and (_ended(last.text) or line.text[:1].isupper())
    gap = last.y0 - line.y1
    return gap > 0.9 * usual or (_ended(last.text) and (_indented(run, line, usual) or _short(run, usual)))


def _elsewhere(last: PdfLine, line: PdfLine) -> bool:
    """Whether a line stands in the next column or on the next page."""
    return line.page != last.page or line.y1 > last.y1 or line.x0 > last.x1


def _goes_on(last: PdfLine, line: PdfLine) -> bool:
    """Whether a line goes on with the word, or with the sentence, that the last one left open."""
    return last.text.endswith(_HYPHENS) or (not _ended(last.text) and line.text[:1].islower())


def _indented(run: list[PdfLine], line: PdfLine, usual: float) -> bool:
    return len(run) > 1 and line.x0 - min(one.x0 for one in run) > 0.8 * usual


def _short(run: list[PdfLine], usual: float) -> bool:
    """Whether the last line ends well before the longest."""
    return run[-1].x1 < max(one.x1 for one in run) - 6 * usual


def _size(run: list[PdfLine]) -> float:
    return median(line.height for line in run)


def _ended(text: str) -> bool:
    return text.rstrip("\"'”’)]0123456789").endswith((".", "!", "?", ":", "。", "！", "？"))


def _paragraph(run: list[PdfLine], usual: float) -> Paragraph:
    parts: list[str] = []
    for line in run:
        if parts and _is_broken(parts[-1], line.text):
            parts[-1] = parts[-1][:-1]
        elif parts and not _is_hyphenated(parts[-1], line.text):
            parts.append(" ")
        parts.append(line.text)
    text = "".join(parts)
    if run[0].row:
        return Paragraph(text.replace("\xad", ""), "item", run[0].page)
    heading = _size(run) > 1.15 * usual and len(text.split()) <= 20 and not text.endswith(".")
    return Paragraph(text.replace("\xad", ""), "heading" if heading else "body", run[0].page)


def _is_broken(last: str, text: str) -> bool:
    """Whether a hyphen at a line's end is there for the break alone."""
    return last.endswith(_HYPHENS) and last[-2:-1].isalpha() and text[:1].islower()


def _is_hyphenated(last: str, text: str) -> bool:
    """Whether a hyphen at a line's end is the word's own, as before the capital of Franco-German."""
    return last.endswith("-") and last[-2:-1].isalpha() and text[:1].isalpha()
