"""The PDF files in `pdfs/`, made from words of our own by three producers: ReportLab, fpdf2 and Chromium.

They are kept in the repository, so that no test needs their makers. To make them anew, with reportlab, fpdf2 and
Chromium installed: `python -m tests.reading_formats.make_pdfs tests/reading_formats/pdfs`."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tempfile
import threading
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from .make_fixtures import STORY, TITLE

SERIF = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
LEFT = (
    "The survey of the northern basin took three weeks in spring. It found a layer of clay that no map of the harbour "
    "had shown before, two metres below the sea bed, and it runs from the ferry quay to the mouth of the river."
)
RIGHT = (
    "Dredging through clay is slow and costs more than sand does. The council will therefore ask for new offers in "
    "October, and decide before winter which of them it takes. The officials of the port expect three offers."
)
ROWS = (
    ("Payer", "Share", "Year"),
    ("Province", "half", "2020"),
    ("Port fund", "a third", "2021"),
    ("Town", "a sixth", "2021"),
)
FIRST, _, SECOND = STORY[0].partition(" northern ")
SECRET = "The quay was sold in secret to the ferry line."


def with_reportlab(folder: Path) -> None:
    """Two columns with ligatures and hyphens, a table, a footnote, text that is not seen, and a scan."""
    canvas: Any = importlib.import_module("reportlab.pdfgen.canvas")
    metrics: Any = importlib.import_module("reportlab.pdfbase.pdfmetrics")
    fonts: Any = importlib.import_module("reportlab.pdfbase.ttfonts")
    metrics.registerFont(fonts.TTFont("Serif", SERIF))

    page = canvas.Canvas(str(folder / "columns-reportlab.pdf"), invariant=1)
    page.setFont("Serif", 18)
    page.drawString(72, 760, "Report on the northern basin")
    for x, text in ((72, LEFT), (320, RIGHT)):
        _column(page, x, 720, text.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ"))
    page.save()

    page = canvas.Canvas(str(folder / "table-and-note-reportlab.pdf"), invariant=1)
    page.setFont("Serif", 11)
    page.drawString(72, 740, FIRST)
    page.drawString(72, 726, SECOND)
    page.setFont("Serif", 7)
    page.drawString(72 + page.stringWidth(SECOND, "Serif", 11), 731, "1")
    page.setFont("Serif", 11)
    for number, row in enumerate(ROWS):
        for at, cell in enumerate(row):
            page.drawString(72 + 120 * at, 680 - 18 * number, cell)
    page.drawString(72, 590, "The basin has 12 000 m")
    page.setFont("Serif", 7)
    page.drawString(72 + page.stringWidth("The basin has 12 000 m", "Serif", 11), 595, "2")
    page.setFont("Serif", 11)
    page.drawString(
        80 + page.stringWidth("The basin has 12 000 m", "Serif", 11), 590, "of water at low tide, says the port."
    )
    page.setFont("Serif", 8)
    page.drawString(72, 120, "1 The minutes of the meeting are in the archive of the port.")
    page.drawString(72, 110, "They were not read out.")
    page.save()

    page = canvas.Canvas(str(folder / "unseen-reportlab.pdf"), invariant=1)
    page.setFont("Serif", 11)
    page.drawString(72, 740, FIRST)
    page.drawString(72, 726, SECOND)
    page.setFillColorRGB(1, 1, 1)
    page.drawString(72, 690, SECRET)
    page.setFillColorRGB(0, 0, 0)
    page.drawString(72, 660, SECRET)
    page.setFillColorRGB(0.2, 0.2, 0.2)
    page.rect(60, 650, 400, 30, stroke=0, fill=1)
    page.setFillColorRGB(0, 0, 0)
    page.saveState()
    hidden = page.beginText(72, 620)
    hidden.setTextRenderMode(3)
    hidden.textLine(SECRET)
    page.drawText(hidden)
    page.restoreState()
    page.setFont("Serif", 0.5)
    page.drawString(72, 600, SECRET)
    page.setFont("Serif", 11)
    page.drawString(72, 900, SECRET)
    page.setFillColorRGB(0.1, 0.1, 0.4)
    page.rect(60, 490, 400, 30, stroke=0, fill=1)
    page.setFillColorRGB(1, 1, 1)
    page.drawString(72, 500, "White on blue is seen.")
    page.save()


def _column(page: Any, x: float, top: float, text: str) -> None:
    """Lines of a column, the long words broken at their ends."""
    lines: list[str] = [""]
    for word in text.split():
        room = 34 - len(lines[-1])
        if len(word) <= room:
            lines[-1] += f" {word}" if lines[-1] else word
        elif len(word) > 7 and room > 5 and word.isalpha():
            lines[-1] += f" {word[:4]}-"
            lines.append(word[4:])
        else:
            lines.append(word)
    page.setFont("Serif", 11)
    for number, line in enumerate(lines):
        page.drawString(x, top - 14 * number, line)


def with_fpdf(folder: Path) -> None:
    """Two columns, a picture over text, a scan, and recognised text with its scan."""
    fpdf: Any = importlib.import_module("fpdf")
    image: Any = importlib.import_module("PIL.Image")

    def new() -> Any:
        made = fpdf.FPDF()
        made.set_creation_date(datetime(2020, 10, 7, tzinfo=UTC))
        made.add_font("Serif", fname=SERIF)
        made.add_page()
        made.set_font("Serif", size=11)
        return made

    page = new()
    page.set_author("Ana Brandt")
    with page.text_columns(text_align="J", ncols=2, gutter=10) as columns:
        columns.write(f"{LEFT}\n\n{RIGHT}\n\n" + "\n\n".join(STORY))
    page.output(str(folder / "columns-fpdf2.pdf"))

    grey = image.new("RGB", (40, 40), (200, 210, 220))
    page = new()
    page.multi_cell(0, text=STORY[0])
    page.set_xy(20, 60)
    page.cell(text=SECRET)
    page.image(grey, x=15, y=50, w=150, h=30)
    page.set_xy(20, 100)
    page.multi_cell(0, text=STORY[1])
    page.output(str(folder / "under-a-picture-fpdf2.pdf"))

    page = new()
    page.image(grey, x=0, y=0, w=210, h=297)
    page.output(str(folder / "scan-fpdf2.pdf"))

    page = new()
    page.text_mode = 3
    page.multi_cell(0, text=STORY[0])
    page.image(grey, x=0, y=0, w=210, h=297)
    page.output(str(folder / "recognised-fpdf2.pdf"))


def with_chromium(folder: Path) -> None:
    """A web page as a browser prints it, with its heads."""
    body = "".join(f"<p>{line}</p>" for line in (*STORY, LEFT, RIGHT, *STORY, LEFT))
    html = f"<!DOCTYPE html><html lang='en'><title>{TITLE}</title><h1>{TITLE}</h1>{body}"
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "basin.html").write_text(html, encoding="utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 8123), partial(SimpleHTTPRequestHandler, directory=place))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={place}/profile"]
        printed = folder / "printed-chromium.pdf"
        subprocess.run([*command, f"--print-to-pdf={printed}", "http://localhost:8123/basin.html"], check=True)
        server.shutdown()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for make in (with_reportlab, with_fpdf, with_chromium):
        make(target)
