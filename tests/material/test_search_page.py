"""What of a page search may find: its passages, and the page that Pagefind reads in place of the published one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html

from generator.material.search_page import Passage, SearchPage, listing, parted, passages, staged, without_marks

QUAY = Passage("The quay will be 200 metres long.", "f-1")


def texts(content: str, generated: bool = True) -> list[tuple[str, str]]:
    return [(found.text, found.anchor) for found in passages(content, generated)]


def test_each_block_is_a_passage_and_leads_to_the_nearest_id() -> None:
    content = (
        '<h1 id="topic">The port<a class="headerlink" href="#topic">¶</a></h1><p class="scope">What becomes of it.</p>'
        '<h2 id="bottom-line">Bottom line</h2><ul><li><p><span class="said">It opens in 2031.</span></p></li></ul>'
        '<h2 id="several">Reported by several</h2><p class="statement" id="f-1">The quay will be 200 metres long.</p>'
        '<details class="quotes"><summary>2 more passages</summary><ul>'
        '<li><span id="f-2">It will be long.</span> (the mayor)</li><li>So it will.</li></ul></details>'
    )
    assert passages(content) == (
        Passage("The port", "topic", 2.0, heading=True),
        Passage("What becomes of it.", "topic"),
        Passage("Bottom line", "bottom-line", 3.0 - 1.0, heading=True),
        Passage("It opens in 2031.", "bottom-line", 3.0),
        Passage("Reported by several", "several", 2.0, heading=True),
        QUAY,
        Passage("It will be long. (the mayor)", "f-2"),
        Passage("So it will.", "several"),
    )


@pytest.mark.parametrize(
    "noise", ["chip", "support", "differs", "back", "pin", "original", "counts", "evidence", "cite"]
)
def test_links_to_evidence_and_counts_stay_out(noise: str) -> None:
    content = f'<p id="f-1">A berth <a class="{noise}" href="x">Gazette</a> is free.</p>'
    assert texts(content) == [("A berth is free.", "f-1")]
    assert texts(content, generated=False) == [("A berth Gazette is free.", "f-1")]


@pytest.mark.parametrize("kept", ["chip tag", "counts credit", "evidence on", "note"])
def test_what_tells_a_page_from_others_can_be_found(kept: str) -> None:
    assert texts(f'<p class="{kept}">Port</p>') == [("Port", "")]


def test_what_is_marked_as_out_of_search_is_out_a_heading_with_its_section() -> None:
    content = (
        '<h2 id="a" data-search-exclude>Matrix</h2><p>Many words.</p><h2 id="b">Gaps</h2><p>Not known.</p>'
        '<p data-search-exclude="evidence">Tags</p>'
    )
    assert texts(content) == [("Gaps", "b"), ("Not known.", "b")]
    assert without_marks(content) == (
        '<h2 id="a">Matrix</h2><p>Many words.</p><h2 id="b">Gaps</h2><p>Not known.</p><p>Tags</p>'
    )


@pytest.mark.parametrize(
    "text", ["Say data-search-excluded.", "&lt;p data-search-exclude&gt;", 'a="data-search-exclude"']
)
def test_words_of_a_page_are_no_marks(text: str) -> None:
    assert without_marks(f"<p>{text}</p>") == f"<p>{text}</p>"


def test_cells_of_a_row_are_one_passage_and_scripts_none() -> None:
    content = (
        "<table><tr><th>Berth</th><td>4 <sup>[1]</sup></td></tr></table><script>let berth</script><p>a<br>b</p><p>…</p>"
    )
    assert texts(content) == [("Berth 4", ""), ("a b", "")]


def test_the_signs_that_part_passages_are_no_text_of_one() -> None:
    assert texts("<p>¶ 4 and § 5</p>") == [("4 and 5", "")]


def test_pagefind_reads_names_and_weighted_passages() -> None:
    page = SearchPage(
        'R&D "port"', (Passage("Bottom line", "b", 2.0, True), QUAY), 1.5, ("Port", "A <tag>"), ("quay",)
    )  # fmt: skip
    tree: Any = html.document_fromstring(staged(page, "de"))
    assert tree.get("lang") == "de"
    named = {e.get("data-pagefind-meta"): e.get("title") for e in tree.xpath("//i[@data-pagefind-meta]")}
    assert named == {"title[title]": 'R&D "port"', "tags[title]": "Port · A <tag>", "terms[title]": "quay"}
    assert [(e.get("data-pagefind-weight"), e.text) for e in tree.iter("dd")] == [
        ("2", "§ Bottom line"),
        ("1", "¶ The quay will be 200 metres long."),
    ]
    assert tree.xpath("//a/@id") == ["b", "f-1"]


def test_the_script_knows_boosts_and_filters_by_pagefinds_names() -> None:
    topic = SearchPage("Port", (), 1.5, filters={"topic": ("The port",)})
    source = SearchPage(
        "A", (), 0.9, filters={"topic": ("Fleet", "The port"), "publisher": ("Gazette",), "year": ("2031",)}
    )
    made = listing({"en_b": source, "en_a": topic, "en_c": SearchPage("About", ())})
    assert made.path == "pagefind/pages.json"
    assert json.loads(made.data) == {
        "filters": {"topic": ["Fleet", "The port"], "publisher": ["Gazette"], "year": ["2031"]},
        "pages": {"en_a": [1.5, [1], [], []], "en_b": [0.9, [0, 1], [0], [0]], "en_c": [1, [], [], []]},
    }


def test_an_empty_page_has_no_passage() -> None:
    assert passages("") == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("港务局昨天宣布，修建防洪堤。", ["港务局", "昨天", "宣布，", "修建", "防洪", "堤。"]),
        ("2024年的5G网络", ["2024", "年", "的", "5G", "网络"]),
        ("เขื่อนกันคลื่น", ["เขื่อน", "กัน", "คลื่น"]),
        ("The port opened, d’accord.", ["The port opened, d’accord."]),
        ("समुद्री दीवार", ["समुद्री दीवार"]),
    ],
)
def test_words_of_scripts_without_spaces_are_parted_by_what_the_text_does_not_have(text: str, parts: list[str]) -> None:
    assert parted(text).split("\u2060 ") == parts
    assert parted(text).replace("\u2060 ", "") == text
