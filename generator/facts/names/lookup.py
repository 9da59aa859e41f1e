"""Names by their spellings: which name a spelling in one source stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Analysis, Name
from .keys import spelling_key
from .mentions import mentions

_LONGEST, _NAME = 14, 7  # words of a description, and of a name within, that are looked at
_OFFICE = re.compile(r"\b(?:minister|secretary)\b(?= of| for|$)", re.I)
_POSSESSIVE = re.compile(r"['’]s?$")


_Span = tuple[int, int, Name]


class Lookup:
    """The names of all sources by spelling. Of two names with one spelling, that of the source in which it stands."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_key: dict[str, dict[str, tuple[Name, frozenset[str]]]] = {}
        self._by_words: dict[str, Name] = {}
        for name in names:
            for spelling, sources in _spellings(name):
                self._by_key.setdefault(spelling_key(spelling), {})[name.id] = name, frozenset(sources)
                if name.kind in ("person", "organisation") or (name.kind == "other" and " " in spelling):
                    self._by_words.setdefault("".join(map(spelling_key, spelling.split())), name)

    def spelled(self, text: str, source: str) -> Name | None:
        """The name that is written like `text`, the one of `source` where there are two; None where that leaves two."""
        found = list(self._by_key.get(spelling_key(text), {}).values())
        if len(found) > 1:
            found = [(name, sources) for name, sources in found if source in sources]
        return found[0][0] if len(found) == 1 else None

    def within(self, text: str, source: str) -> Name | None:
        """Whom a description names: the person in it; else the body that another's possessive leads to, or the longest
        name. Of two sides that "and" joins, the first."""
        words = text.split()[:_LONGEST]
        spans = _first_side(words, list(self._spans([_POSSESSIVE.sub("", word) for word in words], source)))
        people = sorted((span for span in spans if span[2].kind == "person"), key=lambda span: -span[1])
        owned = [span for span in spans if span[0] and _POSSESSIVE.search(words[span[0] - 1])]
        return next((name for _, _, name in (*people, *owned, *spans)), None)

    def _spans(self, words: list[str], source: str) -> Iterator[_Span]:
        """The names in a description, the longest first, none within another."""
        keys = [spelling_key(_OFFICE.sub("ministry", word)) for word in words]
        taken: set[int] = set()
        for length in range(min(len(words), _NAME), 0, -1):
            for first in range(len(words) - length, -1, -1):
                span = set(range(first, first + length))
                name = None if span & taken else self._by_words.get("".join(keys[first : first + length]))
                if name and not (length == 1 and words[first].islower()):  # "it" is not "IT"
                    taken |= span
                    alone = self.spelled(words[first], source) if length == 1 else name
                    if alone:
                        yield first, first + length, alone


def _first_side(words: list[str], spans: list[_Span]) -> list[_Span]:
    """The names on the first side of "and", or the one that holds it: "Ministry of Trade and Ports"."""
    link = words.index("and") if "and" in words else len(words)
    across = [span for span in spans if span[0] < link < span[1]]
    return across[:1] or [span for span in spans if span[1] <= link] or spans


def _spellings(name: Name) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield name.name, name.sources
    for alias in name.aliases:
        yield alias.text, alias.sources
    if name.abbreviation:
        yield name.abbreviation, name.sources


def named(analysis: Analysis, lookup: Lookup) -> tuple[tuple[int, int, int, Name], ...]:
    """(sentence, start, end, name) of each mention of a document that is a name, in text order. Offsets are those of
    the paragraph."""
    source = analysis.article.id
    found = []
    for written, mention in zip(analysis.names, mentions(analysis), strict=True):
        name = lookup.spelled(mention.full, source)
        if name:
            found.append((mention.sentence, written.start, written.end, name))
    return tuple(found)
