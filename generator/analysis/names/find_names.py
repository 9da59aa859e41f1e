"""Names in an article: which capitalised runs are names, what each is a name of, and where it stands. A sentence in
headline case gives no name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import NamedTuple

from ...model import NameKind, NameMention, Sentence
from ...text.gazetteer import is_body, is_place
from ...text.pos_tagger import lexical
from .byline import is_credit
from .capital_runs import at_countries, runs_of
from .kind_vote import elect
from .name_kind import by_form, is_state, kind_of
from .name_phrases import phrases_of
from .name_test import NameEvidence, at_articles, evidence_of, is_name, may_be, trimmed, without_opening
from .run_words import RunWord, words_of
from .things import thing
from .titles import strip_titles

# From this share of longer words in capitals on, a sentence is set like a headline: without a full stop, and with one.
_HEADLINE, _SHOUTED = 0.6, 0.9
_LONGEST = 5000  # characters: a longer "sentence" is no prose, and holds no names
_BESIDE = 40  # characters on either side of a name that may tell its kind


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: int
    words: tuple[RunWord, ...]
    titled: bool
    sure: bool = True

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


class _Read(NamedTuple):
    """A sentence cut into words; `plain` where it is not set like a headline."""

    number: int
    sentence: Sentence
    words: list[RunWord]
    plain: bool


def find_names(sentences: tuple[Sentence, ...]) -> tuple[NameMention, ...]:
    """The names in `sentences`, in text order, none within another. A long form and its bracketed abbreviation are two
    mentions next to each other. Offsets are those of the paragraph."""
    read = [_read(n, sentence) for n, sentence in enumerate(sentences) if not is_credit(sentence.text)]
    evidence = evidence_of(one.words for one in read if one.plain)
    settled = _settled([c for one in read if one.plain for c in _candidates(one, evidence)])
    kinds = elect(((c.text, _kind(c, sentences[c.sentence].text)) for c in settled), _things(settled, sentences))
    by_sentence: dict[int, list[_Candidate]] = {}
    for candidate in settled:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
    return tuple(mention for one in read for mention in _mentions(one, by_sentence.get(one.number, []), kinds))


def _read(number: int, sentence: Sentence) -> _Read:
    words = words_of(sentence.text) if len(sentence.text) <= _LONGEST else []
    return _Read(number, sentence, words, not _headline(sentence.text, words))


def _headline(sentence: str, words: list[RunWord]) -> bool:
    """Whether a sentence is set like a headline, a label or an outcry: most of its longer words have a capital."""
    long = [word for word in words[1:] if len(word.text) > 3 and word.text[0].isalpha()]
    capitals = sum(word.capital for word in long)
    ended = sentence[-1:] in ".!?;:,”\"’')"
    if ended:
        return len(long) >= 6 and capitals >= _SHOUTED * len(long)
    if len(long) >= 4 and capitals >= _HEADLINE * len(long):
        return True
    return len(words) < 9 and capitals >= max(1, 0.5 * len(long))


def _candidates(read: _Read, evidence: NameEvidence) -> Iterator[_Candidate]:
    text = read.sentence.text
    for piece in (piece for run in runs_of(text, read.words) for piece in at_articles(run)):
        for part, titled in strip_titles(without_opening(piece, evidence)):
            for name in at_countries(trimmed(part)):
                sure = is_name(name, titled, evidence)
                if (sure or may_be(name, evidence)) and not is_state(text, name[0].start):
                    yield _Candidate(read.number, tuple(name), titled, sure)


def _settled(candidates: list[_Candidate]) -> list[_Candidate]:
    """The names among `candidates`: an unsure word is one where it is the last of a longer name, or its first and no
    ordinary word."""
    longer = [c.words for c in candidates if c.sure and len(c.words) > 1]
    last = {words[-1].text for words in longer}
    first = {words[0].text for words in longer if lexical(words[0].low) == "N"}
    either = last | first
    return [c for c in candidates if c.sure or c.text in either]


def _kind(candidate: _Candidate, text: str) -> NameKind:
    """What a candidate's own place in the sentence `text` says it is."""
    if candidate.titled:
        return "person"
    return kind_of([word.text for word in candidate.words], *_beside(candidate, text))


def _things(candidates: Iterable[_Candidate], sentences: tuple[Sentence, ...]) -> dict[str, NameKind]:
    """The candidates that some place says to be a ship's or a company's."""
    told = [(c, sentences[c.sentence].text) for c in candidates if not c.titled]
    kinds = ((c.text, thing([word.text for word in c.words], *_beside(c, text))) for c, text in told)
    return {name: kind for name, kind in kinds if kind}


def _beside(candidate: _Candidate, text: str) -> tuple[str, str]:
    start, end = candidate.words[0].start, candidate.words[-1].end
    return text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]


def _known_runs(number: int, words: list[RunWord], known: Set[str]) -> list[_Candidate]:
    """In a sentence set like a headline: only what the rest of the article knows as a name, the longest first, and
    countries and bodies in capitals."""
    found, at = [], 0
    while at < len(words):
        size = next((size for size in range(min(6, len(words) - at), 0, -1) if _known(words[at : at + size], known)), 0)
        if size:
            found.append(_Candidate(number, tuple(words[at : at + size]), False))
        at += size or 1
    return found


def _known(run: list[RunWord], known: Set[str]) -> bool:
    text = " ".join(word.text for word in run)
    return run[0].capital and (text in known or (text.isupper() and (is_place(text) or is_body(text))))


def _mentions(read: _Read, own: list[_Candidate], kinds: dict[str, NameKind]) -> list[NameMention]:
    """The names of one sentence: phrases found by their form first, then the runs that do not overlap them."""
    text, at = read.sentence.text, read.sentence.start
    phrases = phrases_of(text, read.words)
    spans = [(p.start, p.end, p.kind or kinds.get(text[p.start : p.end], "other")) for p in phrases]
    taken = bytearray(len(text))
    for start, end, _ in spans:
        taken[start:end] = b"\x01" * (end - start)
    runs = own if read.plain else _known_runs(read.number, read.words, kinds.keys())
    for c in runs:  # in text order, none within another
        start, end = c.words[0].start, c.words[-1].end
        if not any(taken[start:end]):
            spans.append((start, end, kinds.get(c.text) or by_form(c.text) or "other"))
    return [
        NameMention(read.sentence.index, at + start, at + end, text[start:end], kind)
        for start, end, kind in sorted(spans)
    ]
