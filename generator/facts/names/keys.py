"""Keys under which spellings of one name are equal, and how near two spellings are."""

from __future__ import annotations

import re
from functools import lru_cache

from ...text.gazetteer import bodies, countries, demonyms, key
from ...text.name_words import LEGAL_FORMS, SMALL_GROUPS
from ...text.words import folded, normal, word_set

_LEGAL = re.compile(rf"(?:,? (?:{'|'.join(sorted(LEGAL_FORMS))})\.?)+$", re.I)
_SMALL = word_set("of the and for in on to a an affairs s")
_VARIANTS = {"dialog": "dialogue", "programme": "program", "centre": "center", "defence": "defense", "labour": "labor",
             "theatre": "theater", "organisation": "organization", "harbour": "harbor", "minister": "ministry",
             "telecommunications": "telecom", "saint": "st", "cooperation": "cooperation"}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=50_000)
def spelling_key(text: str) -> str:
    """Equal for spellings that differ in case, accents, hyphens, spaces, full stops, British or American ways, a legal
    form or a leading article, and for the names of one country or body."""
    text = re.sub(r"^(?:the|The) ", "", text)
    known = countries().get(key(text)) or bodies().get(key(text))
    bare = _LEGAL.sub("", text) or text
    abbreviated = " " not in bare and bare.rstrip("s").isupper()
    if known or abbreviated:  # a plural of one: "NGOs"
        return f"={known}" if known else normal(bare.rstrip("s") if len(bare) > 2 else bare)
    return _in_words(bare)


def _in_words(bare: str) -> str:
    words = [_VARIANTS.get(word, word) for word in re.split(r"\s+", folded(_in_full(bare)))]
    if len(words) > 1 and words[-1] in SMALL_GROUPS:  # rebels are called insurgents too
        words[-1] = "rebels"
    return normal(" ".join(_british(word) for word in words))


def _in_full(text: str) -> str:
    """`text` with an abbreviation of a country or a body at its start in full: "U.N. Command"."""
    first, _, rest = text.partition(" ")
    short = rest and first.replace(".", "").isupper()
    return f"{countries().get(key(first)) or bodies().get(key(first)) or first} {rest}" if short else text


def _british(word: str) -> str:
    if word in ("minister", "ministry"):
        return word
    return re.sub(r"(?<=...)is(e|ed|es|ing|ation|ations)$", r"iz\1", word)


def bag_key(text: str) -> tuple[str, ...]:
    """The telling words of a name of several words in alphabetical order, a nationality as its country: equal for
    "Japanese Foreign Ministry" and "Ministry of Foreign Affairs of Japan"; () for one telling word or none."""
    people = demonyms()
    words = [re.sub(r"['’]s?$", "", word) for word in folded(text).split()]
    telling = {_singular(spelling_key(people.get(w, w))) for w in words if w and w not in _SMALL}
    return tuple(sorted(telling)) if len(telling) > 1 and len(words) > 1 else ()


def _singular(word: str) -> str:
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 5 and word.endswith("s") and not word.endswith("ss") else word


def letters(text: str) -> str:
    """The letters and digits of `text`, folded."""
    return "".join(_WORD.findall(folded(text)))


def distance(a: str, b: str, most: int) -> int:
    """The Levenshtein distance of two short words; `most` + 1 where it is larger than `most`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    a, b = _apart(a, b)
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _apart(a: str, b: str) -> tuple[str, str]:
    """Two words without what both begin and end with."""
    shorter = min(len(a), len(b))
    first = next((at for at in range(shorter) if a[at] != b[at]), shorter)
    a, b = a[first:], b[first:]
    shorter -= first
    last = next((at for at in range(shorter) if a[-1 - at] != b[-1 - at]), shorter)
    return a[: len(a) - last], b[: len(b) - last]
