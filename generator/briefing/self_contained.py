"""Whether a statement says something to a reader who sees nothing but its words."""

from __future__ import annotations

import re

from ..text.counting import words_in
from ..text.words import word_set

_UNKNOWN = re.compile(
    r"(?:\bnot|\bnever|n[’']t)\s+(?:yet\s+)?(?:really\s+)?(?:been\s+)?"
    r"(?:clear|known|know|decided|disclosed|announced|specified|made public)\b"
    r"|\b(?:unclear|unknown|unspecified|undisclosed|remains? to be seen|no (?:details|word|timetable|date)|yet to)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(r"\b(?:we|us|our|you|your|I|my|let[’']s|remember)\b|[?…]|\.\.\.", re.IGNORECASE)
_READER = word_set("we us our you your i my remember")
_THIRD = word_set("he she they")
_WORDS = re.compile(r"\w+")
_MAY_BE_UNKNOWN = ("not", "never", "n't", "n’t", "unclear", "unknown", "unspecified", "undisclosed", "to be seen",
                   "no details", "no word", "no timetable", "no date", "yet to")  # fmt: skip
_LONGEST_HANDING_OVER = 16  # characters at the end of a text
_DANGLING = re.compile(
    r"^[“\"']?(?:also|amid|and|besides|but|he|however|in this|it|its|meanwhile|moreover|she|so|such|talking|that|there"
    r"|these|they|this|those|which|while|who|another|others?|neither"
    r"|(?:the|an?|many|some|several|two|three|four|five|six) (?:others?|former|latter))\b",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"^(?:[A-Z][A-Z’']* ){4}")
_GOES_ON = re.compile(
    r"^(?:[^\s“\"]+ ){1,4}?(?:then|also|too|however|meanwhile|instead|therefore|moreover)\b(?!-)", re.I
)
_MID_SENTENCE = re.compile(  # in small letters: such words may open a clause that is a sentence by itself
    r"^(?!(?:the|an?|all|both|each|every|many|more|most|no|several|some|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"[a-z]"
)
_IMPERSONAL = re.compile(r"^it (?:is|was|remains?|remained) (?:not (?:yet )?(?:clear|known)|unclear|unknown)\b", re.I)
_SPOKEN = re.compile(r"[“\"][^“”\"]*[”\"]?")
_SOMEBODY = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?<=[a-z,] )[A-Z][a-z]+"
    r"|^(?!(?:The|An?|In|On|At|No|As|When|While|After|Before|If|For|With|By|From|To|Until|Since) )[A-Z][a-z]+"
)
_NO_MAIN_VERB = re.compile(r"^[^,]{2,80}, (?:who|whom|whose|which|where)\b[^,]*$")
_HANDS_OVER = re.compile(
    r"\b(?:said|says|added|adding|announced|emphasi[sz]ed|saying|told|warned|whether)$", re.IGNORECASE
)
_BROKEN_OFF = (",", ":", ";", "—", "–")
_FEWEST_WORDS, _MOST_WORDS = 7, 45
_PAIRS = (("“", "”"), ("(", ")"))


def says_unknown(text: str) -> bool:
    """Whether a statement says that something is not known, not decided or not public."""
    lower = text.lower()
    return any(part in lower for part in _MAY_BE_UNKNOWN) and bool(_UNKNOWN.search(text))


def stands_alone(text: str) -> bool:
    """Whether `text` is a statement by itself: no teaser, no "we", no loose end, no "he" whom it does not name."""
    if not (_FEWEST_WORDS <= words_in(text) <= _MOST_WORDS and _whole(text)) or _goes_on(text):
        return False
    words = frozenset(_WORDS.findall(text.lower()))
    return not (_to_the_reader(text, words) or (not words.isdisjoint(_THIRD) and _of_somebody(text)))


def _goes_on(text: str) -> bool:
    """Whether `text` opens with what another sentence began."""
    if _DANGLING.match(text) and not _IMPERSONAL.match(text):
        return True
    return bool(_GOES_ON.match(text) or _MID_SENTENCE.match(text))


def _to_the_reader(text: str, words: frozenset[str]) -> bool:
    """Whether `text`, of these `words`, is a question, is broken off, or speaks of "you" and "we"."""
    may_be = not words.isdisjoint(_READER) or "let" in words or "?" in text or "…" in text or "..." in text
    return may_be and bool(_FILLER.search(text))


def opens_in_speech(text: str) -> bool:
    """Whether `text` begins with somebody's words in quotation marks."""
    return text.startswith(("“", '"'))


def _whole(text: str) -> bool:
    """Whether no quotation mark or bracket is left open, and no clause; a headline in capitals is none either."""
    if text.startswith(("(", "[")) or _SHOUTED.match(text):
        return False
    paired = text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in _PAIRS)
    ends = not text.endswith(_BROKEN_OFF) and not _HANDS_OVER.search(text, max(0, len(text) - _LONGEST_HANDING_OVER))
    return paired and ends and not _NO_MAIN_VERB.match(text)


def _of_somebody(text: str) -> bool:
    """Whether the first "he" or "they" outside what is spoken stands before any name."""
    told = _SPOKEN.sub("", text).strip() if "“" in text or '"' in text else text
    found = _SOMEBODY.search(told)
    return found is not None and not _NAMED.search(told[: found.start()])
