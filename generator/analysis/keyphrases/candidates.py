"""Candidate keyphrases: the noun phrases of a text, which never cross a line, a punctuation mark or a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...text.language_tags import primary
from ...text.pos_tagger import classify, lexical
from ...text.words import Word, word_list
from .languages import content_spans

LONGEST = 4
_IN_PHRASES = frozenset("NJDG")  # nouns, adjectives, participles, gerunds
_CAPITALS = re.compile(r"[A-Z]")
_ADDRESS = re.compile(r"^www\.|\w\w\.[a-z]{2,}$|_")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$", re.IGNORECASE)
_WORDS = word_list("function_words_en")
_BE_HAVE = _WORDS["be_have"]
_BEFORE_GERUND = _WORDS["before_gerund"]
_BEFORE_HEAD = _WORDS["before_head"]
_TITLES = _WORDS["titles"]


class Candidate(NamedTuple):
    """A noun phrase as the text writes it, and its key: the stems by which its forms are one. `start` is its place
    in its line."""

    key: tuple[str, ...]
    surface: str
    words: tuple[str, ...]
    start: int


def candidate(words: Sequence[Word], line: str) -> Candidate:
    """The candidate of neighbouring `words` of `line`."""
    surface = " ".join(line[words[0].start : words[-1].end].split())
    return Candidate(tuple(w.key for w in words), surface, tuple(w.text for w in words), words[0].start)


def candidates(runs: Sequence[Sequence[Word]], line: str, language: str = "en") -> Iterator[Candidate]:
    """The candidates of one line, cut into `runs` without punctuation within."""
    english = primary(language) == "en"
    headline = _is_headline(runs)
    for run in runs:
        spans = _noun_phrases(run, headline) if english else content_spans(run, language, LONGEST)
        for start, end in spans:
            words = run[start:end]
            if _allowed(words, line):
                yield candidate(words, line)


def _is_headline(runs: Sequence[Sequence[Word]]) -> bool:
    long = [word.text for run in runs for word in run if len(word.text) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _allowed(words: Sequence[Word], line: str) -> bool:
    if any(_barred(word.text) for word in words) or (words[0].start and line[words[0].start - 1] == "@"):
        return False
    return any(c.isalpha() for c in words[0].text) and (len(words) > 1 or not _never_alone(words[0].text))


def _barred(word: str) -> bool:
    """Whether no keyphrase holds a word: an address, an ordinal, furniture of a page or of an editor's desk."""
    lists, low = word_list("generic_en"), word.lower()
    desk = word.isupper() and low in lists["desk"]
    return desk or low in lists["filler"] or bool(_ADDRESS.search(word) or _ORDINAL.match(word))


def _never_alone(word: str) -> bool:
    return len(word) < 2 or word.lower().rstrip(".") in word_list("generic_en")["alone"]


def _noun_phrases(run: Sequence[Word], headline: bool) -> Iterator[tuple[int, int]]:
    """(start, end) of each noun phrase: adjectives, participles and nouns up to a noun, at most four words."""
    texts = [word.text for word in run]
    kinds = classify(texts, headline)
    found: list[tuple[int, int]] = []
    start = -1
    for i in range(len(run) + 1):
        inside = i < len(run) and _belongs(i, start, texts, kinds)
        if start >= 0 and (not inside or _starts_name(i, texts, kinds)):
            found += _trimmed(start, i, texts, kinds)
            start = -1
        if inside and start < 0:
            start = i
    return _with_of(found, texts) if not headline else iter(found)


def _is_date(word: str) -> bool:
    """Whether a word is the name of a day or a month, which only a capital tells from "may" and "march"."""
    return word[0].isupper() and word.lower().rstrip(".") in word_list("generic_en")["calendar"]


def _belongs(i: int, start: int, texts: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether word `i` belongs to the phrase that begins at `start`, or, where that is below 0, begins one."""
    kind = kinds[i]
    if kind not in _IN_PHRASES or _is_date(texts[i]):
        return False
    if kind in {"N", "J"}:
        return True
    last = texts[i - 1].lower() if i else ""
    if last in _BE_HAVE:
        return False
    before = kinds[i - 1] if i else ""
    return _participle_belongs(texts[i], before, start) if kind == "D" else _gerund_belongs(last, before, start)


def _participle_belongs(word: str, before: str, start: int) -> bool:
    """After an adverb no phrase begins with it, and after a noun none goes on but with those that stand before one."""
    return before != "R" if start < 0 else before != "N" or word.lower() in _BEFORE_HEAD


def _gerund_belongs(last: str, before: str, start: int) -> bool:
    return last not in _BEFORE_GERUND if start < 0 else before != "N" or _is_single(last)


def _is_single(noun: str) -> bool:
    """Whether a noun is no plural by its ending: before a gerund, that is part of the phrase ("price fixing")."""
    return not noun.endswith("s") or noun.endswith("ss")


def _starts_name(i: int, texts: Sequence[str], kinds: Sequence[str]) -> bool:
    """As in "minister | Motegi" and "Prime Minister | Modi": a common noun or a title ends before a name."""
    if i >= len(texts) or not texts[i][0].isupper() or not kinds[i - 1] == "N" == kinds[i]:
        return False
    return texts[i - 1].islower() or texts[i - 1].lower() in _TITLES


def _trimmed(start: int, end: int, texts: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    end = _last_noun(start, end, texts, kinds)
    start = max(start, end - LONGEST)
    while start < end and _says_nothing(start, end, texts):
        start += 1
    return [(start, end)] if end > start else []


def _last_noun(start: int, end: int, texts: Sequence[str], kinds: Sequence[str]) -> int:
    """Where the phrase ends that ends in a noun."""
    if _is_half_of_a_pair(start, end, texts):
        end -= 1
    while end > start and kinds[end - 1] != "N":
        end -= 1
    return end


def _is_half_of_a_pair(start: int, end: int, texts: Sequence[str]) -> bool:
    """As "Strategic" in "Special Strategic and Global Partnership"."""
    goes_on = end < len(texts) and texts[end] in {"and", "or"}
    return goes_on and end - start > 1 and lexical(texts[end - 1].lower()) == "J"


def _says_nothing(start: int, end: int, texts: Sequence[str]) -> bool:
    """Whether the first word of a phrase is an adjective that tells nothing, and no part of a name."""
    word = texts[start]
    if word.lower() not in word_list("generic_en")["adjective"]:
        return False
    if start == 0 and end > 1:
        return word.islower() or texts[1].islower()  # "New Delhi" opens the sentence
    return start == 0 or word.islower()


def _with_of(found: Sequence[tuple[int, int]], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Names such as "Ministry of External Affairs" as one phrase: capitals on both sides of "of"."""
    i = 0
    while i < len(found):
        start, end = found[i]
        if i + 1 < len(found) and found[i + 1][0] == end + 1 and texts[end] == "of":
            stop = found[i + 1][1]
            if stop - start <= LONGEST and texts[end - 1][0].isupper() and texts[end + 1][0].isupper():
                yield start, stop
                i += 2
                continue
        yield start, end
        i += 1
