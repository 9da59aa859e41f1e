"""A line in capitals as it would stand in a sentence, where that is safe: the text beside it tells which words keep a
capital, or else a list does, and nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .gazetteer import demonyms, given_names, is_body, is_place
from .pos_tagger import known
from .words import stopwords, word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?:;“\"‘(\n]\s*)$")
_ALSO_SHORT_FORMS = word_set("us who it aids may un eu ice sars pm am he is in or no so ai tv uk ms act")
_SURE = word_set("it is in or no so he")  # short forms that are words nearly always
_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december"
)
_ENDINGS = (("ies", ("y",)), ("s", ("",)), ("es", ("",)), ("ed", ("", "e")), ("ing", ("", "e")))
_SHORTEST = 3  # letters of what has an ending
_ENGLISH = "en"
_FEWEST_LETTERS = 4


def is_in_capitals(text: str) -> bool:
    """Whether every word of `text`, which has two at least, is in capitals."""
    words = [word for word in _WORD.findall(text) if word.upper() != word.lower()]
    return len(words) > 1 and sum(map(len, words)) >= _FEWEST_LETTERS and all(word == word.upper() for word in words)


def sentence_case(text: str, beside: Sequence[str], language: str | None = _ENGLISH) -> str:
    """`text`, a line in capitals, as it would stand in a sentence of the paragraphs `beside` it. Where one of its words
    may be a name or a short form and nothing tells, it stays in capitals."""
    forms = _forms(beside)
    english = (language or _ENGLISH).startswith(_ENGLISH)
    made, end = [], 0
    for found in _WORD.finditer(text):
        word = _written(found.group(), forms, english)
        if word is None:
            return text
        made += [text[end : found.start()], word]
        end = found.end()
    plain = "".join((*made, text[end:]))
    first = next((n for n, char in enumerate(plain) if char.isalpha()), 0)
    return plain[:first] + plain[first : first + 1].upper() + plain[first + 1 :]


def written_in(name: str, texts: Sequence[str]) -> str | None:
    """How `texts` write a `name` that is in capitals here, where they write it otherwise."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    found = (hit.group() for text in texts for hit in pattern.finditer(text))
    return next((one for one in found if one != one.upper() and one[0].isupper()), None)


def _forms(beside: Sequence[str]) -> Mapping[str, set[str]]:
    """How each word is written within the sentences of a text, by its small letters. The first word of a sentence does
    not tell, nor do words of a line in capitals."""
    forms: dict[str, set[str]] = {}
    for text in beside:
        for found in _WORD.finditer("" if is_in_capitals(text) else text):
            word = found.group()
            tells = word == word.lower() or (len(word) > 1 and word == word.upper())
            if tells or not _OPENS.search(text[max(0, found.start() - 3) : found.start()]):
                forms.setdefault(word.lower(), set()).add(word)
    return forms


def _written(word: str, forms: Mapping[str, set[str]], english: bool) -> str | None:
    """How a word stands in a sentence; None where that cannot be told."""
    low = word.lower()
    seen = forms.get(low, set())
    if len(seen) == 1:
        return next(iter(seen))
    if low in seen and not seen - {low, low.capitalize()}:
        return low if english else None
    return _listed(low) if english and not seen else None


def _listed(low: str) -> str | None:
    """How English writes a word of which the text tells nothing."""
    name = low.capitalize()
    if low in _DAYS or is_place(name) or low in demonyms() or is_body(name):
        return name
    if low in _ALSO_SHORT_FORMS - _SURE:
        return None
    if low in stopwords():
        return low
    return None if low in given_names() or not any(map(known, _bases(low))) else low


def _bases(low: str) -> Iterator[str]:
    """What a word may be a form of, and the word itself."""
    yield low
    for ending, bases in _ENDINGS:
        stem = low.removesuffix(ending)
        if stem != low and len(stem) >= _SHORTEST:
            yield from (stem + base for base in bases)
