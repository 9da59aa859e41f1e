"""The keyphrases of a text of ours, found as the road finds them."""

from __future__ import annotations

from generator.analysis import analyse
from generator.config import parse
from generator.model import Article, Keyphrase, Metadata, Paragraph

_SETTINGS = "title: T\ntopics: [{id: a, title: A, scope: A., terms: [weir]}]\n"


def found(text: str, title: str | None = None, language: str = "en", settings: str = "") -> tuple[Keyphrase, ...]:
    """The keyphrases of `text`, a paragraph a line."""
    paragraphs = tuple(Paragraph(line) for line in text.strip().split("\n"))
    article = Article("a", "sources/a.txt", "text", Metadata(title=title, language=language), paragraphs)
    return analyse(article, parse(_SETTINGS + settings, "briefing.yml")).keyphrases


def phrases(text: str, title: str | None = None) -> list[str]:
    """The keyphrases of an English text, best first, each in the form that is shown."""
    return [keyphrase.phrase for keyphrase in found(text, title)]


def phrases_with_forms(text: str) -> dict[str, tuple[int, tuple[str, ...]]]:
    """How often each keyphrase occurs, and its other forms."""
    return {keyphrase.phrase: (keyphrase.count, keyphrase.forms) for keyphrase in found(text)}
