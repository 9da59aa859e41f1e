"""A name as a topic's page and the page of names show it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from ...model import Name
from ...text.escape import Inline, Link, inline
from ..carriers import carriers
from ..context import PageContext
from ..wording import listing


@dataclass(frozen=True, slots=True)
class NameView:
    """A name on a page: its kind where it is of one, its other spellings, and how many sources have it."""

    name: Inline
    abbreviation: Inline | None
    kind: Inline | None
    href: Link
    aliases: Inline | None
    slips: Inline | None
    sources: Inline


def who(name: Name, page: PageContext, among: Container[str] | None = None) -> NameView:
    """A name with its other spellings; one that a single source has against all others is called a slip. `among` are
    the sources to count, all where it is None."""
    usual = [a.text for a in name.aliases if not a.misspelling and a.text != name.abbreviation]
    slips = [
        f"{a.text} ({listing(page.all.labels[s].short for s in a.sources)})" for a in name.aliases if a.misspelling
    ]
    return NameView(
        name=inline(name.name),
        abbreviation=inline(name.abbreviation) if name.abbreviation and name.abbreviation != name.name else None,
        kind=inline(name.kind) if name.kind != "other" else None,
        href=page.to("names.md", name.id),
        aliases=inline(", ".join(usual)) if usual else None,
        slips=inline("; ".join(slips)) if slips else None,
        sources=inline(carriers([s for s in name.sources if among is None or s in among], page)),
    )
