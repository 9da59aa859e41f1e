"""What one article says about itself, and which topics its sentences belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .dates import DateMention
from .reading import Article

Level = Literal["main", "mention"]
NameKind = Literal["person", "organisation", "place", "agreement", "other"]


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
class Attribution:
    """Who a span is attributed to. The span is `start:end` of the sentence's paragraph; `speaker` is as written,
    `medium` the document it came in ("statement", "tweet", ...) where the text names one. `act` where the span tells
    what the speaker did in speaking ("urged"), not what he said."""

    sentence: int
    start: int
    end: int
    speaker: str
    medium: str | None = None
    act: bool = False


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
class Around:
    """For each sentence of `source`, what the sentences around it and the source as a whole bring to each topic, in the
    order of the configuration."""

    source: str
    sentences: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Rarity:
    """What the terms of topics, and the stems of their words, are worth by how rare they are in the corpus."""

    terms: tuple[tuple[str, int], ...] = ()
    words: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """Every topic with every source that touches it, in the order of the configuration and of the sources. `around`
    tells of each sentence what speaks for each topic beside its own words; `rarity` what those are worth."""

    coverage: tuple[Coverage, ...]
    around: tuple[Around, ...] = ()
    rarity: Rarity = Rarity()
