"""Citations by number: one number a source on each page, in the order in which the page first cites it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..text.escape import Attribute, Inline, Link, own


@dataclass(frozen=True, slots=True)
class Citation:
    """A source's number, which leads to its entry in the list at the foot of the page. `quote` is the id of the words
    cited, and `at` the anchor of their sentence on the page of the source, where there are any; `text` holds the words
    where they stand nowhere on this page."""

    number: int
    href: Link
    quote: Link | None = None
    at: Link | None = None
    text: Attribute | None = None


@dataclass(frozen=True, slots=True)
class CiteRow:
    """The numbers of sources in a row; `more` says how many are left out, where there are too many for a page."""

    numbers: tuple[Citation, ...]
    more: Inline | None = None


class Numbers:
    """What a page has cited so far. `places` holds each source with the sentences cited, by their anchors, and the
    numbers of their paragraphs."""

    def __init__(self) -> None:
        self.places: dict[str, dict[str, int]] = {}
        self._numbers: dict[str, int] = {}

    @property
    def sources(self) -> Sequence[str]:
        """The sources in the order of their numbers."""
        return tuple(self._numbers)

    def known(self, source: str) -> int | None:
        """The number of `source`, None where the page has not cited it."""
        return self._numbers.get(source)

    def of(self, source: str) -> int:
        """The number of `source`, the next free one where it has none yet."""
        number = self._numbers.get(source)
        if number is None:
            number = self._numbers[source] = len(self._numbers) + 1
            self.places[source] = {}
        return number

    def cite(
        self, source: str, quote: str = "", at: str = "", paragraph: int = 0, text: Attribute | None = None
    ) -> Citation:
        """A citation of `source`, and of a sentence of it where one is given."""
        number = self.of(source)
        if at:
            self.places[source].setdefault(at, paragraph)
        return Citation(number, own(f"#source-{number}"), own(quote) if quote else None, own(at) if at else None, text)
