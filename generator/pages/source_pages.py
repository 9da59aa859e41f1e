"""The pages of all sources, each made anew only where what is on it is another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from ..model import Analysis, Coverage, Page, Quote, Span
from ..packing import packed_key
from ..remember import Way, kept_together
from .context import Context
from .labels import Label
from .places import Places, part_path, parted
from .source_page import source_page, source_part_page
from .tags import source_tags
from .views.cited_at import Citing, citing


@dataclass(frozen=True, slots=True)
class _Part:
    """All of a brief that the page of one source is made from, and in which its name is `source`."""

    source: str
    analysis: Analysis
    labels: dict[str, Label]
    copies: dict[str, str]
    coverage: list[Coverage]
    summary: tuple[Quote, ...]
    shown: tuple[Span, ...]
    cited: Citing
    places: dict[str, str]  # the page of each statement and difference that cites it, by topic and id
    dated: dict[str, str]  # the page of the timeline that has each of its quotes
    tags: dict[str, str]  # the page that lists each of its tags, where they are on several
    runs: tuple[frozenset[int], ...]  # the sentences of each of its pages, where they are too many for one
    listed: dict[str, tuple[str, str]]  # where those of the sources named are found that have no page


class _NarrowPlaces(Places):
    """Where one source stands, and what cites it, and nothing else."""

    def __init__(self, part: _Part) -> None:
        self._places = part.places
        self._by_quote = part.dated
        self.tags = part.tags
        self._source, self._runs, self._row = part.source, {part.source: part.runs}, part.listed
        self._parted = parted([part.analysis], self._runs)

    def has_page(self, source: str) -> bool:
        return source not in self._row

    def address(self, source: str) -> tuple[str, str]:
        return self._row.get(source) or (part_path(source, 1), "")

    def topic(self, topic: str, anchor: str = "") -> str:
        return self._places[f"{topic}#{anchor}"] if anchor else f"topics/{topic}.md"

    def event(self, quote: Quote) -> str:
        return self._by_quote[quote.id]


class _Narrow(Context):
    """A context that knows one part of a brief. Whatever asks it for more than the digest of that part is made of finds
    no such attribute, or no such key."""

    def __init__(self, part: _Part, whole: Context) -> None:
        self.config, self.room = whole.config, whole.room
        self.words, self.topics, self.titles = whole.words, whole.topics, whole.titles  # of the settings
        self.analyses = {part.source: part.analysis}
        self.labels, self.copies = part.labels, part.copies
        self.coverage = {part.source: part.coverage}
        self.summaries = {part.source: part.summary}
        self.shown = {part.source: part.shown}
        self.places = _NarrowPlaces(part)


def pages_of_sources(context: Context) -> list[Page]:
    """The page of each source that is to have one, and those that hold the rest of a long one. One is made of its part
    of the brief and of the settings, and is kept under the digest of those."""
    cited = citing(context)
    parts = [_part(one, context, cited) for name, one in context.analyses.items() if context.places.has_page(name)]
    pages = [(part, number) for part in parts for number in range(1, max(1, len(part.runs)) + 1)]
    settings = packed_key((context.config, context.room))
    told = {part.source: part for part in parts}

    @cache
    def packed(source: str) -> bytes:
        return hashlib.blake2b(settings + packed_key(told[source]), digest_size=20).digest()

    way = Way(
        b"source page",
        digest=lambda n: hashlib.blake2b(
            packed(pages[n][0].source) + str(pages[n][1]).encode(), digest_size=20
        ).digest(),
        make=lambda n: _page(*pages[n], context).text,
        pack=str.encode,
        unpack=bytes.decode,
    )
    texts = kept_together(way, len(pages))
    return [
        Page(part_path(part.source, number), text, listed=number == 1)
        for (part, number), text in zip(pages, texts, strict=True)
    ]


def _page(part: _Part, number: int, context: Context) -> Page:
    narrow = _Narrow(part, context)
    if number == 1:
        return source_page(part.analysis, narrow, part.cited)
    return source_part_page(part.analysis, narrow, part.cited, number)


def _part(analysis: Analysis, context: Context, cited: Mapping[str, Citing]) -> _Part:
    source = analysis.article.id
    original = context.copies.get(source)
    cites = cited.get(source) or Citing()
    named = (source, original) if original else (source,)
    return _Part(
        source,
        replace(analysis, names=(), dates=(), attributions=(), summary=()),
        {name: context.labels[name] for name in named},
        {source: original} if original else {},
        context.coverage.get(source, []),
        context.summaries.get(source, ()),
        context.shown.get(source, ()),
        cites,
        {f"{topic}#{anchor}": context.places.topic(topic, anchor) for topic, anchor in _told(cites)},
        {quote.id: context.places.event(quote) for quote in cites.events},
        _tags(analysis, context),
        context.places.runs(source),
        {name: context.places.address(name) for name in named if not context.places.has_page(name)},
    )


def _tags(analysis: Analysis, context: Context) -> dict[str, str]:
    covered = (
        context.topics[c.topic] for c in context.coverage.get(analysis.article.id, ()) if c.topic in context.topics
    )
    tags = source_tags(analysis, covered, context) if context.places.tags else ()
    return {tag.anchor: context.places.tags[tag.anchor] for tag in tags}


def _told(cites: Citing) -> Iterator[tuple[str, str]]:
    """What cites a source, by topic and id."""
    for topic, places in cites.statements.items():
        yield from ((topic, fact) for facts in places.values() for fact in facts)
    yield from ((topic, difference) for topic, difference, _ in cites.differences)
