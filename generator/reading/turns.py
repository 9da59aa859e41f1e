"""Transcripts: who speaks, from the words before each turn. A question is put as a heading, which states nothing; an
answer keeps its words, and is its speaker's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ..model import Paragraph
from ..text.gazetteer import given_names
from ..text.pos_tagger import known
from ..text.sentence_case import written_in
from ..text.word_lists import word_lists

_MARK = r"[*_]{0,3}"
_ASIDE = r"(?:\s?[(\[][^()\[\]]{1,60}[)\]])?"
_LABEL = re.compile(
    rf"\s*{_MARK}(?P<who>[^\W\d_][^:：*_?!;()\[\]\n]{{0,59}}?){_ASIDE}{_MARK}"
    rf"(?:\s?[:：]{_MARK}(?:\s+|$)|\.?\s?[—–]{_MARK}(?:\s+|$)|\s-\s+)"
)
_LETTER = re.compile(rf"\s*{_MARK}(?P<who>[QAFPRD])\d{{0,3}}{_MARK}(?:\s?[.:：)—–-]{_MARK}\s+|\s+(?=[A-Z“\"]))")
_SMALL = frozenset(
    ["of", "the", "de", "von", "van", "der", "den", "for", "and", "del", "la", "le", "da", "di", "y", "et", "und"]
)
_DIRECTION = re.compile(r"[\[(][^\[\]()]{1,80}[\])]\W{0,2}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MOST_WORDS = 6
_FEWEST, _SHARE = 3, 0.4  # turns; of the paragraphs from the first turn to the last


@dataclass(frozen=True, slots=True)
class Turn:
    """What begins with somebody's mark: who, as written, and where his words begin."""

    who: str
    start: int


def find_turns(texts: Sequence[str]) -> Mapping[int, Turn]:
    """The turns among the paragraphs or lines of a text, by their numbers; none where it is no transcript."""
    found = {n: turn for n, text in enumerate(texts) if (turn := _turn(text))}
    asked = _asking(texts, found)
    labels = {_key(turn.who) for turn in found.values()}
    plausible = asked | {key for key in labels - asked if _is_speaker(key, found.values(), texts, bool(asked))}
    kept = {n: turn for n, turn in found.items() if _key(turn.who) in plausible}
    return kept if len(labels) > 1 and _is_transcript(texts, kept, asked) else {}


def with_turns(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """`paragraphs` with the speaker of each turn of a transcript, who is no part of its text any more."""
    texts = [p.text for p in paragraphs]
    turns = find_turns(texts)
    if not turns:
        return paragraphs
    asked = _asking(texts, turns)
    names = {turn.who: _named(turn.who, texts) for turn in _different(turns) if _key(turn.who) not in asked}
    made: list[Paragraph] = []
    for number, (paragraph, now) in enumerate(zip(paragraphs, _running(paragraphs, turns), strict=True)):
        begun = turns.get(number)
        speaker = names.get(now.who) if now else None
        made += _spoken(paragraph, begun, speaker, _puts_question(now, names, begun, texts[number - 1]))
    return tuple(made)


def _different(turns: Mapping[int, Turn]) -> Iterable[Turn]:
    """One turn of each who speaks."""
    return {turn.who: turn for turn in turns.values()}.values()


def _puts_question(now: Turn | None, names: Collection[str], begun: Turn | None, before: str) -> bool:
    """Whether a paragraph begins the turn of one who asks, or follows the mark of it that stands `before` it alone."""
    return now is not None and now.who not in names and (begun is not None or _is_bare(now, before))


def _running(paragraphs: Sequence[Paragraph], turns: Mapping[int, Turn]) -> Iterator[Turn | None]:
    """The turn that each paragraph is in: none behind the last, unless its words stand in a paragraph of their own."""
    last = max(turns)
    last += _is_bare(turns[last], paragraphs[last].text)
    now: Turn | None = None
    for number, paragraph in enumerate(paragraphs):
        now = turns.get(number, None if _breaks_off(paragraph) or number > last else now)
        yield now


def _is_bare(turn: Turn, text: str) -> bool:
    """Whether a paragraph is the mark of a turn alone."""
    found = _turn(text)
    return found is not None and found.who == turn.who and not text[found.start :].strip()


def _breaks_off(paragraph: Paragraph) -> bool:
    """Whether a paragraph goes on with no turn: a heading, or what begins as turns do and may be another's."""
    return paragraph.role == "heading" or _turn(paragraph.text) is not None


def _spoken(paragraph: Paragraph, turn: Turn | None, speaker: str | None, asks: bool) -> Iterator[Paragraph]:
    """A paragraph in the turn of `speaker`, which begins with it where `turn` is given; what asks is a heading."""
    text = paragraph.text[turn.start :] if turn else paragraph.text
    if asks or _DIRECTION.fullmatch(text) or (turn and _only_asks(text)):
        yield replace(paragraph, role="heading")
    elif text.strip():
        yield replace(paragraph, text=text, speaker=speaker, role="body" if turn else paragraph.role)


def _turn(text: str) -> Turn | None:
    """The turn that a paragraph begins with, by its form alone."""
    head = text[:160]
    found = _LETTER.match(head) or _LABEL.match(head)
    if not found:
        return None
    who = " ".join(found["who"].split()).strip(" .,")
    return Turn(who, found.end()) if _looks_like_label(who) else None


def _looks_like_label(who: str) -> bool:
    words = who.split()
    named = all(word[0].isupper() or word in _SMALL or not word[0].isalpha() for word in words)
    return 0 < len(words) <= _MOST_WORDS and named and not any(c.isdigit() for c in who)


def _key(who: str) -> str:
    return who.casefold()


def _asking(texts: Sequence[str], turns: Mapping[int, Turn]) -> frozenset[str]:
    """The labels of those who ask: by what they are called, by the letters of question and answer, or because it is all
    that they do, more than once."""
    said: dict[str, list[str]] = {}
    for number, turn in turns.items():
        said.setdefault(_key(turn.who), []).append(texts[number][turn.start :])
    return frozenset(key for key, words in said.items() if _asks(key, words, said.keys()))


def _asks(key: str, words: Sequence[str], labels: Collection[str]) -> bool:
    if answers := _lists()["letters"].get(key):
        return any("?" in text for text in words) and (key == "q" or not set(answers).isdisjoint(labels))
    called = not _words("asking").isdisjoint(re.split(r"\W+", key))
    return called or (len(words) > 1 and all(map(_only_asks, words)))


def _is_speaker(key: str, turns: Iterable[Turn], texts: Sequence[str], asked: bool) -> bool:
    """Whether a label may be that of who speaks: the letter of an answer, an office, a name, or a word by which the
    text calls somebody elsewhere, or that answers who asks."""
    if len(key) == 1:
        return any(key in (asks, *answers) for asks, answers in _lists()["letters"].items())
    words = [word for word in re.split(r"\W+", key) if word]
    written = next(turn.who for turn in turns if _key(turn.who) == key)
    return _is_called(words, written, asked) or _is_in(written.capitalize(), texts)


def _is_called(words: list[str], written: str, asked: bool) -> bool:
    """Whether a label, in small letters and as `written`, is an office or a name by itself."""
    if (_words("offices") | _words("answering")) & set(words) or words[0] in given_names():
        return True
    new = not all(map(known, words))
    return (new and asked) or (len(words) > 1 and (new or written == written.upper()))


def _is_in(name: str, texts: Sequence[str]) -> bool:
    called = re.compile(rf"\w {re.escape(name)}(?!\w)")
    return any(called.search(text) for text in texts)


def _is_transcript(texts: Sequence[str], turns: Mapping[int, Turn], asked: frozenset[str]) -> bool:
    """Whether turns are those of people who talk with one another: enough of what lies between the first and the last,
    where one asks or speaks again, in words that people speak."""
    labels = Counter(_key(turn.who) for turn in turns.values())
    if not labels or len(turns) < (2 if asked & labels.keys() else _FEWEST):
        return False
    spoken = any(_is_talk(_said(texts, n, turn)) for n, turn in turns.items())
    between = sum(1 for text in texts[min(turns) : max(turns) + 1] if text.strip())
    again = bool(asked) or max(labels.values()) > 1
    return spoken and again and len(turns) >= _SHARE * between


def _said(texts: Sequence[str], number: int, turn: Turn) -> str:
    """The words of a turn: those behind its mark, or the paragraph after it."""
    return texts[number][turn.start :] or "".join(texts[number + 1 : number + 2])


def _is_talk(text: str) -> bool:
    return "?" in text or bool(_words("speaking") & {word.casefold() for word in _WORD.findall(text[:2_000])})


def _only_asks(text: str) -> bool:
    """Whether a turn is nothing but a question."""
    bare = text.rstrip(' "”’»)')
    return bare.endswith(("?", "？")) and not re.search(r"[.!。]\s", bare)


def _named(who: str, texts: Sequence[str]) -> str | None:
    """A speaker as the text calls him elsewhere, where the label is in capitals; None for the letter of an answer."""
    if len(who) == 1 or _key(who) in _words("answering"):
        return None
    if who != who.upper():
        return who
    written = written_in(who, texts)
    if written:
        return written
    return " ".join(map(str.capitalize, who.split())) if _is_surely_written(who) else who


def _is_surely_written(who: str) -> bool:
    """Whether every word of a speaker's mark begins with a capital and goes on in small letters."""
    keys = [word.casefold().strip(".,") for word in who.split()]
    return any(key in given_names() for key in keys) or keys[0] in _words("offices") or all(map(known, keys))


@cache
def _lists() -> dict[str, Any]:
    return word_lists("turns")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(_lists()[name]).split())
