"""site/briefing.json: all that the site says, as data.

It is the public interface of a published site: a field may be added to it, none may change its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...config import Config
from ...model import Analysis, Asset, Coverage, Difference, Event, Fact, Gap, Name, Quote, SiteContent, TopicContent
from ...text.language_tags import one_language
from ..carriers import articles
from ..views.gap_views import gap_words
from ..wording import Words, words_of
from .editorial_export import correction_row, withdrawn_row

PATH = "briefing.json"
VERSION = 1


def export(brief: SiteContent, config: Config) -> Asset:
    """The data export: UTF-8 JSON, one object, keys in a fixed order."""
    return Asset(PATH, b"".join(_written(brief, config)))


def _written(brief: SiteContent, config: Config) -> Iterator[bytes]:
    """The export piece by piece: of a large one, neither its rows nor its text ever stand in memory beside it."""
    words, known = words_of(config.language), _known(brief)
    parts: dict[str, Iterable[dict[str, Any]]] = {
        "sources": (_source(analysis, brief, known) for analysis in brief.analyses),
        "topics": (_topic(b, known, config, words) for b in brief.briefings),
        "facts": map(_fact, brief.facts.facts),
        "differences": map(_difference, brief.facts.differences),
        "timeline": map(_event, brief.facts.timeline),
        "names": map(_name, brief.facts.names),
        "corrections": map(correction_row, brief.editorial.in_force),
        "withdrawn": map(withdrawn_row, brief.editorial.withdrawn),
    }
    yield f'{{\n "version": {VERSION},\n "title": {_json(config.title)}'.encode("utf-8", "replace")
    for name, rows in parts.items():
        yield f',\n "{name}": ['.encode()
        empty = True
        for row in rows:
            yield f"{'' if empty else ','}\n  {_json(row, 2)}".encode("utf-8", "replace")
            empty = False
        yield b"]" if empty else b"\n ]"
    yield b"\n}\n"


def _json(value: Any, depth: int = 0) -> str:
    """`value` as it stands within something `depth` deep; a line end within a text is written as two signs."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked of each source, by its id."""

    coverage: dict[str, list[Coverage]]
    copies: dict[str, str]
    summaries: dict[str, tuple[Quote, ...]]
    digests: frozenset[str]


def _known(brief: SiteContent) -> _Known:
    coverage: dict[str, list[Coverage]] = {}
    for covered in brief.topics.coverage:
        coverage.setdefault(covered.source, []).append(covered)
    digests = frozenset(a.article.id for a in brief.analyses if a.article.metadata.is_digest)
    return _Known(coverage, dict(brief.facts.copies), dict(brief.summaries), digests)


def _source(analysis: Analysis, brief: SiteContent, known: _Known) -> dict[str, Any]:
    article = analysis.article
    meta = article.metadata
    covered = known.coverage.get(article.id, ())
    copies = known.copies.get(article.id)
    return {
        "id": article.id,
        "path": article.path,
        "kind": meta.kind,
        "title": meta.title,
        "publisher": meta.publisher,
        "author": meta.author,
        "origin": meta.origin,
        "published": meta.published,
        "url": meta.url,
        "language": meta.language or "en",
        "words": sum(len(p.text.split()) for p in article.paragraphs),
        "topics": {c.topic: c.level for c in covered},
        "keyphrases": [k.phrase for k in analysis.keyphrases],
        "summary": [q.text for q in known.summaries.get(article.id, ()) if q.shown],
        "copies_of": copies,
        "flags": flags(analysis, copies is not None, brief.language),
    }


def flags(analysis: Analysis, copy: bool, language: str) -> list[str]:
    """What a reader should know of a source before trusting it, in fixed words."""
    meta = analysis.article.metadata
    return [
        word
        for word, holds in (
            ("undated", not meta.published),
            ("copy", copy),
            ("no publisher", not meta.publisher),
            ("digest", meta.is_digest),
            ("cut off by a paywall", analysis.article.cut_off),
            ("not read to its end", analysis.article.unread),
            ("other language", not one_language(meta.language or language, language)),
        )
        if holds
    ]


def _topic(briefing: TopicContent, known: _Known, config: Config, words: Words) -> dict[str, Any]:
    topic = next(t for t in config.topics if t.id == briefing.topic)
    facts = {fact.id: fact for fact in briefing.facts}
    return {
        "id": topic.id,
        "title": topic.title,
        "scope": topic.scope,
        "bottom_line": [{"text": line.text, "facts": list(line.facts)} for line in briefing.bottom_line],
        "facts": [fact.id for fact in briefing.facts],
        "keyphrases": list(briefing.keyphrases),
        "gaps": [_gap(gap, facts.get(gap.fact), known, words) for gap in briefing.gaps],
        "sources": [c.source for c in briefing.coverage],
    }


def _gap(gap: Gap, fact: Fact | None, known: _Known, words: Words) -> str:
    """What is not known, in a sentence."""
    source = articles(fact.quotes[:1]) if fact else ()
    return gap_words(gap, words, fact.text if fact else "", digest=not known.digests.isdisjoint(source))


def _quotes(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    return [
        {"id": q.id, "source": q.source, "text": q.text, "by": q.by, "paragraph": q.paragraph}
        for q in quotes
        if q.shown
    ]


def _also(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    """Support whose words the quoting limits keep back."""
    return [{"source": q.source, "paragraph": q.paragraph, "id": q.id} for q in quotes if not q.shown]


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "text": fact.text,
        "topics": list(fact.topics),
        "kind": fact.kind,
        "status": fact.status,
        "quotes": _quotes(fact.quotes),
        "also": _also(fact.quotes),
        "origins": len(fact.origins),
        "most_origins": max(len(fact.origins), fact.most_origins),
        "differences": list(fact.differences),
        "first_added": fact.first_added,
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "id": difference.id,
        "topics": list(difference.topics),
        "kind": difference.kind,
        "about": difference.about,
        "positions": [
            {"value": p.value, "quotes": _quotes(p.quotes), "also": _also(p.quotes)} for p in difference.positions
        ],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "date": event.date,
        "from": event.words,
        "anchor": event.anchor.told() if event.anchor else None,
        "planned": event.planned,
        "facts": list(event.facts),
        "quotes": _quotes(event.quotes),
        "also": _also(event.quotes),
    }


def _name(name: Name) -> dict[str, Any]:
    return {
        "id": name.id,
        "name": name.name,
        "kind": name.kind,
        "aliases": [a.text for a in name.aliases],
        "also_spelt": [a.text for a in name.aliases if a.misspelling],
        "sources": list(name.sources),
    }
