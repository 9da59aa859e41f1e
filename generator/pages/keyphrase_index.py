"""The index: keyphrases from A to Z, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..model import Analysis, Name, Page
from ..text.escape import Inline, Link, front, inline, own
from ..text.ids import slug
from ..text.letters import letter, order
from ..text.pos_tagger import known
from ..text.room import newest
from ..text.words import content_stems
from . import weights
from .carriers import carriers
from .citations import CiteRow
from .context import Context, PageContext
from .splitting import Item, Piece, size, split
from .template import page as make
from .views.cited_sources import cited_sources
from .views.part_views import grouped, letter_told, paged, part_link

PATH = "keyphrases.md"
_PHRASES = 10
_OPEN = 24
_SHORT = 5  # letters of an abbreviation at the most
_NAMED = frozenset({"person", "organisation", "agreement"})

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyphraseEntry:
    """A phrase with its sources; `many` counts them where they are too many to stand open."""

    text: Inline
    many: Inline | None
    cites: CiteRow


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The entries of one letter."""

    id: Link
    title: Inline
    entries: tuple[KeyphraseEntry, ...]


@dataclass(slots=True)
class _Found:
    """A phrase as its first source spells it, capitals throughout only where all do, while sources are gathered."""

    text: str
    sources: dict[str, None]


def index(context: Context) -> Iterator[Page]:
    """The page of all keyphrases. One stands once, however it is capitalised or inflected; one that a single source
    makes of a phrase that several share ("5G link" of "5G") is found under that; what only headlines in capitals hold
    is no phrase of its own. Of too many for one page, a page a letter, and one that leads to them."""
    page = PageContext(context, PATH)
    found = _indexed(context)
    pieces = _pieces(found, context)
    title = page.words.say("keyphrases.title")
    if not pieces:
        yield _page(page, title, found, {})
        return
    links = (("", part_link(_told(piece, page), _path(piece), len(piece.values), page)) for piece in pieces)
    yield _page(page, title, (), {"further": grouped(links)})
    for piece in pieces:
        there = PageContext(context, _path(piece))
        told = page.words.say("timeline.part", title=title, part=_told(piece, page))
        yield replace(_page(there, told, piece.values, {"whole": there.to(PATH)}), listed=False)


def _page(page: PageContext, title: str, found: Iterable[_Found], values: dict[str, Any]) -> Page:
    matter = {
        "title": front(title),
        "description": front(page.words.say("keyphrases.description", site=page.all.config.title), 155),
        "search": {"boost": 1},
    }
    letters = _letters(found, page)
    groups = tuple(_group(letter, entries, page) for letter, entries in sorted(letters.items()))
    values = {"title": inline(title), "further": (), "whole": None, **values, "letters": groups}
    return make(page.path, "keyphrases.md.j2", matter, {**values, "cited": cited_sources(page)}, page.words)


def _indexed(context: Context) -> tuple[_Found, ...]:
    found = _gather(context.brief.analyses)
    _fold(found, {_key(n.name, context.brief.language) for n in context.brief.facts.names if _named(n)})
    spelt = {text for n in context.brief.facts.names for text in (n.name, n.abbreviation, *(a.text for a in n.aliases))}
    return tuple(one for one in found.values() if one.text in spelt or not _shouted(one.text))


def _pieces(found: Iterable[_Found], context: Context) -> tuple[Piece[_Found], ...]:
    """The phrases by letter; none where one page holds all."""
    room, entry, days = context.room, context.places.entries.__getitem__, context.places.days
    ordered = sorted(found, key=lambda one: (order(letter(one.text)), one.text.casefold(), one.text))
    most = 4 * room.numbers
    items = [
        Item(one, weights.keyphrase(one.text, len(known), room), frozenset(newest(known, days, most)))
        for one in ordered
        for known in [tuple(one.sources)]
    ]
    if size(items, entry) <= room.page:
        return ()
    return split(items, (lambda one: letter(one.text),), room.page, entry)


def _told(piece: Piece[_Found], page: PageContext) -> str:
    return paged(letter_told(piece.keys[0], page.words), piece.number, piece.of, page.words)


def _path(piece: Piece[_Found]) -> str:
    return f"keyphrases/{piece.name}.md"


def _letters(found: Iterable[_Found], page: PageContext) -> dict[str, list[_Found]]:
    """The phrases in their order, by the letter that each begins with."""
    letters: dict[str, list[_Found]] = {}
    for one in sorted(found, key=lambda one: (one.text.casefold(), one.text)):
        letters.setdefault(slug(one.text)[:1].upper() or page.words.say("keyphrases.other"), []).append(one)
    return letters


def _named(name: Name) -> bool:
    return name.kind in _NAMED


def _key(phrase: str, language: str) -> Key:
    return content_stems(phrase, language) or (phrase.casefold(),)


def _gather(analyses: Iterable[Analysis]) -> dict[Key, _Found]:
    """The phrases among the first of any source, with every source that has them among its phrases at all."""
    found: dict[Key, _Found] = {}
    having: dict[Key, dict[str, None]] = {}
    for analysis in analyses:
        for rank, phrase in enumerate(analysis.keyphrases):
            key = _key(phrase.phrase, analysis.article.metadata.language or "en")
            having.setdefault(key, {})[analysis.article.id] = None
            if rank < _PHRASES:
                one = found.setdefault(key, _Found(phrase.phrase, having[key]))
                one.text = phrase.phrase if _shouted(one.text) else one.text
    return found


def _shouted(phrase: str) -> bool:
    """Whether a phrase is in capitals that are no abbreviation: "TANKER LEAKS OIL", but neither "NLU" nor "OS X"."""
    return phrase.isupper() and any(len(word) > _SHORT or known(word.lower()) for word in phrase.split())


def _fold(found: dict[Key, _Found], names: set[Key]) -> None:
    shared = {key for key, one in found.items() if len(one.sources) > 1}
    for key in [key for key in found if key not in shared and key not in names]:
        inner = max((part for part in _parts(key) if part in shared), key=lambda p: (len(p), p), default=None)
        if inner:
            found[inner].sources.update(found.pop(key).sources)


def _parts(key: Key) -> Iterator[Key]:
    """Every run of the words of `key` that is shorter than it."""
    for length in range(1, len(key)):
        for start in range(len(key) - length + 1):
            yield key[start : start + length]


def _group(letter: str, found: Iterable[_Found], page: PageContext) -> LetterGroup:
    return LetterGroup(own(f"letter-{slug(letter)}"), inline(letter), tuple(_entry(one, page) for one in found))


def _entry(found: _Found, page: PageContext) -> KeyphraseEntry:
    many = inline(carriers(tuple(found.sources), page)) if len(found.sources) > _OPEN else None
    return KeyphraseEntry(inline(found.text), many, page.row_of(tuple(found.sources)))
