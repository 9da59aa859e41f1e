"""What a feed calls itself, its entries and their writers: escaped as often as it may be, and never an address."""

from __future__ import annotations

from typing import Any

import pytest

from . import make_fixtures as made
from .support import read_all, read_one, texts

ESCAPED = [
    "Harbour &amp; Coast",
    "Harbour &amp;amp; Coast",
    "<![CDATA[Harbour &amp; Coast]]>",
    "Harbour &amp;amp;amp; Coast",
    "Harbour &amp;#38; Coast",
    "Harbour &amp;#x26; Coast",
    "&lt;b&gt;Harbour&lt;/b&gt; &amp;amp; Coast",
]


@pytest.mark.parametrize("written", ESCAPED)
def test_titles_and_names_are_unescaped_as_often_as_they_were_escaped(written: str) -> None:
    rss = made.RSS.replace("The Vellmar Ledger", written).replace(made.TITLE, written).replace("Ana Brandt", written)
    entry = read_all("f.rss", rss)[0].metadata
    assert (entry.publisher, entry.title, entry.author) == ("Harbour & Coast",) * 3
    atom = made.ATOM.replace("Harbour notes", written).replace(made.TITLE, written).replace("Ana Brandt", written)
    found = read_one("f.atom", atom).metadata
    assert (found.publisher, found.title, found.author) == ("Harbour & Coast",) * 3
    passed = made.RSS.replace("</link>", f"</link><source url='https://w.example/'>{written}</source>", 1)
    assert read_all("f.rss", passed)[0].metadata.origin == "Harbour & Coast"


def test_an_html_title_in_an_atom_feed() -> None:
    atom = made.ATOM.replace(
        "<title>Harbour notes", "<title type='html'>Caf&amp;eacute; &amp;amp; &lt;i&gt;Quay&lt;/i&gt;"
    )
    assert read_one("f.atom", atom).metadata.publisher == "Café & Quay"


@pytest.mark.parametrize("name", ["R&amp;D at AT&amp;T", "Terms &amp; co; more", "Fish &amp; chips &lt; 5"])
def test_signs_that_are_meant_stay(name: str) -> None:
    plain = name.replace("&amp;", "&").replace("&lt;", "<")
    assert read_all("f.rss", made.RSS.replace("The Vellmar Ledger", name))[0].metadata.publisher == plain


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("<author>press@port.example</author>", None),
        ("<author>press@port.example (Ana Brandt)</author>", "Ana Brandt"),
        ("<author>Ana Brandt &lt;press@port.example&gt;</author>", "Ana Brandt"),
        ("<dc:creator>press@port.example</dc:creator>", None),
        ("<dc:creator>mailto:press@port.example</dc:creator>", None),
        ("<author>press@port.example (Port office)</author><dc:creator>Carl Oke</dc:creator>", "Port office; Carl Oke"),
    ],
)
def test_an_address_is_no_author(written: str, author: str | None) -> None:
    entry = read_all("f.rss", made.RSS.replace("<dc:creator>Ana Brandt</dc:creator>", written))[0]
    assert entry.metadata.author == author
    assert entry.notes == (() if author else ("sender not named",))


def test_an_atom_author_without_a_name() -> None:
    atom = made.ATOM.replace(
        "<name>Ana Brandt</name>", "<name>press@port.example</name><email>press@port.example</email>"
    )
    assert read_one("f.atom", atom).metadata.author is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("p.html", made.page(head="<meta name='author' content='press@port.example'>")),
        ("p.md", "---\nauthor: press@port.example\n---\n\nThe basin will be dug.\n"),
        ("b.epub", made.epub()),
    ],
)
def test_an_address_is_no_author_in_any_format(name: str, data: str | bytes) -> None:
    beside: dict[str, Any] = (
        {} if name != "b.epub" else {"b__meta__yml": b"author: press@port.example\npublisher: desk@port.example\n"}
    )
    found = read_one(name, data, **beside).metadata
    assert found.author is None and "@" not in (found.publisher or "")


def test_markup_that_was_escaped_twice_is_no_text() -> None:
    body = "&amp;lt;p&amp;gt;The basin will be dug.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;The quay stays.&amp;lt;/p&amp;gt;"
    entries = read_all("f.rss", made.RSS.replace("<description>Short.</description>", "").replace(made.STORY[2], body))
    assert texts(entries[1]) == ["The basin will be dug.", "The quay stays."]
