"""The lines of a PDF page in the order in which people read them."""

from __future__ import annotations

from generator.reading.pdf.lines import PdfLine
from generator.reading.pdf.order import read_order


def column(left: float, right: float, top: float, step: float, number: int, words: str) -> list[PdfLine]:
    places = [top - step * i for i in range(number)]
    return [PdfLine(left, y, right, y + 10, f"{words} {i}", 1) for i, y in enumerate(places)]


def test_columns_under_more_lines_across_than_the_smaller_of_them_has() -> None:
    """As under an abstract: the line that parts them crosses more lines than stand left of it."""
    across = column(72, 500, 700, 14, 7, "a line across the page")
    left = column(72, 280, 600, 28, 4, "a line of the left column")
    right = column(300, 500, 600, 14, 9, "a line of the right column")
    assert read_order([*right, *left, *across]) == [*across, *left, *right]


def test_an_indented_list_and_the_cells_of_a_table_are_no_columns() -> None:
    above, below = column(72, 280, 700, 14, 5, "a line of the text"), column(300, 500, 600, 14, 5, "a line of a list")
    assert read_order([*below, *above]) == [*above, *below]
    cells = [*column(72, 110, 700, 14, 6, "12"), *column(200, 240, 700, 14, 6, "7")]
    assert [line.text for line in read_order(cells)] == [f"12 {n} | 7 {n}" for n in range(6)]


def test_a_page_of_few_lines_is_read_from_top_to_bottom() -> None:
    few = [*column(72, 280, 700, 14, 2, "a line at the left"), *column(300, 500, 700, 14, 2, "a line at the right")]
    assert [line.text[:12] for line in read_order(few)] == ["a line at th"] * 4
    assert [line.y1 for line in read_order(few)] == [710, 710, 696, 696]
