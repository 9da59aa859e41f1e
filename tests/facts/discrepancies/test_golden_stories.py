"""Invented stories in which some figures and days differ and many more only seem to: nothing else may be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.config import Config, Topic
from generator.facts import group
from generator.topics import assign
from tests.facts.conftest import analysed

STORIES = Path(__file__).resolve().parents[2] / "golden" / "discrepancies"


@pytest.mark.parametrize("name", sorted(path.stem for path in STORIES.glob("*.yml")))
def test_what_differs_is_shown_and_nothing_else(name: str) -> None:
    story = yaml.safe_load((STORIES / f"{name}.yml").read_text(encoding="utf-8"))
    topics = tuple(Topic(t["id"], t["title"], "-", tuple(t["terms"])) for t in story["topics"])
    config = Config(title="Golden", topics=topics)
    analyses = tuple(
        analysed(key, article["text"], config, published=str(article["published"]), publisher=article["publisher"])
        for key, article in story["articles"].items()
    )
    found = group(analyses, assign(analyses, config), config).differences
    shown = [[d.kind, [p.value for p in d.positions]] for d in found]
    assert sorted(shown, key=str) == sorted(story["differences"], key=str)
