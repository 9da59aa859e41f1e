"""Topic pages on paper, printed by a real Chromium: how long they are, what stands on them, and where they lead."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pypdfium2
import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import raw

from generator.disk import find_browser, print_page
from generator.material.print_copy import printable
from tests.browser.conftest import ADDRESS, ROOT, Scheme, Served

MOST_PAGES = 6
MARGIN = 50  # in points: below stands the number of the page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@dataclass(frozen=True)
class Paper:
    """A PDF: its pages' words, its title, and the places that its links lead to."""

    pages: list[str]
    metadata: dict[str, str]
    links: set[str]

    @property
    def text(self) -> str:
        return _plain(" ".join(self.pages))


def _plain(text: str) -> str:
    """Without white space and without the hyphens that a line end makes: words compare whatever the lines are."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


def read(file: Path) -> Paper:
    with pypdfium2.PdfDocument(file) as document:
        links = {uri for page in document for uri in _links(document, page)}
        return Paper(
            [page.get_textpage().get_text_range() for page in document],
            {key: value for key, value in document.get_metadata_dict().items() if value},
            links,
        )


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if length:
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(document, action, buffer, length)
            yield buffer.value.decode()


@pytest.fixture(scope="session")
def program(browser: Browser) -> str:
    return find_browser() or browser.browser_type.executable_path


Print = Callable[..., Path]


@pytest.fixture(scope="session")
def printed(site: Path, program: str, tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Prints a topic of the real site, on A4 or on another sheet, as `build --pdf` does."""
    folder = tmp_path_factory.mktemp("paper")

    def make(topic: str, sheet: str = "A4", address: str = ADDRESS, again: bool = False) -> Path:
        file = folder / f"{topic}-{sheet}{'' if address else '-nowhere'}{'-again' if again else ''}.pdf"
        if file.exists():
            return file
        page = site / "topics" / topic / "index.html"
        copy = printable(page.read_text(encoding="utf-8"), page.as_uri(), address and f"{address}topics/{topic}/")
        print_page(program, copy.replace("size: A4", f"size: {sheet}"), file, folder)
        return file

    return make


def topics(site: Path) -> list[str]:
    return sorted(folder.name for folder in (site / "topics").iterdir())


@pytest.mark.parametrize("sheet", ["A4", "letter"])
def test_every_topic_is_a_brief_of_a_few_pages(site: Path, printed: Print, sheet: str) -> None:
    found = {topic: len(read(printed(topic, sheet)).pages) for topic in topics(site)}
    assert found
    assert not {topic: count for topic, count in found.items() if not 1 < count <= MOST_PAGES}


@pytest.mark.parametrize("sheet", ["A4", "letter"])
def test_no_page_but_the_last_is_half_empty(site: Path, printed: Print, sheet: str) -> None:
    for topic in topics(site):
        with pypdfium2.PdfDocument(printed(topic, sheet)) as document:
            *filled, _ = [_filled(page) for page in document]
        assert min(filled, default=1) > 0.7, (topic, filled)


def _filled(page: pypdfium2.PdfPage) -> float:
    """How far down the page its lowest line stands, without the number of the page."""
    text, height = page.get_textpage(), page.get_height()
    bottoms = (text.get_rect(n)[1] for n in range(text.count_rects()))
    return float(1 - min((bottom for bottom in bottoms if bottom > MARGIN), default=height) / height)


def stated(site: Path, topic: str) -> tuple[list[str], list[str]]:
    """What a topic's page says, open or folded, without white space; and where its list of sources leads."""
    page = html.parse(str(site / "topics" / topic / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    for part in page.xpath("//a[contains(@class, 'headerlink')] | //details[@class='cite']"):
        part.drop_tree()
    said = page.xpath(
        "//article//*[self::h1 or self::h2 or self::h3 or self::td or @data-quote or contains(@class, 'scope')]"
        " | //article//p[contains(@class, 'counts') or contains(@class, 'evidence')]"
        " | //article//*[contains(@class, 'status') or contains(@class, 'reliance') or contains(@class, 'dispute')]"
    )
    entries = page.xpath("//ol/*[contains(@class, 'source')]")
    leads = [(entry.xpath(".//a[contains(@class, 'original')]") or entry.xpath(".//a"))[0] for entry in entries]
    return [_plain(e.text_content()) for e in said], [
        urljoin(f"{ADDRESS}topics/{topic}/", a.get("href")) for a in leads
    ]


def test_paper_holds_all_that_the_page_says_and_where_its_sources_are(site: Path, printed: Print) -> None:
    for topic in topics(site):
        said, leads = stated(site, topic)
        paper = read(printed(topic))
        assert len(said) > 15 and leads
        assert [words for words in said if words not in paper.text] == [], topic
        assert [address for address in leads if _plain(address) not in paper.text] == [], topic
        assert _plain(f"{ADDRESS}topics/{topic}/") in paper.text
        assert "¶" not in paper.text
        for furniture in ("Search", "Copy", "Atom", "Back to top", "Skip to content", "Show all", "on the page itself"):
            assert _plain(furniture) not in paper.text, (topic, furniture)
        assert _plain(f"1 / {len(paper.pages)}") in _plain(paper.pages[0])


def test_a_readers_own_print_holds_the_same(page: Page, served: Served, site: Path, tmp_path: Path) -> None:
    page.goto(f"{served.root}topics/5g/")
    page.locator("a.cite").first.focus()  # who prints has done something before, and the script for it has come
    page.locator(".cite-card").wait_for()
    page.pdf(path=tmp_path / "own.pdf", format="A4")
    said, leads = stated(site, "5g")
    paper = read(tmp_path / "own.pdf")
    assert [words for words in said if words not in paper.text] == []
    here = [address.replace(ADDRESS, served.root) for address in leads]
    assert [address for address in here if _plain(address) not in paper.text] == []


def test_a_heading_never_ends_a_page(site: Path, printed: Print) -> None:
    for topic in topics(site):
        page = html.parse(str(site / "topics" / topic / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
        headings = {_plain(h.text_content().rstrip("¶")) for h in page.xpath("//article//*[self::h2 or self::h3]")}
        for words in read(printed(topic)).pages[:-1]:
            lines = [_plain(line) for line in words.splitlines() if line.strip()]
            body = [line for line in lines if not re.fullmatch(r"\d+/\d+", line)]
            assert body[-1] not in headings, (topic, body[-1])


def test_links_lead_to_the_public_site_or_stay_within(printed: Print) -> None:
    links = read(printed("5g")).links
    assert len(links) > 5
    assert {link for link in links if not link.startswith(ADDRESS)} == set()
    assert not [link for link in links if link.startswith(f"{ADDRESS}topics/5g/")]
    assert read(printed("5g", address="")).links == set()


def test_a_pdf_names_its_title_and_no_date(printed: Print) -> None:
    found = read(printed("5g")).metadata
    assert found["Title"].startswith("5G - ")
    assert not {"CreationDate", "ModDate"} & set(found)
    assert found["Creator"] == "Briefing"


def test_the_same_page_gives_the_same_bytes(printed: Print) -> None:
    assert printed("5g", again=True).read_bytes() == printed("5g").read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reader_prints_black_on_white(browser: Browser, served: Served, scheme: Scheme) -> None:
    context = browser.new_context(color_scheme=scheme)
    opened = context.new_page()
    opened.goto(f"{served.root}topics/5g/")
    opened.emulate_media(media="print", color_scheme=scheme)
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    clear = "rgba(0, 0, 0, 0)"
    assert opened.locator("body").evaluate(colours)[1] == "rgb(255, 255, 255)"
    for part in ("h1", ".scope", ".statement", ".dispute", ".statement a.cite", "h3.difference", "ol > .source a"):
        ink, ground = opened.locator(f"article {part}").first.evaluate(colours)
        assert (ink, ground) == ("rgb(0, 0, 0)", clear), part
    context.close()


def test_paper_shows_no_furniture(page: Page, served: Served) -> None:
    page.goto(f"{served.root}topics/5g/")
    page.emulate_media(media="print")
    for part in (
        ".md-header",
        ".md-sidebar",
        ".md-footer",
        ".headerlink",
        "button",
        ".picture",
        ".follow",
        ".md-search",
    ):
        for found in page.locator(part).all():
            expect(found).to_be_hidden()
    expect(page.locator(".masthead")).to_contain_text(f"{ADDRESS}topics/5g/")
    page.emulate_media(media="screen")
    expect(page.locator(".masthead")).to_be_hidden()


def test_build_prints_and_links_a_pdf_for_each_topic(project: Path, program: str, page: Page, tmp_path: Path) -> None:
    public = "https://paper.example/news/2021/03/03/council-approves-the-new-port"
    (project / "sources" / "first.meta.yml").write_text(f"url: {public}\n", encoding="utf-8")
    command = [sys.executable, "-m", "generator", "-C", str(project), "build", "--pdf"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "SITE_URL": ADDRESS, "BRIEFING_CHROMIUM": program},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    assert f"pdf/: 2 of 2 topics printed by {program}" in done.stderr
    assert sorted(p.name for p in (project / "site" / "pdf").iterdir()) == ["fishing.pdf", "port.pdf"]
    port = read(project / "site" / "pdf" / "port.pdf")
    assert _plain("“The port will cost 45 million euros, the newspaper reported.”") in port.text
    linked = html.parse(str(project / "site" / "topics" / "port" / "index.html")).getroot()
    assert linked.xpath("//a[@type='application/pdf']/@href") == ["../../pdf/port.pdf"]
    assert not [p.name for p in project.iterdir() if p.name.startswith(".site")]
    assert _plain(public) in port.text
    assert _plain(f"{ADDRESS}sources/second/") in port.text
    page.goto((project / "site" / "sources" / "first" / "index.html").as_uri())
    page.pdf(path=tmp_path / "source.pdf")
    assert _plain(public) in read(tmp_path / "source.pdf").text
