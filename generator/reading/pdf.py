"""PDF: the lines that pdfium finds, put into reading order, without running headers and page numbers, as paragraphs.

Columns are found by white gutters that no line crosses, page by page and band by band (a recursive XY-cut: Nagy, Seth
and Viswanathan 1992, https://doi.org/10.1109/2.144436), because pdfium gives lines in the order of drawing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Dropped, Metadata, Paragraph, SourceFile
from .office import Runner, call

_MARGIN = 0.12  # of the page's height: where running headers and page numbers stand
_OFTEN = 0.4  # of the pages
_NUMBER = re.compile(
    r"\W*(page|seite|página|p\.)?\W*([0-9]{1,4}|[ivxlc]{1,7})(\W*(of|/|von|de|sur)\W*[0-9]{1,4})?\W*", re.I
)
_NO_TITLE = re.compile(r"untitled|.*\.(docx?|indd|pdf|tex|pages|odt|qxd|pptx?)|microsoft word.*|slide 1", re.I)
_HYPHENS = ("-", "\xad", "\x02", "\ufffe", "\u2010")
_FEWEST_LINES, _MOST_LINES = 3, 5_000  # on each side of a gutter; of a page that is laid out by people
_SMALLEST, _EDGES = 0.15, 20  # of the lines, on each side of a gutter; places tried for one
_RECENT = 40  # lines of a paragraph that tell where its edges are


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page, in points from the page's lower left corner."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    page: int

    @property
    def height(self) -> float:
        return self.y1 - self.y0


def read_pdf(file: SourceFile, limits: Limits, run: Runner) -> tuple[Document, ...]:
    """The text of `file` in reading order. Raises UnreadableError where it has none, as in a scan without text."""
    if b"%PDF-" not in file.data[:1024]:
        raise UnreadableError("no PDF: it does not begin with %PDF-")
    made = call(run, "pdf", file.data, limits)
    pages = [_lines(page, number) for number, page in enumerate(made["pages"], 1)]
    pages = [_join_pieces(lines) for lines in pages]
    heights = [float(page["height"]) for page in made["pages"]]
    running = _running(pages, heights)
    kept: list[PdfLine] = []
    dropped: list[Dropped] = []
    for lines, height in zip(pages, heights, strict=True):
        reasons = [_reason(line, height, running) for line in lines]
        kept += _read_order([line for line, reason in zip(lines, reasons, strict=True) if not reason])
        dropped += (Dropped(b.page, b.text, reason) for b, reason in zip(lines, reasons, strict=True) if reason)
    paragraphs = _paragraphs(kept)
    if not paragraphs:
        raise UnreadableError("no text in its pages: a scan must be put through text recognition first")
    meta = _metadata(made, kept)
    return (Document(file.path, "pdf", meta, paragraphs, structured=True, dropped=tuple(dropped)),)


def _lines(page: dict[str, Any], number: int) -> list[PdfLine]:
    made = []
    for x0, y0, x1, y1, text in page["lines"]:
        if plain := " ".join(str(text).split()):
            made.append(PdfLine(float(x0), float(y0), float(x1), float(y1), plain, number))
    return made


def _join_pieces(lines: list[PdfLine]) -> list[PdfLine]:
    """Pieces that touch on one line (a change of font parts them) as one line."""
    made: list[PdfLine] = []
    for line in lines:
        last = made[-1] if made else None
        if last and abs(last.y0 - line.y0) < 0.4 * last.height and 0 <= line.x0 - last.x1 < 0.6 * max(last.height, 1):
            joined = f"{last.text} {line.text}"
            made[-1] = PdfLine(last.x0, min(last.y0, line.y0), line.x1, max(last.y1, line.y1), joined, line.page)
        else:
            made.append(line)
    return made


def _reason(line: PdfLine, height: float, running: frozenset[str]) -> str | None:
    if not _in_margin(line, height):
        return None
    if _NUMBER.fullmatch(line.text):
        return "page number"
    return "running header or footer" if _pattern(line.text) in running else None


def _in_margin(line: PdfLine, height: float) -> bool:
    return line.y0 > height * (1 - _MARGIN) or line.y1 < height * _MARGIN


def _pattern(text: str) -> str:
    """`text` without the numbers that change from page to page."""
    return re.sub(r"[0-9]+", "#", text.casefold())


def _running(pages: list[list[PdfLine]], heights: list[float]) -> frozenset[str]:
    """What stands in the margins of many pages."""
    count: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        count.update({_pattern(line.text) for line in lines if _in_margin(line, height)})
    fewest = max(2, _OFTEN * len(pages) / 2)  # by half: left and right pages often have headers of their own
    return frozenset(text for text, times in count.items() if times >= fewest)


def _read_order(lines: list[PdfLine]) -> list[PdfLine]:
    """`lines` of one page from top to bottom, column by column."""
    if not 2 * _FEWEST_LINES <= len(lines) <= _MOST_LINES:
        return _top_down(lines)
    gutter = _gutter(lines)
    if gutter is None:
        return _top_down(lines)
    ordered: list[PdfLine] = []
    band: list[PdfLine] = []
    for line in [*sorted(lines, key=lambda line: -line.y1), None]:
        if line is not None and not line.x0 < gutter < line.x1:
            band.append(line)
            continue
        ordered += _read_order([one for one in band if one.x1 <= gutter])
        ordered += _read_order([one for one in band if one.x0 >= gutter])
        ordered += [line] if line is not None else []
        band = []
    return ordered


def _top_down(lines: list[PdfLine]) -> list[PdfLine]:
    return sorted(lines, key=lambda line: (-line.y1, line.x0))


def _gutter(lines: list[PdfLine]) -> float | None:
    """Where a vertical line parts the most lines into two columns of some size, crossing few others."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    best: tuple[int, float] | None = None
    edges = Counter(round(line.x0) for line in lines).most_common(_EDGES)  # a column begins where many lines begin
    for x in sorted(edge - 1.0 for edge, _ in edges):
        if not left + 0.15 * (right - left) < x < left + 0.85 * (right - left):
            continue
        before = sum(line.x1 <= x for line in lines)
        after = sum(line.x0 >= x for line in lines)
        crossing = len(lines) - before - after
        overlap = _side_by_side([one for one in lines if one.x1 <= x], [one for one in lines if one.x0 >= x])
        if (
            min(before, after) >= max(_FEWEST_LINES, _SMALLEST * len(lines))
            and crossing <= 0.4 * len(lines)
            and overlap
        ):
            best = max(best or (0, 0.0), (min(before, after) - crossing, x))
    return best[1] if best else None


def _side_by_side(left: list[PdfLine], right: list[PdfLine]) -> bool:
    """Whether both stand at the same height for a good part, as columns do and an indented list does not."""
    if not left or not right:
        return False
    top = min(max(one.y1 for one in side) for side in (left, right))
    bottom = max(min(one.y0 for one in side) for side in (left, right))
    shorter = min(max(a.y1 for a in s) - min(a.y0 for a in s) for s in (left, right))
    inside = [one for one in (*left, *right) if bottom <= one.y0 <= top]
    return top - bottom > 0.5 * shorter and len(inside) >= 2 * _FEWEST_LINES and _prose(inside)


def _prose(lines: list[PdfLine]) -> bool:
    """Whether the lines are long enough to be text: the cells of a table are not."""
    return median(len(line.text) for line in lines) >= 12


def _paragraphs(lines: list[PdfLine]) -> tuple[Paragraph, ...]:
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
    if abs(line.height - last.height) > 0.25 * usual and abs(_size(run) - line.height) > 0.2 * usual:
        return True
    open_end = last.text.endswith(_HYPHENS) or (not _ended(last.text) and line.text[:1].islower())
    elsewhere = line.page != last.page or line.y1 > last.y1 or line.x0 > last.x1
    if elsewhere:  # the next column or page
        return not open_end and (_ended(last.text) or line.text[:1].isupper())
    gap = last.y0 - line.y1
    indented = line.x0 - min(one.x0 for one in run) > 0.8 * usual and len(run) > 1 and _ended(last.text)
    short = last.x1 < max(one.x1 for one in run) - 6 * usual and _ended(last.text)
    return gap > 0.9 * usual or indented or short


def _size(run: list[PdfLine]) -> float:
    return median(line.height for line in run)


def _ended(text: str) -> bool:
    return text.rstrip("\"'”’)]0123456789").endswith((".", "!", "?", ":", "。", "！", "？"))


def _paragraph(run: list[PdfLine], usual: float) -> Paragraph:
    parts: list[str] = []
    for line in run:
        last = parts[-1] if parts else ""
        if last.endswith(_HYPHENS) and line.text[:1].islower() and last[-2:-1].isalpha():
            parts[-1] = last[:-1]
        elif parts and not (last.endswith("-") and last[-2:-1].isalpha() and line.text[:1].isalpha()):
            parts.append(" ")  # but none in Franco-German: a hyphen before a capital is the word's own
        parts.append(line.text)
    text = "".join(parts)
    heading = _size(run) > 1.15 * usual and len(text.split()) <= 20 and not text.endswith(".")
    return Paragraph(text.replace("\xad", ""), "heading" if heading else "body", run[0].page)


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
