"""Companies, papers and broadcasters across sources: a name and the same name with more words at one end are one, where
only one can be meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ...text.gazetteer import demonyms, is_place
from ...text.name_words import GENERIC, LEGAL_FORMS, MEDIA_KINDS, MEDIA_TITLES, SMALL_GROUPS
from .table import NameEntry, NameTable

_POSSESSIVE = re.compile(r"['’]s?$")


def join_bodies(table: NameTable) -> None:
    """Joins what is left out of a longer name: a legal form and what stands before it ("Kestrel" of "Kestrel Shipping
    Ltd", of a source that has both), a kind of medium ("KRT" of "KRT TV"), a newspaper's town, and a plural
    ending. A body that goes by a common name is that of the one country whose such body any source names."""
    named = [entry for entry in table.entries() if entry.kind in ("organisation", "other")]
    longer: dict[str, list[NameEntry]] = {}
    for entry in named:
        for short in _short_forms(entry):
            longer.setdefault(short.casefold(), []).append(entry)
    for entry in named:
        if _tells(entry.text):
            _join(table, entry, longer.get(entry.text.casefold(), ()))


def _join(table: NameTable, entry: NameEntry, longer: Sequence[NameEntry]) -> None:
    if len({table.root(other.key) for other in longer}) == 1 and any(_fits(entry, other) for other in longer):
        table.join(longer[0].key, entry.key)


def _fits(entry: NameEntry, longer: NameEntry) -> bool:
    """Whether a short form is sure: more than one word of a company is left out only in a source that has them all."""
    lost = len(longer.text.split()) - len(entry.text.split())
    return (
        lost < 2
        or bool(_POSSESSIVE.search(longer.text.removesuffix(entry.text).rstrip()))
        or bool(set(entry.sources) & set(longer.sources))
    )


def _tells(text: str) -> bool:
    """Whether a short form names one thing: no place, no people, no common noun."""
    return not is_place(text) and text.lower() not in demonyms() and text.lower() not in GENERIC


def _short_forms(entry: NameEntry) -> Iterator[str]:
    words = entry.text.split()
    for form in _FORMS:
        yield from form(words)


def _company(words: list[str]) -> Iterator[str]:
    """What stands before a legal form, one word less each time."""
    if words[-1].rstrip(".").lower() in LEGAL_FORMS:
        for count in range(1, len(words)):
            yield " ".join(words[:count])


def _medium(words: list[str]) -> Iterator[str]:
    if len(words) > 1 and words[-1].lower() in MEDIA_KINDS:
        yield " ".join(words[:-1])


def _paper(words: list[str]) -> Iterator[str]:
    if len(words) > 2 and words[-1].lower() in MEDIA_TITLES and is_place(words[0]):
        yield " ".join(words[1:])


def _party(words: list[str]) -> Iterator[str]:
    if len(words) == 2 and words[-1] == "Party":
        yield words[0]


def _owned(words: list[str]) -> Iterator[str]:
    """Without the country: "Fisheries Agency" of "Norway's Fisheries Agency"."""
    for at, word in enumerate(words[:-1], 1):
        if _POSSESSIVE.search(word) and is_place(_POSSESSIVE.sub("", " ".join(words[:at]))):
            yield " ".join(words[at:])


def _group(words: list[str]) -> Iterator[str]:
    """Without what they are: "Kestrel" and "Kestrels" of "Kestrel rebels"."""
    if len(words) > 1 and words[-1] in SMALL_GROUPS:
        yield from (" ".join(words[:-1]), " ".join(words[:-1]) + "s")


def _plural(words: list[str]) -> Iterator[str]:
    if len(words) == 1 and words[0].endswith("s") and not words[0].endswith("ss"):
        yield words[0][:-1]


_FORMS: tuple[Callable[[list[str]], Iterator[str]], ...] = (_company, _medium, _paper, _party, _owned, _group, _plural)
