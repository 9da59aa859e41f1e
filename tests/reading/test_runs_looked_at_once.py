"""Patterns begin where a run of characters does, and not anew at each character of it: else a run without the end that
they look for costs the square of its length."""

from __future__ import annotations

import re

import pytest

from generator.reading import markdown, named
from generator.reading.mail import headers
from generator.reading.pdf import lines, margins
from generator.reading.pdf.lines import PdfLine
from generator.text import sentences
from tests.counted import calls

RUNS = {
    "the sender's address": (headers._ADDRESS, "anaanaana@port.example"),
    "an address in a name": (named._ADDRESS, "anaanaana@port.example"),
    "via": (headers._VIA, "       via the list"),
    "attributes of a heading": (markdown._ATTRIBUTES, "       {#port}"),
    "marks that end a sentence": (sentences._MARK, "?!?!?!?!"),
}


@pytest.mark.parametrize(("pattern", "text"), RUNS.values(), ids=RUNS)
def test_a_pattern_begins_at_the_first_character_of_a_run_only(pattern: re.Pattern[str], text: str) -> None:
    assert [at for at in range(len(text)) if pattern.match(text, at)] == [0]


def test_no_more_of_a_word_is_looked_at_before_a_ligature_than_a_word_has() -> None:
    found = lines._SPLIT.search("o" * 500 + " ﬁ sh")
    assert found is not None
    assert len(found[1]) <= 60
    assert lines.without_ligatures("o" * 500 + " ﬁ sh").startswith("o" * 500)


def _line(y: float, text: str) -> PdfLine:
    return PdfLine(72, y, 300, y + 10, text, 1, 10)


def test_a_page_number_is_short() -> None:
    page = [_line(20, "Page 7 of 12"), _line(400, "The port is open."), _line(780, "- " * 400 + "7")]
    (found,) = margins.margins([page], [800])
    assert found.reasons == (margins.NUMBER, None, None)


def test_each_line_of_a_margin_is_held_against_the_rows_next_to_it() -> None:
    def work(n: int) -> int:
        page = [_line(10 * k, f"https://port.example/{k}") for k in range(n)]
        return calls(lambda: list(margins.margins([page], [1_000 * n])))

    work(2)
    assert work(160) < 2.5 * work(80)


def test_a_line_as_high_as_one_that_a_browser_printed_is_its_head() -> None:
    page = [_line(780, "https://port.example/a"), _line(783, "The port opens"), _line(730, "The crane is green.")]
    (found,) = margins.margins([page], [800])
    assert found.reasons[:2] == (margins.HEAD, margins.HEAD)
    assert found.reasons[2] is None
