"""What each name of an article is a name of: what most of its places say, and a surname what its full name is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set

from ...model import NameKind
from ...text.personal_names import family_first
from ...text.pos_tagger import lexical
from .name_kind import personal


def elect(votes: Iterable[tuple[str, NameKind]], things: Mapping[str, NameKind]) -> dict[str, NameKind]:
    """The kind of each name by the (name, kind) of its places, and of the surnames of people, told alone or not. What
    is among `things` is no person, whatever its other places say."""
    counted: dict[str, Counter[NameKind]] = {}
    for name, kind in votes:
        counted.setdefault(name, Counter())[kind] += 1
    kinds = {name: _elected(vote) for name, vote in counted.items()}
    kinds |= {name: kind for name, kind in things.items() if kinds[name] in ("person", "other")}
    kinds |= dict.fromkeys(
        _called({n for n, kind in kinds.items() if kind == "other"} - things.keys(), kinds), "person"
    )
    full = [name for name, kind in kinds.items() if " " in name and kind == "person"]
    surnames = dict.fromkeys(map(_surname, full))  # told nowhere but in a headline, perhaps
    return kinds | {name: "person" for name in surnames if kinds.get(name, "other") == "other"}


def _called(unsure: Iterable[str], kinds: Mapping[str, NameKind]) -> list[str]:
    """The names of no kind yet that the article calls as it does a person, and their surnames."""
    return [one for name in unsure if _calls_by_surname(name, kinds.keys()) for one in (name, name.split()[-1])]


def _elected(vote: Counter[NameKind]) -> NameKind:
    """The commonest kind that says something."""
    telling = [(count, kind) for kind, count in vote.items() if kind != "other"]
    return max(telling)[1] if telling else "other"


def _surname(name: str) -> str:
    words = name.split()
    return words[0] if family_first(words) else words[-1]


def _calls_by_surname(name: str, named: Set[str]) -> bool:
    """Whether the article calls `name` by its last word too, as it does a person, and not by its first."""
    words = name.split()
    return len(words) > 1 and words[-1] in named and words[0] not in named and _looks_personal(words)


def _looks_personal(parts: list[str]) -> bool:
    nouns = lexical(parts[-1].lower()) == "N" and lexical(parts[0].lower()) == "N"
    return len(parts) in (2, 3) and personal(parts) and nouns
