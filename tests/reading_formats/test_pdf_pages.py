"""PDFs of three producers: columns, ligatures, tables, footnotes, printed pages, scans, and what is not seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Document
from generator.reading.pdf.lines import PdfLine, without_ligatures, without_marks

from . import make_fixtures as made
from .make_fixtures import STORY, TITLE, Placed
from .make_pdfs import LEFT, RIGHT, SECRET
from .support import read_one, refusal, texts

FOLDER = Path(__file__).with_name("pdfs")
SHORT = STORY[0].replace("northern ", "")


def _read(name: str) -> Document:
    return read_one(f"{name}.pdf", (FOLDER / f"{name}.pdf").read_bytes())


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("columns-reportlab", ["Report on the northern basin", LEFT, RIGHT]),
        ("columns-fpdf2", [LEFT, RIGHT, *STORY]),
    ],
)
def test_two_columns_with_ligatures_and_broken_words(name: str, wanted: list[str]) -> None:
    document = _read(name)
    assert texts(document) == wanted
    assert document.metadata.author is None  # fpdf2's has a file property


def test_the_rows_of_a_table_and_a_footnote() -> None:
    document = _read("table-and-note-reportlab")
    assert texts(document, "item") == [
        "Payer | Share | Year", "Province | half | 2020", "Port fund | a third | 2021", "Town | a sixth | 2021",
    ]  # fmt: skip
    assert texts(document, "body") == [SHORT, "The basin has 12 000 m2 of water at low tide, says the port."]
    assert [(d.reason, d.text) for d in document.dropped] == [
        ("footnote", "1 The minutes of the meeting are in the archive of the port."),
        ("footnote", "They were not read out."),
    ]


def test_a_web_page_that_was_printed() -> None:
    document = _read("printed-chromium")
    assert texts(document) == [TITLE, *STORY, LEFT, RIGHT, *STORY, LEFT]
    assert {d.reason for d in document.dropped} == {"running header or footer", "page number"}
    assert document.metadata.title == TITLE
    assert document.metadata.url == "http://localhost:8123/basin.html"
    assert document.metadata.published is None  # the day of printing is none of publishing


PRINTED: list[Placed] = [
    (30, 770, 8, "10/7/20, 11:30 PM"), (250, 770, 8, "Deeper basin"), (30, 15, 8, "https://ledger.example/basin"),
    (560, 15, 8, "1/3"),
]  # fmt: skip
SAFARI: list[Placed] = [
    (30, 770, 8, "07.10.2020"),
    (30, 15, 8, "www.ledger.example/basin"),
    (500, 15, 8, "Page 1 of 3"),
]


@pytest.mark.parametrize("heads", [PRINTED, SAFARI, PRINTED[2:]])
def test_heads_of_browsers_on_a_single_page(heads: list[Placed]) -> None:
    lines: list[Placed] = [(72, 600 - 40 * n, 11, text[:80]) for n, text in enumerate(STORY)]
    document = read_one("p.pdf", made.pdf([[*heads, *lines]]))
    assert texts(document) == [text[:80].strip() for text in STORY]


def test_a_day_at_the_top_of_a_page_that_no_browser_printed_stays() -> None:
    document = read_one("p.pdf", made.pdf([[(72, 770, 11, "7.10.2020"), (72, 600, 11, STORY[0][:80])]]))
    assert texts(document)[0] == "7.10.2020"


def test_scans() -> None:
    data = (FOLDER / "scan-fpdf2.pdf").read_bytes()
    assert refusal("s.pdf", data) == "no text: a scanned picture; run OCR first"
    recognised = _read("recognised-fpdf2")
    assert texts(recognised) == [STORY[0]]
    assert recognised.notes == ("text that was recognised in a scanned picture",)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("unseen-reportlab", [SHORT, "White on blue is seen."]),  # white, under a bar, in no ink, tiny, off the page
        ("under-a-picture-fpdf2", list(STORY[:2])),
    ],
)
def test_what_is_not_seen_is_not_read(name: str, wanted: list[str]) -> None:
    document = _read(name)
    assert texts(document) == wanted
    assert SECRET not in " ".join(d.text for d in document.dropped)
    assert document.notes == ("text that is not seen on the page was left out",)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the oﬃcials of the ﬁrm", "the officials of the firm"),
        ("the ﬁ rst oﬀer", "the first offer"),
        ("an ef ﬁ cient port", "an efficient port"),
        ("the staﬀ was told", "the staff was told"),
        ("a conﬂ ict of caﬆles", "a conflict of castles"),
        ("no ligature", "no ligature"),
    ],
)
def test_ligatures(written: str, meant: str) -> None:
    assert without_ligatures(written) == meant


def test_marks_of_footnotes_go_and_powers_stay() -> None:
    line = PdfLine(0, 0, 1, 1, "winter.\ue0101\ue010 and 12 m\ue0102\ue010", 1)
    assert without_marks(line, {"1"}).text == "winter. and 12 m2"
