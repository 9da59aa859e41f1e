"""Which statements of a story stand in one fact, and which must not (golden data): one frame with another actor or
referent, praise and complaint in the same words, what is planned and what is done, who speaks and what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Config, QuoteLimits, Topic
from generator.facts import group
from generator.model import Facts
from generator.topics import assign
from tests.facts.conftest import analysed

STORIES = Path(__file__).resolve().parents[2] / "golden" / "grouping"
NAMES = sorted(path.stem for path in STORIES.glob("*.yml"))

Place = tuple[str, str]


def read(name: str) -> dict[str, Any]:
    story: dict[str, Any] = yaml.safe_load((STORIES / f"{name}.yml").read_text(encoding="utf-8"))
    return story


def told(story: dict[str, Any]) -> Facts:
    topics = tuple(Topic(t["id"], t["title"], t.get("scope", "-"), tuple(t["terms"])) for t in story["topics"])
    config = Config(title="Golden", topics=topics, quotes=QuoteLimits(45, 1.0))
    analyses = tuple(analysed(key, text, config) for key, text in story["articles"].items())
    return group(analyses, assign(analyses, config), config)


def in_one_fact(facts: Facts, one: Place, other: Place) -> bool:
    return any(
        all(any(q.source == source and words in q.text for q in fact.quotes) for source, words in (one, other))
        for fact in facts.facts
        if len({q.id for q in fact.quotes}) > 1
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_says_the_same_stands_in_one_fact_and_what_does_not_stands_apart(name: str) -> None:
    story = read(name)
    facts = told(story)
    apart = [pair for pair in story["together"] if not in_one_fact(facts, *map(tuple, pair))]
    together = [pair for pair in story["apart"] if in_one_fact(facts, *map(tuple, pair))]
    assert (apart, together) == ([], [])
