"""Candidate keyphrases in Arabic: a noun or two without an article and those with one behind them ("محطة الطاقة
الشمسية"), or two without one ("بعثة أثرية").

A word with the article after one without belongs to it; one without after one with begins something else. What a verb
of news looks like is told by a list, by its prefix and by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...text.words import Word, stopwords
from .unspaced import is_verb

_ARTICLE = re.compile(r"ال\w\w")
_JOINED_ARTICLE = re.compile(r"لل\w\w")
_FUTURE = re.compile(r"[وف]?س[يتن]\w\w")  # "will": no noun begins so
_PRESENT = re.compile(r"[وف]?ي\w{3}")
_FEMININE_PAST = re.compile(r"\w{2,}[^اوي\W]ت$")
_FEMININE = re.compile(r"(?:[وف]ت|^ت)(?!\w\wي\w)\w{2,}(?<!ات)(?<!ة)$")  # "and she …", but for nouns such as "تقرير"
_JOINED_PAST = re.compile(r"[وف][^ا]\w\w$")
_VERBAL = (_FUTURE, _PRESENT, _FEMININE_PAST)
_AFTER_WHICH_VERB = frozenset(["أن", "لا", "لم", "لن", "قد", "وقد", "التي", "الذي", "ما", "كما", "سوف"])


def arabic_spans(run: Sequence[Word], longest: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each candidate in a run of words."""
    start = 0
    for i in range(len(run) + 1):
        content = i < len(run) and _is_content(run, i)
        if not content or (i > start and _begins_another(run, i)):
            if start < i:
                yield max(start, i - longest), i
            start = i if content else i + 1


def _is_content(run: Sequence[Word], i: int) -> bool:
    word = run[i].text
    if word in stopwords("ar") or not any(map(str.isalpha, word)):
        return False
    return bool(_ARTICLE.match(word)) or not _is_verb(word, i, run[i - 1].text if i else "")


def _is_verb(word: str, place: int, last: str) -> bool:
    if is_verb(word, "ar") or any(form.match(word) for form in _VERBAL):
        return True
    if word[0] in "وف" and _FEMININE.match(word):
        return True
    at_head = place == 0 and (_FEMININE.match(word) or _JOINED_PAST.match(word))
    return bool(at_head) or (last in _AFTER_WHICH_VERB and word[0] in "تين")


def _begins_another(run: Sequence[Word], i: int) -> bool:
    """Whether the word at `i` belongs to no phrase that ends before it: it has no article and the last has one, or it
    is joined to "and", "in", "with", "for"."""
    if not _ARTICLE.match(run[i].text):
        return True if _ARTICLE.match(run[i - 1].text) else bool(_JOINED_ARTICLE.match(run[i].text))
    return run[i].end - run[i].start < run[i].end - run[i - 1].end - 1  # the word begins with a joined one
