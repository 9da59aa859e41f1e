"""What stands in the margins of pages and is no text: running heads, page numbers, footnotes, and what a browser prints
there: the page's address, the day of printing, its title."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ..web import address
from .lines import SUPER, PdfLine

_MARGIN = 0.12  # of the page's height: where running headers and page numbers stand
_OFTEN = 0.4  # of the pages
_NUMBER = re.compile(
    r"\W*(page|seite|página|p\.)?\W*([0-9]{1,4}|[ivxlc]{1,7})(\W*(of|/|von|de|sur)\W*[0-9]{1,4})?\W*", re.I
)
_ADDRESS = re.compile(r"(?:https?://|www\.|file://)\S+")
_PRINTED = re.compile(
    r".{0,20}\b[0-9]{1,4}([./-]) ?[0-9]{1,2}\1 ?[0-9]{2,4}\b.{0,16}"
    r"|.{0,30}\b[0-9]{1,2}[:.][0-9]{2}\b.{0,8}"
)
_NOTE = re.compile(rf"{SUPER}?(?P<mark>[0-9]{{1,3}}|[*†‡§])(?:{SUPER}|[.)]?\s|(?=[^\W\d_]))")
_SMALL, _LOW = 0.9, 0.5  # of the usual height of lines; of the page, under which notes stand
_SAME_ROW = 4.0  # points
_LONGEST_NUMBER = 60  # characters of a page's number with what stands around it
HEAD, NUMBER, NOTE = "running header or footer", "page number", "footnote"


@dataclass(frozen=True, slots=True)
class Margins:
    """Why each line of a page is no text, None where it is; its footnotes’ marks; the address printed there."""

    reasons: tuple[str | None, ...]
    marks: frozenset[str] = frozenset()
    url: str | None = None


def margins(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> Iterator[Margins]:
    """What of each of the `pages` stands in its margins."""
    running = _running(pages, heights)
    usual = _usual([line for lines in pages for line in lines])
    for lines, height in zip(pages, heights, strict=True):
        yield _of_page(lines, height, running, usual)


def _of_page(lines: Sequence[PdfLine], height: float, running: frozenset[str], usual: float) -> Margins:
    edge = [line for line in lines if _in_margin(line, height)]
    addresses = [line.text for line in edge if _ADDRESS.fullmatch(line.text)]
    rows = sorted(line.y0 for line in edge if addresses and _is_printed(line))
    notes = _notes(lines, height, usual)
    reasons = tuple(NOTE if n in notes else _reason(line, height, running, rows) for n, line in enumerate(lines))
    return Margins(reasons, frozenset(_marks(lines, notes)), next(filter(None, map(address, addresses)), None))


def _marks(lines: Sequence[PdfLine], notes: Iterable[int]) -> Iterator[str]:
    """The marks with which footnotes begin."""
    for n in notes:
        if found := _NOTE.match(lines[n].text):
            yield found["mark"]


def _reason(line: PdfLine, height: float, running: frozenset[str], rows: Sequence[float]) -> str | None:
    if not _in_margin(line, height):
        return None
    if len(line.text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(line.text):
        return NUMBER
    return HEAD if _is_beside(line.y0, rows) or _pattern(line.text) in running else None


def _is_beside(y: float, rows: Sequence[float]) -> bool:
    """Whether one of the `rows`, which are sorted, stands as high as `y`."""
    at = bisect(rows, y)
    return any(abs(y - row) < _SAME_ROW for row in rows[max(0, at - 1) : at + 1])


def _is_printed(line: PdfLine) -> bool:
    """Whether a line in a margin is what a browser prints there: an address, a day with or without a time."""
    return bool(_ADDRESS.fullmatch(line.text) or _PRINTED.fullmatch(line.text))


def _in_margin(line: PdfLine, height: float) -> bool:
    return line.y0 > height * (1 - _MARGIN) or line.y1 < height * _MARGIN


def _pattern(text: str) -> str:
    """`text` without the numbers that change from page to page."""
    return re.sub(r"[0-9]+", "#", text.casefold())


def _running(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> frozenset[str]:
    """What stands in the margins of many pages."""
    count: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        count.update({_pattern(line.text) for line in lines if _in_margin(line, height)})
    fewest = max(2, _OFTEN * len(pages) / 2)  # by half: left and right pages often have headers of their own
    return frozenset(text for text, times in count.items() if times >= fewest)


def _usual(lines: Sequence[PdfLine]) -> float:
    return median([line.letters for line in lines for _ in range(1 + len(line.text) // 10)] or [0.0])


def _notes(lines: Sequence[PdfLine], height: float, usual: float) -> frozenset[int]:
    """The lines of footnotes: those in small type at the foot of a column, from the first that begins with a mark."""
    small = {n for n, line in enumerate(lines) if line.letters < _SMALL * usual and line.y1 < _LOW * height}
    found: set[int] = set()
    for n in sorted(small, key=lambda n: -lines[n].y1):
        if n not in found and _NOTE.match(lines[n].text):
            below = _under(lines, n, height)
            found |= below if below <= small else set()
    return frozenset(found)


def _under(lines: Sequence[PdfLine], at: int, height: float) -> set[int]:
    """The line `at` and those under it, but for those in the margin."""
    top = lines[at]
    below = {n for n, line in enumerate(lines) if line.y1 <= top.y1 and _over(line, top)}
    return {n for n in below if n == at or not _in_margin(lines[n], height)}


def _over(one: PdfLine, other: PdfLine) -> bool:
    """Whether two lines stand over one another."""
    return one.x0 < other.x1 and other.x0 < one.x1
