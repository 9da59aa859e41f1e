"""Names across sources: the spellings of one person, organisation, place or agreement as one name.

What joins, surest first: the settings; one key (case, hyphens, a country's names); a long form and its bracketed
abbreviation; the same telling words in another order; an abbreviation with one possible long form; a surname or an
initial with one possible bearer. A spelling that one source has against all others is joined and marked as a slip.
Two people who share a surname are never one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...config import Config, NameRule
from ...model import Alias, Analysis, Name, NameKind, Topics
from ...text.ids import unique_slugs
from ...text.personal_names import parse
from .abbreviations import is_short, join_short, pairs
from .bodies import join_bodies
from .keys import bag_key
from .misspellings import join_misspellings, slips
from .people import join_people
from .table import NameEntry, NameTable

__all__ = ["join_names"]

_OWNED = re.compile(r"^(?:[A-Z][\w.]* ?)+['’]s? ")  # "Norway's Fisheries Agency"


def join_names(analyses: Sequence[Analysis], topics: Topics, config: Config) -> tuple[Name, ...]:
    """The names of all sources, those of most sources first. The fullest spelling is the name; the others are its
    aliases, with the sources that use them."""
    table = NameTable(analyses, {rule.name: rule.exclude for rule in config.names})
    bracketed = pairs(analyses)
    for rule in config.names:
        for alias in rule.aliases:
            table.join(table.key(rule.name), table.key(alias))
    short = join_short(table, bracketed)
    _join_bags(table)
    join_bodies(table)
    doubtful = join_people(table)
    misspellings = join_misspellings(table, analyses)
    return _named(table, short, misspellings, topics, config, doubtful)


def _join_bags(table: NameTable) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for entry in table.entries():
        meant = entry.key != table.key(entry.text)  # a short form that its document makes clear
        if meant or is_short(entry.text) or entry.kind == "place":
            continue
        # A person's name is no plural: "Ana Peters" is not "Ana Peter".
        bag = tuple(sorted(entry.text.casefold().split())) if entry.kind == "person" else bag_key(entry.text)
        if bag and seen.setdefault(bag, entry.key) != entry.key:
            table.join(seen[bag], entry.key)


def _named(
    table: NameTable,
    short: Mapping[str, str],
    misspellings: frozenset[str],
    topics: Topics,
    config: Config,
    doubtful: frozenset[str],
) -> tuple[Name, ...]:
    rules = {table.root(table.key(rule.name)): rule for rule in config.names}
    spoken = _topics_by_sentence(topics)
    groups = [(root, group) for root, group in table.groups() if root in rules or _worth(group, doubtful)]
    shared = _shared(group for _, group in groups)
    named = [(_main(group, rules.get(root), misspellings, shared), root, group) for root, group in groups]
    ids = unique_slugs([(name, root) for name, root, _ in named])
    order = tuple(dict.fromkeys(coverage.topic for coverage in topics.coverage))
    found = [
        _name(i, name, group, rules.get(root), short, misspellings, _topics_of(group, spoken, order))
        for i, (name, root, group) in zip(ids, named, strict=True)
    ]
    return tuple(sorted(found, key=lambda n: (-len(n.sources), n.name.casefold(), n.id)))


def _shared(groups: Iterable[Sequence[NameEntry]]) -> frozenset[str]:
    """The spellings that several names have."""
    texts = Counter(text for group in groups for text in {entry.text for entry in group})
    return frozenset(text for text, count in texts.items() if count > 1)


def _worth(group: Sequence[NameEntry], doubtful: frozenset[str]) -> bool:
    """Whether a group is a name a reader may look for. A word in a capital that stands once, an agreement called by
    ordinary words in one source alone, and a surname that can be two people's, are none."""
    sources = {source for entry in group for source in entry.sources}
    if all(entry.key in doubtful for entry in group):
        return False
    if all(entry.text == entry.text.lower() for entry in group):
        return len(sources) > 1
    single = all(entry.kind == "other" and " " not in entry.text for entry in group)
    return not single or len(sources) > 1 or sum(entry.count for entry in group) > 1


def _main(
    group: Sequence[NameEntry], rule: NameRule | None, misspellings: frozenset[str], shared: frozenset[str]
) -> str:
    """The fullest spelling: the most words, then the most sources and places, capitals before none, without a style or
    a country's possessive; none that is `shared` by several names, where another is at hand."""
    if rule:
        return rule.name
    fit = [entry for entry in group if entry.text not in misspellings] or list(group)
    fit = [entry for entry in fit if entry.text not in shared] or fit
    named = any(" " in entry.text and entry.text != entry.text.lower() for entry in fit)
    return min(fit, key=lambda entry: _rank(entry, named)).text


def _rank(entry: NameEntry, named: bool) -> tuple[bool, bool, bool, bool, bool, int, bool, int, int, str]:
    """How well a spelling names its group, the best lowest. `named` where a spelling of several words has capitals."""
    text, words = entry.text, entry.text.replace("-", " ").split()
    lower = named and text == text.lower()
    styled = entry.kind == "person" and bool(parse(text).style)
    owned = entry.kind == "organisation" and bool(_OWNED.match(text))
    shouted = text.isupper() and not is_short(text)
    initial = any(len(word.rstrip(".")) == 1 for word in words)
    return is_short(text), lower, shouted, styled, owned, -len(words), initial, -len(entry.sources), -entry.count, text


def _name(
    name_id: str, name: str, group: Sequence[NameEntry], rule: NameRule | None, short: Mapping[str, str],
    misspellings: frozenset[str], topics: tuple[str, ...],
) -> Name:  # fmt: skip
    aliases = tuple(_aliases([entry for entry in group if entry.text != name], group, misspellings))
    sources = tuple(dict.fromkeys(s for entry in group for s in entry.sources))
    kind = rule.kind if rule and rule.kind else kind_of(group)
    abbreviation = next((_one(short[e.text]) for e in group if e.text in short), None)
    return Name(
        name_id, name, kind, aliases, tuple(sorted(sources)), abbreviation if abbreviation != name else None, topics
    )


def _aliases(others: Sequence[NameEntry], group: Sequence[NameEntry], misspellings: frozenset[str]) -> Iterator[Alias]:
    """The other spellings, each once, those of most sources first."""
    by_text: dict[str, list[NameEntry]] = {}
    for entry in others:
        by_text.setdefault(entry.text, []).append(entry)
    sources = {text: tuple(dict.fromkeys(s for e in same for s in e.sources)) for text, same in by_text.items()}
    count = {text: sum(e.count for e in same) for text, same in by_text.items()}
    slipped = misspellings | slips(group) if by_text else misspellings
    for text in sorted(by_text, key=lambda text: (-len(sources[text]), -count[text], text)):
        yield Alias(text, sources[text], text in slipped)


def _one(abbreviation: str) -> str:
    """An abbreviation without a plural ending."""
    return abbreviation[:-1] if abbreviation[-1] == "s" and abbreviation[:-1].isupper() else abbreviation


def kind_of(group: Sequence[NameEntry]) -> NameKind:
    """The kind that most places of a group tell; "other" only where none tells more."""
    votes: dict[NameKind, int] = {}
    for entry in group:
        for kind, count in entry.kinds:
            votes[kind] = votes.get(kind, 0) + count
    telling = [(count, kind) for kind, count in votes.items() if kind != "other"]
    return max(telling)[1] if telling else "other"


def _topics_by_sentence(topics: Topics) -> dict[tuple[str, int], tuple[str, ...]]:
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for coverage in topics.coverage:
        for sentence in coverage.sentences:
            spot = (coverage.source, sentence)
            found[spot] = (*found.get(spot, ()), coverage.topic)
    return found


def _topics_of(
    group: Sequence[NameEntry], spoken: Mapping[tuple[str, int], tuple[str, ...]], order: Sequence[str]
) -> tuple[str, ...]:
    mine = {topic for entry in group for place in entry.places for topic in spoken.get(place, ())}
    return tuple(topic for topic in order if topic in mine)
