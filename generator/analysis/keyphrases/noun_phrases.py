"""Where the noun phrases of an English text lie, by the classes of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ...text.gazetteer import is_place
from ...text.name_words import ABBREVIATED, HONORIFICS, TITLES
from ...text.pos_tagger import classify, lexical
from ...text.words import Word, word_list

LONGEST = 4
CUT_TITLES = ABBREVIATED & (TITLES | HONORIFICS)  # "Gov", "Lt": what stands before a name, and alone is a piece of one
_IN_PHRASES = frozenset("NJDG")  # nouns, adjectives, participles, gerunds
_OPENERS = frozenset("J#")  # after which a participle stands before a noun
_VERBS = frozenset("VB")
_VERBAL = ("izes", "ises", "ifies")  # endings of verbs alone, as far as a noun stands before them
_AFTER_VERB = frozenset("NJD")  # what begins an object without an article
_WORDS = word_list("function_words_en")
_BE_HAVE = _WORDS["be_have"]
_BEFORE_GERUND = _WORDS["before_gerund"]
_BEFORE_HEAD = _WORDS["before_head"]
_BEFORE_NOUN = _WORDS["before_noun"]
_TITLES = _WORDS["titles"] | CUT_TITLES
_NUMBERS = word_list("generic_en")["number"]
_BREAKS = _WORDS["before_time"] | _NUMBERS  # what begins another phrase

Style = Literal["text", "title", "headline"]
"""How a line is written: as text; as a title, without a full stop; as a headline, with capitals."""


def noun_phrases(run: Sequence[Word], opens: bool, style: Style) -> Iterator[tuple[int, int]]:
    """(start, end) of each noun phrase of a run of words: adjectives, participles and nouns up to a noun, at most four
    words. `opens` where nothing stands before the run that a verb could follow."""
    texts = [word.text for word in run]
    headline = style == "headline"
    kinds = _kinds(texts, opens, style)
    found: list[tuple[int, int]] = []
    start = -1
    for i in range(len(run) + 1):
        inside = i < len(run) and kinds[i] in _IN_PHRASES and _belongs(i, start, texts, kinds, opens)
        if start >= 0 and (not inside or _starts_name(i, texts, kinds)):
            found += _trimmed(start, i, texts, kinds)
            start = -1
        if inside and start < 0:
            start = i
    return iter(found) if headline or "of" not in texts else _with_of(found, texts)


def _kinds(texts: Sequence[str], opens: bool, style: Style) -> list[str]:
    """The classes of words; those of a headline in capitals throughout as if it had none."""
    headline = style == "headline"
    shouted = headline and " ".join(texts).isupper()
    kinds = classify([text.lower() for text in texts] if shouted else texts, headline)
    if headline and not opens and _opens_with_verb(texts):
        kinds[0] = "V"
    for i in range(1, len(texts)):
        if kinds[i] == "N" and _is_finite(i, texts, kinds, style):
            kinds[i] = "V"
        elif kinds[i] == "#" and _is_of_name(i, texts, kinds):
            kinds[i] = "N"
    return kinds


def _opens_with_verb(texts: Sequence[str]) -> bool:
    """As the second half of "Mayor Leaves Town, | Claims Victory"."""
    return len(texts) > 1 and texts[0].endswith("s") and lexical(texts[0].lower()) in _VERBS


def _is_finite(i: int, texts: Sequence[str], kinds: Sequence[str], style: Style) -> bool:
    """Whether what may be a noun is the verb of what stands before it, with an object: of a name, in a title of any
    noun ("Norway issues new licences"), and before a number anywhere ("the slick stretches five miles")."""
    word, last = texts[i].lower(), texts[i - 1]
    if kinds[i - 1] != "N" or not word.endswith("s") or not _is_single(last.lower()) or i + 1 == len(texts):
        return False
    if word.endswith(_VERBAL):
        return True
    if kinds[i + 1] == "#" or texts[i + 1].lower() in _NUMBERS:
        return lexical(word) in _VERBS
    named = last[0].isupper() and texts[i].islower()
    return (style != "text" or named) and kinds[i + 1] in _AFTER_VERB and lexical(word) in _VERBS


def _is_of_name(i: int, texts: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether a number is the end of a name, as in "Orion 7": after a capital, and with nothing behind it to count."""
    if kinds[i - 1] != "N" or not texts[i - 1][0].isupper() or not texts[i].isdigit() or len(texts[i]) > 3:
        return False
    return not _is_date(texts[i - 1]) and (i + 1 == len(texts) or kinds[i + 1] in {"S", "V"})


def _is_date(word: str) -> bool:
    """Whether a word is the name of a day or a month, which only a capital tells from "may" and "march"."""
    return word[0].isupper() and word.lower().rstrip(".") in word_list("generic_en")["calendar"]


def _belongs(i: int, start: int, texts: Sequence[str], kinds: Sequence[str], opens: bool) -> bool:
    """Whether word `i`, of a class that phrases have, belongs to the one that begins at `start`, or, where that is
    below 0, begins one."""
    if _is_date(texts[i]) or (start >= 0 and texts[i] in _BREAKS):
        return False
    if kinds[i] in {"N", "J"}:
        return True
    if not i:
        return opens and kinds[i] == "D"
    last = texts[i - 1].lower()
    if last in _BE_HAVE:
        return False
    if start < 0:
        return _begins(last, kinds[i - 1], kinds[i])
    return kinds[i - 1] != "N" or _goes_on(i, texts, kinds)


def _begins(last: str, before: str, kind: str) -> bool:
    """Whether a phrase begins with a participle or a gerund: after what stands before a noun. Elsewhere it is the verb
    ("the envoy | urged allies", "closing the mine")."""
    return (last in _BEFORE_NOUN or before in _OPENERS) and (kind == "D" or last not in _BEFORE_GERUND)


def _goes_on(i: int, texts: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether a phrase goes on behind a noun with a participle ("computer aided design") or a gerund ("price fixing",
    but not "a crash involving three trains")."""
    if kinds[i] == "D":
        return texts[i].lower() in _BEFORE_HEAD and not any(text[0].isupper() for text in texts[i + 1 : i + 2])
    return _is_single(texts[i - 1].lower()) and kinds[i + 1 : i + 2] not in (["J"], ["#"])


def _is_single(noun: str) -> bool:
    """Whether a noun is no plural by its ending: before a gerund, that is part of the phrase ("price fixing")."""
    return not noun.endswith("s") or noun.endswith("ss")


def _starts_name(i: int, texts: Sequence[str], kinds: Sequence[str]) -> bool:
    """As in "minister | Motegi", "telecom major | Huawei" and "Prime Minister | Modi": a common noun or a title ends
    before a name."""
    if i >= len(texts) or not texts[i][0].isupper() or kinds[i] != "N":
        return False
    if kinds[i - 1] != "N" and (i < 2 or (kinds[i - 2], kinds[i - 1]) != ("N", "J")):
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
    if word.lower() in _NUMBERS and start == 0:
        return end > 1
    if word.lower() not in word_list("generic_en")["adjective"]:
        return False
    if start == 0 and end > 1:
        return word.islower() or texts[1].islower()  # "New Delhi" opens the sentence
    return start == 0 or word.islower()


def _with_of(found: Sequence[tuple[int, int]], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Names such as "Ministry of External Affairs" as one phrase: capitals on both sides of "of", but no country or
    town, which tells whose something is."""
    i = 0
    while i < len(found):
        start, end = found[i]
        if i + 1 < len(found) and found[i + 1][0] == end + 1 and texts[end] == "of":
            stop = found[i + 1][1]
            capitals = texts[end - 1][0].isupper() and texts[end + 1][0].isupper()
            if stop - start <= LONGEST and capitals and not is_place(" ".join(texts[end + 1 : stop])):
                yield start, stop
                i += 2
                continue
        yield start, end
        i += 1
