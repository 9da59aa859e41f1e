"""A name as a topic's page and the page of names show it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from ...model import Alias, Name
from ...text.escape import Inline, Link, inline, optional
from ..carriers import carriers
from ..context import PageContext


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
    usual = [alias.text for alias in name.aliases if not alias.misspelling and alias.text != name.abbreviation]
    slips = [_misspelt(alias, page) for alias in name.aliases if alias.misspelling]
    counted = name.sources if among is None else [s for s in name.sources if s in among]
    return NameView(
        name=inline(name.name),
        abbreviation=optional(_unless(name.name, name.abbreviation)),
        kind=optional(None if name.kind == "other" else page.words.say(f"name_kind.{name.kind}")),
        href=page.name(name.id),
        aliases=optional(", ".join(usual)),
        slips=optional("; ".join(slips)),
        sources=inline(carriers(counted, page)),
    )


def _unless(bare: str, text: str | None) -> str | None:
    """`text`, save where it is `bare` and tells no more than that."""
    return None if text == bare else text


def _misspelt(alias: Alias, page: PageContext) -> str:
    """A spelling and the sources that alone have it: `Ravine (Gazette and Observer)`."""
    sources = page.words.listing(page.all.labels[source].short for source in alias.sources)
    return page.words.say("names.slip", name=alias.text, sources=sources)
