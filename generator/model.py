"""The values that travel the road, frozen, in the order in which they come to be.

    SourceFile -> Document -> Article -> Analysis -> (Topics, Facts) -> Briefing -> Page -> Site

Offsets are counted in characters of the paragraph they speak of, end exclusive. Paragraphs are numbered from 1, as a
reader counts them; sentences from 0 within their article. Text in these values is the source's own, not yet escaped:
only `generator.pages` may hand it to a template, through `generator.text.escape`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["report", "digest"]
Role = Literal["body", "heading", "standfirst", "item"]
FactKind = Literal["event", "background", "claim", "opinion"]
Level = Literal["main", "mention"]
DifferenceKind = Literal["status", "figure", "date", "name", "wording"]
NameKind = Literal["person", "organisation", "place", "agreement", "other"]

STATUSES = (
    "proposed",
    "announced",
    "agreed",
    "text finalised",
    "approved for signing",
    "signed",
    "ratified",
    "in force",
)
"""How far an instrument has got, in order."""


# --- 1 reading ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as found. `path` is relative to the project with forward slashes; `beside` maps the names of
    companion files (a sidecar `NAME.meta.yml`, a bibliography) to their bytes."""

    path: str
    data: bytes
    beside: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a source. Dates are EDTF strings; `published_from` says how the date was found."""

    kind: Kind = "report"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_from: str | None = None
    url: str | None = None
    retrieved: str | None = None
    added: str | None = None
    language: str | None = None
    origin: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line, or part of one, that is not the article: its 1-based physical line, its text, and why it went."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of prose that belongs together. `line` is the 1-based physical line it began on, where there is one."""

    text: str
    role: Role = "body"
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a format's reader gives. A flat document (`structured` false) is a scrape whose `paragraphs` are its raw
    physical lines, still to be cleaned; a structured one had its body found by its format."""

    path: str
    format: str
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]
    structured: bool
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned source: its own words in paragraphs, and what was left out. `id` is ours, safe as a file name."""

    id: str
    path: str
    format: str
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read, and the reason in one line."""

    path: str
    reason: str


# --- 2 analysis --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: `article.paragraphs[paragraph - 1].text[start:end] == text`, always.
    `anchor` is its stable id on the source page, unique within the article."""

    source: str
    index: int
    paragraph: int
    start: int
    end: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A phrase that tells what a source is about. `phrase` is the commonest surface form, `forms` the others,
    `score` falls from 1.0 with the rank, `count` is how often any form occurs."""

    phrase: str
    score: float
    forms: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name as a sentence writes it, at `start:end` of the sentence's paragraph."""

    sentence: int
    start: int
    end: int
    text: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression, at `start:end` of the sentence's paragraph. `value` is EDTF where the words alone give one
    (`2020-10-07`, `XXXX-10-07`), else None and `relative` names what is to be resolved ("weekday:2", "month:-1",
    "day-after:EVENT WORDS"). `planned` marks what lay ahead of the source."""

    sentence: int
    start: int
    end: int
    text: str
    value: str | None
    relative: str | None = None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a span is attributed to. The span is `start:end` of the sentence's paragraph; `speaker` is as written,
    `medium` the document it came in ("statement", "tweet", ...) where the text names one."""

    sentence: int
    start: int
    end: int
    speaker: str
    medium: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one article says about itself, without regard to any other. `summary` holds sentence indexes."""

    article: Article
    sentences: tuple[Sentence, ...]
    keyphrases: tuple[Keyphrase, ...]
    summary: tuple[int, ...]
    names: tuple[NameMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()


# --- 3 topics ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one source says about one topic: sentence indexes in text order, a summary of 2 to 4 of them where there
    are as many, and whether the topic is the source's main subject or a mention."""

    topic: str
    source: str
    level: Level
    sentences: tuple[int, ...]
    summary: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Topics:
    """Every topic with every source that touches it, in the order of the configuration and of the sources."""

    coverage: tuple[Coverage, ...]


# --- 4 facts -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span: `text == paragraph.text[start:end]` of the source. `id` is an anchor on every page that shows
    it. `by` is the speaker as a reader would name him, `origin` the key of the origin it goes back to. `shown` is
    false where the quoting limits keep its words back: it still counts. `status` is the status that its own words
    give, one of STATUSES."""

    id: str
    source: str
    text: str
    paragraph: int
    sentence: int
    start: int
    end: int
    by: str | None = None
    origin: str = ""
    shown: bool = True
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with every quote that supports it, best first. `id` is the id of the quote whose source has the
    lowest (added, path). `origins` are the labels of the independent origins. `differences` are ids."""

    id: str
    text: str
    topics: tuple[str, ...]
    kind: FactKind
    status: str | None
    quotes: tuple[Quote, ...]
    origins: tuple[str, ...]
    weight: float
    differences: tuple[str, ...] = ()
    first_added: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a difference: the word or figure it holds and the quotes that hold it."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where sources part ways about one thing; `about` names it in fixed words around words of the sources."""

    id: str
    topics: tuple[str, ...]
    kind: DifferenceKind
    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline. `date` is EDTF or None where no anchor gives one; `words` is the expression it came
    from; `anchor` what it was resolved against; `planned` what lay ahead of its source."""

    date: str | None
    words: str
    anchor: str | None
    facts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    topics: tuple[str, ...] = ()
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """Another spelling of a name. `slip` marks one that a single source has against all the others."""

    text: str
    sources: tuple[str, ...]
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place, agreement or initiative, under the fullest spelling the sources use."""

    id: str
    name: str
    kind: NameKind
    aliases: tuple[Alias, ...]
    sources: tuple[str, ...]
    abbreviation: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sources establish together. `copies` maps the id of a copy to the id of the source it copies."""

    facts: tuple[Fact, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[Event, ...] = ()
    names: tuple[Name, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()


# --- 5 briefing --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BottomLine:
    """One statement of the bottom line: a quote's words and the ids of the facts it rests on, first the one it
    quotes."""

    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a topic page says, in the order of `facts` (by weight). `reliance` says in words what the page rests on
    where that is one origin, one article or digests. `summaries` are what may be published of each source's summary
    of the topic, as quotes (one that is cut, or not shown, says so by its span and its `shown`); `held_back` counts the
    statements of which the quoting limits leave no word."""

    topic: str
    bottom_line: tuple[BottomLine, ...]
    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[Event, ...]
    names: tuple[Name, ...]
    keyphrases: tuple[str, ...]
    gaps: tuple[str, ...]
    reliance: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    summaries: tuple[tuple[str, tuple[Quote, ...]], ...] = ()
    held_back: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A published stretch of a source: the union of these is what the quoting limits are counted over."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole corpus, composed: the one value that pages, export and checks are made from. `language` is the site's;
    `summaries` holds each source's own summary as quotes; `shown`, for each source, the spans that may be published."""

    language: str
    analyses: tuple[Analysis, ...]
    topics: Topics
    facts: Facts
    briefings: tuple[Briefing, ...]
    skipped: tuple[Skipped, ...] = ()
    summaries: tuple[tuple[str, tuple[Quote, ...]], ...] = ()
    shown: tuple[tuple[str, tuple[Span, ...]], ...] = ()


# --- 6 pages -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """A generated Markdown file: `path` is relative to docs/, `text` is the whole file with its mark."""

    path: str
    text: str


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
    brief: Brief = field(repr=False)
