"""Likely slips: a spelling that one source has against all the others. It is shown with the name, marked as a slip."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Analysis
from ...text.words import content_stems
from .abbreviations import is_short
from .keys import distance, letters
from .table import NameEntry, NameTable

_SHORTEST = 9  # letters: shorter names of two people differ by less
_CONTEXT = 3  # words that the sentences around both must share


def join_misspellings(table: NameTable, analyses: Sequence[Analysis]) -> frozenset[str]:
    """Joins spellings of several words, of one source, to a name of two other sources or more from which they differ by
    a letter, or where initials are run into a name by two, if both stand among the same words; returns them."""
    around, groups = _Around(analyses), table.groups()
    known = _known(groups)
    found = set()
    for root, group in groups:
        alone = len(_sources(group)) == 1 and any(map(_fit, group))
        target = _target(group, known, around) if alone else None
        if target and table.join(target, root):
            found |= {entry.text for entry in group}
    return frozenset(found)


def _known(groups: Sequence[tuple[str, list[NameEntry]]]) -> dict[str, list[tuple[str, list[NameEntry]]]]:
    """The names of several sources by what their misspellings would share with them."""
    known: dict[str, list[tuple[str, list[NameEntry]]]] = {}
    for root, group in groups:
        if len(_sources(group)) > 1:
            for key in dict.fromkeys(mark for entry in filter(_fit, group) for mark in _marks(entry.text)):
                known.setdefault(key, []).append((root, group))
    return known


def is_misspelling(entry: NameEntry, group: Sequence[NameEntry]) -> bool:
    """Whether a spelling that the settings joined is one source's slip: that source writes the name in no other way,
    and two others or more write it nearly so."""
    others = [other for other in group if other is not entry]
    if len(entry.sources) != 1 or not _fit(entry) or set(entry.sources) & _sources(others):
        return False
    return any(len(other.sources) > 1 and _fit(other) and _near(entry, other) for other in others)


def _sources(group: Sequence[NameEntry]) -> set[str]:
    return {source for entry in group for source in entry.sources}


def _fit(entry: NameEntry) -> bool:
    text = entry.text
    return (
        " " in text
        and len(letters(text)) >= _SHORTEST
        and not any(c.isdigit() for c in text)
        and not is_short(text)
        and text[0].isupper()
    )


def _marks(text: str) -> tuple[str, str, str]:
    """What two spellings that differ by a letter or two share: their first letters, their last, or the first of their
    last word."""
    word = letters(text)
    return "^" + word[:4], word[-4:] + "$", "-" + letters(text.split()[-1])[:4]


def _target(group: list[NameEntry], known: dict[str, list[tuple[str, list[NameEntry]]]], around: _Around) -> str | None:
    found: dict[str, None] = {}
    mine = _sources(group)
    for entry in filter(_fit, group):
        for mark in _marks(entry.text):
            for root, other in known.get(mark, ()):
                if not mine & _sources(other) and any(
                    _near(entry, o) and around.share(entry, o) for o in filter(_fit, other)
                ):
                    found[root] = None
    return next(iter(found)) if len(found) == 1 else None


def _near(one: NameEntry, other: NameEntry) -> bool:
    if one.kind != other.kind and "other" not in (one.kind, other.kind):
        return False
    a, b = letters(one.text), letters(other.text)
    initials = any(len(part.rstrip(".")) == 1 or "." in part[:-1] for part in one.text.split())
    most = 2 if initials and one.kind == "person" else 1
    return a[0] == b[0] and 0 < distance(a, b, most) <= most


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
