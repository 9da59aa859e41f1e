"""All spellings of all sources, and which of them are one name, save what the settings keep apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Analysis, NameKind
from ...text.union_find import UnionFind
from .keys import spelling_key
from .mentions import mentions


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One spelling of one name: the sources that use it so in order, how often, as what, and in which (source,
    sentence). A surname alone has the key of the full name that it stands for."""

    key: str
    text: str
    sources: tuple[str, ...]
    count: int
    kinds: tuple[tuple[NameKind, int], ...]
    places: tuple[tuple[str, int], ...]

    @property
    def kind(self) -> NameKind:
        """The commonest kind that tells something."""
        telling = [(count, kind) for kind, count in self.kinds if kind != "other"]
        return max(telling)[1] if telling else "other"


class NameTable:
    """The spellings by key. `apart` maps a name to the spellings that are never joined to it."""

    def __init__(self, analyses: Sequence[Analysis], apart: Mapping[str, Sequence[str]]) -> None:
        self._alone = {text for texts in apart.values() for text in texts}
        self._entries = self._read(analyses)
        self._names = UnionFind[str]()
        self._members: dict[str, set[str]] = {}  # of each name of more than one key, by its root
        self._apart: dict[str, set[str]] = {}
        for name, texts in apart.items():
            self._apart.setdefault(self.key(name), set()).update(map(self.key, texts))

    def key(self, text: str) -> str:
        """The key of a spelling; its own where the settings keep it apart from a name."""
        return f"!{text}" if text in self._alone else spelling_key(text)

    def entries(self) -> Sequence[NameEntry]:
        """Every spelling, in the order in which the sources bring them up."""
        return self._entries

    def root(self, key: str) -> str:
        """The key that stands for the name that `key` belongs to."""
        return self._names.root(key)

    def join(self, one: str, other: str) -> bool:
        """Makes the names of two keys one, unless the settings keep them apart; whether they are one now."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return True
        mine, theirs = self._members.get(a, {a}), self._members.get(b, {b})
        if self._apart.get(a, set()) & theirs or self._apart.get(b, set()) & mine:
            return False
        self._names.join(a, b)
        self._members[a] = mine | theirs
        if b in self._apart:
            self._apart.setdefault(a, set()).update(self._apart.pop(b))
        return True

    def groups(self) -> list[tuple[str, list[NameEntry]]]:
        """Each name as its root and its spellings, in the order in which the sources bring them up."""
        found: dict[str, list[NameEntry]] = {}
        for entry in self._entries:
            found.setdefault(self.root(entry.key), []).append(entry)
        return list(found.items())

    def _read(self, analyses: Sequence[Analysis]) -> list[NameEntry]:
        kinds: dict[tuple[str, str], Counter[NameKind]] = {}
        places: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for analysis in analyses:
            for mention in mentions(analysis):
                spelled = self.key(mention.text if mention.text in self._alone else mention.full), mention.text
                kinds.setdefault(spelled, Counter())[mention.kind] += 1
                places.setdefault(spelled, []).append((analysis.article.id, mention.sentence))
        return [
            NameEntry(key, text, tuple(dict.fromkeys(source for source, _ in spots)), len(spots),
                  tuple(sorted(kinds[key, text].items())), tuple(spots))
            for (key, text), spots in places.items() if key
        ]  # fmt: skip
