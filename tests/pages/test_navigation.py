"""The navigation of a site that has none of its own."""

from __future__ import annotations

import yaml

from generator.pages.navigation import navigation
from generator.pages.wording import words_of

MADE = [
    "index.md",
    "topics/rail.md",
    "topics/port.md",
    "sources/index.md",
    "sources/a.md",
    "tags.md",
    "timeline.md",
    "method.md",
]


def test_topics_keep_their_order_sources_are_one_entry_and_pages_of_ones_own_come_last() -> None:
    there = [*MADE, "own/zebra.md", "about.md"]
    assert yaml.safe_load(navigation(MADE, there, words_of("en")))["nav"] == [
        {"Overview": "index.md"},
        {"Topics": ["topics/rail.md", "topics/port.md"]},
        {"Across topics": ["timeline.md", "tags.md", "method.md"]},
        "sources/index.md",
        "about.md",
        "own/zebra.md",
    ]


def test_no_topic_and_no_page_leave_empty_sections() -> None:
    nav = yaml.safe_load(navigation([], [], words_of("en")))["nav"]
    assert nav == [{"Overview": "index.md"}, {"Topics": []}, {"Across topics": []}, "sources/index.md"]
