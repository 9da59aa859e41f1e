"""A line of a PDF page, and where lines touch."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...text.pos_tagger import known

SUPER = "\ue010"  # around a mark above the line, as the child process writes it
_RAISED = re.compile(f"{SUPER}(.){SUPER}")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_JOINED = re.compile("[ﬀ-ﬆ]")
_SPLIT = re.compile(r"([^\W\d_]{0,60}) ?([ﬁﬂﬃﬄ]) ([a-zß-ÿ]+)")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page, in points from the page's lower left corner; `size` is that of its letters, and `row`
    says that it is the row of a table."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    page: int
    size: float = 0.0
    row: bool = False

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def letters(self) -> float:
        """The size of its letters; its height where that is not known."""
        return self.size or self.height


def lines_of(page: Mapping[str, Any], number: int) -> list[PdfLine]:
    """The lines that the child process found on a page, without ligatures, in pieces joined where they touch."""
    made = []
    for x0, y0, x1, y1, text, size in page["lines"]:
        if plain := " ".join(without_ligatures(str(text)).split()):
            made.append(PdfLine(float(x0), float(y0), float(x1), float(y1), plain, number, float(size)))
    return _join_pieces(made)


def without_ligatures(text: str) -> str:
    """`text` with its ligatures as letters, also where a space stands beside one that parts a word: "the ﬁ rst"."""
    if not _JOINED.search(text):
        return text
    text = _SPLIT.sub(lambda hit: _word(hit[0], *hit.groups()), text)
    return _JOINED.sub(lambda hit: _LIGATURES[hit.group()], text)


def _word(whole: str, before: str, mark: str, after: str) -> str:
    """The word that a space behind its ligature parted, with what stands before it where only that makes a word."""
    end = _LIGATURES[mark] + after
    apart = whole.startswith(f"{before} ") and bool(before)
    alone = apart and not (known((before + end).lower()) and not known(end.lower()))
    return f"{before} {end}" if alone else before + end


def without_marks(line: PdfLine, marks: Collection[str]) -> PdfLine:
    """`line` without the `marks` of footnotes that stand above it; others are part of its text."""
    text = _RAISED.sub(lambda hit: "" if hit[1] in marks else hit[1], line.text)
    return line if text == line.text else replace(line, text=text)


def _join_pieces(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Pieces that touch on one line (a change of font parts them) as one line."""
    made: list[PdfLine] = []
    for line in lines:
        last = made[-1] if made else None
        if last and abs(last.y0 - line.y0) < 0.4 * last.height and 0 <= line.x0 - last.x1 < 0.6 * max(last.height, 1):
            joined = f"{last.text} {line.text}"
            made[-1] = PdfLine(
                last.x0,
                min(last.y0, line.y0),
                line.x1,
                max(last.y1, line.y1),
                joined,
                line.page,
                max(last.size, line.size),
            )
        else:
            made.append(line)
    return made
