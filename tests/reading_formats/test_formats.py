"""Every other format: its text in order, its metadata, and what is left out."""

from __future__ import annotations

import plistlib
import re

import pytest

from generator.model import Metadata

from . import make_fixtures as made
from .make_fixtures import STORY, TITLE
from .support import read_all, read_one, refusal, texts


def test_mail_in_plain_text() -> None:
    mail = read_one("m.eml", made.eml())
    assert texts(mail) == list(STORY)
    assert mail.metadata.title == "Große Pläne für das nördliche Becken"
    assert mail.metadata.author == "Jörg Ähren"
    assert (mail.metadata.published, mail.metadata.published_from) == ("2020-10-07", "header Date")
    assert {d.reason for d in mail.dropped} == {"quoted mail", "signature"}


def test_the_html_part_of_a_mail_goes_through_the_html_path() -> None:
    mail = read_one("m.eml", made.eml(made.page(), attach=True))
    assert texts(mail) == list(STORY)
    assert "Log in" in [d.text for d in mail.dropped]
    assert mail.notes == ("1 attachment not read",)  # whose name is nobody's business


def test_a_short_html_mail_is_kept_whole() -> None:
    mail = read_one("m.eml", made.eml("<html><body><p>Dear all,</p><p>the basin will be dug.</p></body></html>"))
    assert texts(mail) == ["Dear all,", "the basin will be dug."]


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8", "no-such-charset"])
def test_mail_charsets(charset: str) -> None:
    body = "Käse für alle, sagte der Rat.".encode("utf-8" if charset == "utf-8" else "iso-8859-1")
    head = f"Subject: =?iso-8859-1?Q?K=E4se?=\nContent-Type: text/plain; charset={charset}\n"
    head += "Content-Transfer-Encoding: 8bit\n\n"
    mail = read_one("m.eml", head.encode() + body)
    assert (mail.metadata.title, texts(mail)) == ("Käse", ["Käse für alle, sagte der Rat."])


def test_a_saved_page() -> None:
    page = read_one("p.mhtml", made.mhtml())
    assert texts(page) == list(STORY)
    assert page.format == "mhtml"
    assert page.metadata.url == "https://ledger.example/basin"
    assert page.metadata.retrieved == "2020-10-09"
    assert page.metadata.title == TITLE
    assert page.metadata.published is None  # the day of saving is not the day of publishing


def test_docx() -> None:
    document = read_one("d.docx", made.zipped(made.docx_parts()))
    assert texts(document, "heading") == [TITLE]
    assert texts(document, "body") == list(STORY)
    assert texts(document, "item") == ["a second survey", "a new quay", "Payer | Share", "Province | half"]
    assert (document.metadata.title, document.metadata.author, document.metadata.language) == (
        "Basin works, the plan", None, "en",
    )  # fmt: skip
    assert not any("CONFIDENTIAL" in text for text in texts(document))


def test_docx_without_properties_is_called_by_its_first_heading() -> None:
    parts = made.docx_parts()
    del parts["docProps/core.xml"]
    document = read_one("d.docx", made.zipped(parts))
    assert document.metadata.title == TITLE
    assert texts(document)[0] == STORY[0]


def test_pdf_of_two_columns() -> None:
    document = read_one(
        "r.pdf", made.pdf([made.two_columns(n) for n in (1, 2, 3)], "/Title(Basin proceedings)/Author(Ana Brandt)")
    )
    left = (
        "The survey of the basin took three weeks in spring and has found a layer of clay that no map of the harbour "
        "had shown before. It lies two metres below the sea bed."
    )
    right = (
        "Dredging through clay is slow and costs more than sand does. The council will therefore ask for new offers in "
        "October, and decide before winter which of them it takes."
    )
    assert texts(document)[:3] == ["Report 1 on the northern basin of Vellmar", left, right]
    assert texts(document, "heading") == [f"Report {n} on the northern basin of Vellmar" for n in (1, 2, 3)]
    assert [d.reason for d in document.dropped] == ["running header or footer", "page number"] * 3
    assert (document.metadata.title, document.metadata.author) == ("Basin proceedings", None)
    assert document.metadata.published is None


def test_pdf_of_one_column_keeps_paragraphs_and_joins_pages() -> None:
    first = ["The council of the harbour met on Tuesday to speak of the", "northern basin, and agreed to deepen it."]
    second = [
        "Engineers had warned of larger ferries, which could not turn",
        "without touching the bed when the tide was",
    ]
    third = ["low and the wind came from the west."]
    one = [(72.0, 700.0 - 14 * i, 11.0, t) for i, t in enumerate(first)] + [
        (72.0, 660.0 - 14 * i, 11.0, t) for i, t in enumerate(second)
    ]
    two = [(72.0, 700.0, 11.0, third[0])]
    document = read_one("r.pdf", made.pdf([one, two]))
    assert texts(document) == [" ".join(first), " ".join(second + third)]


def test_pdf_whose_title_is_a_file_name_is_called_by_its_largest_line() -> None:
    document = read_one("r.pdf", made.pdf([made.two_columns(1)], "/Title(draft_7.docx)"))
    assert document.metadata.title == "Report 1 on the northern basin of Vellmar"


def test_a_compound_word_keeps_its_hyphen_before_a_capital() -> None:
    lines = [(72.0, 700.0, 11.0, "He spoke of the Franco-"), (72.0, 686.0, 11.0, "German treaty of that year.")]
    assert texts(read_one("r.pdf", made.pdf([lines]))) == ["He spoke of the Franco-German treaty of that year."]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"%PDF-1.7 cut off", "no readable PDF"), (b"MZ", "no PDF: it does not begin with %PDF-")]
)
def test_broken_pdfs(data: bytes, reason: str) -> None:
    assert refusal("r.pdf", data) == reason


def test_a_scan_says_so() -> None:
    assert refusal("r.pdf", made.pdf([[]])) == "no text in its pages"


def test_epub_in_the_order_of_its_spine() -> None:
    book = read_one("b.epub", made.epub())
    assert texts(book) == ["The basin", *STORY]
    assert texts(book, "heading") == ["The basin"]
    assert texts(book, "item") == [STORY[3]]
    assert book.metadata == Metadata(
        title="The Basin Book", author="Ana Brandt", publisher="Harbour Press", published="2019-05-02",
        published_from="dc:date of the book", language="en",
    )  # fmt: skip


def test_rtf() -> None:
    document = read_one("d.rtf", made.RTF.encode("latin-1"))
    assert texts(document) == [*STORY[:2], "König and café"]
    assert (document.metadata.title, document.metadata.author) == ("Basin works, the plan", None)
    assert refusal("d.rtf", b"no rtf") == "no RTF: it does not begin with {\\rtf"


def test_rss_gives_a_source_an_entry() -> None:
    first, second = read_all("f.rss", made.RSS)
    assert texts(first) == list(STORY[:2])
    assert first.metadata == Metadata(
        title=TITLE, author="Ana Brandt", publisher="The Vellmar Ledger", published="2020-10-07",
        published_from="date of the feed's entry", url="https://ledger.example/basin", language="en",
    )  # fmt: skip
    assert (second.metadata.title, second.metadata.url, second.metadata.published) == ("Second", None, None)
    assert first.path != second.path and first.path.startswith("sources/f.rss#")


def test_an_entry_keeps_its_path_when_the_feed_grows() -> None:
    new = f"<item><title>New</title><guid>9</guid><description>{STORY[3]}</description></item>"
    grown = made.RSS.replace("<item>", new + "<item>", 1)
    assert {d.path for d in read_all("f.rss", made.RSS)} < {d.path for d in read_all("f.rss", grown)}


def test_atom() -> None:
    entry = read_one("f.atom", made.ATOM)
    assert texts(entry) == [STORY[0]]
    assert (entry.metadata.url, entry.metadata.published, entry.metadata.author) == (
        "https://h.example/basin", "2020-10-07", "Ana Brandt",
    )  # fmt: skip


def test_xml_that_is_no_feed() -> None:
    assert refusal("f.xml", "<notes><note>a</note></notes>") == "no feed: its root is <notes>"
    assert (
        refusal("f.rss", "<rss><channel><item><title>x</title></item></channel></rss>")
        == "no entry of the feed carries text"
    )


def test_a_bundle_of_formats() -> None:
    data = made.zipped(
        {
            "b/note.txt": "\n\n".join(STORY), "b/note.meta.yml": "publisher: The Ledger",
            "a.html": made.page(), "x.bin": b"\0\1",
            "inner.zip": made.zipped({"a.txt": "a"}), "__MACOSX/a.html": "x", ".hidden.txt": "x",
        }
    )  # fmt: skip
    page, note = read_all("z.zip", data)
    assert (page.path, note.path) == ("sources/z.zip/a.html", "sources/z.zip/note.txt")
    assert note.metadata.publisher == "The Ledger"
    assert page.notes[0] == "in the archive, skipped: entry 3 of 4: an archive within an archive is not opened"
    assert re.match(r"in the archive, skipped: entry 4 of 4: no reader for \.bin; known here: \.atom, ", page.notes[1])


def test_folders_of_an_archive_are_told_only_where_they_tell_two_files_apart() -> None:
    names = ("home/ana/plan.txt", "home/ana/old/note.txt", "home/ana/new/note.txt", "/".join("d" * 2000) + "/deep.txt")
    found = read_all("z.zip", made.zipped(dict.fromkeys(names, "\n\n".join(STORY))))
    assert [document.path.removeprefix("sources/z.zip/") for document in found] == [
        "deep.txt",
        "new/note.txt",
        "old/note.txt",
        "plan.txt",
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("s.url", made.URL.encode()),
        ("s.webloc", made.WEBLOC.encode()),
        ("s.webloc", plistlib.dumps({"URL": "https://ledger.example/basin"}, fmt=plistlib.FMT_BINARY)),
    ],
)
def test_shortcuts_give_an_address_and_fetch_nothing(name: str, data: bytes) -> None:
    document = read_one(name, data)
    assert document.paragraphs == ()
    assert document.metadata == Metadata(title="s", url="https://ledger.example/basin")
    assert document.notes == (
        "an address only, and none is ever fetched: save the page itself beside it to have its text",
    )


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "https://", "http://[::1"])
def test_shortcuts_to_elsewhere(url: str) -> None:
    assert refusal("s.url", f"[InternetShortcut]\nURL={url}\n") == "no http(s) address in it"


def test_unknown_formats_are_refused_with_the_known_ones() -> None:
    assert refusal("a.xyz", "x").startswith("no reader for .xyz; known here: .atom, .docx, .eml, .epub, ")
