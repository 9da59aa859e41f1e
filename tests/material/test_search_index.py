"""What of a page search may find, and how much each part weighs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.config import Config, Topic
from generator.material.search_index import hush, tune

CONFIG = Config(title="Ports", topics=(Topic("port", "Port", "The port.", ("berth", "R&D <quay>")),))


def tuned(*entries: dict[str, Any]) -> dict[str, Any]:
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    index = {"config": {"lang": ["en"], "fields": fields}, "docs": list(entries)}
    found = json.loads(tune(json.dumps(index), CONFIG))
    assert found["config"]["lang"] == ["en"]
    return {entry["location"]: entry for entry in found["docs"]} | {"fields": found["config"]["fields"]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a class="chip" href="x">Gazette</a>', '<a data-search-exclude="evidence" class="chip" href="x">Gazette</a>'),
        ('<a href="x" class="back">Port</a>', '<a data-search-exclude="evidence" href="x" class="back">Port</a>'),
        ('<p class="counts">5 articles</p>', '<p data-search-exclude="evidence" class="counts">5 articles</p>'),
    ],
)
def test_evidence_and_counts_stay_out_of_search(before: str, after: str) -> None:
    assert hush(f"<p>A berth {before}</p>") == f"<p>A berth {after}</p>"


@pytest.mark.parametrize(
    "content",
    [
        '<a class="chip tag" href="x">Port</a>',
        '<p class="counts credit">Report in The Gazette</p>',
        '<p class="evidence on">On the port</p>',
        '<a href="x" title="class=&quot;chip&quot;">Port</a>',
        "<abbr class=\"chip\">no link</abbr><p>class='chip'</p>",
    ],
)
def test_everything_else_can_be_found(content: str) -> None:
    assert hush(content) == content


def test_no_field_outweighs_a_section_that_holds_all_words() -> None:
    fields = tuned()["fields"]
    assert all(1 <= field["boost"] < 10 for field in fields.values())
    assert fields["title"]["boost"] > fields["text"]["boost"] == 1


def test_a_bottom_line_weighs_more_than_the_other_sections_of_its_page() -> None:
    found = tuned(
        {"location": "topics/port/#bottom-line", "title": "Bottom line", "text": "", "boost": 1.5},
        {"location": "topics/port/#established", "title": "Established", "text": "", "boost": 1.5},
        {"location": "about/#bottom-line", "title": "Bottom line", "text": ""},
    )
    assert found["topics/port/#bottom-line"]["boost"] == 3
    assert found["topics/port/#established"]["boost"] == 1.5
    assert found["about/#bottom-line"]["boost"] == 2


def test_tags_are_on_the_head_of_a_page_alone() -> None:
    found = tuned(
        {"location": "sources/a/", "title": "A", "text": "", "tags": ["Port"]},
        {"location": "sources/a/#about", "title": "About", "text": "", "tags": ["Port"]},
    )
    assert found["sources/a/"]["tags"] == ["Port"]
    assert "tags" not in found["sources/a/#about"]


@pytest.mark.parametrize("place", ["topics/port/", "topics/port.html", "topics/port/index.html"])
def test_a_topic_is_found_by_the_words_that_define_it(place: str) -> None:
    found = tuned(
        {"location": place, "title": "Port", "text": ""},
        {"location": f"{place}#gaps", "title": "What is not known", "text": ""},
        {"location": "topics/other/", "title": "Other", "text": ""},
    )
    assert found[place]["terms"] == ["berth", "R&amp;D &lt;quay&gt;"]
    assert "terms" not in found[f"{place}#gaps"]
    assert "terms" not in found["topics/other/"]


@pytest.mark.parametrize("index", ["", "[]", "{}", '{"config": {}, "docs": []}', '{"config": {"lang": ["en"]}}'])
def test_what_is_no_index_of_materials_comes_back_as_it_is(index: str) -> None:
    assert tune(index, CONFIG) == index
