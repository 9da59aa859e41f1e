"""All names, by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..model import Name, NameKind, Page
from ..text.escape import Inline, Link, front, inline, own
from .citations import CiteRow
from .context import Context, PageContext
from .places import NAMES, name_path
from .registers import KINDS
from .splitting import Piece
from .template import page as make
from .views.cited_sources import cited_sources
from .views.followed import NAME_FEED, followed_names
from .views.name_views import NameView, who
from .views.part_views import PartGroup, grouped, letter_told, paged, part_link
from .views.pointers import Pointer
from .wording import Words

_OPEN = 24  # numbers that stand open


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name with the sources and topics it appears in; `many` where the sources are too many to stand open; `follow`
    is the address of a feed, where several sources have the name."""

    anchor: Link | None
    who: NameView
    many: int
    cites: CiteRow
    topics: tuple[Pointer, ...]
    follow: Link | None


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The names of one kind."""

    id: Link
    title: Inline
    names: tuple[ListedName, ...]


def names(context: Context) -> Iterator[Page]:
    """Every name by kind; of too many for one page, a page a kind or letter, and one that leads to them."""
    page, pieces = PageContext(context, NAMES), context.places.names
    title = page.words.say("names.title")
    groups = () if pieces else tuple(_group(kind, _of(kind, context.brief.facts.names), page) for kind in KINDS)
    yield _page(page, title, groups, {"further": _further(page)} if pieces else {})
    for piece in pieces:
        there = PageContext(context, name_path(piece))
        told = page.words.say(
            "timeline.part", title=page.words.say("names.short"), part=_told(piece, page.words, whole=True)
        )
        group = _group(piece.values[0].kind, piece.values, there)
        made = _page(there, told, (group,), {"whole": there.to(NAMES)})
        yield replace(made, listed=False)


def _page(page: PageContext, title: str, groups: Iterable[NameGroup], values: dict[str, Any]) -> Page:
    words = page.words
    matter = {
        "title": front(title),
        "search": {"boost": 1.15},
        "description": front(words.say("names.description", site=page.all.config.title), 155),
    }
    filled = tuple(group for group in groups if group.names)
    values = {"title": inline(title), "further": (), "whole": None, **values, "groups": filled}
    return make(page.path, "names.md.j2", matter, {**values, "cited": cited_sources(page)}, words)


def _group(kind: NameKind, found: Iterable[Name], page: PageContext) -> NameGroup:
    followed = followed_names(page.all)
    return NameGroup(
        own(f"kind-{kind}"),
        inline(page.words.say(f"names.{kind}")),
        tuple(_named(name, page, name.id in followed) for name in found),
    )


def _further(page: PageContext) -> tuple[PartGroup, ...]:
    """The links to the pages of names, those of a kind together."""
    words = page.words
    return grouped(
        (
            words.say(f"names.{piece.keys[0]}"),
            part_link(_told(piece, words), name_path(piece), len(piece.values), page),
        )
        for piece in page.all.places.names
    )


def _told(piece: Piece[Name], words: Words, whole: bool = False) -> str:
    """`People`, `B`, `B, page 2 of 3`; `People, B` where the kind is to be told too."""
    kind, *rest = piece.keys
    told = [words.say(f"names.{kind}")] if whole or not rest else []
    told += [letter_told(one, words) for one in rest]
    return paged(", ".join(told), piece.number, piece.of, words)


def _of(kind: NameKind, found: Iterable[Name]) -> list[Name]:
    return sorted((n for n in found if n.kind == kind), key=lambda n: (-len(n.sources), n.name.casefold(), n.id))


def _named(name: Name, page: PageContext, followed: bool) -> ListedName:
    return ListedName(
        anchor=page.anchor(name.id),
        who=who(name, page),
        many=int(len(name.sources) > _OPEN),
        cites=page.row_of(name.sources),
        topics=tuple(Pointer(page.all.titles[t], page.topic(t)) for t in name.topics if t in page.all.titles),
        follow=own(f"{'../' * (page.path.count('/') + 1)}{NAME_FEED.format(name.id)}") if followed else None,
    )
