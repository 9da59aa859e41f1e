"""One thing, two terms: a "connectivity" pillar here and a "communication" pillar there, an "initiative" here and an
"agreement" there; and one name, spelt in one source unlike in all others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ...model import Name
from ...text.matching import singular
from ...text.words import normal, stopwords
from ..build import Evidence
from ..lexicons import lexicons
from ..tokens import PlacedWord, words
from .sides import Found, Side, phrase

_RARE = 6  # a head noun in more statements than this is not rare
_ACRONYM = r"\b(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z]\w*)\b"
_CAPITALS = re.compile(_ACRONYM)
_OWNER_BEFORE = re.compile(rf"({_ACRONYM})(?:[’']s?)?\)?\s$")
_OWNER_AFTER = re.compile(rf"\s(?:of|in|under)\s(?:the\s)?(?:[\w’'-]+\s){{0,6}}?\(?({_ACRONYM})")
_INITIAL = re.compile(r"\b[A-Z]\.\s")
_REACH = 120  # characters beside a noun in which what it belongs to stands


@dataclass(frozen=True, slots=True)
class _Noun:
    """A head noun with the words before it that tell which it is."""

    told: Evidence
    head: str
    before: tuple[str, ...]
    start: int
    end: int


def find(groups: Sequence[Sequence[Evidence]]) -> list[Found]:
    """Differences of terms: other modifiers of one rare noun for a part of what one acronym names, within a fact; and
    instruments of two classes called by the same words, anywhere."""
    nouns = [
        [noun for told in group if shared or told.instruments for noun in _nouns(told)]
        for group in groups
        for shared in [len({told.quote.source for told in group}) > 1]
    ]
    flat = [noun for group in nouns for noun in group]
    count = Counter(head for head, _ in {(noun.head, noun.told.quote.id) for noun in flat})
    return [found for group in nouns for found in _modifiers(group, count)] + _instruments(flat)


def _nouns(told: Evidence) -> Iterator[_Noun]:
    """Nouns with their modifiers: a run of content words, ended by a function word or a mark; its last is the head."""
    text, run = told.quote.text, list[PlacedWord]()
    for word in [*words(text), None]:
        joined = word and run and not text[run[-1].end : word.start].strip(" -\u00a0")
        content = word and _nominal(word.text)
        if run and not (joined and content):
            if len(run) > 1:
                before = tuple(singular(w.text) for w in run[-4:-1])
                yield _Noun(told, singular(run[-1].text), before, run[-len(before) - 1].start, run[-1].end)
            run = []
        if word and content:
            run.append(word)


@lru_cache(maxsize=50_000)
def _nominal(word: str) -> bool:
    """Whether a word may be a noun or stand before one: no function word, finite verb, participle or adverb."""
    return word not in stopwords() and word not in lexicons().finite and not word.endswith("ed")


def _modifiers(nouns: Sequence[_Noun], count: Counter[str]) -> Iterator[Found]:
    by_head: dict[str, list[_Noun]] = defaultdict(list)
    for noun in nouns:
        if count[noun.head] <= _RARE and noun.head not in lexicons().common:
            by_head[noun.head].append(noun)
    same = lexicons().synonyms
    for held in by_head.values():
        told_by = {same.get(noun.before[-1], noun.before[-1]): noun for noun in held}
        owners = set.intersection(*(_owners(noun) for noun in held))
        if len(told_by) > 1 and owners:
            yield _found([_last(noun) for noun in held])


def _last(noun: _Noun) -> _Noun:
    """The noun with its last modifier alone."""
    text = noun.told.quote.text[noun.start : noun.end]
    return replace(noun, start=noun.start + words(text)[-2].start)


def _owners(noun: _Noun) -> set[str]:
    """The acronyms of what a noun in the singular names one part: "the IPOI's trade pillar", "the trade pillar of the
    Oceans Initiative (IPOI)". What is only told beside an acronym, or is many things, is no name: "download speeds"
    and "broadband speeds" are one thing in other words."""
    text = noun.told.quote.text
    last = text[noun.start : noun.end].split()[-1].lower()
    if last != noun.head:
        return set()
    before, after = text[max(0, noun.start - _REACH) : noun.start], text[noun.end : noun.end + _REACH]
    beside = [found[1] for found in (_OWNER_BEFORE.search(before), _OWNER_AFTER.match(after)) if found]
    return {*_CAPITALS.findall(text[noun.start : noun.end]), *beside}


def _instruments(nouns: Sequence[_Noun]) -> list[Found]:
    """Instruments of two classes that two words or more tell from others alike."""
    known = {singular(word): kind for word, kind in lexicons().instruments.items()}
    groups: list[list[_Noun]] = []
    for noun in (n for n in nouns if n.head in known and len(n.before) > 1):
        own = set(noun.before) - lexicons().common
        mine = next((g for g in groups if len(own & set(g[0].before)) > 1), None)
        if mine is None:
            groups.append([noun])
        else:
            mine.append(noun)
    return [_found(group) for group in groups if len({known[noun.head] for noun in group}) > 1]


def _found(nouns: Sequence[_Noun]) -> Found:
    sides = tuple(
        Side(noun.told.quote.text[noun.start : noun.end].lower(), noun.told, phrase(noun.told, noun.start, noun.end))
        for noun in nouns
    )
    first = min(sides, key=lambda s: (s.told.doc, s.quote.start))
    return Found("wording", "What it is called", first.value, sides)


def _spelling(name: str) -> str:
    """A name without initials and spaces: "James P. Kennel" is spelt as "James Kennel" is."""
    return normal(_INITIAL.sub("", name))


def misspellings(groups: Sequence[Sequence[Evidence]], names: Sequence[Name]) -> list[Found]:
    """A difference for each name that one source spells unlike all others."""
    told = [t for group in groups for t in group]
    out = []
    for name in names:
        for alias in (a for a in name.aliases if a.misspelling):
            odd = [t for t in told if t.quote.source in alias.sources and alias.text in t.quote.text]
            usual = [t for t in told if t.quote.source not in alias.sources and name.name in t.quote.text]
            if odd and usual and _spelling(alias.text) != _spelling(name.name):
                sides = [Side(name.name, t, t.quote) for t in usual] + [Side(alias.text, t, t.quote) for t in odd]
                out.append(Found("name", "How a name is spelt", name.name, tuple(sides)))
    return out
