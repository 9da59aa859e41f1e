"""All names, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Name, Page
from ..text.escape import Inline, Link, front, inline, own
from .context import Chip, Context, PageContext
from .pictures import Picture
from .template import page as make
from .views.figure_markup import figure
from .views.name_views import NameView, who
from .views.pointers import Pointer

_KINDS = {
    "person": "People",
    "organisation": "Organisations",
    "agreement": "Agreements and initiatives",
    "place": "Places",
    "other": "Others",
}
_OPEN = 3


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name with the sources and topics it appears in; `many` where the sources are too many to stand open."""

    anchor: Link | None
    who: NameView
    many: int
    chips: tuple[Chip, ...]
    topics: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The names of one kind."""

    id: Link
    title: Inline
    names: tuple[ListedName, ...]


def names(context: Context, pictures: dict[str, Picture]) -> Page:
    """Every name by kind."""
    page = PageContext(context, "names.md")
    groups = tuple(
        NameGroup(own(f"kind-{kind}"), inline(title), tuple(_named(n, page) for n in found))
        for kind, title in _KINDS.items()
        if (found := _of(kind, context.brief.facts.names))
    )
    return make(
        page.path,
        "names.md.j2",
        {
            "title": "Names",
            "search": {"boost": 2.5},
            "description": front(f"Who and what the sources of {context.config.title} name, with every spelling.", 155),
        },
        {"groups": groups, "picture": figure(pictures.get("names-together"), page)},
        page.words,
    )


def _of(kind: str, found: Iterable[Name]) -> list[Name]:
    return sorted((n for n in found if n.kind == kind), key=lambda n: (-len(n.sources), n.name.casefold(), n.id))


def _named(name: Name, page: PageContext) -> ListedName:
    anchor = page.anchor(name.id)
    topics = tuple(Pointer(page.all.titles[t], page.topic(t)) for t in name.topics if t in page.all.titles)
    return ListedName(
        anchor, who(name, page), int(len(name.sources) > _OPEN), tuple(page.chip(s) for s in name.sources), topics
    )
