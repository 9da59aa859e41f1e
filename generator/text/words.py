"""Words with their offsets, and the forms under which two spellings of a word count as one.

A token is what a reader takes for one word: "5G", "COVID-19", "R&D", "U.S.", "don't" and "cyber-security" are one each.
Scripts that write no spaces are cut into words by a dictionary (`segmenter`); without it, where the script changes,
which in Japanese is mostly where a word ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import snowballstemmer

from . import segmenter
from .language_tags import primary
from .yake_parts import function_words

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u200c\u200d"
_LETTER = f"(?:[{_MARKS}]|(?![{segmenter.UNSPACED}])[^\\W_])"
_BEFORE_UNSPACED = (
    rf"(?:[A-Za-z]\.){{2,}}"  # U.S., U.N.
    rf"|\d+(?:[.,]\d+)*(?!(?![{segmenter.UNSPACED}])\w)"  # 1,200.5 but not the 5 of 5G
    rf"|{_LETTER}+(?:[-\u2010\u2011'\u2019&.]{_LETTER}+)*"
)
_STRETCH = re.compile(rf"{_BEFORE_UNSPACED}|[{segmenter.UNSPACED}]+")  # to be cut by the segmenter
_UNSPACED = re.compile(f"[{segmenter.UNSPACED}]")
_TOKEN = re.compile(
    rf"{_BEFORE_UNSPACED}|[{segmenter.HAN}]+|[{segmenter.KATAKANA}]+|[{segmenter.HIRAGANA}]+|[{segmenter.SOUTH_EAST}]+"
)
# Of text in Latin letters and common punctuation alone, what the pattern above finds, several times as fast.
_LATIN = re.compile(r"[\x00-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]*")
_LATIN_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*(?!\w)|[^\W_]+(?:[-\u2010\u2011'\u2019&.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_SEPARATORS = re.compile(r"[^\w]+|_+")
_SPACED_UNIT = re.compile(r"(?<![\w.,])(\d{1,3})[ \u00a0-]([B-HJ-Z])(?![\w&'\u2019])")
_UNITS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")
_SPACES = re.compile(r"\s+")
_HYPHENS = re.compile(r"[-\u2010\u2011]")
_ELIDED = re.compile(
    r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|all|un)['\u2019](?=\w)", re.IGNORECASE
)
_BEFORE_ARTICLE = re.compile(r"^(?:[وف]?[بك]|[وف])(?=ال\w\w)")  # "and", "in", "as" joined to a word with its article
_ELIDING = frozenset(["fr", "it", "ca"])
_ALGORITHMS = {"en": "english", "de": "german", "es": "spanish", "fr": "french", "hi": "hindi", "ar": "arabic"}


class Token(NamedTuple):
    """A word of a text: `text == source[start:end]`."""

    text: str
    start: int
    end: int


class Word(NamedTuple):
    """A word as phrases are made of: a token, or two that are one word ("5 G", "cyber security"). `text` is without a
    possessive ending, `key` the stem under which its spellings and inflections are equal."""

    text: str
    start: int
    end: int
    key: str


def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; punctuation is no word."""
    if _LATIN.fullmatch(text):
        return tuple([Token(m.group(), m.start(), m.end()) for m in _LATIN_TOKEN.finditer(text)])
    if not _UNSPACED.search(text) or not segmenter.installed():
        return tuple([Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)])
    return tuple(_segmented(text))


def _segmented(text: str) -> Iterator[Token]:
    for match in _STRETCH.finditer(text):
        start = match.start()
        for word in segmenter.cut(match.group()) if _UNSPACED.match(text, start) else (match.group(),):
            yield Token(word, start, start + len(word))
            start += len(word)


def _texts(text: str) -> list[str]:
    return _LATIN_TOKEN.findall(text) if _LATIN.fullmatch(text) else [token.text for token in tokens(text)]


def count_words(text: str) -> int:
    """How many words `text` has, as the quoting limits count them."""
    return len(_texts(text))


def folded(text: str) -> str:
    """`text` without accents, in one case."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, apart by spaces, as a set: for short lists in code."""
    return frozenset(text.split())


@cache
def word_list(name: str) -> dict[str, frozenset[str]]:
    """The words of `generator/data/NAME.txt` by section; those before the first `[section]` are under "". Empty where
    there is no such file. Lines that begin with # say what the list is."""
    path = resources.files("generator.data") / f"{name}.txt"
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            found.setdefault(section, []).extend(line.split())
    return {key: frozenset(words) for key, words in found.items()}


# Prefixes that are written joined, with a hyphen, or (those of the first list) apart from their word.
_SPACED_JOINING = word_list("function_words_en")["prefix_apart"]
_JOINING = _SPACED_JOINING | word_list("function_words_en")["prefix_joined"]


@cache
def stopwords(language: str = "en") -> frozenset[str]:
    """The function words of `language` (its code or a tag of it), in lower case: our list, and for other languages than
    English YAKE's as well; for a language without a list, none."""
    code = primary(language)
    own = word_list(f"stopwords/{code}")[""]
    if code == "en":
        return own
    return own | function_words(code)


STOPWORDS = stopwords("en")


@lru_cache(maxsize=100_000)
def stem(word: str, language: str = "en") -> str:
    """The form under which inflections and spellings of one word are equal: "Chains" and "chain", "finalised" and
    "finalized". A key to compare by, not a word to show.
    """
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", word).casefold()).replace("\u2019", "'").replace(".", "")
    plain = _HYPHENS.sub("", plain)
    if any(c.isdigit() for c in plain):
        return plain.rstrip("s") if plain[-1:] == "s" and plain[:-1].isdigit() else plain
    language = primary(language)
    if language == "en":
        plain = _BRITISH.sub(r"iz\1", plain)
    algorithm = _ALGORITHMS.get(language)
    return str(_stemmer(algorithm).stemWord(plain)) if algorithm else plain


_BRITISH = re.compile(r"(?<=...)is(e|ed|es|er|ers|ing|ation|ations)$")


@cache
def _stemmer(algorithm: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(algorithm)


@lru_cache(maxsize=50_000)  # the same few thousand texts are asked for a hundred times each
def content_stems(text: str, language: str = "en") -> tuple[str, ...]:
    """The stems of the words of `text` that carry its subject, in order, spelling variants joined: "5 G" is "5g", and
    "cyber security", "cyber-security" and "cybersecurity" are one stem; other hyphenated words are their parts.
    """
    text = _SPACED_UNIT.sub(r"\1\2", text)
    found = _texts(text)
    words = _joined([part for word in found for part in _parts(word)] if _HYPHENS.search(text) else found)
    return tuple([key for word in words if (key := _content_stem(word, language)) is not None])


@lru_cache(maxsize=100_000)
def _content_stem(word: str, language: str) -> str | None:
    """The stem of a word; None for a function word."""
    return None if word.lower().replace("\u2019", "'") in stopwords(language) else stem(word, language)


def _parts(word: str) -> list[str]:
    """A hyphenated word as its parts, unless its first part is a prefix or a part is a number or a letter."""
    parts = _HYPHENS.split(word)
    if len(parts) == 1 or parts[0].lower() in _JOINING or any(len(p) == 1 or p.isdigit() for p in parts):
        return [word]
    return parts


def _joined(words: list[str]) -> list[str]:
    if _SPACED_JOINING.isdisjoint([word.lower() for word in words]):
        return words
    out: list[str] = []
    for word in words:
        if out and out[-1].lower() in _SPACED_JOINING and word[:1].isalpha():
            out[-1] += word
        else:
            out.append(word)
    return out


def normal(text: str) -> str:
    """`text` as a key under which spelling variants are equal: case, hyphens, spaces, full stops, accents' encoding and
    a possessive ending do not count ("5 G" and "5G", "cyber-security" and "cybersecurity", "India's" and "India").
    """
    words = unicodedata.normalize("NFKC", text).casefold().split()
    return "".join(_SEPARATORS.sub("", _POSSESSIVE.sub("", word)) for word in words)


def word_runs(text: str, language: str = "en") -> list[list[Word]]:
    """The words of `text` in runs with no punctuation within; a possessive ends its run, for what it belongs to is
    another phrase ("India's | foreign minister")."""
    language = primary(language)
    runs: list[list[Word]] = [[]]
    possessive = False
    end = 0
    for token in tokens(text):
        gap = text[end : token.start]
        if runs[-1] and (possessive or (gap != " " and gap.strip())):
            runs.append([])
        run, bare = runs[-1], _bare(token.text, language)
        possessive = bare != token.text
        goes_on = run and not possessive and _one_word(run[-1].text, token.text)
        start, end = run.pop().start if goes_on else token.start, token.start + len(bare)
        run.append(_word(text, start, end, language))
    return [run for run in runs if run]


def _bare(token: str, language: str) -> str:
    """`token` without a possessive ending, where the language has one."""
    if language != "en" or ("'" not in token and "\u2019" not in token):
        return token
    return _POSSESSIVE.sub("", token)


def _word(text: str, start: int, end: int, language: str) -> Word:
    """The word in `text[start:end]`, without an article or the like that is joined to it by an apostrophe."""
    plain = text[start:end]
    if language in _ELIDING:
        plain = _ELIDED.sub("", plain)
    elif language == "ar":
        plain = _BEFORE_ARTICLE.sub("", plain)
    bare = plain if plain.isalnum() else _SPACES.sub("", plain)
    return Word(plain, end - len(plain), end, stem(bare, language))


def _one_word(left: str, right: str) -> bool:
    """Whether two neighbouring tokens are spellings of one word: "5 G", "cyber security"."""
    if len(right) == 1:
        return left.isdigit() and len(left) < 4 and right in _UNITS
    return left.lower() in _SPACED_JOINING and right[0].isalpha() and right.lower() not in STOPWORDS
