"""The list at the foot of a page: each source that it cites, by its number, with what it adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from ...text.escape import Inline, Link, inline, link, optional, own
from ..budget import words_in
from ..context import PageContext
from ..wording import shorten
from .pointers import Pointer
from .publisher_views import publisher_told
from .source_rows import publisher_of

_TITLE_WORDS = 10


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source with its number as `anchor`. `who` says publisher and day; `places` lead to the sentences that the page
    cites; `notes` say what it adds; `original` is the publisher's page; `digest` is 1 for an account of a report."""

    anchor: Link
    title: Inline
    href: Link
    who: Inline
    places: tuple[Pointer, ...]
    notes: Inline | None
    original: Link | None
    digest: int


def cited_sources(page: PageContext, alone: Mapping[str, int] | None = None) -> tuple[CitedSource, ...]:
    """The sources that `page` has cited so far: to be asked when all else of the page is made. `alone` says of how
    many statements each is the only source, where the page tells that."""
    return tuple(
        _cited(number, source, page, (alone or {}).get(source, 0))
        for number, source in enumerate(page.numbers.sources, start=1)
    )


def cost(view: CitedSource) -> int:
    """How many words a reader sees of a source in the list; the numbers of its paragraphs stand as one."""
    return words_in(view.title, view.who, view.notes) + (3 if view.places else 0) + 1


def _cited(number: int, source: str, page: PageContext, alone: int) -> CitedSource:
    meta = page.all.analyses[source].article.metadata
    label = page.all.labels[source]
    return CitedSource(
        anchor=own(f"source-{number}"),
        title=inline(shorten(label.full, _TITLE_WORDS)),
        href=page.source(source),
        who=inline(_who(source, page)),
        places=_places(source, page),
        notes=optional(", ".join(_notes(source, page, alone))),
        original=None if label.digest else link(meta.url),
        digest=int(label.digest),
    )


def _places(source: str, page: PageContext) -> tuple[Pointer, ...]:
    """The sentences cited, each by its paragraph: `1`, `1b`, `4`."""
    if not page.all.places.has_page(source):
        return ()
    found: dict[int, list[str]] = {}
    for at, paragraph in page.numbers.places[source].items():
        found.setdefault(paragraph, []).append(at)
    return tuple(
        Pointer(inline(f"{paragraph}{_letter(place)}"), page.source(source, at))
        for paragraph in sorted(found)
        for place, at in enumerate(found[paragraph])
    )


def _letter(place: int) -> str:
    """Nothing for the first sentence of a paragraph, then `b`, `c` …"""
    return ascii_lowercase[place % len(ascii_lowercase)] if place else ""


def _who(source: str, page: PageContext) -> str:
    """`AP (United States), 17 November 2021`: who published it, what is known of him, and when."""
    meta = page.all.analyses[source].article.metadata
    known = publisher_told(meta.publisher, page)
    name = publisher_of(source, page) + (f" ({known})" if known else "")
    return f"{name}, {page.words.date(meta.published)}"


def _notes(source: str, page: PageContext, alone: int) -> list[str]:
    """What a source adds to the page, and of which other it is a version."""
    words = page.words
    notes = [words.say("cited.alone", alone)] if alone else []
    original = page.all.copies.get(source)
    if original:
        number = page.numbers.known(original)
        told = f"[{number}]" if number else page.all.labels[original].short
        notes.append(words.say("cited.version", of=told))
    return notes
