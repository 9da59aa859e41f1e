"""What a reporting verb hands to whom: “…,” X said; X said that …; “…,” said X, “…”."""

from __future__ import annotations

import re
from functools import cached_property

from .documents import document_in, issued
from .patterns import LICENCE_AFTER, TOLD
from .quotations import Found
from .subject import subject_before

_THAT = re.compile(r"^,?(?: (?:reporters|journalists|[A-Z]\w+(?: [A-Z]\w+)*))?(?: that\b)? ?:?")
_BEHIND_THAT = re.compile(r"^ (?:in|at|on|during|late|early|last|earlier) [^,;:“”\"]{1,80}? that\b")
_TOLD_THAT = re.compile(r"^ [^,;:“”\"]{1,90}? that\b")
_INVERTED = re.compile(
    r"^ ?(?P<who>[^,;:“”\"]+?)"
    r"(?P<tail>(?:,? (?:in|on|at|during|via|while|after|when|as|before|following|to)\b[^“”\"]*)?)"
    r"(?P<end>[,;:]|\.(?=\W*$)|$)"
)
_NOUNY = re.compile(
    r"^(?:the|an?|his|her|its|their|he|she|it|they|one|some|many|most|several|two|three|both|another|other|\d+)\b|^[A-Z]|"
    r"^[\w-]+$|^\w+ \w+s$|^(?:[a-z]+ ){1,3}[A-Z]|"
    r"^(?:[\w-]+ )?\w+s (?:familiar with|briefed on|informed of|close to|involved in|at|from|in|of) \w"
)
_OFFICIAL = re.compile(
    r"\b(?:ministry|government|officials?|spokes\w+|minister|department|agency|report|statement)\b", re.I
)
_FINITE = re.compile(r"\b(?:is|was|are|were|be|been|will|would|has|had|can|could|may|might|must|should|do|does|did)\b")
_NOBODY = re.compile(r"\b(?:you|your|I|my|we|our|there|that|which|what|to)$|^(?:you|your|I|my|we|there)\b", re.I)
_DROP = re.compile(r"\s+(?:on|late|early|last|this|in|at|during|when|while|as|after|before|following|to)\b.*$")
_PASSIVE_BEFORE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as|to|of|the|than|a)(?: (?:\w+ly|also|first|later|now|not|just|then))? $"
)
_ADVERBIAL = re.compile(r" (?:in|on|at|during|to)\b[^“\"]*$")
_CLOSING = ("”", '"', "”’", ",’", ",'")
_WINDOW = 400  # characters on either side of a verb that are looked at for its speaker
_DOCUMENT = 60  # … and for the document
_PASSIVE = 24  # characters before a verb that show it to be a participle
_GOES_ON = 20  # characters after an inverted speaker that are more than a place or a day
_SAID = 12  # characters that are the least that a speaker can have said before he is named
_LONGEST = 15  # words of a speaker behind his verb
_LONG_CLAUSE = 5  # words of what stands before a verb and can be no subject


def active(text: str, hit: re.Match[str]) -> bool:
    """Whether a verb is no participle: "Ruiz urged", not "was urged"."""
    return not _PASSIVE_BEFORE.search(text, max(0, hit.start() - _PASSIVE), hit.start())


def speaks(speaker: str) -> bool:
    """Whether a phrase can be one who speaks: a noun phrase without a verb, and neither reader nor writer."""
    head = speaker.split(",")[0]
    return bool(_NOUNY.match(head)) and not _FINITE.search(head) and not names_nobody(head)


def names_nobody(speaker: str) -> bool:
    """Whether a phrase is the reader, the writer or no noun at all."""
    return bool(_NOBODY.search(speaker))


def without_day(speaker: str) -> str:
    """A speaker without when and where he spoke."""
    return _DROP.sub("", speaker).strip()


def subject_of(text: str, hit: re.Match[str]) -> tuple[str, int]:
    """The subject in front of a verb and where it begins; "" where there is none that can speak."""
    begin = max(0, hit.start() - _WINDOW)
    subject, at = subject_before(text[begin : hit.start()])
    return (subject, begin + at) if subject and speaks(subject) else ("", 0)


def reported(text: str, hit: re.Match[str]) -> Found | None:
    """What the reporting verb `hit` hands to whom; None where it reports nothing."""
    if not active(text, hit):
        return None
    verb = _Verb(text, hit)
    return verb.inverted() or verb.plain()


class _Verb:
    """A reporting verb in its sentence."""

    def __init__(self, text: str, hit: re.Match[str]) -> None:
        self._text, self._hit = text, hit
        self._before = text[max(0, hit.start() - _WINDOW) : hit.start()].rstrip()
        self._after = text[hit.end() : hit.end() + _WINDOW]

    @cached_property
    def _subject(self) -> tuple[str, int]:
        begin = max(0, self._hit.start() - _WINDOW)
        subject, at = subject_before(self._text[begin : self._hit.start()])
        return subject, begin + at

    def plain(self) -> Found | None:
        """X said that …; “…,” X said."""
        subject, at = self._subject
        speaker, document = issued(subject)
        medium = document_in(self._text[max(0, self._hit.start() - _DOCUMENT) : self._hit.start()])
        medium = medium or document_in(self._after[:_DOCUMENT])
        if not subject or not (self._licensed or medium or self._closes_quotation(at)) or not speaks(speaker):
            return None
        return Found(*self._span(at), speaker, document or medium)

    @property
    def _licensed(self) -> bool:
        """Whether what follows shows that the verb reports speech; a form that may be a noun ("reports") needs more
        than a comma."""
        verb = self._hit["weak"]
        if not verb or (verb == "told" and TOLD.match(self._after)):
            return True
        found = LICENCE_AFTER.match(self._after)
        return bool(found) and not (verb.endswith("s") and found is not None and found.group() == ",")

    def _closes(self, at: int) -> bool:
        """Whether what the speaker says stands in front of him: a closed quotation, or a clause and a comma."""
        before = self._text[:at].rstrip()
        return before.endswith((",", *_CLOSING)) and len(before) > _SAID

    def _closes_quotation(self, at: int) -> bool:
        return self._closes(at) and self._text[:at].rstrip().endswith(_CLOSING)

    def _span(self, at: int) -> tuple[int, int]:
        """What is said: behind the verb; or in front of the speaker, and behind him too where the quotation goes on."""
        quoted = any(mark in self._text[:at] for mark in '“"')
        ends = len(self._after.strip(" .")) < _GOES_ON or bool(_ADVERBIAL.match(self._after))
        if self._closes(at) and (ends or quoted):
            return 0, len(self._text[:at].rstrip(" ,")) if ends else len(self._text)
        return self._behind()

    def _behind(self) -> tuple[int, int]:
        behind = _TOLD_THAT if self._hit["weak"] == "told" else _BEHIND_THAT
        that = behind.match(self._after) or _THAT.match(self._after)
        start = self._hit.end() + (that.end() if that else 0)
        start += len(self._text[start:]) - len(self._text[start:].lstrip(" "))
        return (start, len(self._text)) if start < len(self._text) - 2 else (0, len(self._text))

    def inverted(self) -> Found | None:
        """The speaker behind his verb: “…, said the government in a statement, …”."""
        tail = _INVERTED.match(self._after)
        if not tail or not _NOUNY.match(tail["who"].strip()) or not self._may_invert(tail):
            return None
        who = without_day(tail["who"])
        if not 0 < len(who.split()) <= _LONGEST or _FINITE.search(who):
            return None
        speaker, document = issued(who)
        medium = document or document_in(tail["tail"]) or document_in(tail["who"])
        goes_on = re.search(rf"[,;:“\"].{{{_GOES_ON}}}", self._after[tail.end("who") :])
        end = len(self._text) if goes_on else len(self._text[: self._hit.start()].rstrip(" ,"))
        return Found(0, end, speaker, medium)

    def _may_invert(self, tail: re.Match[str]) -> bool:
        """Whether the verb may stand before its speaker: after a comma that closes no apposition, or a quotation; or at
        the end of a sentence whose writer left the comma out, where an office is what speaks."""
        if self._hit["weak"] == "told" or (self._before.endswith(",") and subject_before(self._before)[0]):
            return False
        if self._before.endswith((",", "?", "!", *_CLOSING)):
            return True
        at_end = tail["end"] in ("", ".") and not tail["tail"] and bool(self._before)
        return at_end and not self._hit["strong"] and self._office_speaks(tail["who"])

    def _office_speaks(self, who: str) -> bool:
        subject = subject_before(self._before)[0]
        return bool(_OFFICIAL.search(who)) and (not _NOUNY.match(subject) or len(subject.split()) > _LONG_CLAUSE)
