"""Likely slips: a spelling that one source has against all the others. It is shown with the name, marked as a slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import Analysis
from ...text.words import content_stems
from .abbreviations import is_short
from .keys import distance, letters
from .spelling_parts import Part, parts_near, parts_of
from .table import NameEntry, NameTable

_SHORTEST = 9  # letters: shorter names of two people differ by less
_CONTEXT = 3  # words that the sentences around both must share


def join_misspellings(table: NameTable, analyses: Sequence[Analysis]) -> frozenset[str]:
    """Joins spellings of several words, of one source, to a name of two other sources or more from which they differ by
    a letter, or where initials are run into a name by two, if both stand among the same words; returns them."""
    around, groups = _Around(analyses), table.groups()
    known = _Known(groups)
    found = set()
    for root, group in groups:
        alone = len(_sources(group)) == 1
        target = _target(group, known, around) if alone else None
        if target and table.join(target, root):
            found |= {entry.text for entry in group}
    return frozenset(found)


class _Known:
    """The names of several sources, found by a part of a spelling that a letter or two elsewhere leave as it is."""

    def __init__(self, groups: Sequence[tuple[str, list[NameEntry]]]) -> None:
        self._sources: dict[str, set[str]] = {}
        self._marks: dict[str, set[str]] = {}
        self._by_part: dict[Part, list[tuple[str, _Spelling]]] = {}
        for root, group in groups:
            sources = _sources(group)
            spelled = [_Spelling(entry) for entry in group if _fit(entry)] if len(sources) > 1 else ()
            for spelling in spelled:
                self._sources[root] = sources
                self._marks.setdefault(root, set()).update(_marks(spelling.text, spelling.letters))
                for part in parts_of(spelling.letters):
                    self._by_part.setdefault(part, []).append((root, spelling))

    def near(self, one: _Spelling, source: str) -> Iterator[tuple[str, NameEntry]]:
        """Each spelling, with the root of its name, of which `one` of a `source` without that name may be a slip."""
        marks, seen = _marks(one.text, one.letters), set[int]()
        for part in parts_near(one.letters, one.most):
            for root, spelling in self._by_part.get(part, ()):
                if id(spelling) in seen:
                    continue
                seen.add(id(spelling))
                if (
                    _near(one, spelling)
                    and source not in self._sources[root]
                    and not self._marks[root].isdisjoint(marks)
                ):
                    yield root, spelling.entry


def slips(group: Sequence[NameEntry]) -> frozenset[str]:
    """The spellings of a name, some joined by the settings, that are one source's slip: that source writes the name in
    no other way, and two others or more write it nearly so."""
    fit = [_Spelling(entry) for entry in group if _fit(entry)] if len(group) > 1 else []
    shared = [one for one in fit if len(one.entry.sources) > 1]
    return frozenset(one.text for one in _alone(fit, group) if any(_near(one, other) for other in shared))


def _alone(fit: Sequence[_Spelling], group: Sequence[NameEntry]) -> list[_Spelling]:
    """Those that one source has, which writes the name of the `group` in no other way."""
    written = Counter(source for entry in group for source in entry.sources)
    return [one for one in fit if [written[source] for source in one.entry.sources] == [1]]


def _sources(group: Sequence[NameEntry]) -> set[str]:
    return {source for entry in group for source in entry.sources}


def _fit(entry: NameEntry) -> bool:
    text = entry.text
    return (
        " " in text
        and text[0].isupper()
        and len(letters(text)) >= _SHORTEST
        and not any(c.isdigit() for c in text)
        and not is_short(text)
    )


def _marks(text: str, word: str) -> tuple[str, str, str]:
    """What two spellings that differ by a letter or two share: their first letters, their last, or the first of their
    last word."""
    return "^" + word[:4], word[-4:] + "$", "-" + letters(text.split()[-1])[:4]


def _target(group: Sequence[NameEntry], known: _Known, around: _Around) -> str | None:
    found: dict[str, None] = {}
    for entry in filter(_fit, group):
        for root, other in known.near(_Spelling(entry), entry.sources[0]):
            if root not in found and around.share(entry, other):
                found[root] = None
    return next(iter(found)) if len(found) == 1 else None


class _Spelling:
    """A spelling with its letters, and how many of them a slip of it may have otherwise."""

    __slots__ = ("entry", "kind", "letters", "most", "text")

    def __init__(self, entry: NameEntry) -> None:
        self.entry, self.text, self.kind = entry, entry.text, entry.kind
        self.letters = letters(entry.text)
        initials = any(len(part.rstrip(".")) == 1 or "." in part[:-1] for part in entry.text.split())
        self.most = 2 if initials and entry.kind == "person" else 1


def _near(one: _Spelling, other: _Spelling) -> bool:
    if one.kind != other.kind and "other" not in (one.kind, other.kind):
        return False
    a, b = one.letters, other.letters
    return a[0] == b[0] and a != b and distance(a, b, one.most) <= one.most


class _Around:
    """The telling words of the sentences in which, and next to which, a spelling stands."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._sentences = {a.article.id: a.sentences for a in analyses}

    def share(self, one: NameEntry, other: NameEntry) -> bool:
        """Whether two spellings stand among the same words."""
        own = set(content_stems(f"{one.text} {other.text}"))
        return len((self._words(one) & self._words(other)) - own) >= _CONTEXT

    def _words(self, entry: NameEntry) -> set[str]:
        found: set[str] = set()
        for source, index in entry.places[:20]:
            for sentence in self._sentences[source][max(0, index - 1) : index + 2]:
                found.update(content_stems(sentence.text))
        return found
