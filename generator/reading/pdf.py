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
from .office import Runner, call, if_named

_MARGIN = 0.12  # of the page's height: where running headers and page numbers stand
_OFTEN = 0.4  # of the pages
_NUMBER = re.compile(
    r"\W*(page|seite|página|p\.)?\W*([0-9]{1,4}|[ivxlc]{1,7})(\W*(of|/|von|de|sur)\W*[0-9]{1,4})?\W*", re.I
)
_NO_TITLE = re.compile(r"untitled|.*\.(docx?|indd|pdf|tex|pages|odt|qxd|pptx?)|microsoft word.*|slide 1", re.I)
_HYPHENS = ("-", "\xad", "\x02", "\ufffe", "\u2010")
_FEWEST_LINES, _MOST_LINES = 3, 5_000  # on each side of a gutter; of a page that is laid out by people
_SMALLEST, _EDGES = 0.15, 20  # of the lines, on each side of a gutter; places tried for one
_SIDE, _MOST_CROSSING = 0.15, 0.4  # of the width, where no gutter is; of the lines, that may cross one
_BESIDE = 0.5  # of the shorter column's height, along which the other one stands
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
    pages = [_join_pieces(_lines(page, number)) for number, page in enumerate(made["pages"], 1)]
    kept, dropped = _sorted_out(pages, [float(page["height"]) for page in made["pages"]])
    paragraphs = _paragraphs(kept)
    if not paragraphs:
        raise UnreadableError("no text in its pages: a scan must be put through text recognition first")
    meta = if_named(_metadata(made, kept), paragraphs)
    return (Document(file.path, "pdf", meta, paragraphs, structured=True, dropped=tuple(dropped)),)


def _sorted_out(pages: list[list[PdfLine]], heights: list[float]) -> tuple[list[PdfLine], list[Dropped]]:
    """The lines of all pages in reading order, and those of their margins that are no text."""
    running = _running(pages, heights)
    kept: list[PdfLine] = []
    dropped: list[Dropped] = []
    for lines, height in zip(pages, heights, strict=True):
        reasons = [(line, _reason(line, height, running)) for line in lines]
        kept += _read_order([line for line, reason in reasons if not reason])
        dropped += (Dropped(line.page, line.text, reason) for line, reason in reasons if reason)
    return kept, dropped


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
    gutter = _gutter(lines) if 2 * _FEWEST_LINES <= len(lines) <= _MOST_LINES else None
    if gutter is None:
        return _top_down(lines)
    ordered: list[PdfLine] = []
    for band, crossing in _bands(lines, gutter):
        ordered += _read_order([line for line in band if line.x1 <= gutter])
        ordered += _read_order([line for line in band if line.x0 >= gutter])
        ordered += crossing
    return ordered


def _bands(lines: list[PdfLine], gutter: float) -> Iterator[tuple[list[PdfLine], list[PdfLine]]]:
    """The lines beside the gutter down to each line that crosses it, with that line; those below the last with none."""
    band: list[PdfLine] = []
    for line in sorted(lines, key=lambda line: -line.y1):
        if line.x0 < gutter < line.x1:
            yield band, [line]
            band = []
        else:
            band.append(line)
    yield band, []


def _top_down(lines: list[PdfLine]) -> list[PdfLine]:
    return sorted(lines, key=lambda line: (-line.y1, line.x0))


def _gutter(lines: list[PdfLine]) -> float | None:
    """Where a vertical line parts the most lines into two columns of some size, crossing few others."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    edges = Counter(round(line.x0) for line in lines).most_common(_EDGES)  # a column begins where many lines begin
    inner = left + _SIDE * (right - left), left + (1 - _SIDE) * (right - left)
    places = sorted(edge - 1.0 for edge, _ in edges)
    worth = [(made, x) for x in places if inner[0] < x < inner[1] and (made := _parting(lines, x)) is not None]
    return max(worth)[1] if worth else None


def _parting(lines: list[PdfLine], x: float) -> int | None:
    """How well `x` parts the lines into two columns: by the lines of the smaller one beyond those that it crosses; None
    where it does not."""
    before = [one for one in lines if one.x1 <= x]
    after = [one for one in lines if one.x0 >= x]
    smaller, crossing = min(len(before), len(after)), len(lines) - len(before) - len(after)
    large = smaller >= max(_FEWEST_LINES, _SMALLEST * len(lines)) and crossing <= _MOST_CROSSING * len(lines)
    return smaller - crossing if large and _side_by_side(before, after) else None


def _side_by_side(left: list[PdfLine], right: list[PdfLine]) -> bool:
    """Whether both stand at the same height for a good part, as columns do and an indented list does not."""
    (top, bottom), (other_top, other_bottom) = _span(left), _span(right)
    shorter = min(top - bottom, other_top - other_bottom)
    top, bottom = min(top, other_top), max(bottom, other_bottom)
    inside = [one for one in (*left, *right) if bottom <= one.y0 <= top]
    return top - bottom > _BESIDE * shorter and len(inside) >= 2 * _FEWEST_LINES and _prose(inside)


def _span(lines: list[PdfLine]) -> tuple[float, float]:
    """The top of the highest line and the foot of the lowest."""
    return max(line.y1 for line in lines), min(line.y0 for line in lines)


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
    heading = _size(run) > 1.15 * usual and len(text.split()) <= 20 and not text.endswith(".")
    return Paragraph(text.replace("\xad", ""), "heading" if heading else "body", run[0].page)


def _is_broken(last: str, text: str) -> bool:
    """Whether a hyphen at a line's end is there for the break alone."""
    return last.endswith(_HYPHENS) and last[-2:-1].isalpha() and text[:1].islower()


def _is_hyphenated(last: str, text: str) -> bool:
    """Whether a hyphen at a line's end is the word's own, as before the capital of Franco-German."""
    return last.endswith("-") and last[-2:-1].isalpha() and text[:1].isalpha()


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
