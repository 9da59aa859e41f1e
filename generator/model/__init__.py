"""The values that travel the road, frozen, in the order in which they come to be.

    SourceFile -> Document -> Article -> Analysis -> (Topics, Facts) -> Briefing -> Page -> Site

Offsets are counted in characters of the paragraph they speak of, end exclusive. Paragraphs are numbered from 1, as a
reader counts them; sentences from 0 within their article. Text in these values is the source's own, not yet escaped:
only `generator.pages` may hand it to a template, through `generator.text.escape`.
"""

from __future__ import annotations

from .analysis import (
    Analysis,
    Around,
    Attribution,
    Coverage,
    DateMention,
    Keyphrase,
    Level,
    NameKind,
    NameMention,
    Rarity,
    Sentence,
    Tense,
    Topics,
)
from .content import Asset, BottomLine, Page, Site, SiteContent, Span, TopicContent
from .facts import (
    STATUSES,
    Alias,
    Anchor,
    Difference,
    DifferenceKind,
    Event,
    Fact,
    FactKind,
    Facts,
    Name,
    Origin,
    OriginKind,
    Position,
    Quote,
)
from .reading import BESIDE, Article, Document, Dropped, Kind, Metadata, Paragraph, Role, Skipped, SourceFile

__all__ = [
    "BESIDE",
    "STATUSES",
    "Alias",
    "Analysis",
    "Anchor",
    "Around",
    "Article",
    "Asset",
    "Attribution",
    "BottomLine",
    "Coverage",
    "DateMention",
    "Difference",
    "DifferenceKind",
    "Document",
    "Dropped",
    "Event",
    "Fact",
    "FactKind",
    "Facts",
    "Keyphrase",
    "Kind",
    "Level",
    "Metadata",
    "Name",
    "NameKind",
    "NameMention",
    "Origin",
    "OriginKind",
    "Page",
    "Paragraph",
    "Position",
    "Quote",
    "Rarity",
    "Role",
    "Sentence",
    "Site",
    "SiteContent",
    "Skipped",
    "SourceFile",
    "Span",
    "Tense",
    "TopicContent",
    "Topics",
]
