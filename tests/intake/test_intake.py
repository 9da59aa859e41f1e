"""What comes in: its kind, its name, its sidecar, and whether two addresses are one."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.config import Limits
from generator.intake import as_utf8, file_name, is_feed, same_address, sidecar_text, suffix_of
from generator.model import Metadata, SourceFile
from generator.reading import read
from generator.reading.frontmatter import parse_metadata


def packed(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content_type", "data", "suffix"),
    [
        ("https://a.example/x", "text/html; charset=utf-8", b"<p>", ".html"),
        ("https://a.example/x.php", "application/pdf", b"%PDF", ".pdf"),
        ("https://a.example/x.pdf?d=1", "application/octet-stream", b"?", ".pdf"),
        ("https://a.example/x.png", "image/png", b"?", None),
        ("https://a.example/x", "application/octet-stream", b"%PDF-1.7", ".pdf"),
        ("https://a.example/notes.md", "text/plain", b"# A", ".md"),
        ("https://a.example/x.xml", "text/xml", b"<?xml version='1.0'?><rss>", ".rss"),
        ("a.docx", "", b"PK\x03\x04", ".docx"),
        ("", "", b"<!DOCTYPE html><html>", ".html"),
        ("", "", b"\xef\xbb\xbf  <html lang='en'>", ".html"),
        ("", "", b"---\ntitle: x\n---\ntext", ".md"),
        ("", "", b"# A heading\n\ntext", ".md"),
        ("", "", b"{\\rtf1 x}", ".rtf"),
        ("", "", b"Plain words\n\nof a page", ".txt"),
        ("", "", packed("word/document.xml"), ".docx"),
        ("", "", packed("a.txt"), ".zip"),
    ],
)
def test_the_kind_of_a_document(name: str, content_type: str, data: bytes, suffix: str | None) -> None:
    assert suffix_of(name, content_type, data) == suffix


@pytest.mark.parametrize(
    ("data", "feed"),
    [
        (b"<?xml version='1.0'?>\n<!-- x --><rss version='2.0'>", True),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", True),
        (b"<rdf:RDF>", True),
        (b"<html><body><rss></body></html>", False),
        (b"The <feed> of a page", False),
    ],
)
def test_a_feed_is_known_by_its_root(data: bytes, feed: bool) -> None:
    assert is_feed(data) is feed


def test_an_encoding_is_kept_only_where_the_file_does_not_tell_it() -> None:
    text = "<p>Käse</p>"
    kept = as_utf8(text.encode("latin-1"), ".html", "text/html; charset=ISO-8859-1")
    assert kept.decode("utf-8-sig") == text
    for data, suffix, kind in (
        (text.encode(), ".html", "text/html; charset=utf-8"),
        (b"<meta charset=latin-1>" + text.encode("latin-1"), ".html", "text/html; charset=latin-1"),
        (b"%PDF", ".pdf", "application/pdf; charset=latin-1"),
        (text.encode("latin-1"), ".html", "text/html"),
        (text.encode("latin-1"), ".html", "text/html; charset=hieroglyphs"),
        (text.encode("latin-1"), ".html", "text/html; charset=rot13"),
    ):
        assert as_utf8(data, suffix, kind) == data


@pytest.mark.parametrize(
    ("metadata", "called", "name"),
    [
        (Metadata(title="Port vote: “passed”!", published="2021-03-04"), "x", "2021-03-04-port-vote-passed.txt"),
        (Metadata(title="Port vote", published="2021-03"), "x", "2021-03-port-vote.txt"),
        (Metadata(title="Port vote", published="2021-21"), "x", "2021-port-vote.txt"),
        (Metadata(title="Port vote", published="XXXX-03-04"), "x", "port-vote.txt"),
        (Metadata(), "/home/ana/2020-01-02-My notes.txt", "my-notes.txt"),
        (Metadata(published="2021"), "https://ledger.example/a/b/", "2021-b.txt"),
        (Metadata(title="港湾"), "-", "source.txt"),
    ],
)
def test_a_name_is_the_date_and_the_title(metadata: Metadata, called: str, name: str) -> None:
    assert file_name(metadata, called, ".txt", lambda stem: False) == name


def test_a_name_in_use_is_not_taken() -> None:
    taken = {"port-vote", "port-vote-2"}
    assert file_name(Metadata(title="Port vote"), "x", ".md", taken.__contains__) == "port-vote-3.md"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.ledger.example/a/", "http://ledger.example/a", True),
        ("https://ledger.example/a?utm_source=x&id=7", "https://ledger.example/a?id=7#top", True),
        ("https://ledger.example/a?id=7", "https://ledger.example/a?id=8", False),
        ("https://ledger.example/a", "https://ledger.example/A", False),
        ("http://ledger.example:8080/a", "http://ledger.example/a", False),
        ("http://[", "http://[", True),
    ],
)
def test_two_addresses_of_one_page(one: str, other: str, same: bool) -> None:
    assert (same_address(one) == same_address(other)) is same


def test_a_sidecar_says_what_was_found_and_reads_as_that() -> None:
    found = Metadata(
        kind="digest", title="A: b # c", publisher="'The' Ledger", published="2020-10~", url="https://a.example/?q=1#x",
        added="2020-11-01", language="en", origin="- x", note="yes", sha256="0" * 64,
    )  # fmt: skip
    assert parse_metadata(sidecar_text(found), "x ") == Metadata(
        **{**{f: getattr(found, f) for f in found.__slots__}, "published_from": "sidecar", "kind_from": "sidecar"}
    )


def test_what_nobody_declared_is_not_declared_and_lists_stay_lists() -> None:
    found = Metadata(title="A", origin="Kyodo", origin_from="byline", formerly=("a", "b"), withdrawn="2021-05-03")
    text = sidecar_text(found)
    assert "origin" not in text
    assert "formerly: [a, b]\n" in text
    assert parse_metadata(text, "x ") == Metadata(title="A", formerly=("a", "b"), withdrawn="2021-05-03")
    assert "origin: Kyodo\n" in sidecar_text(Metadata(origin="Kyodo"))


def test_what_a_reader_would_miss_is_asked_for() -> None:
    text = sidecar_text(Metadata(added="2020-11-01"), frozenset({"title"}))
    assert [line.split(":")[0] for line in text.splitlines()] == ["# publisher", "# published", "added"]
    assert parse_metadata(text, "x ") == Metadata(added="2020-11-01")


def test_the_links_of_a_feed_are_whole_and_the_newest_first() -> None:
    from generator.reading.feeds import feed_links

    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
    <entry><title>Old</title><link href="../old"/><published>2020-01-01T00:00:00Z</published></entry>
    <entry><title>New</title><link rel="self" href="/x.atom"/><link href="https://b.example/new"/>
    <published>2021-01-01T00:00:00Z</published></entry>
    <entry><title>None</title><link href="javascript:x"/></entry>
    <entry><title>Undated</title><link href="u"/></entry></feed>"""
    links = feed_links(atom, "https://a.example/feeds/all", Limits())
    assert [(m.title, m.url) for m in links] == [
        ("New", "https://b.example/new"), ("Old", "https://a.example/old"), ("Undated", "https://a.example/feeds/u")
    ]  # fmt: skip


def test_what_the_sniffed_suffixes_name_has_a_reader() -> None:
    for data in (
        b"<html><body><p>The port opened on Monday, the council said.</p></body></html>",
        b"# A\n\nText of it.\n",
    ):
        assert read(SourceFile(f"sources/x{suffix_of('', '', data)}", data), Limits())
