"""On which page what stands: of a topic, a register or a source that is too long for one, the page that holds it."""

from __future__ import annotations

from functools import cached_property

from ..model import Name, Quote, SiteContent
from ..text.room import Room
from . import weights
from .registers import name_pieces, row_pieces
from .splitting import Piece
from .timeline_parts import Part, parts
from .topic_parts import TopicParts, topic_parts
from .topic_told import told_on
from .wording import Words

TIMELINE, NAMES, SOURCES = "timeline.md", "names.md", "sources/index.md"


def timeline_path(part: Part) -> str:
    """The page of a part of the timeline."""
    return f"timeline/{part.name}.md"


def name_path(piece: Piece[Name]) -> str:
    """The page of a piece of the names."""
    return f"names/{piece.name}.md"


def rows_path(piece: Piece[str]) -> str:
    """The page of a piece of the list of sources; no source's own page can be there."""
    return f"sources/by-date/{piece.name}.md"


class Places:
    """Where what a brief tells stands. One for the whole rendering."""

    def __init__(self, brief: SiteContent, room: Room, words: Words) -> None:
        self._brief = brief
        self._room = room
        self._words = words
        self.tags: dict[str, str] = {}
        """The page that lists each tag, by its anchor, where they are on several: filled in before pages are made."""
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

    def event(self, quote: Quote) -> str:
        """The page of the timeline that has what a quote tells."""
        return self._dated.get(quote.id, TIMELINE)

    def name(self, id: str) -> str:
        """The page that has a name."""
        return self._named.get(id, NAMES)

    def row(self, source: str) -> str:
        """The page of the list of sources that has a source."""
        return self._listed.get(source, SOURCES)

    @cached_property
    def timeline(self) -> tuple[Part, ...]:
        """The pages of the timeline where it is too long for one."""
        return parts(self._brief.facts.timeline, self._words, self._room, self.entries.__getitem__)

    @cached_property
    def names(self) -> tuple[Piece[Name], ...]:
        """The pages of the names where those are too many for one."""
        return name_pieces(self._brief.facts.names, self.days, self._room, self.entries.__getitem__)

    @cached_property
    def sources(self) -> tuple[Piece[str], ...]:
        """The pages of the list of sources where it is too long for one."""
        return row_pieces(self._brief.analyses, self._room)

    @cached_property
    def _dated(self) -> dict[str, str]:
        return {
            quote.id: timeline_path(part)
            for part in reversed(self.timeline)
            for event in part.values
            for quote in event.quotes
        }

    @cached_property
    def _named(self) -> dict[str, str]:
        return {name.id: name_path(piece) for piece in self.names for name in piece.values}

    @cached_property
    def _listed(self) -> dict[str, str]:
        return {source: rows_path(piece) for piece in self.sources for source in piece.values}

    @cached_property
    def _told(self) -> dict[tuple[str, str], str]:
        parts = [(topic, part) for topic, parted in self.topics.items() for part in parted.parts]
        told = {(topic, fact.id): part.path for topic, part in parts for fact in part.facts}
        return told | {(topic, one.id): part.path for topic, part in parts for one in part.differences}
