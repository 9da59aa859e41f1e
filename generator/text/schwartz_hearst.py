"""Abbreviations and the words that they stand for, by the initials (after Schwartz and Hearst 2003, "A simple algorithm
for identifying abbreviation definitions in biomedical text", held to the starts of words for fewer false pairs)."""

from __future__ import annotations

import re
from itertools import chain

_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "des", "du", "et", "&", "with"])
_PARTS = re.compile(r"[^\W_]+")
_MOST_SMALL = 4  # words of a long form that the abbreviation may leave out
_MOST_LETTERS = 4  # of a word that an abbreviation may take


def letters(abbreviation: str) -> str:
    """The letters of an abbreviation in lower case, without a plural ending and without "&" and full stops."""
    bare = abbreviation[:-1] if abbreviation[-1:] == "s" and abbreviation[:-1].isupper() else abbreviation
    return "".join(c for c in bare if c.isalnum()).lower()


def initials(words: list[str]) -> tuple[str, str]:
    """The initials of `words`: all of them, and those of the words that are not small. Parts of a hyphenated word
    count one by one."""
    every = [part for word in words for part in _PARTS.findall(word.replace("’s", "").replace("'s", ""))]
    return "".join(p[0] for p in every).lower(), "".join(p[0] for p in every if p.lower() not in _SMALL).lower()


def long_form(before: list[str], abbreviation: str) -> int:
    """How many of the last of `before`, the words in front of a bracket, `abbreviation` in the bracket stands for; 0
    where it does not stand for them. "Internet of Things (IoT)" is 3. A long form in capitals may lack the word of the
    last letter ("Indo-Pacific Oceans (IPOI)")."""
    wanted = letters(abbreviation)
    if len(wanted) < 2:
        return 0
    most = min(len(before), len(wanted) + _MOST_SMALL)
    whole = (n for n in range(1, most + 1) if before[-n].lower() not in _SMALL and fits(before[-n:], wanted))
    short = (n for n in range(1, len(before) + 1) if _lacks_its_last_word(before[-n:], wanted))
    return next(chain(whole, short), 0)


def _lacks_its_last_word(words: list[str], wanted: str) -> bool:
    return len(wanted) > 3 and all(w[:1].isupper() for w in words) and wanted[:-1] in initials(words)


def fits(words: list[str], wanted: str) -> bool:
    """Whether `words` are a long form of the letters `wanted`."""
    every, main = initials(words)
    if wanted in (every, main):
        return True
    # Letters within a word count where the first letters alone do not do: "COVID", "MoC" never "and".
    return len(wanted) > 2 and len(words) < len(wanted) and main[:1] == wanted[:1] and _spelt(words, wanted)


def _spelt(words: list[str], wanted: str) -> bool:
    """Whether `wanted` is made of openings of the words in order, one or more letters of each."""
    rest = wanted
    for number, word in enumerate(words):
        low, taken = word.lower(), 0
        while taken < len(rest) and taken < len(low) and low[taken] == rest[taken] and taken < _MOST_LETTERS:
            taken += 1
        if not taken:
            if low in _SMALL:
                continue
            return False
        left = len(words) - number - 1
        rest = rest[min(taken, max(1, len(rest) - left)) :]
    return not rest
