"""Cuts a sentence into the clauses that state something each, as verbatim spans.

Only where grammar makes it safe: at a semicolon; before a conjunction, relative or "amid" that opens a clause; before a
second verb of one subject ("but stood by his plan", "and to close the port", "killing seven"); after "that" behind a
reporting verb. A piece that is too short to state anything stays with its neighbour. Appositions and
lists are never cut. Offsets only: nothing here changes a word.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ...text.datelines import dateline_end
from ...text.pos_tagger import lexical
from ...text.words import word_set
from ..lexicons import lexicons

_SUBORDINATE = "while|whereas|although|though|because|after|before|until|unless|as|when|since"
_DEGREE = "especially|particularly|even|just|shortly|soon|only"
_CUT = re.compile(
    r";\s+"
    rf"|\s?,?\s+(?:and\s+)?(?P<sub>(?:(?:{_DEGREE})\s)?(?:{_SUBORDINATE}))\s+"
    r"|,?\s+(?:and|but|or)\s+(?P<inf>to)\s+"
    r"|,?\s+(?P<but>but|yet)\s+"
    r"|,?\s+(?P<and>and)\s+"
    r"|,?\s+(?P<amid>amid|amidst|in the midst of|in the wake of|despite)\s+"
    r"|,\s+(?P<rel>which|who|whose|where)\s+"
    r"|\s+(?P<that>that)\s+"
    r"|,\s+(?P<ing>[a-z]{2,}ing)\s+"
    r"|,\s+(?:said|added|announced|stated)\s[^,;]{2,60}(?P<said>,)\s+"
)
_OPENER = re.compile(rf"(?:(?:{_DEGREE})\s)?(?:after|because|although|though|while|whereas|when)\s(?=\S)")
_OPEN = re.compile(r"\b(?:if|unless|until|before|not|never|no|would|could|might|may|should|whether)\b|n[’']t\b", re.I)
_CONTRASTS = ("while", "whereas")
_COORDINATE = (None, "and", "but")
_LONGEST = 4000  # characters of a sentence in which clauses are looked for
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_MIN_WORDS = 4
_REACH = 8  # how many words into a clause its finite verb must stand
_NO_SUBJECT = word_set("to be not also then thereby of if soon possible ever usual")
_PRONOUNS = word_set("it he she they there this that these those we")
_SUBJECTS = word_set("it he she they we i")
_PAST = word_set("was were has have had did wasn't weren't hasn't haven't hadn't didn't")
_LONG_SUBJECT = 12  # words of a subject behind a conjunction
_ROLES = word_set("a an well soon long far much many part")
_ADVERBS = word_set("also later then now still never")
_NO_PARTICIPLES = word_set(
    "including excluding according following during regarding concerning depending starting beginning being nothing "
    "something anything everything morning evening spring building"
)
_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december last early late then noon midnight dawn"
)
_LINKS = word_set("as such well so same just")


# How a clause goes with the one before it: it could be a sentence of its own, it hangs on it, or it shares its subject.
Link = Literal["free", "bound", "verb"]


class Piece(NamedTuple):
    """A clause of a sentence. A frame only hands over what follows it: "After talks in Geneva, the minister said"."""

    start: int
    end: int
    frame: bool
    link: Link


def clauses(text: str) -> tuple[Piece, ...]:
    """The clauses of the sentence `text`, in order; one where nothing is safe to cut. A dateline is in none."""
    cuts: list[tuple[int, int, Link]] = [(0, dateline_end(text), "bound")]
    for match in _CUT.finditer(text, 0, _LONGEST):
        cut = _cut(text, match, cuts[-1][1])
        if cut:
            cuts.append(cut)
    ends = [*(end for end, _, _ in cuts[1:]), len(text)]
    return tuple(
        Piece(start, end, _frame(text, start, end), link) for (_, start, link), end in zip(cuts, ends, strict=True)
    )


def opener(text: str, before: str) -> int:
    """How long the conjunction is that keeps `text` from standing alone, 0 where there is none that may go: behind
    "especially after" stands what has happened, but not behind "until", nor where the words `before` it, or its own
    verb, leave open whether it has."""
    found = _OPENER.match(text)
    if not found or _OPEN.search(before):
        return 0
    words = _words(text[found.end() : found.end() + 160])
    told = words[0] not in _PRONOUNS if words else False
    verb = next((word for word in words[1 : 1 + _LONG_SUBJECT] if _finite(word)), "")
    return found.end() if told and (verb in lexicons().past or verb in _PAST or verb.endswith("ed")) else 0


def verbless(text: str) -> bool:
    """Whether no word of `text` may be a verb: a fragment, which states nothing by itself."""
    return not any(_finite(word) or lexical(word) in "VBD" for word in _words(text))


def _frame(text: str, start: int, end: int) -> bool:
    """Whether a clause ends with who reports the next, and has no other verb."""
    if end == len(text):
        return False
    words = _words(text[start:end])
    last = next(
        (i for i in range(len(words) - 1, max(-1, len(words) - 8), -1) if words[i] in lexicons().reporting), None
    )
    return last is not None and not _has_verb(words[:last] + words[last + 1 :], len(words))


def _cut(text: str, match: re.Match[str], begin: int) -> tuple[int, int, Link] | None:
    """Where the clause on the left ends, where the one on the right starts, and how it goes with it; None where the cut
    is not safe."""
    kind = match.lastgroup
    before, after = text[begin : match.start()], text[match.end() : match.end() + 160]
    left, right = _words(before), _words(after)
    if before.count("(") > before.count(")") or len(right) < _MIN_WORDS:
        return None
    if kind in ("said", "that"):
        return _behind_reporting(match, left)
    if len(left) < _MIN_WORDS:
        return None
    return _between(match, before, left, _words(after.split(",")[0]))


def _behind_reporting(match: re.Match[str], left: list[str]) -> tuple[int, int, Link] | None:
    """The cut behind "said the minister," and at "that" behind a reporting verb."""
    if match.lastgroup == "said":
        return match.end("said"), match.end(), "bound"
    return (*match.span(), "bound") if any(word in lexicons().reporting for word in left[-2:]) else None


def _between(match: re.Match[str], before: str, left: list[str], head: list[str]) -> tuple[int, int, Link] | None:
    """The cut before a clause or a second verb; its opening word goes where the clause could stand without it."""
    kind = match.lastgroup
    if _goes_on(match, left, head):
        return match.start(), match.end() if kind in ("and", "but") else match.start(kind or 0), "verb"
    if not _allowed(match, before, left, head):
        return None
    if kind in _COORDINATE or (kind == "sub" and match.group(kind) in _CONTRASTS):
        return match.start(), match.end(), "free"
    return match.start(), match.start(kind or 0), "bound"


def _goes_on(match: re.Match[str], left: list[str], head: list[str]) -> bool:
    """Whether a second verb follows, of the subject before it: "but stood by his plan", "killing seven"."""
    kind = match.lastgroup
    verb = next((word for word in head[:2] if word not in _ADVERBS), "")
    found = kind in ("inf", "ing") or (kind in ("and", "but") and _finite(verb))
    return found and match.group(kind or 0) not in _NO_PARTICIPLES and _has_verb(left, len(left))


def _allowed(match: re.Match[str], before: str, left: list[str], head: list[str]) -> bool:
    kind = match.lastgroup
    if kind == "rel":
        return _has_verb(head, 4)
    if kind in (None, "amid"):
        return kind is None or not _finite(left[-1])
    if kind in ("inf", "ing") or not _opens_clause(head) or (kind == "sub" and _times(head[0])):
        return False
    if kind == "sub":
        return _subordinates(match.group(kind), left, head)
    return _coordinates(match, before, left, head)


def _coordinates(match: re.Match[str], before: str, left: list[str], head: list[str]) -> bool:
    """Whether "and" or "but" opens a clause, and not the last of a list."""
    if match.lastgroup == "but":
        return _has_verb(left, len(left))
    if not match.group().startswith(","):
        return _has_verb(left, len(left)) and head[0] in _PRONOUNS
    segment = _words(before.rpartition(",")[2])  # without a verb since the last comma, this is the last of a list
    aside = segment[:1] == ["according"] or head[0] in _SUBJECTS
    return _has_verb(segment, len(segment)) or (aside and _has_verb(left, len(left)))


def _times(word: str) -> bool:
    """Whether `word`, behind "since" or the like, gives a time and no subject."""
    return word in _TIMES or word[0].isdigit()


def _subordinates(word: str, left: list[str], head: list[str]) -> bool:
    """Whether `word` opens a clause, and not a comparison ("as big as") or a role ("serves as a reserve")."""
    if word == "as":
        return not ({head[0]} & (_PRONOUNS | _ROLES)) and "as" not in left[-3:] and _has_verb(head, 5)
    return left[-1] not in _LINKS and (" " in word or _has_verb(left, len(left)))


def _opens_clause(words: list[str]) -> bool:
    """A subject, then a finite verb: the verb is neither the first word nor far off."""
    return bool(words) and words[0] not in _NO_SUBJECT and not _finite(words[0]) and _has_verb(words[1:], _REACH)


def _has_verb(words: list[str], reach: int) -> bool:
    return any(_finite(word) for word in words[:reach])


def _finite(word: str) -> bool:
    return word in lexicons().finite or (len(word) > 4 and word.endswith("ed"))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
