"""What every source's page needs of the whole brief is gathered once, not once a source."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from generator.model import SiteContent
from generator.pages import render
from generator.pages.exports.json_export import export
from tests.pages_sample import CONFIG
from tests.pages_sample import brief as sample

_One = TypeVar("_One")


class _Counted(tuple[_One, ...]):
    """A tuple that counts how often all of it is gone through."""

    times: int

    def __iter__(self) -> Iterator[_One]:
        self.times = getattr(self, "times", 0) + 1
        return super().__iter__()


def _times(sources: int) -> tuple[int, int, int]:
    """How often the timeline, the differences and the coverage are gone through for so many sources."""
    brief = sample()
    events, differences = _Counted(brief.facts.timeline), _Counted(brief.facts.differences)
    coverage = _Counted(brief.topics.coverage)
    brief = replace(
        brief,
        analyses=brief.analyses[:1] * sources + brief.analyses[1:],
        facts=replace(brief.facts, timeline=events, differences=differences),
        topics=replace(brief.topics, coverage=coverage),
    )
    render(brief, CONFIG)
    return events.times, differences.times, coverage.times


def test_more_sources_ask_no_more_often() -> None:
    assert _times(20) == _times(40)


def _as_one(brief: SiteContent) -> bytes:
    made = export(brief, CONFIG).data
    return (json.dumps(json.loads(made), ensure_ascii=False, indent=1) + "\n").encode()


def test_the_export_in_pieces_is_the_export_in_one() -> None:
    brief = sample()
    assert export(brief, CONFIG).data == _as_one(brief)
    empty = replace(brief, facts=replace(brief.facts, facts=(), differences=(), timeline=(), names=()))
    assert export(empty, CONFIG).data == _as_one(empty)
