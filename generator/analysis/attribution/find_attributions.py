"""Who is said to have said what: "X said", "according to X", "in a tweet, X said", "it added", and quotations that
go on over several sentences."""

from __future__ import annotations

import re

from ...model import Attribution, Sentence
from .patterns import ACCORDING, ACT, ISSUED, LICENCE_AFTER, OF_BODY, PASSIVE, QUOTED_AS, TOLD, VERB, document_in
from .quotations import Found, carry, opened
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
_CLOSING = ("”", '"', "”’", ",’", ",'")
_LONGEST = 5000  # characters: a longer "sentence" is no prose
_WINDOW = 400  # characters on either side of a verb that are looked at for its speaker
_GOES_ON = 20  # characters after an inverted speaker that are more than a place or a day


def find_attributions(sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """What `sentences` attribute to whom, in text order. A quotation that goes on in the sentences beside the one that
    names its speaker is attributed with it. Offsets are those of the paragraph."""
    within = opened(sentences)
    found = {s.index: _in_sentence(s.text, within[s.index]) if len(s.text) <= _LONGEST else [] for s in sentences}
    carry(sentences, found)
    return tuple(
        Attribution(s.index, s.start + f.start, s.start + f.end, f.speaker, f.medium, f.act)
        for s in sentences
        for f in sorted(found[s.index], key=lambda f: f[:3])
    )


def _in_sentence(text: str, within: bool) -> list[Found]:
    """The attributions of a sentence, which may begin `within` a quotation."""
    found = [_according(text, hit) for hit in ACCORDING.finditer(text)] if "ccording to" in text else []
    if " by " in text:
        found += [_passive(text, hit) for hit in PASSIVE.finditer(text)]
    for hit in VERB.finditer(text):
        one = None if _quoted(text, hit.start(), within) else _reported(text, hit)
        if one and not any(one.start < f.end and f.start < one.end for f in found):
            found.append(one)
    for hit in QUOTED_AS.finditer(text):
        found += [] if found else _told_as(text, hit)
    for hit in ACT.finditer(text):
        acts = [] if _quoted(text, hit.start(), within) else _acts(text, hit)
        reports = bool(VERB.match(text, hit.start()))  # "announced": told already, where it reports speech
        found += [a for a in acts if not any(f.speaker == a.speaker and (reports or f.start <= a.start) for f in found)]
    return [one for one in found if one.start < one.end and not _NOBODY.search(one.speaker)]


def _told_as(text: str, hit: re.Match[str]) -> list[Found]:
    """“…,” Ruiz was quoted as saying."""
    speaker, at = subject_before(text[: hit.start()])
    end = len(text[:at].rstrip()) or len(text)
    return [Found(0, end, speaker, None)] if speaker and _speaks(speaker) else []


def _acts(text: str, hit: re.Match[str]) -> list[Found]:
    """What somebody does in saying it: "Ruiz urged the council to pay"."""
    if _PASSIVE_BEFORE.search(text, max(0, hit.start() - 24), hit.start()):
        return []
    begin = max(0, hit.start() - _WINDOW)
    speaker, at = subject_before(text[begin : hit.start()])
    return [Found(begin + at, len(text), speaker, None, True)] if speaker and _speaks(speaker) else []


def _quoted(text: str, at: int, within: bool) -> bool:
    """Whether `at` stands within a quotation, where the sentence begins `within` one or not."""
    opening, closing, straight = text.count("“", 0, at), text.count("”", 0, at), text.count('"', 0, at)
    if straight and not opening + closing:
        return (straight + within) % 2 == 1
    return opening + within > closing


def _according(text: str, hit: re.Match[str]) -> Found:
    speaker, medium = _source(hit["who"])
    if hit.start() > 2:
        return Found(0, len(text[: hit.start()].rstrip(" ,")), speaker, medium)
    start = hit.end("who")  # at the start: what comes after the comma
    while start < len(text) and text[start] in " ,":
        start += 1
    return Found(start if start < len(text) else 0, len(text), speaker, medium)


def _passive(text: str, hit: re.Match[str]) -> Found:
    return Found(0, len(text[: hit.start()].rstrip()), _DROP.sub("", hit["who"]).strip(), document_in(text))


def _source(phrase: str) -> tuple[str, str | None]:
    """Who or what something is according to. When a document came out is no part of a speaker who issued it, and all
    there is to tell of one without an author."""
    speaker, medium = _issued(phrase.strip().rstrip("."))
    return (speaker, medium) if medium else (_DROP.sub("", speaker).strip(), None)


def _issued(phrase: str) -> tuple[str, str | None]:
    """The speaker and the document in "a statement issued by the PMO" or "a statement after the Cabinet meeting"; a
    document without an author speaks itself."""
    body = OF_BODY.match(phrase)
    if body:
        return body["own"] or body["who"], body["medium"].lower()
    hit = ISSUED.match(phrase)
    if not hit:
        return phrase, None
    if hit["who"]:
        return _DROP.sub("", hit["who"]).strip(), hit["medium"].lower()
    rest = phrase[hit.end() :]
    return phrase, hit["medium"].lower() if not rest or rest[0] in " ," else None


def _reported(text: str, hit: re.Match[str]) -> Found | None:
    if _PASSIVE_BEFORE.search(text, max(0, hit.start() - 24), hit.start()):
        return None
    after = text[hit.end() : hit.end() + _WINDOW]
    inverted = _inverted(text, hit, after)
    if inverted:
        return inverted
    begin = max(0, hit.start() - _WINDOW)
    subject, at = subject_before(text[begin : hit.start()])
    if not subject:
        return None
    at += begin
    medium = document_in(text[max(0, hit.start() - 60) : hit.start()]) or document_in(after[:60])
    closed = _closes(text, at)
    quoted = closed and text[:at].rstrip().endswith(_CLOSING)
    if hit["weak"] and not (_licensed(hit["weak"], after) or medium or quoted):
        return None
    speaker, document = _issued(subject)
    if not _speaks(speaker):
        return None
    return Found(*_span(text, at, hit.end(), after, closed), speaker, document or medium)


def _licensed(verb: str, after: str) -> bool:
    """Whether what follows a verb shows that it reports speech; a form that may be a noun ("reports") needs more than
    a comma."""
    if verb == "told" and TOLD.match(after):
        return True
    hit = LICENCE_AFTER.match(after)
    return bool(hit) and not (verb.endswith("s") and hit and hit.group() == ",")


def _speaks(speaker: str) -> bool:
    """Whether a phrase can be one who speaks: a noun phrase without a verb, and neither reader nor writer."""
    head = speaker.split(",")[0]
    return bool(_NOUNY.match(head)) and not _FINITE.search(head) and not _NOBODY.search(head)


def _closes(text: str, at: int) -> bool:
    """Whether what the speaker says stands in front of him: a closed quotation, or a clause and a comma."""
    before = text[:at].rstrip()
    return before.endswith((",", *_CLOSING)) and len(before) > 12


def _span(text: str, at: int, verb_end: int, after: str, closed: bool) -> tuple[int, int]:
    """What is said: behind the verb; or in front of the speaker, and behind him too where the quotation goes on."""
    quoted = any(mark in text[:at] for mark in '“"')
    ends = len(after.strip(" .")) < _GOES_ON or re.match(r" (?:in|on|at|during|to)\b[^“\"]*$", after)
    if closed and (ends or quoted):
        return 0, len(text[:at].rstrip(" ,")) if ends else len(text)
    behind = _TOLD_THAT if text.endswith("told", 0, verb_end) else _BEHIND_THAT
    that = behind.match(after) or _THAT.match(after)
    start = verb_end + (that.end() if that else 0)
    while start < len(text) and text[start] == " ":
        start += 1
    return (start, len(text)) if start < len(text) - 2 else (0, len(text))


def _inverted(text: str, hit: re.Match[str], after: str) -> Found | None:
    """The speaker behind his verb: “…, said the government in a statement, …”."""
    before = text[max(0, hit.start() - _WINDOW) : hit.start()].rstrip()
    tail = _INVERTED.match(after)
    if hit["weak"] == "told" or (before.endswith(",") and subject_before(before)[0]):
        return None
    if not tail or not _NOUNY.match(tail["who"].strip()) or not _may_invert(before, hit, tail):
        return None
    who = _DROP.sub("", tail["who"]).strip()
    if not who or len(who.split()) > 15 or _FINITE.search(who):
        return None
    speaker, document = _issued(who)
    medium = document or document_in(tail["tail"]) or document_in(tail["who"])
    goes_on = re.search(rf"[,;:“\"].{{{_GOES_ON}}}", after[tail.end("who") :])
    return Found(0, len(text) if goes_on else len(text[: hit.start()].rstrip(" ,")), speaker, medium)


def _may_invert(before: str, hit: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether a verb may stand before its speaker: after a comma or a quotation; or at the end of a sentence whose
    writer left the comma out, where an office is what speaks."""
    if before.endswith((",", "?", "!", *_CLOSING)):
        return True
    if tail["end"] not in ("", ".") or tail["tail"] or hit["strong"] or not before:
        return False
    subject = subject_before(before)[0]
    return bool(_OFFICIAL.search(tail["who"])) and (not _NOUNY.match(subject) or len(subject.split()) > 5)
