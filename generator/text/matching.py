"""Finding terms in prose whatever their spelling: "5 G" is "5G", "cyber-security" is "cyber security" is
"cybersecurity", and a plural or possessive form is the term too.

Every run of neighbouring words is looked up in one table, so that the cost grows with the text and not with the number
of terms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s\u00ad‐-―’'-]{1,2}|")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_OPENING = 5  # letters by which nearly all words are known to begin no term
_SPLITS = 2  # how many more pieces than the term itself a spelling may have: "cyber security" for "cybersecurity"


@dataclass(frozen=True, slots=True)
class Match:
    """`text[start:end]` is a spelling of `term`."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class Matcher:
    """A set of terms, ready to be looked up. Make one with `matcher`, once, and use it on every sentence."""

    table: dict[str, str]
    starts: frozenset[str]
    exact: frozenset[str]
    unspaced: tuple[str, ...]
    pieces: int

    def find(self, text: str) -> tuple[Match, ...]:
        """The longest spellings of the terms in `text`, left to right, none within another."""
        matches = self._spaced(text)
        for term in self.unspaced:
            matches += [Match(hit.start(), hit.end(), term) for hit in re.finditer(re.escape(term), text)]
        return tuple(sorted(matches, key=lambda m: (m.start, m.end))) if self.unspaced else tuple(matches)

    def _spaced(self, text: str) -> list[Match]:
        """What is found word by word; most texts have no word with which a term could begin."""
        folded = _folded_words(text)
        opening = [place for place, word in enumerate(folded) if word[:_OPENING] in self.starts]
        places = [found.span() for found in _WORD.finditer(text)] if opening else []
        matches: list[Match] = []
        position = 0
        for first in opening:
            found, used = self._at(text, folded, places, first) if first >= position else (None, 0)
            if found:
                matches.append(found)
                position = first + used
        return matches

    def _at(
        self, text: str, folded: Sequence[str], places: Sequence[tuple[int, int]], first: int
    ) -> tuple[Match | None, int]:
        run, best, used = "", None, 1
        for count, (start, end) in enumerate(places[first : first + self.pieces], start=1):
            if count > 1 and not _JOINT.fullmatch(text, places[first + count - 2][1], start):
                break
            run += folded[first + count - 1]
            term = self.table.get(singular(run))
            if term and (term not in self.exact or term in text[places[first][0] : end]):
                best, used = Match(places[first][0], end, term), count
        return best, used


def _folded_words(text: str) -> list[str]:
    if text.isascii():
        return _WORD.findall(text.lower())
    return [fold(word) for word in _WORD.findall(text)]


def speaks_of(text: str, terms: Matcher, exclude: Matcher) -> bool:
    """Whether `text` holds a term that is not part of an excluded phrase."""
    found = terms.find(text)
    barred = exclude.find(text) if found else ()
    return any(all(m.end <= bar.start or m.start >= bar.end for bar in barred) for m in found)


def matcher(terms: Iterable[str]) -> Matcher:
    """A Matcher of `terms`. A term of two or three capital letters is found in capitals only: "IT" is not "it"."""
    table: dict[str, str] = {}
    unspaced, pieces = [], 1
    for term in terms:
        if _UNSPACED.search(term):
            unspaced.append(term)
            continue
        parts = _WORD.findall(term)
        table.setdefault(singular(fold("".join(parts))), term)
        pieces = max(pieces, len(parts) + _SPLITS)
    table.pop("", None)
    starts = frozenset(form[:size] for key in table for form in _forms(key) for size in range(1, _OPENING + 1))
    exact = frozenset(term for term in table.values() if len(term) <= 3 and term.isalpha() and term.isupper())
    return Matcher(table, starts, exact, tuple(unspaced), pieces)


def _forms(key: str) -> tuple[str, ...]:
    """What `singular` makes `key` of."""
    return key, f"{key}s", f"{key}es", f"{key[:-1]}ies"


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """`word` without regard to case, width and compatibility forms."""
    return unicodedata.normalize("NFKC", word).casefold()


@lru_cache(maxsize=50_000)
def singular(word: str) -> str:
    """`word` without an English plural or possessive ending; the same for both forms of a pair, which is all that
    matching needs."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
