"""Whether a decoded text reads as a language: by its letters, and by what the language model says that it is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from ..text.word_lists import word_lists
from .scrape.language import likely_languages

SCRIPTS = frozenset(
    ["LATIN", "CYRILLIC", "GREEK", "HEBREW", "ARABIC", "THAI", "GEORGIAN", "ARMENIAN", "DEVANAGARI", "HANGUL", "HAN"]
)
"""The scripts that can be told to be read rightly, each by the first word of its letters' names."""

_SAMPLE = 20_000  # characters
_PUNCTUATION = frozenset(
    "\xa0\xad¡¿«»·´ªº°®™“”„‟‘’‚‹›–—―…•′″−№\u200b\u200c\u200d\u200e\u200f\u2009\u202f\u2028\ufeff،؛؟ـ۔।॥฿ๆฯ"
)
_SIGNS = frozenset("²³§±©£€¥¢½¼¾†‡‰×÷¶µ¬¦")
_OPENING = frozenset("‚„µ")
_NEVER = frozenset("\0\x1b")
_IN_WORDS = frozenset("\xad’´·–—…\u200b\u200c\u200d\u200e\u200f")
_OF_EAST = re.compile(r"[\u3000-\u3040\u3099-\u309e\u30a0\u30fb-\u30fe\uff01-\uff5e\uffe0-\uffe6〇々]")
_HALF_WIDTH = re.compile(r"[\uff61-\uff9f]")
_HIRAGANA = re.compile(r"[\u3041-\u3096]")
_AROUND = re.compile(r"(?s)(?<=(.))([^\x00-\x7f])(?=(.))")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FINALS = frozenset("םןץףךς")  # letters that only end a word
_KEPT_ENGLISH = 0.09  # what a letter with an accent costs in English, which has few
_IN_ENGLISH = 0.2  # of a sign is odd in English where there are few: one in fifty may be anything
_OF_SECOND = 0.05  # what a letter costs that only the second likeliest language has
_BETTER = 0.001  # counts between two that are as odd
_LEAST_SHARE = 0.3  # of all letters, of a text in another script than ours
_OF_ONE_SCRIPT = 0.9  # of the letters beyond ASCII
_MOST_LATIN = 0.4  # of all letters are beyond a-z in a text in Latin letters
_WITHOUT_SPACES = frozenset(["HAN", "HANGUL", "THAI"])
_SAME_SCRIPT = {"HIRAGANA": "HAN", "KATAKANA": "HAN", "CJK": "HAN", "IDEOGRAPHIC": "HAN", "KATAKANA-HIRAGANA": "HAN"}


def oddness(text: str, scripts: frozenset[str]) -> float | None:
    """How many of the characters of `text` beyond ASCII are odd in the language it is in, from 0 (none) to 1, a little
    less where more of them are letters; None where it reads as no language that one of `scripts` writes."""
    sample = text[:_SAMPLE]
    beyond = [c for c in sample if c > "\x7f"]
    kinds = Counter(script for c in beyond if (script := _script(c)))
    script, count = kinds.most_common(1)[0] if kinds else ("LATIN", 0)
    if script not in scripts or _NEVER & set(sample):
        return None
    share = count / max(1, sum(map(str.isalpha, sample)))
    if script == "LATIN":
        return _odd_latin(sample) - _BETTER * count / max(1, len(beyond)) if share < _MOST_LATIN else None
    of_one = count >= _OF_ONE_SCRIPT * kinds.total() and share >= _LEAST_SHARE
    return _odd_other(sample, script, beyond) if of_one else None


def _odd_other(text: str, script: str, beyond: list[str]) -> float | None:
    if not _is_running_text(text, script):
        return None
    return sum(map(_is_odd, beyond)) / len(beyond) - _BETTER * _commonness(text, script)


@lru_cache(maxsize=20_000)
def _script(letter: str) -> str | None:
    """The first word of the name of a letter or a mark, which is its script; None for what is neither."""
    if not letter.isalpha() or letter in "ªºµ":
        return None
    first = unicodedata.name(letter, "").partition(" ")[0]
    return _SAME_SCRIPT.get(first, first)


def _is_running_text(text: str, script: str) -> bool:
    """Whether the commonest letters of a script are as common as in any text, and case stands as it stands in words."""
    letters = "".join(c for c in text if _script(c) == script)
    if _commonness(text, script) < 1 or _is_mostly_capital(letters) or not likely_languages(text):
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = sum(map(_is_odd_word, words)) if script not in _WITHOUT_SPACES else 0
    return odd <= 0.1 * len(words)


def _commonness(text: str, script: str) -> float:
    """The share that the commonest letters of a script have of all, by the least that they must have."""
    least, common = _letters()["scripts"].get(script, (1.0, ""))
    letters = [c.lower() for c in text if _script(c) == script]
    if script == "HAN" and sum(1 for c in letters if _HIRAGANA.match(c)) > 0.2 * len(letters):
        return 2.0
    return sum(c in common for c in letters) / (len(letters) or 1) / float(least)


def _is_odd_word(word: str) -> bool:
    """Whether a word changes its case within, or its script, or begins with a letter that only ends one."""
    turned = not (word.islower() or word.isupper() or word[1:].islower() or word.lower() == word.upper())
    mixed = any(c.isascii() for c in word)
    return turned or mixed or word[0] in _FINALS


def _is_mostly_capital(text: str) -> bool:
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


def _is_odd(c: str) -> bool:
    if _HALF_WIDTH.match(c) or unicodedata.category(c) in {"Co", "Cn", "Cc"} or c == "\ufffd":
        return True
    ordinary = c in _PUNCTUATION or _OF_EAST.match(c) or unicodedata.category(c)[0] == "M"
    return not (ordinary or (_script(c) not in (None, "LATIN")))


def _odd_latin(text: str) -> float:
    """The same of a text in Latin letters: those that its language does not have, signs within words, and capitals in
    the middle of them."""
    likely = likely_languages(text)
    prices = _prices(tuple(code for code, chance in likely if chance > 0.5 * likely[0][1]))
    found = _AROUND.findall(f" {text} ")
    share = sum(_cost(before, c, after, prices) for before, c, after in found) / max(1, len(found))
    if likely and likely[0][0] == "en" and len(found) * 50 < len(text):
        share *= _IN_ENGLISH
    return share - _BETTER * sum(chance for _, chance in likely)


@lru_cache(maxsize=1_000)
def _prices(languages: tuple[str, ...]) -> dict[str, float]:
    """What each letter costs in a text of one of `languages`, the likelier first: nothing, a little, or, where it is
    not named, 1. Of English, and of what nobody knows, all letters of Western Europe are, at a price."""
    alphabets = _letters()["alphabets"]
    known = [code for code in languages if code in alphabets and code != "en"]
    prices = dict.fromkeys(alphabets["en"], _KEPT_ENGLISH) if not known or "en" in languages else {}
    for place, code in reversed(list(enumerate(known))):
        prices.update(dict.fromkeys(alphabets[code], _OF_SECOND * place))
    return prices


def _cost(before: str, c: str, after: str, prices: dict[str, float]) -> float:
    if _script(c):
        return 1.0 if c.isupper() and before.islower() else prices.get(c.lower(), 1.0)
    return float(_is_odd_sign(before, c, after))


def _is_odd_sign(before: str, c: str, after: str) -> bool:
    """Whether a sign stands where it never stands: most within words, some beside them, some before or after them."""
    if c in _OPENING:
        return before.isalpha()
    if c in _PUNCTUATION:
        return before.isalpha() and after.isalpha() and c not in _IN_WORDS
    return c not in _SIGNS or after.isalpha() or (before.isalpha() and not (c in "²³" and before == "m"))


@cache
def _letters() -> Any:
    return word_lists("letters")
