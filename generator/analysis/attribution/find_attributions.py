"""Who is said to have said what: "X said", "according to X", "in a tweet, X said", "it added", and quotations that
go on over several sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ...model import Attribution, Sentence
from .patterns import ACCORDING, ISSUED, LICENCE_AFTER, OF_BODY, PASSIVE, TOLD, VERB, document_in, subject_before

_THAT = re.compile(r"^,?(?: (?:reporters|journalists|[A-Z]\w+(?: [A-Z]\w+)*))?(?: that\b)? ?:?")
_INVERTED = re.compile(
    r"^ ?(?P<who>[^,;:“”\"]+?)"
    r"(?P<tail>(?:,? (?:in|on|at|during|via|while|after|when|as|before|following|to)\b[^“”\"]*)?)(?P<end>[.,;:]|$)"
)
_NOUNY = re.compile(
    r"^(?:the|an?|his|her|its|their|he|she|it|they|one|some|many|most|several|two|three|both|another|other|\d+)\b|^[A-Z]|"
    r"^[\w-]+$|^\w+ \w+s$|^(?:[a-z]+ ){1,3}[A-Z]|^\w+s (?:familiar with|briefed on|close to|involved in|at|from) \w"
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
_CLOSED = re.compile(r"[”\"]")
_LONGEST = 5000  # characters: a longer "sentence" is no prose
_WINDOW = 400  # characters on either side of a verb that are looked at for its speaker
_GOES_ON = 20  # characters after an inverted speaker that are more than a place or a day


class _Found(NamedTuple):
    """An attribution within its sentence: the span that is attributed, the speaker, the document."""

    start: int
    end: int
    speaker: str
    medium: str | None


def find_attributions(sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """What `sentences` attribute to whom, in text order. A quotation that goes on in the sentences beside the one that
    names its speaker is attributed with it. Offsets are those of the paragraph."""
    found = {s.index: _in_sentence(s.text) if len(s.text) <= _LONGEST else [] for s in sentences}
    _carry_quotations(sentences, found)
    return tuple(
        Attribution(s.index, s.start + f.start, s.start + f.end, f.speaker, f.medium)
        for s in sentences
        for f in sorted(found[s.index], key=lambda f: f[:3])
    )


def _in_sentence(text: str) -> list[_Found]:
    found = [_according(text, hit) for hit in ACCORDING.finditer(text)] if "ccording to" in text else []
    if " by " in text:
        found += [_passive(text, hit) for hit in PASSIVE.finditer(text)]
    for hit in VERB.finditer(text):
        one = None if _quoted(text, hit.start()) else _reported(text, hit)
        if one and not any(one.start < f.end and f.start < one.end for f in found):
            found.append(one)
    return [one for one in found if one.start < one.end and not _NOBODY.search(one.speaker)]


def _quoted(text: str, at: int) -> bool:
    """Whether `at` stands within a quotation of this sentence."""
    opened, closed = text.count("“", 0, at), text.count("”", 0, at)
    return opened > closed or (not opened and text.count('"', 0, at) % 2 == 1)


def _according(text: str, hit: re.Match[str]) -> _Found:
    speaker, medium = _source(hit["who"])
    if hit.start() > 2:
        return _Found(0, len(text[: hit.start()].rstrip(" ,")), speaker, medium)
    start = hit.end("who")  # at the start: what comes after the comma
    while start < len(text) and text[start] in " ,":
        start += 1
    return _Found(start if start < len(text) else 0, len(text), speaker, medium)


def _passive(text: str, hit: re.Match[str]) -> _Found:
    return _Found(0, len(text[: hit.start()].rstrip()), _DROP.sub("", hit["who"]).strip(), document_in(text))


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


def _reported(text: str, hit: re.Match[str]) -> _Found | None:
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
    return _Found(*_span(text, at, hit.end(), after, closed), speaker, document or medium)


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
    that = _THAT.match(after)
    start = verb_end + (that.end() if that else 0)
    while start < len(text) and text[start] == " ":
        start += 1
    return (start, len(text)) if start < len(text) - 2 else (0, len(text))


def _inverted(text: str, hit: re.Match[str], after: str) -> _Found | None:
    """The speaker behind his verb: “…, said the government in a statement, …”."""
    before = text[max(0, hit.start() - _WINDOW) : hit.start()].rstrip()
    tail = _INVERTED.match(after)
    if not tail or not _NOUNY.match(tail["who"].strip()) or not _may_invert(before, hit, tail):
        return None
    who = _DROP.sub("", tail["who"]).strip()
    if not who or len(who.split()) > 15 or _FINITE.search(who):
        return None
    speaker, document = _issued(who)
    medium = document or document_in(tail["tail"]) or document_in(tail["who"])
    goes_on = re.search(rf"[,;:“\"].{{{_GOES_ON}}}", after[tail.end("who") :])
    return _Found(0, len(text) if goes_on else len(text[: hit.start()].rstrip(" ,")), speaker, medium)


def _may_invert(before: str, hit: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether a verb may stand before its speaker: after a comma or a quotation; or at the end of a sentence whose
    writer left the comma out, where an office is what speaks."""
    if before.endswith((",", "?", "!", *_CLOSING)):
        return True
    if tail["end"] not in ("", ".") or tail["tail"] or hit["strong"] or not before:
        return False
    subject = subject_before(before)[0]
    return bool(_OFFICIAL.search(tail["who"])) and (not _NOUNY.match(subject) or len(subject.split()) > 5)


def _carry_quotations(sentences: Sequence[Sentence], found: dict[int, list[_Found]]) -> None:
    """A quotation that opens in one sentence and closes in another belongs to one speaker."""
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for group in by_paragraph.values():
        for run in _runs(group) if len(group) > 1 else ():
            speakers = [f for s in run for f in found[s.index]]
            if len({f.speaker for f in speakers}) != 1:
                continue
            for s in run:
                if not found[s.index]:
                    found[s.index] = [_Found(0, len(s.text), speakers[0].speaker, speakers[0].medium)]
        for last, s in pairwise(group):
            if found[last.index] and not found[s.index] and _all_quoted(s.text) and _CLOSED.search(last.text):
                speaker = found[last.index][-1]
                found[s.index] = [_Found(0, len(s.text), speaker.speaker, speaker.medium)]


def _all_quoted(text: str) -> bool:
    """Whether a sentence is one quotation from end to end: it goes on with what the speaker before it said."""
    return text[:1] in '“"' and text[-1:] in '”"' and text.count("“") < 2 and text.count('"') in (0, 2)


def _runs(group: Sequence[Sentence]) -> list[list[Sentence]]:
    """The neighbouring sentences that one quotation spans; one that never closes spans none."""
    runs: list[list[Sentence]] = []
    run: list[Sentence] = []
    depth = 0
    for sentence in group:
        run.append(sentence)
        if "“" in sentence.text or "”" in sentence.text:
            depth = max(0, depth + sentence.text.count("“") - sentence.text.count("”"))
        else:
            depth = (depth + sentence.text.count('"')) % 2 if '"' in sentence.text else depth
        if depth == 0:
            runs += [run] if len(run) > 1 else []
            run = []
    return runs
