"""One thing, two terms: a "connectivity" pillar here and a "communication" pillar there, an "initiative" here and an
"agreement" there; and one name, spelt in one source unlike in all others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from ...model import Alias, Name
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
_WORD = re.compile(r"\w+")
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
    nouns = [_nouns_of(group) for group in groups]
    flat = [noun for group in nouns for noun in group]
    count = Counter(head for head, _ in {(noun.head, noun.told.quote.id) for noun in flat})
    return [found for group in nouns for found in _modifiers(group, count)] + _instruments(flat)


def _nouns_of(group: Sequence[Evidence]) -> list[_Noun]:
    """The nouns of a fact: of every statement where sources share it, else of those that name an instrument."""
    shared = len({told.quote.source for told in group}) > 1
    return [noun for told in group if shared or told.instruments for noun in _nouns(told)]


def _nouns(told: Evidence) -> Iterator[_Noun]:
    """Nouns with their modifiers: a run of content words, ended by a function word or a mark; its last is the head."""
    for run in _content_runs(told.quote.text):
        if len(run) > 1:
            before = tuple(singular(word.text) for word in run[-4:-1])
            yield _Noun(told, singular(run[-1].text), before, run[-len(before) - 1].start, run[-1].end)


def _content_runs(text: str) -> Iterator[list[PlacedWord]]:
    """Words that may be nouns or stand before one, in runs with nothing but spaces and hyphens between."""
    run: list[PlacedWord] = []
    for word in words(text):
        content = _nominal(word.text)
        if run and not (content and _joined(text, run[-1], word)):
            yield run
            run = []
        if content:
            run.append(word)
    if run:
        yield run


def _joined(text: str, last: PlacedWord, word: PlacedWord) -> bool:
    return not text[last.end : word.start].strip(" -\u00a0")


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
    called: dict[tuple[str, str], int] = {}
    for noun in nouns:
        if noun.head in known and len(noun.before) > 1:
            _called_alike(noun, groups, called).append(noun)
    return [_found(group) for group in groups if len({known[noun.head] for noun in group}) > 1]


def _called_alike(noun: _Noun, groups: list[list[_Noun]], called: dict[tuple[str, str], int]) -> list[_Noun]:
    """The first group whose first noun shares two telling words with `noun`; a new one of `groups` where none does.
    `called` are the numbers of the groups by any two words before their first noun."""
    own = sorted(set(noun.before) - lexicons().common)
    alike = [called[two] for two in combinations(own, 2) if two in called]
    if alike:
        return groups[min(alike)]
    for two in combinations(sorted(set(noun.before)), 2):
        called.setdefault(two, len(groups))
    groups.append([])
    return groups[-1]


def _found(nouns: Sequence[_Noun]) -> Found:
    sides = tuple(
        Side(noun.told.quote.text[noun.start : noun.end].lower(), noun.told, phrase(noun.told, noun.start, noun.end))
        for noun in nouns
    )
    first = min(sides, key=lambda s: (s.told.doc, s.quote.start))
    return Found("wording", "term", first.value, sides)


def _spelling(name: str) -> str:
    """A name without initials and spaces: "James P. Kennel" is spelt as "James Kennel" is."""
    return normal(_INITIAL.sub("", name))


def misspellings(groups: Sequence[Sequence[Evidence]], names: Sequence[Name]) -> list[Found]:
    """A difference for each name that one source spells unlike all others."""
    pairs = _slips(names)
    spellings = {spelling for name, alias in pairs for spelling in (name, alias.text)}
    held = _Spelt([told for group in groups for told in group] if pairs else (), spellings)
    return [found for name, alias in pairs if (found := _spelt_otherwise(name, alias, held))]


def _slips(names: Sequence[Name]) -> list[tuple[str, Alias]]:
    """Each name with a slip for it, save one that only leaves an initial or a space out."""
    slips = [(name.name, alias) for name in names for alias in name.aliases if alias.misspelling]
    return [(name, alias) for name, alias in slips if _spelling(alias.text) != _spelling(name)]


def _spelt_otherwise(name: str, alias: Alias, held: _Spelt) -> Found | None:
    odd = [side for side in held.sides(alias.text) if side.quote.source in alias.sources]
    usual = [side for side in held.sides(name) if side.quote.source not in alias.sources]
    return Found("name", "spelling", name, (*usual, *odd)) if odd and usual else None


class _Spelt:
    """The statements in which spellings stand, by the beginning of the last word of each: a spelling may go on in its
    text ("Kennels"), but no word of it begins elsewhere, save the first of one word."""

    def __init__(self, told: Sequence[Evidence], spellings: Collection[str]) -> None:
        ends = {_last_word(spelling) for spelling in spellings} - {""}
        sizes = sorted({len(end) for end in ends})
        self._told, self._held = told, defaultdict[str, list[Evidence]](list)
        for one in told:
            words = set(_WORD.findall(one.quote.text))
            for end in {word[:size] for word in words for size in sizes} & ends:
                self._held[end].append(one)

    def sides(self, spelling: str) -> list[Side]:
        """A side for each statement in which `spelling` stands, in their order."""
        end = _last_word(spelling)
        return [
            Side(spelling, t, t.quote) for t in (self._held[end] if end else self._told) if spelling in t.quote.text
        ]


def _last_word(spelling: str) -> str:
    """The last word of a spelling of several, "" of any other."""
    words = _WORD.findall(spelling)
    return words[-1] if len(words) > 1 else ""
