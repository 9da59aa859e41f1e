"""site/briefing.json: all that the site says, as data.

It is the public interface of a published site: a field may be added to it, none may change its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ...config import Config
from ...model import Analysis, Asset, Difference, Event, Fact, Gap, Name, Quote, SiteContent, TopicContent
from ...text.language_tags import one_language
from ..carriers import articles
from ..views.gap_views import gap_words
from ..wording import Words, words_of
from .editorial_export import correction_row, withdrawn_row

PATH = "briefing.json"
VERSION = 1


def export(brief: SiteContent, config: Config) -> Asset:
    """The data export: UTF-8 JSON, one object, keys in a fixed order."""
    words = words_of(config.language)
    data = {
        "version": VERSION,
        "title": config.title,
        "sources": [_source(analysis, brief) for analysis in brief.analyses],
        "topics": [_topic(b, brief, config, words) for b in brief.briefings],
        "facts": [_fact(fact) for fact in brief.facts.facts],
        "differences": [_difference(d) for d in brief.facts.differences],
        "timeline": [_event(e) for e in brief.facts.timeline],
        "names": [_name(n) for n in brief.facts.names],
        "corrections": [correction_row(row) for row in brief.editorial.in_force],
        "withdrawn": [withdrawn_row(one) for one in brief.editorial.withdrawn],
    }
    return Asset(PATH, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))


def _source(analysis: Analysis, brief: SiteContent) -> dict[str, Any]:
    article = analysis.article
    meta = article.metadata
    covered = [c for c in brief.topics.coverage if c.source == article.id]
    copies = dict(brief.facts.copies).get(article.id)
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
        "summary": [q.text for q in dict(brief.summaries).get(article.id, ()) if q.shown],
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
            ("other language", not one_language(meta.language or language, language)),
        )
        if holds
    ]


def _topic(briefing: TopicContent, brief: SiteContent, config: Config, words: Words) -> dict[str, Any]:
    topic = next(t for t in config.topics if t.id == briefing.topic)
    return {
        "id": topic.id,
        "title": topic.title,
        "scope": topic.scope,
        "bottom_line": [{"text": line.text, "facts": list(line.facts)} for line in briefing.bottom_line],
        "facts": [fact.id for fact in briefing.facts],
        "keyphrases": list(briefing.keyphrases),
        "gaps": [_gap(gap, briefing, brief, words) for gap in briefing.gaps],
        "sources": [c.source for c in briefing.coverage],
    }


def _gap(gap: Gap, briefing: TopicContent, brief: SiteContent, words: Words) -> str:
    """What is not known, in a sentence."""
    text, source = next(((f.text, articles(f.quotes[:1])) for f in briefing.facts if f.id == gap.fact), ("", ()))
    digests = {a.article.id for a in brief.analyses if a.article.metadata.is_digest}
    return gap_words(gap, words, text, digest=not digests.isdisjoint(source))


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
