"""Whether what a date dates lies behind the source or ahead of it, by the verb of the clause that holds the date.

The nearest verb before the date decides ("the council said on Friday that it will meet": past), or, where the clause
has none there, the first one after it ("On Friday, the council will meet": ahead). Present-tense verbs of scheduled
happenings look ahead ("the fair opens on Friday"); a modal with a perfect ("would have ended in May"), a participle
("a fair opening in May"), an order or no verb at all tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from ...model import Tense
from ...text.words import word_set

_EXPECTED = "set|due|scheduled|slated|expected|planned|likely|sure|ready|poised|supposed|bound|about|unlikely|certain"
_AHEAD = "|".join((
    r"(?:will|shall|would|may|might|won['’]t|wouldn['’]t|going to|to be|yet to|needs? to|ha(?:s|ve) to)",
    r"['’]ll",
    rf"(?:is|are|be|been|being) (?:\w+ly )?(?:{_EXPECTED}) (?:to|for)",
    "(?:is|are|was|were|been) planning",
    "(?:postpon|delay|adjourn|reschedul|extend|remand)ed (?:until|till|to)",
    r"(?:set|due|scheduled|slated|expected|planned|poised) (?:to|for|in|on|by|at|back|next|early|late|later)",
    r"(?:plan|intend|aim|hope|prepare|want|expect|seek|wish|mean|vow|promise|pledge|threaten)s? to",
    r"(?:planning|intending|aiming|hoping|preparing|wanting|expecting|seeking|trying) to",
    r"(?:vow|pledge|promise|threaten|plan|intend|hope)e?d to",
    r"(?:is|are) (?:to|due|expected|scheduled|planned|slated)",
    r"(?:is|are|am) (?:not )?\w+ing",
))  # fmt: skip
# A plan of the past: its day may have come.
_THEN = rf"(?:was|were) (?:\w+ly )?(?:(?:{_EXPECTED}) (?:to|for)|to)"
# Verbs that stand in the present for what a calendar holds.
_CALENDAR = "|".join((
    "begins|opens|starts|ends|closes|meets|resumes|expires|recesses|convenes|adjourns|runs out|arrives|lapses|departs",
    "takes (?:place|effect|office|over)|comes into|goes (?:to|before|into|on)|kicks off|concludes|reopens|retires",
    "begin|resume|convene|meet|expire|adjourn|take place",
))  # fmt: skip
_OPEN = "|".join((
    "(?:would|could|might|may|should|must|will)(?: not)? have",
    r"(?:opening|beginning|starting|ending|closing)(?= (?:(?:on|in|at) )?$)",
    "(?:agree|decide|prepare)d to",
    r"(?:ask|order|urge|tell|told|invite|allow|permit|require|direct|want)(?:ed)?(?: \w+){1,4} to",
    "could|should|can|must",
))  # fmt: skip
_PAST = word_set(
    "said says told began begun took came went made gave saw won lost died killed left became spoke met held had has "
    "have was were did fell rose sent struck hit shot grew drew flew drove wrote rode threw knew blew froze chose "
    "broke woke swore tore wore bore bought brought caught fought sought taught thought built spent lent dealt felt "
    "kept slept swept crept leapt meant paid laid sold stood understood withdrew ran sang sank rang drank shrank hung "
    "dug stuck swung slid hid led fed fled found heard got forgot set put cut quit shut beat"
)
_NO_VERB_AFTER = word_set(
    "a an the its his her their our this that these those of in on at by for from with into to more most and or new "
    "no any some all newly so-called recently as be been being"
)
_VERB = re.compile(
    rf"\b(?:(?P<open>{_OPEN})|(?P<then>{_THEN}))\b|(?P<ahead>(?:\b|(?=['’]))(?:{_AHEAD}|{_CALENDAR}))\b|\b(?P<word>[a-z]+)\b"
)  # of small letters: without regard to case it would take ten times as long
_LIMIT = re.compile(r"\b(?:by|until|till)\s$")  # "hoped to have it opened by Monday"
_LAST_WORD = re.compile(r"[\w'’.-]+$")
_ENDINGS = tuple(sorted(_NO_VERB_AFTER))
_LONGEST_WORD = 16  # characters before a verb that hold any of those, and what parts it from the verb
_BREAK = re.compile(r"[;:]|(?:^|\s)[–—_-]{1,2}\s|\b(?:that|while|but|although|whereas|because(?! of))\b")
_AFTER_BREAK = re.compile(r"[;:]|\b(?:that|which|who|while|but|although)\b")
_WINDOW = 200  # characters before and after a date that are looked at for verbs


def tense_at(text: str, start: int, end: int) -> Tense | Literal["then"]:
    """Whether the date at `start:end` of the sentence `text` lies behind its writer, ahead, or may do either; "then"
    where it lay ahead of a past: "was to open on Friday"."""
    clause = _clause_before(text, start)
    before = list(_verbs(clause))
    if before:
        return "ahead" if _LIMIT.search(clause) and "ahead" in before else before[-1]
    return next(_verbs(_AFTER_BREAK.split(text[end : end + _WINDOW])[0]), "open")


def _clause_before(text: str, start: int) -> str:
    """What stands before a date in its own clause, no further back than a quotation mark that is open at the date."""
    before = text[max(0, start - _WINDOW) : start]
    before = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
    if before.count('"') % 2:
        before = before.rpartition('"')[2]
    curly = before.rfind("“")
    return before[curly + 1 :] if curly > before.rfind("”") else before


def _verbs(clause: str) -> Iterator[Tense | Literal["then"]]:
    """The tenses of the verbs of a clause, in order."""
    clause = clause.lower()
    for found in _VERB.finditer(clause):
        if found["open"]:
            yield "open"
        elif found["then"]:
            yield "then"
        elif (found["ahead"] or _is_past(found["word"])) and not _is_no_verb(clause, found):
            yield "ahead" if found["ahead"] else "past"


@lru_cache(maxsize=20_000)
def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and not word.endswith("eed"))


def _is_no_verb(clause: str, found: re.Match[str]) -> bool:
    """Whether a verb form does not rule its clause: it is an infinitive, or goes with a noun or with "be"."""
    if found[0] in ("had", "has"):
        return False
    before = clause[max(0, found.start() - _LONGEST_WORD) : found.start()].rstrip().removesuffix(",")
    word = _LAST_WORD.search(before) if before.endswith(_ENDINGS) else None
    return word is not None and word[0] in _NO_VERB_AFTER
