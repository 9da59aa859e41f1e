"""What stands beside the pages: feeds, citations, pictures, cards, data; each read by the program it is made for."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
from PIL import Image

from generator.material.html_fixes import mend
from generator.model import Asset, Name, SiteContent
from generator.pages import render
from generator.pages.exports.bibliography import latex
from generator.pages.exports.publish import publish
from generator.pages.exports.urls import Addresses
from tests import pages_sample as sample

ADDRESS = "https://owner.github.io/repo/"


def made(brief: SiteContent | None = None, address: str = ADDRESS) -> dict[str, bytes]:
    site = render(brief or sample.brief(), sample.CONFIG)
    return {asset.path: asset.data for asset in publish(site, sample.CONFIG, address)}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made()


def test_every_file_is_there_once(files: dict[str, bytes]) -> None:
    assets: list[Asset] = list(publish(render(sample.brief(), sample.CONFIG), sample.CONFIG, ADDRESS))
    assert len(assets) == len({a.path for a in assets})
    assert set(files) >= {
        "briefing.json", "briefing.schema.json", "feed.xml", "feed.json", "feed-rail.xml", "feed-rail.json",
        "sources.bib",
        "sources.csl.json", "llms.txt", "cards/site.png", "cards/rail.png", "pictures/coverage-over-time-light.svg",
    }  # fmt: skip


def test_the_data_export_keeps_to_its_schema(files: dict[str, bytes]) -> None:
    schema = json.loads(files["briefing.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(files["briefing.json"]))
    broken = json.loads(files["briefing.json"])
    broken["facts"][0]["kind"] = "rumour"
    assert not jsonschema.Draft202012Validator(schema).is_valid(broken)


@pytest.mark.parametrize("path", ["feed.xml", "feed-rail.xml", "feed-port.xml", "feed-quiet.xml"])
def test_atom_is_read_without_complaint(files: dict[str, bytes], path: str) -> None:
    read = feedparser.parse(files[path])
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.id.startswith("urn:uuid:") and read.feed.title and read.feed.updated_parsed and read.feed.author
    wanted = {"feed.xml": 4, "feed-rail.xml": 3, "feed-port.xml": 2, "feed-quiet.xml": 0}
    assert len({e.id for e in read.entries}) == len(read.entries) == wanted[path]
    for entry in read.entries:
        assert entry.link.startswith(f"{ADDRESS}topics/") and "#f-" in entry.link
        assert entry.updated == "2021-03-05T00:00:00Z" and entry.content[0].value


@pytest.mark.parametrize("path", ["feed.json", "feed-rail.json", "feed-quiet.json"])
def test_json_feed_has_what_its_specification_asks_for(files: dict[str, bytes], path: str) -> None:
    feed = json.loads(files[path])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == ADDRESS + path and feed["home_page_url"].startswith(ADDRESS) and feed["title"]
    for item in feed["items"]:
        assert {"id", "url", "content_text", "date_published"} <= item.keys()
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", item["date_published"])


def test_feeds_quote_reports_and_never_digests(files: dict[str, bytes]) -> None:
    texts = [item["content_text"] for item in json.loads(files["feed.json"])["items"]]
    assert any(text.startswith("“The minister said") for text in texts)
    digest = next(text for text in texts if "the berth comes first" in text)
    assert "“" not in digest and "digest of a report in Evening Post" in digest


@pytest.mark.parametrize("path", ["feed.xml", "feed-rail.xml", "feed.json", "feed-rail.json", "llms.txt"])
def test_no_feed_nor_map_takes_a_side_silently(files: dict[str, bytes], path: str) -> None:
    text = files[path].decode()
    assert text.count("sources differ: 40 million / 45 million") == 1
    assert f"{ADDRESS}topics/rail/#d-cost" in text


def test_the_map_for_models_has_each_bottom_line_before_its_lists(files: dict[str, bytes]) -> None:
    head, _, rest = files["llms.txt"].decode().partition("\n## ")
    assert "Bottom line on Rail link:" in head and "Quiet topic:" not in head and "- “" not in rest
    assert f"- “{sample.AGREED.text}” (agreed; 2 articles and 1 digest, all citing background)" in head
    assert f"- {sample.DIGEST.text} (" in head and f"“{sample.DIGEST.text}”" not in head


def test_what_may_not_be_quoted_is_in_no_file(files: dict[str, bytes]) -> None:
    hidden = next(q for q in sample.AGREED.quotes if not q.shown).text.encode()
    assert [path for path, data in files.items() if hidden in data or b"SECRETWORD" in data] == []


def test_a_statement_without_a_day_is_in_no_feed() -> None:
    brief = sample.brief()
    undated = tuple(replace(f, first_added=None) for f in (sample.DIGEST,))
    bare = replace(
        brief,
        facts=replace(brief.facts, facts=undated),
        briefings=tuple(
            replace(b, facts=undated if b.topic == "port" else (), bottom_line=()) for b in brief.briefings
        ),
    )
    files = made(bare)
    assert [path for path in files if path.startswith("feed")] == [], "a feed must say when it changed last"
    assert "feed" not in files["llms.txt"].decode()
    one = replace(
        bare, facts=sample.brief().facts
    )  # other statements have a day: a topic without one has that of the site
    read = feedparser.parse(made(one)["feed-port.xml"])
    assert not read.bozo and read.entries == []
    assert read.feed.updated == feedparser.parse(made(one)["feed.xml"]).feed.updated > "2"


def test_addresses_are_whole_where_the_site_has_one_and_relative_where_not() -> None:
    assert Addresses(ADDRESS, "feed.xml").page("topics/rail.md", "f-1") == f"{ADDRESS}topics/rail/#f-1"
    assert Addresses(ADDRESS, "feed.xml").page("index.md") == ADDRESS
    assert Addresses(ADDRESS, "x").page("sources/index.md") == f"{ADDRESS}sources/"
    assert Addresses("", "feed.xml").page("topics/rail.md") == "topics/rail/"
    assert Addresses("", "a/feed.xml").file("feed.json") == "../feed.json"
    assert b"https://owner" not in b"".join(made(address="").values())


def test_csl_json_names_a_digest_for_what_it_is(files: dict[str, bytes]) -> None:
    gazette, courier, notes = json.loads(files["sources.csl.json"])
    assert gazette == {
        "id": "gazette", "type": "article-newspaper", "title": "Rail link agreed, says minister",
        "URL": "https://gazette.example/rail?a=1&b=2", "container-title": "The Gazette",
        "author": [{"literal": "A. Writer"}], "issued": {"date-parts": [[2021, 3, 4]]},
    }  # fmt: skip
    assert courier["issued"] == {"date-parts": [[2021, 3]]}
    assert notes["type"] == "document" and "container-title" not in notes
    assert notes["note"] == "Digest of a report in Evening Post" and "issued" not in notes


def test_bibtex_has_an_entry_a_source_with_balanced_braces(files: dict[str, bytes]) -> None:
    text = files["sources.bib"].decode()
    assert re.findall(r"^@misc\{(\w+),$", text, re.MULTILINE) == ["gazette", "courier", "notes"]
    assert text.count("{") == text.count("}")
    assert "howpublished = {The Gazette}" in text and "month = mar" in text
    assert "howpublished" not in text.split("@misc{notes")[1] and "Digest of a report in Evening Post" in text


def test_latex_takes_nothing_for_a_command() -> None:
    assert latex("50% of $x_1 & {y}^~#\\input") == (
        r"50\% of \$x\_1 \& \{y\}\textasciicircum{}\textasciitilde{}\#\textbackslash{}input"
    )


def test_pictures_hold_text_as_text_and_nothing_that_runs() -> None:
    brief = sample.brief()
    evil = replace(brief.facts.names[0], name="<script>alert(1)</script>\"' onload=x")
    names: tuple[Name, ...] = (evil, *brief.facts.names[1:])
    hostile = replace(brief, facts=replace(brief.facts, names=names))
    seen = 0
    for path, data in made(hostile).items():
        if path.endswith(".svg"):
            seen += 1
            for element in ET.fromstring(data).iter():
                tag = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
                assert tag in {"svg", "defs", "path", "use", "text"}, path
                assert not [a for a in element.attrib if a.startswith("on") or "{" in a]
                assert element.get("href", "#").startswith("#")
    assert seen >= 2


def test_cards_are_the_size_that_is_asked_for_and_the_same_each_time(files: dict[str, bytes]) -> None:
    again = made()
    for path, data in files.items():
        assert again[path] == data
        if path.startswith("cards/"):
            image = Image.open(io.BytesIO(data))
            assert image.size == (1200, 630) and len(image.getcolors(100_000) or []) > 10


def test_llms_txt_names_every_topic(files: dict[str, bytes]) -> None:
    text = files["llms.txt"].decode()
    assert text.startswith("# Harbour & Rail\n\n> What the papers say")
    assert f"- [Rail link]({ADDRESS}topics/rail/): The line from the harbour to the city." in text
    assert "<b>" not in text


def test_the_two_invalid_attributes_go_and_nothing_else() -> None:
    page = (
        '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">'
        '<input type="text" autocomplete="off">'
        '<label class="md-nav__link" for="x" tabindex=""><label class="md-nav__link" for="y" tabindex="0">'
    )
    assert mend(page) == (
        '<input class="md-toggle" type="checkbox" id="__drawer"><input type="text" autocomplete="off">'
        '<label class="md-nav__link" for="x"><label class="md-nav__link" for="y" tabindex="0">'
    )
