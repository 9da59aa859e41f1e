"""On which page what stands: of a topic, a register or a source that is too long for one, the page that holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from ..config import SourcePages
from ..model import Analysis, Name, Quote, SiteContent
from ..text.room import Room
from . import weights
from .registers import name_pieces, row_pieces
from .source_parts import source_runs
from .splitting import Piece
from .timeline_parts import Part, parts
from .topic_parts import TopicParts, topic_parts
from .topic_told import quotes_of, told_on
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


def part_path(source: str, number: int) -> str:
    """The page of a source, or of a long one the page of that number."""
    return f"sources/{source}.md" if number == 1 else f"sources/{source}/part-{number}.md"


def parted(analyses: Iterable[Analysis], runs: Mapping[str, tuple[frozenset[int], ...]]) -> dict[tuple[str, str], str]:
    """The page of each sentence, by its source and anchor, of those of `analyses` that have several pages."""
    return {
        (analysis.article.id, analysis.sentences[index].anchor): part_path(analysis.article.id, number)
        for analysis in analyses
        for number, run in enumerate(runs.get(analysis.article.id, ()), start=1)
        for index in run
    }


class Places:
    """Where what a brief tells stands. One for the whole rendering."""

    def __init__(self, brief: SiteContent, room: Room, words: Words, sources: SourcePages = "all") -> None:
        self._brief = brief
        self._room = room
        self._words = words
        self.tags: dict[str, str] = {}
        """The page that lists each tag, by its anchor, where they are on several: filled in before pages are made."""
        self._sources = sources
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

    def has_page(self, source: str) -> bool:
        """Whether a source has a page of its own, as one that was withdrawn always has."""
        if self._sources == "all" or source not in self.days:
            return True
        return self._sources == "quoted" and source in self._quoted

    def source(self, source: str, anchor: str = "") -> str:
        """The page of a source that has the anchor of a sentence."""
        return self._parted.get((source, anchor)) or part_path(source, 1)

    def address(self, source: str) -> tuple[str, str]:
        """The page and the anchor at which a source is found: its own page, else its row in the list of sources."""
        return (part_path(source, 1), "") if self.has_page(source) else (self.row(source), f"of-{source}")

    def runs(self, source: str) -> tuple[frozenset[int], ...]:
        """The sentences of each page of a source that is too long for one."""
        return self._runs.get(source, ())

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
    def _runs(self) -> dict[str, tuple[frozenset[int], ...]]:
        shown = dict(self._brief.shown)
        found = (
            (a.article.id, source_runs(a, shown.get(a.article.id, ()), self._cited, self._room))
            for a in self._brief.analyses
        )
        return {source: runs for source, runs in found if runs}

    @cached_property
    def _cited(self) -> Counter[tuple[str, int]]:
        """At how many places each sentence of each source is cited, at the most."""
        return Counter((quote.source, quote.sentence) for quote in quotes_of(self._brief))

    @cached_property
    def _quoted(self) -> frozenset[str]:
        return frozenset(quote.source for quote in quotes_of(self._brief) if quote.shown)

    @cached_property
    def _parted(self) -> dict[tuple[str, str], str]:
        return parted(self._brief.analyses, self._runs)

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
