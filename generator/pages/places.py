"""On which page what stands: of a topic, a register or a source that is too long for one, the page that holds it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .topic_parts import TopicParts, topic_parts
from .topic_told import told_on

TIMELINE = "timeline.md"

if TYPE_CHECKING:
    from .context import Context


class Places:
    """Where what a context knows stands. One for the whole rendering."""

    def __init__(self, context: Context) -> None:
        self._all = context

    def topic(self, topic: str, anchor: str = "") -> str:
        """The page of a topic that has the anchor of a statement or difference."""
        return self._told.get((topic, anchor)) or f"topics/{topic}.md"

    @cached_property
    def topics(self) -> dict[str, TopicParts]:
        """How each topic is parted that is too long for one page."""
        context = self._all
        parted = (
            (
                one.topic,
                topic_parts(one, told_on(one, context.copies), context.days, context.room, context.entries.__getitem__),
            )
            for one in context.brief.briefings
        )
        return {topic: parts for topic, parts in parted if parts}

    @cached_property
    def _told(self) -> dict[tuple[str, str], str]:
        parts = [(topic, part) for topic, parted in self.topics.items() for part in parted.parts]
        told = {(topic, fact.id): part.path for topic, part in parts for fact in part.facts}
        return told | {(topic, one.id): part.path for topic, part in parts for one in part.differences}
