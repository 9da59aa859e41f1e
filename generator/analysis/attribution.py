"""Who is said to have said what: "X said", "according to X", "in a tweet, X said", "it added", and quotations that go on
over several sentences."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..model import Article, Attribution, Sentence
from .attribution_patterns import (
    ACCORDING, ISSUED, LICENCE_AFTER, PASSIVE, TOLD, VERB, document_in, subject_before,
)  # fmt: skip

_OPEN, _CLOSE = "“\"", "”\""
_THAT = re.compile(r"^,? ?(?:that\b)? ?")
_ENDS = re.compile(r"^(?P<who>[^,;:“”\"]+?)(?P<tail>(?:,? (?:in|on|at|during|via|while|after|when|as|before|following|to)\b[^“”\"]*)?)(?P<end>[.,;:]|$)")
_NOUNY = re.compile(r"^(?:the|an?|his|her|its|their|he|she|it|they|one|some|many)\b|^[A-Z]")
_DROP = re.compile(r"\s+(?:on|late|early|last|this|in|at|during|when|while|as|after|before|following|to)\b.*$")
_PASSIVE_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been|being|as|to|of|the|than|a)(?: (?:\w+ly|also|first|later|now|not|just|then))? $")


class _Found(NamedTuple):
    """An attribution within its sentence: the span that is attributed, the speaker, the document."""

    start: int
    end: int
    speaker: str
    medium: str | None


def find_attributions(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """What `sentences` attribute to whom, in text order. A quotation that goes on in the sentences beside the one that
    names its speaker is attributed with it. Offsets are those of the paragraph."""
    found: dict[int, list[_Found]] = {s.index: _in_sentence(s.text) for s in sentences}
    _carry_quotations(sentences, found)
    return tuple(
        Attribution(s.index, s.start + f.start, s.start + f.end, f.speaker, f.medium)
        for s in sentences for f in sorted(found[s.index])
    )  # fmt: skip


def _in_sentence(text: str) -> list[_Found]:
    found: list[_Found] = []
    for hit in ACCORDING.finditer(text):
        found.append(_according(text, hit))
    for hit in PASSIVE.finditer(text):
        found.append(_Found(0, hit.start(), hit["who"].strip(), document_in(text)))
    for hit in VERB.finditer(text):
        one = _reported(text, hit) if not _quoted(text, hit.start()) else None
        if one and not any(one.start < f.end and f.start < one.end for f in found):
            found.append(one)
    return found


def _quoted(text: str, at: int) -> bool:
    """Whether `at` stands within a quotation of this sentence."""
    before = text[:at]
    return before.count("“") > before.count("”") or (before.count('"') % 2 == 1 and "“" not in before)


def _according(text: str, hit: re.Match[str]) -> _Found:
    speaker, medium = _issued(_DROP.sub("", hit["who"]).strip().rstrip("."))
    if hit.start() < 3:  # at the start: what comes after the comma
        end = hit.start("who") + len(hit["who"])
        start = end + 1 if end < len(text) else 0
        while start < len(text) and text[start] in " ,":
            start += 1
        return _Found(start, len(text), speaker, medium)
    return _Found(0, len(text[: hit.start()].rstrip(" ,")), speaker, medium)


def _issued(phrase: str) -> tuple[str, str | None]:
    """The speaker and the document in "a statement issued by the PMO"; a document without an author speaks itself."""
    hit = ISSUED.match(phrase)
    if not hit:
        return phrase, None
    who = hit["who"]
    if who:
        return _DROP.sub("", who).strip(), hit["medium"].lower()
    return (phrase, hit["medium"].lower()) if hit.end() == len(phrase) or "after" in phrase else (phrase, None)


def _reported(text: str, hit: re.Match[str]) -> _Found | None:
    if _PASSIVE_BEFORE.search(text[: hit.start()][-24:]):
        return None
    after = text[hit.end() :]
    inverted = _inverted(text, hit, after)
    if inverted:
        return inverted
    subject, at = subject_before(text[: hit.start()])
    if not subject:
        return None
    medium = document_in(text[: hit.start()][-60:]) or document_in(after[:60])
    closed = _closes_quotation(text, at)
    if hit["weak"] and not (_licensed(hit["weak"], after) or medium or closed or not after.strip(" .")):
        return None
    speaker, document = _issued(subject)
    return _Found(*_span(text, at, hit.end(), after, closed), speaker, document or medium)


def _licensed(verb: str, after: str) -> bool:
    return bool(LICENCE_AFTER.match(after) or (verb == "told" and TOLD.match(after)) or re.match(r"^ in an? ", after))


def _closes_quotation(text: str, at: int) -> bool:
    """Whether what the speaker says stands in front of him: a closed quotation, or a clause and a comma."""
    before = text[:at].rstrip()
    return before.endswith((",", "”", '"', ",'", "”’", "”'", ",’")) and len(before) > 12


def _span(text: str, at: int, verb_end: int, after: str, closed: bool) -> tuple[int, int]:
    """What is said: behind the verb; or in front of the speaker, and behind him too where the quotation goes on."""
    if closed and len(after.strip(" .")) < 25 or closed and re.match(r"^[.,]?$|^ (?:in|on|at|during)\b[^“\"]*$", after):
        return 0, len(text[:at].rstrip(" ,"))
    if closed and re.search(r"[“\"]", text[:at]):
        return 0, len(text)
    start = verb_end + (_THAT.match(after).end() if _THAT.match(after) else 0)  # type: ignore[union-attr]
    return (min(start, len(text)), len(text)) if start < len(text) - 2 else (0, len(text))


def _inverted(text: str, hit: re.Match[str], after: str) -> _Found | None:
    """ "…, said the government in a statement, …" and "…,” said Ana Ruiz." """
    before = text[: hit.start()].rstrip()
    comma = before.endswith((",", "”", '"', "’", "?", "!"))
    tail = _ENDS.match(after.lstrip())
    if not tail or not _NOUNY.match(tail["who"]) or (before and not comma and (tail["end"] not in ".;" or tail["tail"])):
        return None
    if not comma and (hit["strong"] or subject_before(before)[0] and _NOUNY.match(subject_before(before)[0]) and len(
            subject_before(before)[0].split()) < 6 or not re.search(r"\b(?:ministry|government|official|spokes|minister|department|agency|report|statement)", tail["who"])):
        return None
    who = _DROP.sub("", tail["who"]).strip()
    if not who or len(who.split()) > 15 or re.search(r"\b(?:is|was|are|were|will|would|has|had)\b", who):
        return None
    speaker, document = _issued(who)
    medium = document or document_in(tail["tail"]) or document_in(tail["who"])
    rest = after.lstrip()[tail.end("who") :]
    goes_on = re.search(r"[,;:“\"].{20}", rest)
    return _Found(0, len(text) if goes_on else len(before.rstrip(" ,")), speaker, medium)


def _carry_quotations(sentences: tuple[Sentence, ...], found: dict[int, list[_Found]]) -> None:
    """A quotation that opens in one sentence and closes in another belongs to one speaker."""
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for group in by_paragraph.values():
        for run in _runs(group):
            speakers = [f for s in run for f in found[s.index]]
            if len({f.speaker for f in speakers}) != 1:
                continue
            for s in run:
                if not found[s.index]:
                    found[s.index] = [_Found(0, len(s.text), speakers[0].speaker, speakers[0].medium)]


def _runs(group: list[Sentence]) -> list[list[Sentence]]:
    """The neighbouring sentences that one quotation spans."""
    runs, run, depth = [], list[Sentence](), 0
    for sentence in group:
        run.append(sentence)
        if '"' in sentence.text and "“" not in sentence.text:
            depth = (depth + sentence.text.count('"')) % 2
        depth = max(0, depth + sentence.text.count("“") - sentence.text.count("”"))
        if depth == 0:
            if len(run) > 1:
                runs.append(run)
            run = []
    if len(run) > 1 and depth:
        runs.append(run)
    return runs
