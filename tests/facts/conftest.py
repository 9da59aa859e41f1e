"""Small corpora from a few lines of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.analysis import analyse
from generator.config import Config, Publisher, QuoteLimits, Topic
from generator.facts import group
from generator.model import Analysis, Article, Facts, Metadata, Paragraph
from generator.topics import assign

Grouped = Callable[..., Facts]


def analysed(name: str, text: str, config: Config, **metadata: Any) -> Analysis:
    """`text`, paragraphs apart by a blank line, as a source called `name`."""
    paragraphs = tuple(Paragraph(" ".join(part.split())) for part in text.strip().split("\n\n"))
    meta = Metadata(**{"title": name, "language": "en", **metadata})
    return analyse(Article(name, f"sources/{name}.txt", "text", meta, paragraphs), config)


def settings(*terms: str, max_words: int = 45) -> Config:
    """One topic, `all`, with `terms`."""
    return Config(title="Test", topics=(Topic("all", "All", "All of it.", terms),), quotes=QuoteLimits(max_words, 1.0))


@pytest.fixture
def grouped() -> Grouped:
    """The facts of sources given as name=text; `terms` are the topic's."""

    def make(
        terms: tuple[str, ...],
        sources: Mapping[str, str],
        publishers: tuple[Publisher, ...] = (),
        **metadata: Mapping[str, str],
    ) -> Facts:
        config = replace(settings(*terms), publishers=publishers)
        analyses = tuple(
            analysed(
                name, text, config, **{key: values.get(name) for key, values in metadata.items() if name in values}
            )
            for name, text in sources.items()
        )
        return group(analyses, assign(analyses, config), config)

    return make
