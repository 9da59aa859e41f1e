"""The index: keyphrases from A to Z, publishers and years, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Page
from ..text.escape import Inline, Link, front, inline, own
from ..text.ids import slug
from .context import Chip, Context, PageContext
from .template import page as make

_PHRASES = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase, publisher or year with its sources."""

    text: Inline
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one letter."""

    id: Link
    title: Inline
    entries: tuple[Entry, ...]


def index(context: Context) -> Page:
    """The page of all entries; a phrase stands once, however a source capitalises it."""
    page = PageContext(context, "keyphrases.md")
    phrases: dict[str, tuple[str, list[str]]] = {}
    publishers: dict[str, list[str]] = {}
    years: dict[str, list[str]] = {}
    for analysis in context.brief.analyses:
        meta = analysis.article.metadata
        for phrase in analysis.keyphrases[:_PHRASES]:
            phrases.setdefault(phrase.phrase.casefold(), (phrase.phrase, []))[1].append(analysis.article.id)
        publishers.setdefault(meta.publisher or "not given", []).append(analysis.article.id)
        years.setdefault((meta.published or "")[:4] or "undated", []).append(analysis.article.id)
    letters: dict[str, list[tuple[str, list[str]]]] = {}
    for key in sorted(phrases):
        letters.setdefault(slug(key)[:1].upper() or "Other", []).append(phrases[key])
    values = {
        "letters": tuple(_group(letter, found, page) for letter, found in sorted(letters.items())),
        "publishers": _entries(sorted(publishers.items(), key=lambda item: item[0].casefold()), page),
        "years": _entries(sorted(years.items()), page),
    }
    matter = {
        "title": "Index",
        "description": front(f"Keyphrases, publishers and years of the sources of {context.config.title}.", 155),
        "search": {"boost": 0.2},
    }
    return make(page.path, "keyphrases.md.j2", matter, values)


def _group(letter: str, found: Iterable[tuple[str, list[str]]], page: PageContext) -> Group:
    return Group(own(f"letter-{slug(letter)}"), inline(letter), _entries(found, page))


def _entries(found: Iterable[tuple[str, list[str]]], page: PageContext) -> tuple[Entry, ...]:
    return tuple(Entry(inline(text), tuple(page.chip(s) for s in dict.fromkeys(sources))) for text, sources in found)
