"""Whose text an entry of a feed passes on."""

from __future__ import annotations

import pytest

from generator.config import Limits
from generator.reading.feeds import feed_links

from . import make_fixtures as made
from .support import read_all, read_one

RSS_SOURCES = {
    "<source url='https://wire.example/rss'>Harbour  Wire</source>": "Harbour Wire",
    "<source url='https://wire.example/rss'/>": "wire.example",
    "<source url='https://ledger.example/rss'>Vellmar Ledger</source>": None,
    "<source> </source>": None,
}
ATOM_SOURCE = (
    "<source><id>tag:2</id><title>Harbour Wire</title><link href='https://w.example/'/><updated>2019-01-01T00:00:00Z"
    "</updated></source>"
)


@pytest.mark.parametrize(("source", "origin"), RSS_SOURCES.items())
def test_the_source_of_an_rss_entry_is_its_origin_unless_it_is_the_feed(source: str, origin: str | None) -> None:
    first, second = read_all("f.rss", made.RSS.replace("</link>", f"</link>{source}", 1))
    assert (first.metadata.origin, first.metadata.publisher) == (origin, "The Vellmar Ledger")
    assert bool(first.metadata.origin_from) is bool(origin)
    assert first.metadata.first_publisher == (origin or "The Vellmar Ledger")
    assert second.metadata.origin is None


def test_the_title_of_the_source_of_an_atom_entry_is_its_origin() -> None:
    meta = read_one("f.atom", made.ATOM.replace("</id>", f"</id>{ATOM_SOURCE}", 1)).metadata
    assert (meta.origin, meta.url, meta.published) == ("Harbour Wire", "https://h.example/basin", "2020-10-07")


def test_a_file_beside_a_feed_says_itself_where_its_entries_come_from() -> None:
    text = made.RSS.replace("</link>", "</link><source url='https://w.example/'>Wire</source>", 1)
    first, second = read_all("f.rss", text, f__meta__yml=b"origin: Port office\n")
    assert {(d.metadata.origin, d.metadata.origin_from) for d in (first, second)} == {("Port office", None)}


def test_the_page_of_an_entry_is_that_publisher_s_own() -> None:
    text = made.RSS.replace("</link>", "</link><source url='https://w.example/'>Wire</source>", 1)
    (linked,) = feed_links(text.encode(), "https://ledger.example/rss", Limits())
    assert (linked.publisher, linked.origin, linked.origin_from) == ("Wire", None, None)
