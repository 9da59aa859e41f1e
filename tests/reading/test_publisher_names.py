"""Sources go by the names that the settings give their publishers."""

from __future__ import annotations

from generator.config import Publisher
from generator.model import Article, Metadata
from generator.reading import published

KNOWN = (Publisher("Harbour Gazette", ("HG", "gazette.example")), Publisher("Harbour Wire", ("The Wire",)))


def named(**metadata: str) -> Metadata:
    (article,) = published([Article("a", "sources/a.txt", "text", Metadata(**metadata), ())], KNOWN)  # type: ignore[arg-type]
    return article.metadata


def test_however_metadata_spell_it_a_publisher_has_one_name() -> None:
    assert named(publisher="hg").publisher == named(publisher="the harbour gazette").publisher == "Harbour Gazette"
    assert named(publisher="Courier").publisher == "Courier"


def test_a_source_that_names_none_is_its_address_s() -> None:
    assert named(url="https://www.gazette.example/1").publisher == "Harbour Gazette"
    assert named(url="https://courier.example/1").publisher is None


def test_whose_text_a_feed_passes_on_is_a_publisher_too_but_no_declared_origin() -> None:
    assert named(origin="Wire", origin_from="feed").origin == "Harbour Wire"
    assert named(origin="Wire").origin == "Wire"
