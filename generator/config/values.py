"""The settings as values, in the order of briefing.yml, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..model import NameKind


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the site. `exclude` is the key `not`: phrases in which a term does not count. `formerly` are ids that
    it had before, whose addresses lead to it."""

    id: str
    title: str
    scope: str
    terms: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameRule:
    """A maintainer's word on a name: `aliases` are it, `exclude` (the key `not`) are not."""

    name: str
    kind: NameKind | None = None
    aliases: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """What a maintainer knows of a publisher: `aliases` are other spellings and web hosts, `family` is the house whose
    papers print one another's texts."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    owner: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class QuoteLimits:
    """`max_words` of one quote; `max_share` of a report's words that may be published in all."""

    max_words: int = 45
    max_share: float = 0.35


@dataclass(frozen=True, slots=True)
class Limits:
    """What is too much for one source: bytes, characters, parts, and the seconds that its reading and
    analysis may take, and the bytes that a parser may use up; the sentences up to which it is read; and how long MkDocs
    may take for the whole site."""

    file_bytes: int = 20_000_000
    text_chars: int = 2_000_000
    line_chars: int = 100_000
    sentences: int = 20_000
    unpacked_bytes: int = 100_000_000
    ratio: int = 200
    entries: int = 1_000
    pages: int = 1_000
    elements: int = 40_000
    nesting: int = 200
    seconds: int = 60
    memory_bytes: int = 1_000_000_000
    engine_seconds: int = 3_600


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of a project's own wording: its key among the built-in ones, and its plural category."""

    key: str
    form: str
    text: str


KeyphraseEngine = Literal["yake", "own"]
"""Who tells how telling a word is: YAKE's statistics or our own, which need no YAKE."""


@dataclass(frozen=True, slots=True)
class KeyphraseRules:
    """How keyphrases are ranked."""

    engine: KeyphraseEngine = "yake"


SourcePages = Literal["all", "quoted", "none"]
"""Which sources have a page of their own: all, those of which a page shows words, or none."""


@dataclass(frozen=True, slots=True)
class PageRules:
    """Which pages the site has."""

    sources: SourcePages = "all"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, in the order of briefing.yml; `wording` comes from a file of its own."""

    title: str
    topics: tuple[Topic, ...]
    description: str = ""
    language: str = "en"
    names: tuple[NameRule, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    watch: tuple[str, ...] = ()
    quotes: QuoteLimits = field(default_factory=QuoteLimits)
    publish_full_text: bool = False
    keep_lists: bool = False
    keyphrases: KeyphraseRules = field(default_factory=KeyphraseRules)
    pages: PageRules = field(default_factory=PageRules)
    limits: Limits = field(default_factory=Limits)
    wording: tuple[OwnText, ...] = ()

    @property
    def families(self) -> dict[str, str]:
        """The house of each publisher that has one, by the publisher's name."""
        return {publisher.name: publisher.family for publisher in self.publishers if publisher.family}
