"""All names, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Name, NameKind, Page
from ..text.escape import Inline, Link, front, inline, own
from .citations import CiteRow
from .context import Context, PageContext
from .template import page as make
from .views.cited_sources import cited_sources
from .views.followed import NAME_FEED, followed_names
from .views.name_views import NameView, who
from .views.pointers import Pointer

_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "agreement", "other")
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


def names(context: Context) -> Page:
    """Every name by kind."""
    page = PageContext(context, "names.md")
    words, followed = page.words, followed_names(context)
    groups = tuple(
        NameGroup(
            own(f"kind-{kind}"),
            inline(words.say(f"names.{kind}")),
            tuple(_named(n, page, n.id in followed) for n in found),
        )
        for kind in _KINDS
        if (found := _of(kind, context.brief.facts.names))
    )
    matter = {
        "title": front(words.say("names.title")),
        "search": {"boost": 1.15},
        "description": front(words.say("names.description", site=context.config.title), 155),
    }
    values = {"groups": groups, "cited": cited_sources(page)}
    return make(page.path, "names.md.j2", matter, values, words)


def _of(kind: NameKind, found: Iterable[Name]) -> list[Name]:
    return sorted((n for n in found if n.kind == kind), key=lambda n: (-len(n.sources), n.name.casefold(), n.id))


def _named(name: Name, page: PageContext, followed: bool) -> ListedName:
    return ListedName(
        anchor=page.anchor(name.id),
        who=who(name, page),
        many=int(len(name.sources) > _OPEN),
        cites=page.row_of(name.sources),
        topics=tuple(Pointer(page.all.titles[t], page.topic(t)) for t in name.topics if t in page.all.titles),
        follow=own(f"../{NAME_FEED.format(name.id)}") if followed else None,
    )
