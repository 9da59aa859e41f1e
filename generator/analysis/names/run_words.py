"""The words of a sentence with what tells names: capitals, possessives, hyphens."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...text.gazetteer import demonyms, is_place
from ...text.name_words import COMPOUND_TAILS
from ...text.pos_tagger import known
from ...text.words import word_set

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s?[A-Z])|[^\W_]+(?:(?:[-'’&]|\.(?=[a-z])|(?<=[A-Z])/(?=[A-Z]))[^\W_]+)*['’]?"
)
_OPENING = re.compile(r"(?:^|[.:;?!—–•“\"‘(\[/|>*]|--)\s*['’]?$")
_CONTRACTED = re.compile(
    r"(?:[A-Za-z]+n['’]t|(?:I|You|We|They|He|She|It|That|There|What|Who|Let|Here|How|Where)['’][a-z]+)$", re.I
)
_PARTY_TAG = re.compile(r"^[RDI]-[A-Z]")  # "R-Va."
_POSSESSIVE = re.compile(r"(?:['’][sS])?['’]*$")
_UNITS = word_set("kWh mAh kHz mHz mRNA km dBm vCPU vCPUs")
_LOWER_JOINS = ("la-", "de-", "al-", "ul-", "on-", "sur-", "en-")
_SYLLABLE = 5  # letters of the second half of a given name that is a word too: "Ban Ki-moon"


class RunWord(NamedTuple):
    """A word of a sentence: `text` is sentence[start:end] without a possessive ending, `low` the same in lower case
    without full stops. `capital` where it is written as a name is, `initial` where a sentence or a quotation begins,
    `owner` where it is a possessive, `closed` where what follows cannot belong to it ("Modi" of "Modi-headed")."""

    text: str
    low: str
    start: int
    end: int
    capital: bool = False
    initial: bool = False
    owner: bool = False
    closed: bool = False


def words_of(text: str) -> list[RunWord]:
    """The words of a sentence."""
    out: list[RunWord] = []
    for found in _TOKEN.finditer(text):
        token, start = found.group(), found.start()
        if token.islower() or not token[0].isalpha():
            # Most words: made without Word's own constructor, which costs as much as the search.
            out.append(tuple.__new__(RunWord, (token, token, start, start + len(token), False, False, False, False)))
        else:
            out.append(_word(text, token, start, out[-1] if out else None))
    return out


def _word(text: str, token: str, start: int, last: RunWord | None) -> RunWord:
    bare = _POSSESSIVE.sub("", token)
    head, _, tail = bare.partition("-")
    beside = last is not None and last.capital and text[last.end : start] == " "
    closed = head[:1].isupper() and _describes(head, tail, beside)
    word = head if closed else bare
    initial = bool(_OPENING.search(text[max(0, start - 4) : start]))
    capital = _is_capital(word) and not _is_unit(word, start, last)
    low = word.lower().replace(".", "")
    return RunWord(word, low, start, start + len(word), capital, initial, bare != token, closed)


def _is_capital(word: str) -> bool:
    """Whether a word is written as a name is: "Oslo", "iPod", but not "Don't" nor "R-Va."."""
    mixed = len(word) > 2 and word not in _UNITS and not word[:3].islower()
    return (word[0].isupper() or mixed) and not _PARTY_TAG.match(word) and not _CONTRACTED.match(word)


def _is_unit(word: str, start: int, last: RunWord | None) -> bool:
    """Whether a letter belongs to the number before it: "5 G"."""
    return len(word) == 1 and last is not None and last.text.isdigit() and last.end == start - 1


def _describes(head: str, tail: str, after_name: bool) -> bool:
    """Whether what follows a hyphen makes a name an adjective: "Oslo-based", but not "Kim Ye-rin"."""
    if not tail[:1].islower() or tail.startswith(_LOWER_JOINS):
        return False
    if tail in COMPOUND_TAILS or tail.endswith("ed") or "-" in tail or is_place(head) or head.lower() in demonyms():
        return True
    return known(tail) and not (after_name and len(tail) <= _SYLLABLE)
