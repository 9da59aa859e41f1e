"""Word classes by lexicon, endings and a few rules of context, after E. Brill, "A simple rule-based part of speech
tagger" (1992). English only; just fine enough to tell where a noun phrase begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from .words import stopwords, word_list

CLASSES = "VBNJRDG"
_OF_COMPOUNDS = frozenset("DGJ")  # last words that make a compound an adjective: "oil-producing", "home-made"
_ADJECTIVE = re.compile(r"...(?:al|ic|ous|ive|[ai]ble|ful|less|ary|ish)$")
_VERB = re.compile(r"...(?:[iy][sz]e|ify)$")


def by_ending(word: str) -> str:
    """The class that the ending of a lower-case word suggests: R, G (-ing), D (-ed), J, V, else N."""
    if word.endswith("ly"):
        return "R"
    if word.endswith("ing") and len(word) > 4:
        return "G"
    if word.endswith("ed") and len(word) > 3:
        return "D"
    if len(word) > 4 and _ADJECTIVE.search(word):
        return "J"
    if len(word) > 4 and _VERB.search(word):
        return "V"
    return "N"


@cache
def _lexicon() -> dict[str, str]:
    return {word: kind for kind, words in word_list("word_classes_en").items() for word in words}


def known(word: str) -> bool:
    """Whether the lexicon holds a lower-case word."""
    return word in _lexicon()


@lru_cache(maxsize=50_000)
def lexical(word: str) -> str:
    """The likeliest class of a lower-case word on its own; "S" is a function word, "#" a number, "B" a noun that is a
    verb too."""
    if word.replace("\u2019", "'") in stopwords():
        return "S"
    if not any(c.isalpha() for c in word):
        return "#"
    known = _lexicon().get(word)
    if known:
        return known
    if "-" in word[1:]:
        return "J" if lexical(word.rpartition("-")[2]) in _OF_COMPOUNDS else "N"
    return _inflected(word) or by_ending(word)


def _inflected(word: str) -> str:
    """The class of the verb, or the noun that is a verb too, of which `word` is a form with -s; "" where it is none."""
    for ending, base in (("s", ""), ("es", ""), ("ies", "y")):
        kind = _lexicon().get(word[: -len(ending)] + base, "") if word.endswith(ending) else ""
        if kind in {"V", "B"}:
            return kind
    return ""


_WORDS = word_list("function_words_en")
_MODAL = _WORDS["modal"]
_SUBJECT = _WORDS["subject"]
_BEFORE_NOUN = _WORDS["before_noun"]
_OPENS_OBJECT = _WORDS["opens_object"]


def classify(words: Sequence[str], headline: bool = False) -> list[str]:
    """The class of each of `words`, a stretch without punctuation: V, N, J, R, D, G, S or #. A noun that may be a verb
    is settled by its neighbours. A capital makes a name, save in a `headline`, where every word has one."""
    lower = [word.lower().replace("\u2019", "'") for word in words]
    out: list[str] = []
    for i, word in enumerate(words):
        kind = lexical(lower[i])
        if word[:1].isupper() and _is_name(word, kind, inside=i > 0, headline=headline):
            out.append("N")
        else:
            out.append(_settle(kind, lower, out, i) if kind in {"V", "B"} else kind)
    return out


def _is_name(word: str, kind: str, inside: bool, headline: bool) -> bool:
    """Whether the capitals of a word make it a name: its first letter `inside` a sentence, two letters anywhere; of a
    function word, all of it ("IT", "WHO")."""
    if kind == "S":
        return word.isupper() and len(word) > 1 and not headline
    return kind != "#" and word[:1].isupper() and ((inside and not headline) or word[1:2].isupper())


def _settle(kind: str, words: list[str], before: list[str], i: int) -> str:
    """V or N for a word that the lexicon calls a verb (V) or a noun that is a verb too (B)."""
    last = words[i - 1] if i else ""
    previous = before[-1] if before else ""
    if last in _SUBJECT or _after_modal(words, previous, i):
        return "V"
    if last in _BEFORE_NOUN or previous == "J":
        return "N"
    return "V" if kind == "V" or (previous == "N" and _opens_object(words, i + 1)) else "N"


def _after_modal(words: list[str], previous: str, i: int) -> bool:
    """Whether a modal stands before word `i`, or before the adverb in front of it: "will soon sign"."""
    return (i > 0 and words[i - 1] in _MODAL) or (previous == "R" and i > 1 and words[i - 2] in _MODAL)


def _opens_object(words: list[str], i: int) -> bool:
    return i < len(words) and words[i] in _OPENS_OBJECT
