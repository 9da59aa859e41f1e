"""Lines in reading order: columns are found by white gutters that no line crosses, page by page and band by band (a
recursive XY-cut: Nagy, Seth and Viswanathan 1992, https://doi.org/10.1109/2.144436), because pdfium gives lines in the
order of drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from .lines import PdfLine

_FEWEST_LINES, _MOST_LINES = 3, 5_000  # on each side of a gutter; of a page that is laid out by people
_SMALLEST, _EDGES = 0.15, 20  # of the lines, on each side of a gutter; places tried for one
_SIDE, _MOST_CROSSING = 0.15, 0.4  # of the width, where no gutter is; of the lines, that may cross one
_OVERLAP, _EDGE = 0.5, 6.0  # of the lower line's height, for lines on one height; points, for cells under one another
_BESIDE = 0.5  # of the shorter column's height, along which the other one stands


def read_order(lines: list[PdfLine]) -> list[PdfLine]:
    """`lines` of one page from top to bottom, column by column."""
    gutter = _gutter(lines) if 2 * _FEWEST_LINES <= len(lines) <= _MOST_LINES else None
    if gutter is None:
        return _top_down(lines)
    ordered: list[PdfLine] = []
    for band, crossing in _bands(lines, gutter):
        ordered += read_order([line for line in band if line.x1 <= gutter])
        ordered += read_order([line for line in band if line.x0 >= gutter])
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
    """`lines` from top to bottom; those of a table row by row, its cells parted by a bar."""
    rows = _rows(lines)
    made: list[PdfLine] = []
    for number, row in enumerate(rows):
        beside = (*rows[max(0, number - 1) : number], *rows[number + 1 : number + 2])
        if any(_is_table(row, other) for other in beside):
            made.append(_as_row(row))
        else:
            made += row
    return made


def _rows(lines: list[PdfLine]) -> list[list[PdfLine]]:
    """Lines that stand on one height, from left to right."""
    rows: list[list[PdfLine]] = []
    for line in sorted(lines, key=lambda line: (-line.y1, line.x0)):
        last = rows[-1][0] if rows else None
        if last and min(last.y1, line.y1) - max(last.y0, line.y0) > _OVERLAP * min(last.height, line.height):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _is_table(row: list[PdfLine], other: list[PdfLine]) -> bool:
    """Whether two rows are those of a table: two cells of one stand under, or end with, two of the other, and the cells
    are too many or too short to be columns of text."""
    if min(len(row), len(other)) < 2:
        return False
    edges = sum(any(abs(a.x0 - b.x0) < _EDGE or abs(a.x1 - b.x1) < _EDGE for b in other) for a in row)
    return edges > 1 and (len(row) > 2 or not _prose([*row, *other]))


def _as_row(row: list[PdfLine]) -> PdfLine:
    text = " | ".join(line.text for line in row)
    bottom, top = min(line.y0 for line in row), max(line.y1 for line in row)
    return PdfLine(row[0].x0, bottom, row[-1].x1, top, text, row[0].page, row[0].size, row=True)


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
