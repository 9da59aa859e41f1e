"""What will be published: a briefing a topic, the whole corpus, pages, and the files beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .analysis import Analysis, Coverage, Topics
from .editorial import UNEDITED, Editorial
from .facts import Difference, Event, Fact, Facts, Name, Quote
from .reading import Skipped


@dataclass(frozen=True, slots=True)
class BottomLine:
    """One statement of the bottom line: a quote's words and the ids of the facts it rests on, first the one it
    quotes."""

    text: str
    facts: tuple[str, ...]


GapKind = Literal["said", "silent", "apart", "unsigned", "alone"]
RelianceKind = Literal["digests", "article", "origin"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not known. Of what a source says is not known, the id of the `fact`. Else: no source speaks of
    the topic; `n` of its sources are in another language and not compared; no source says that anything was signed,
    ratified or in force; no statement has a second origin. `n` of the `of` sources are in another language."""

    kind: GapKind
    n: int = 0
    of: int = 0
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Reliance:
    """What a page rests on, where that is less than it looks like: `n` digests among `of` sources, one article, one
    origin."""

    kind: RelianceKind
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class TopicContent:
    """What a topic page says, in the order of `facts` (by weight). `reliance` tells where it rests on one origin, one
    article or digests. `summaries` are what may be published of each source's summary
    of the topic, as quotes (one that is cut, or not shown, says so by its span and its `shown`); `held_back` counts the
    statements of which the quoting limits leave no word; `newest` is the id of the statement that tells what happened
    last, and that day."""

    topic: str
    bottom_line: tuple[BottomLine, ...]
    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[Event, ...]
    names: tuple[Name, ...]
    keyphrases: tuple[str, ...]
    gaps: tuple[Gap, ...]
    reliance: tuple[Reliance, ...]
    coverage: tuple[Coverage, ...]
    summaries: tuple[tuple[str, tuple[Quote, ...]], ...] = ()
    held_back: int = 0
    newest: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A published stretch of a source: the union of these is what the quoting limits are counted over."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SiteContent:
    """The whole corpus, composed: the one value that pages, export and checks are made from. `language` is the site's;
    `summaries` holds each source's own summary as quotes; `shown`, for each source, the spans that may be published;
    `editorial` what people put right."""

    language: str
    analyses: tuple[Analysis, ...]
    topics: Topics
    facts: Facts
    briefings: tuple[TopicContent, ...]
    skipped: tuple[Skipped, ...] = ()
    summaries: tuple[tuple[str, tuple[Quote, ...]], ...] = ()
    shown: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    editorial: Editorial = UNEDITED


@dataclass(frozen=True, slots=True)
class Page:
    """A generated Markdown file: `path` is relative to docs/, `text` is the whole file with its mark. One that is not
    `listed` stands in no navigation."""

    path: str
    text: str
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Asset:
    """A generated file that is no Markdown page: `path` is relative to site/."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """All that the road makes. `brief` is kept so that checks can hold pages against it."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    brief: SiteContent = field(repr=False)
