"""What a figure counts, and what is said to have happened to it: the words around a number, read one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...text.words import stopwords, word_set
from ..lexicons import lexicons
from ..tokens import PlacedWord
from .quantity_words import meaning, quantity_words

MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow")
_FILL = word_set("different such separate")
_PERCENT_OF = re.compile(r"\s(?:stake|share|interest)?\s?of\s(?:(?:the|its|all|their|his|her|an?)\s)?")
_TOLL = re.compile(
    r"\b(?:(?P<dead>death\s(?:toll|count)|fatalities|number of (?:dead|deaths|fatalities))"
    r"|(?P<hurt>number of (?:injured|wounded|injuries))|(?P<missing>number of (?:the )?missing))\b"
    r"[^,;.()]{0,60}?\b(?:to|at|of|is|was|reached|hit|topped|passed|exceeded|as)\s$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\w+(?:\s(?:are|were|is|was|still|now|been))*\s(?:in|into|on|onto|at|under|aboard|inside)\s"
    r"(?:the\s|an?\s)?(?:[A-Z]\w+\s)*(\w+)"
)
_PERCENT = (("percent",), ("per", "cent"), ("pct",))
_PEOPLE = ("", "people")
_BEING = ("were", "was", "are", "is")
_CLOSE = 3  # words before a verb in which it is called feared
_ENDED = 4  # letters: "red" and "shed" are no participles
_LONGEST, _NEAR = 4, 7  # words of a noun with its modifiers; from it to what happened


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its words, `lower` their texts."""

    text: str
    placed: tuple[PlacedWord, ...]
    lower: tuple[str, ...]

    def gap(self, at: int) -> str:
        """What stands between the word at `at` and the one before, spaces and hyphens aside."""
        return self.text[self.placed[at - 1].end : self.placed[at].start].strip(" \u00a0-")


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: the head as its meaning's stem, the stems before it, and the word after it."""

    head: str
    modifiers: frozenset[str]
    after: int


@dataclass(frozen=True, slots=True)
class Role:
    """What happened to those counted. A `toll`'s is told of people; `feared` marks what is not said to be so; `where`
    is the place of the deed."""

    deed: str = ""
    toll: bool = False
    feared: bool = False
    where: str = ""


def counted(words: Words, at: int) -> Noun:
    """The noun phrase that begins with the word at `at`, behind a number; an empty head where there is none."""
    lower = words.lower
    if words.text[words.placed[at - 1].end :][:1] == "%":
        return _percent(words, at)
    for said in _PERCENT:
        if lower[at : at + len(said)] == said:
            return _percent(words, at + len(said))
    if lower[at : at + 2] == ("of", "each"):
        return _noun(words, at + (3 if lower[at + 2 : at + 3] == ("of",) else 2), at, list_of=True)
    return _noun(words, at, at)


def _noun(words: Words, begin: int, empty: int, list_of: bool = False) -> Noun:
    """The noun phrase from the word at `begin`, of a list all nouns; `empty` is what follows where there is none."""
    run: list[int] = []
    for i in range(begin, len(words.lower)):
        if list_of and run and words.lower[i] == "and":
            continue
        if _ends(words, i, run) or len(run) == _LONGEST:
            break
        if words.lower[i] not in _FILL:
            run.append(i)
    if not run:
        return Noun("", frozenset(), empty)
    stems = [meaning(words.lower[k]) for k in run]
    return Noun(stems[-1], frozenset(stems[:-1]) - quantity_words().scope, run[-1] + 1)


def _ends(words: Words, at: int, run: Sequence[int]) -> bool:
    """Whether the word at `at` is no part of a noun phrase of which the words of `run` are."""
    word = words.lower[at]
    if run and (words.gap(at) or _measures(words.lower[run[-1]]) or _name_begins(words, at)):
        return True
    return word in stopwords() or word in _no_nouns() or len(word) == 1 or _formed(word)


def _measures(word: str) -> bool:
    return word == "times" or meaning(word) in quantity_words().units


def _name_begins(words: Words, at: int) -> bool:
    return words.text[words.placed[at].start].isupper() and words.text[words.placed[at - 1].start].islower()


@cache
def _no_nouns() -> frozenset[str]:
    known = quantity_words()
    return lexicons().finite | MONTHS | _DAYS | known.tolls.keys() | known.feared | known.planned


def _formed(word: str) -> bool:
    """Whether a word's form says that it is no noun: a participle, an adverb, a number."""
    return (word.endswith(("ed", "ly")) and len(word) > _ENDED) or not any(c.isalpha() for c in word)


def _percent(words: Words, at: int) -> Noun:
    """A percentage with what it is of."""
    end = words.placed[at - 1].end + (words.text[words.placed[at - 1].end :][:1] == "%")
    found = _PERCENT_OF.match(words.text, end)
    if not found:
        return Noun("%", frozenset(), at)
    begin = next((k for k in range(at, len(words.lower)) if words.placed[k].start >= found.end()), len(words.lower))
    of = _noun(words, begin, at) if begin < len(words.lower) else Noun("", frozenset(), at)
    return Noun(f"% {of.head}".strip(), of.modifiers, of.after)


def role(words: Words, first: int, noun: Noun) -> Role:
    """What happened to what is counted by the number whose first word, hedge included, is at `first`."""
    before = words.text[: words.placed[first].start]
    found = _TOLL.search(before)
    if found and noun.head in _PEOPLE:
        return Role(found.lastgroup or "", toll=True)
    behind = _behind(words, noun)
    if behind.deed not in ("", "be") or behind.feared:
        return behind
    return behind if behind.deed and behind.where else _ahead(words, first, noun) or behind


def _behind(words: Words, noun: Noun) -> Role:
    """What follows the noun: "were killed", "that are in the river"."""
    known, deed = quantity_words(), ""
    for i in range(noun.after, min(noun.after + _NEAR, len(words.lower))):
        word = words.lower[i]
        if words.gap(i):
            break
        if word not in known.between | known.planned | known.feared:
            return _said(words, i, noun, deed)
        if word in known.feared or (word in known.planned and noun.head in _PEOPLE):
            return Role(feared=True)
        deed = "be" if word in _BEING else deed
        if deed and (where := _where(words, i)):
            return Role(deed, where=where)
    return Role(deed)


def _said(words: Words, at: int, noun: Noun, deed: str) -> Role:
    """What the word at `at` behind a noun says of it, `deed` where it is no verb."""
    word, known = words.lower[at], quantity_words()
    if word in known.tolls:
        return _done(words, at, noun)
    if word.endswith("ed") or word in lexicons().finite | known.participles:
        return Role(meaning(word), where=_where(words, at))
    return Role(deed)


def _ahead(words: Words, first: int, noun: Noun) -> Role | None:
    """What the figure is the object of: "killing at least", "ordered the recall of"."""
    known, i = quantity_words(), _verb_before(words, first)
    word = words.lower[i] if i >= 0 else ""
    if word in known.take_lives and noun.head == "people":
        return Role("dead", toll=True)
    if word in known.tolls:
        feared = not (known.feared | known.planned).isdisjoint(words.lower[max(0, i - _CLOSE) : i])
        return Role(feared=True) if feared else _done(words, i, noun, noun.after - 1)
    return Role(meaning(word), where=_where(words, noun.after - 1)) if word and word not in stopwords() else None


def _verb_before(words: Words, first: int) -> int:
    """The word of which the figure at `first` is the object; -1 where there is none, or one that only says how high the
    figure is: "rose to"."""
    known, i = quantity_words(), first - 1
    while i >= 0 and words.lower[i] in known.leading and not words.gap(i + 1):
        i -= 1
    if i < 0 or words.gap(i + 1):
        return -1
    return -1 if words.lower[i] in known.levels and words.lower[first - 1] in ("to", "at") else i


def _done(words: Words, at: int, noun: Noun, end: int | None = None) -> Role:
    deed = quantity_words().tolls[words.lower[at]]
    return Role(deed, toll=noun.head in _PEOPLE, where=_where(words, at if end is None else end))


def _where(words: Words, at: int) -> str:
    found = _WHERE.match(words.text, words.placed[at].start)
    return meaning(found[1].lower()) if found and found[1].lower() not in stopwords() else ""
