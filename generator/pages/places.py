"""On which page what stands: of a topic, a register or a source that is too long for one, the page that holds it."""

from __future__ import annotations

from functools import cached_property

from ..model import SiteContent
from ..text.room import Room
from . import weights
from .topic_parts import TopicParts, topic_parts
from .topic_told import told_on

TIMELINE = "timeline.md"


class Places:
    """Where what a brief tells stands. One for the whole rendering."""

    def __init__(self, brief: SiteContent, room: Room) -> None:
        self._brief = brief
        self._room = room
        self.days: dict[str, str] = {a.article.id: a.article.metadata.published or "" for a in brief.analyses}
        """The day on which each source came out, "" where none is known."""
        self.entries: dict[str, int] = {a.article.id: weights.entry(a) for a in brief.analyses}
        """The bytes that each source takes in the list at the foot of a page."""

    def topic(self, topic: str, anchor: str = "") -> str:
        """The page of a topic that has the anchor of a statement or difference."""
        return self._told.get((topic, anchor)) or f"topics/{topic}.md"

    @cached_property
    def topics(self) -> dict[str, TopicParts]:
        """How each topic is parted that is too long for one page."""
        copies, entry = dict(self._brief.facts.copies), self.entries.__getitem__
        parted = (
            (one.topic, topic_parts(one, told_on(one, copies), self.days, self._room, entry))
            for one in self._brief.briefings
        )
        return {topic: parts for topic, parts in parted if parts}

    @cached_property
    def _told(self) -> dict[tuple[str, str], str]:
        parts = [(topic, part) for topic, parted in self.topics.items() for part in parted.parts]
        told = {(topic, fact.id): part.path for topic, part in parts for fact in part.facts}
        return told | {(topic, one.id): part.path for topic, part in parts for one in part.differences}
