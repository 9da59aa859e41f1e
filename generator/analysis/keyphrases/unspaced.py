"""Candidate keyphrases in scripts that write no spaces: words that recur side by side, and short runs of content.

No word classes are known here; lists of function words and of the verbs of news part the runs. Where the words cannot
be told (`text.segmenter`), only short stretches that stand by themselves are left, for a clause is no keyphrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...text import segmenter
from ...text.words import Word, stopwords, word_list

_MOST_WHOLE = 4  # words of a run that is taken whole
_LONGEST_STRETCH = 6  # characters that may be a word where no words can be told
_COUNTED = re.compile(r"[一二三四五六七八九十百千万萬亿億兆零两兩几幾数數半]+[\w ]?[以之]?[前后後上下]?")


def is_verb(word: str, code: str) -> bool:
    """Whether a word is one of the verbs of news of a language, which are part of no phrase."""
    return word in word_list("function_words").get(f"{code}_verbs", frozenset())


def is_content(word: str, code: str) -> bool:
    """Whether a word of a script without spaces may be in a phrase."""
    if word in stopwords(code) or is_verb(word, code) or _COUNTED.fullmatch(word):
        return False
    return any(map(str.isalpha, word)) and not word.isnumeric()


def unspaced_spans(run: Sequence[Word], code: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each candidate in a run of words."""
    start = 0
    for i in range(len(run) + 1):
        if i < len(run) and is_content(run[i].text, code):
            continue
        yield from _whole_or_words(run, start, i)
        start = i + 1


def _whole_or_words(run: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    if not segmenter.installed():
        if end - start == 1 and len(run[start].text) <= _LONGEST_STRETCH:
            yield start, end
    elif 0 < end - start <= _MOST_WHOLE:
        yield start, end
    else:
        yield from ((i, i + 1) for i in range(start, end))
