"""The page of all tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from ..model import Page
from ..text.escape import Inline, Link, front, inline, own
from .context import Context, PageContext
from .periods import told
from .splitting import Piece
from .tags import PATH, Kind, Tag, Tagged, tag_path, tag_pieces, tagged
from .template import page as make
from .views.part_views import PartGroup, grouped, letter_told, paged, part_link
from .views.pointers import Pointer
from .views.source_rows import SourceRow, row
from .wording import Words

_TITLES: Final[dict[Kind, str]] = {
    "topics": "tags.by_topic",
    "publishers": "tags.by_publisher",
    "years": "tags.by_year",
}
_NAMED: Final[dict[Kind, int]] = {"topics": 1, "publishers": 2, "years": 0}  # keys before those of a period


@dataclass(frozen=True, slots=True)
class TaggedPages:
    """A tag with the pages that carry it: a topic's own page, then sources."""

    anchor: Link
    text: Inline
    page: Pointer | None
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class TagGroup:
    """The tags of one kind."""

    id: Link
    title: Inline
    tags: tuple[TaggedPages, ...]


def tags(context: Context) -> Iterator[Page]:
    """The page of all tags: topics in their order, publishers from A to Z, years in theirs; what is not given last. Of
    too many for one page, pages of some tags or of a part of one, and one that leads to them."""
    page, pieces = PageContext(context, PATH), tag_pieces(context)
    title = page.words.say("tags.title")
    if not pieces:
        yield _page(page, title, _kinds(tagged(context), page), {})
        return
    yield _page(page, title, (), {"further": _further(pieces, page)})
    for piece in pieces:
        there = PageContext(context, tag_path(piece))
        told = page.words.say("timeline.part", title=title, part=_told(piece, page.words, whole=True))
        yield replace(_page(there, told, _kinds(piece.values, there), {"whole": there.to(PATH)}), listed=False)


def _page(page: PageContext, title: str, kinds: tuple[TagGroup, ...], values: dict[str, Any]) -> Page:
    matter = {
        "title": front(title),
        "description": front(page.words.say("tags.description", site=page.all.config.title), 155),
        "search": {"boost": 1},
    }
    filled = {"title": inline(title), "further": (), "whole": None, **values, "kinds": kinds}
    return make(page.path, "tags.md.j2", matter, filled, page.words)


def _kinds(held: Iterable[Tagged], page: PageContext) -> tuple[TagGroup, ...]:
    """The tags among `held`, by kind, each with its sources."""
    found: dict[Kind, dict[Tag, list[str]]] = {}
    for one in held:
        sources = found.setdefault(one.kind, {}).setdefault(one.tag, [])
        sources += [one.source] if one.source else []
    return tuple(
        TagGroup(
            own(kind),
            inline(page.words.say(_TITLES[kind])),
            tuple(_tagged(tag, sources, page, kind) for tag, sources in tags.items()),
        )
        for kind, tags in found.items()
    )


def _further(pieces: Iterable[Piece[Tagged]], page: PageContext) -> tuple[PartGroup, ...]:
    return grouped(
        (
            page.words.say(_TITLES[piece.values[0].kind]),
            part_link(_told(piece, page.words), tag_path(piece), len(piece.values), page),
        )
        for piece in pieces
    )


def _told(piece: Piece[Tagged], words: Words, whole: bool = False) -> str:
    """`By topic`, `Rail link, May 2031`, `B`, `Gazette, page 2 of 3`; with the kind before it where the `whole` is to
    be told and no tag tells it."""
    kind = piece.values[0].kind
    _, *keys = piece.keys
    letters = [letter_told(key, words) for key in keys[:1]] if kind == "publishers" and len(keys) == 1 else []
    tags = [piece.values[0].tag.text] if len(keys) >= _NAMED[kind] > 0 else []
    period = told(tuple(keys[_NAMED[kind] :]), words) or (words.say("tags.no_year") if kind == "years" and keys else "")
    parts = [*letters, *tags, *filter(None, [period])]
    if (whole and not tags) or not parts:
        parts.insert(0, words.say(_TITLES[kind]))
    return paged(", ".join(parts), piece.number, piece.of, words)


def _tagged(tag: Tag, sources: Iterable[str], page: PageContext, kind: Kind) -> TaggedPages:
    topic = tag.anchor.removeprefix("topic-") if kind == "topics" else ""
    return TaggedPages(
        own(tag.anchor),
        inline(tag.text, 120),
        Pointer(page.all.titles[topic], page.topic(topic)) if topic else None,
        tuple(row(source, page) for source in sources),
    )
