"""The bottom lines of whole stories: tests/golden/bottom_lines, invented ones of two fields."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis import analyse
from generator.briefing import compose
from generator.config import Config, QuoteLimits, Topic
from generator.facts import group
from generator.model import Article, Metadata, Paragraph
from generator.topics import assign
from tests.golden_cases import cases


def lines(case: dict[str, Any]) -> dict[str, list[str]]:
    """The bottom line of each topic."""
    topics = tuple(Topic(t["id"], t["title"], t["scope"], tuple(t["terms"])) for t in case["topics"])
    config = Config(title="Golden", topics=topics, quotes=QuoteLimits(max_share=1.0))
    analyses = tuple(
        analyse(
            Article(
                f"s{number}",
                f"sources/s{number}.txt",
                "text",
                Metadata(title=one["title"], published=one["published"]),
                tuple(Paragraph(text) for text in one["text"].strip().split("\n\n")),
            ),
            config,
        )
        for number, one in enumerate(case["articles"])
    )
    found = assign(analyses, config)
    content = compose(analyses, found, group(analyses, found, config), config)
    return {page.topic: [line.text for line in page.bottom_line] for page in content.briefings}


@pytest.mark.parametrize("case", cases("bottom_lines"))
def test_what_an_editor_would_put_first(case: dict[str, Any]) -> None:
    told = lines(case)
    for topic, words in case["first"].items():
        assert words in told[topic][0], told[topic]
    every = " ".join(line for page in told.values() for line in page)
    assert not [words for words in case["never"] if words in every], told
