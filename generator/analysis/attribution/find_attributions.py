"""Who is said to have said what: "X said", "according to X", "in a tweet, X said", "it added", and quotations that
go on over several sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...model import Attribution, Sentence
from .documents import document_in, issued
from .patterns import ACCORDING, ACT, PASSIVE, QUOTED_AS, VERB
from .quotations import Found, carry, opened
from .reported import active, names_nobody, reported, subject_of, without_day

_LONGEST = 5000  # characters: a longer "sentence" is no prose
_MARKS = " “”„‟\"‘’‚‛'«»‹›「」『』"
_MARKS_BEHIND = ' “”„‟"‘‚‛«»‹›「」『』'
_APOSTROPHES = ("’", "'")
_OPENS = 2  # characters in front of "according to" that are no statement


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
    found: list[Found] = []
    for form in _FORMS:
        for one in (one._replace(speaker=_bare(one.speaker)) for one in form(text, within, found)):
            if one.start < one.end and not names_nobody(one.speaker):
                found.append(one)
    return found


def _bare(speaker: str) -> str:
    """A speaker without the quotation marks in front of him, which belong to what is said, and without those behind
    him; but the apostrophe of "the ministers’" is his own."""
    bare = speaker.lstrip(_MARKS).rstrip(_MARKS_BEHIND)
    unpaired = bare.endswith(_APOSTROPHES) and not bare.rstrip("’'").endswith(("s", "S"))
    return bare.rstrip(_MARKS) if unpaired else bare


def _accordingly(text: str, within: bool, found: list[Found]) -> Iterator[Found]:
    """… according to X."""
    for hit in ACCORDING.finditer(text) if "ccording to" in text else ():
        speaker, medium = _source(hit["who"])
        behind = hit.end("who") + len(text[hit.end("who") :]) - len(text[hit.end("who") :].lstrip(" ,"))
        if hit.start() > _OPENS:
            yield Found(0, len(text[: hit.start()].rstrip(" ,")), speaker, medium)
        else:  # at the start: what comes after the comma
            yield Found(behind if behind < len(text) else 0, len(text), speaker, medium)


def _source(phrase: str) -> tuple[str, str | None]:
    """Who or what something is according to. When a document came out is no part of a speaker who issued it, and all
    there is to tell of one without an author."""
    speaker, medium = issued(phrase.strip().rstrip("."))
    return (speaker, medium) if medium else (without_day(speaker), None)


def _by_somebody(text: str, within: bool, found: list[Found]) -> Iterator[Found]:
    """… was announced by X."""
    for hit in PASSIVE.finditer(text) if " by " in text else ():
        yield Found(0, len(text[: hit.start()].rstrip()), without_day(hit["who"]), document_in(text))


def _saying(text: str, within: bool, found: list[Found]) -> Iterator[Found]:
    """X said …."""
    for hit in VERB.finditer(text):
        one = None if _quoted(text, hit.start(), within) else reported(text, hit)
        if one and not any(one.start < f.end and f.start < one.end for f in found):
            yield one


def _quoted_as(text: str, within: bool, found: list[Found]) -> Iterator[Found]:
    """“…,” X was quoted as saying."""
    for hit in QUOTED_AS.finditer(text):
        speaker, at = subject_of(text, hit)
        if speaker and not found:
            yield Found(0, len(text[:at].rstrip()) or len(text), speaker, None)


def _acting(text: str, within: bool, found: list[Found]) -> Iterator[Found]:
    """What somebody does in saying it: "Ruiz urged the council to pay"."""
    for hit in ACT.finditer(text):
        if active(text, hit) and not _quoted(text, hit.start(), within):
            speaker, at = subject_of(text, hit)
            told = bool(VERB.match(text, hit.start()))  # "announced": told already, where it reports speech
            if speaker and not any(f.speaker == speaker and (told or f.start <= at) for f in found):
                yield Found(at, len(text), speaker, None, True)


_Form = Callable[[str, bool, list[Found]], Iterator[Found]]
_FORMS: tuple[_Form, ...] = (_accordingly, _by_somebody, _saying, _quoted_as, _acting)


def _quoted(text: str, at: int, within: bool) -> bool:
    """Whether `at` stands within a quotation, where the sentence begins `within` one or not."""
    opening, closing, straight = text.count("“", 0, at), text.count("”", 0, at), text.count('"', 0, at)
    if straight and not opening + closing:
        return (straight + within) % 2 == 1
    return opening + within > closing
