"""From groups of clauses to groups of statements that read well: a sentence is quoted whole unless two of its parts
belong to two facts, or it is longer than a quote may be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...text.counting import word_places, words_in
from .clauses import opener
from .support import Group
from .terms import Clause

_LONG = 28  # words; a longer sentence is cut before a clause of its own that is in no group
_PART = re.compile(
    r"[;:—–]\s|,\s|[\uff0c\uff1b\uff1a\u3001]"
    r"|\s(?=(?:apart from|as well as|along with|together with|in addition to|including|such as|while|which"
    r"|who|after|before|because|although|amid|in order to)\s)"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Neighbouring clauses of one sentence, quoted as one span. `core` are the clauses (indexes) that put it into its
    group, `clauses` all of them; the span may begin before them, with their subject."""

    clauses: tuple[int, ...]
    core: tuple[int, ...]
    text: str
    start: int
    end: int


def quote_spans(cut: Sequence[Clause], groups: Sequence[Group], max_words: int) -> dict[int, list[Statement]]:
    """The statements of each group, in text order; every clause stands in exactly one statement, as far as the limit of
    `max_words` allows."""
    home = {clause: number for number, group in enumerate(groups) for clause in group.members}
    shared = _in_shared(cut, groups)
    out: dict[int, list[Statement]] = {}
    for run in (run for sentence in _sentences(cut) for run in _runs(cut, sentence, shared)):
        core = tuple(c for c in run if c in shared) or tuple(run)
        for part in _fit(cut, run, core, max_words):
            statement = _statement(cut, part, core, max_words)
            out.setdefault(home[(*statement.core, part[0])[0]], []).append(statement)
    return out


def _in_shared(cut: Sequence[Clause], groups: Sequence[Group]) -> dict[int, int]:
    """The clauses in groups of several sources, with the number of their group."""
    members = ((number, group.members) for number, group in enumerate(groups))
    several = ((number, mine) for number, mine in members if len({cut[clause].doc for clause in mine}) > 1)
    return {clause: number for number, mine in several for clause in mine}


def alone(cut: Sequence[Clause], clause: int, limit: int) -> Statement:
    """One clause as a statement."""
    return _statement(cut, [clause], (clause,), limit)


def _sentences(cut: Sequence[Clause]) -> list[list[int]]:
    out: list[list[int]] = []
    for index, clause in enumerate(cut):
        if out and cut[out[-1][-1]].place == clause.place:
            out[-1].append(index)
        else:
            out.append([index])
    return out


def _runs(cut: Sequence[Clause], sentence: list[int], shared: Mapping[int, int]) -> list[list[int]]:
    """The sentence cut where it goes over from one shared group to another, from what is in none to a shared group,
    and, where it is long, from a shared group to a clause of its own in none. What else is in none stays with what it
    follows, and what only hands over a clause with that. `shared` are the clauses in groups of several sources."""
    long = _size(cut, sentence) > _LONG
    runs = [[sentence[0]]]
    current = shared.get(sentence[0])
    for clause in sentence[1:]:
        mine = shared.get(clause)
        alone = mine is None and current is not None and long and cut[clause].link == "free"
        if alone or _goes_over(mine, current, cut, runs[-1]):
            frames = _frames_at_end(cut, runs[-1])
            runs[-1:] = [runs[-1][: len(runs[-1]) - frames], [*runs[-1][len(runs[-1]) - frames :], clause]]
        else:
            runs[-1].append(clause)
        current = mine if mine is not None or alone else current
    return runs


def _goes_over(mine: int | None, current: int | None, cut: Sequence[Clause], run: Sequence[int]) -> bool:
    """Whether a clause of the shared group `mine` opens a statement of its own behind `run`, which is of `current`."""
    if mine is None or mine == current:
        return False
    return current is not None or not all(cut[c].frame for c in run)


def _frames_at_end(cut: Sequence[Clause], run: list[int]) -> int:
    """How many clauses at the end of a run, its first aside, only hand over what follows."""
    count = 0
    while count < len(run) - 1 and cut[run[-1 - count]].frame:
        count += 1
    return count


def _fit(cut: Sequence[Clause], run: list[int], core: tuple[int, ...], limit: int) -> list[list[int]]:
    """`run` in pieces of at most `limit` words, grown from the core outwards, whole clauses at a time."""
    if len(run) == 1 or _size(cut, run) <= limit:
        return [run]
    first, last = run.index(core[0]), run.index(core[-1])
    if _size(cut, run[first : last + 1]) > limit:
        last = first
    while grown := _grown(cut, run, first, last, limit):
        first, last = grown
    rest = [piece for piece in (run[:first], run[last + 1 :]) if piece]
    return [run[first : last + 1], *(part for piece in rest for part in _fit(cut, piece, tuple(piece), limit))]


def _grown(cut: Sequence[Clause], run: list[int], first: int, last: int, limit: int) -> tuple[int, int] | None:
    """The piece `first` to `last` with one clause more, behind it where that fits, else before it; None for neither."""
    for low, high in ((first, last + 1), (first - 1, last)):
        if low >= 0 and high < len(run) and _size(cut, run[low : high + 1]) <= limit:
            return low, high
    return None


def _text(cut: Sequence[Clause], run: Sequence[int]) -> str:
    first, last = cut[run[0]], cut[run[-1]]
    base = first.sentence.start
    return first.sentence.text[first.start - base : last.end - base]


def _shortened(text: str, limit: int) -> int:
    """Where to end `text` so that at most `limit` words are left: where a part of the sentence ends, the latest such
    place in the second half of what is allowed, else at a word."""
    words = word_places(text)
    if len(words) <= limit:
        return len(text)
    least, most = words[limit // 2][0], words[limit - 1][1]
    ends = [m.start() for m in _PART.finditer(text, least, most + 1)]
    whole = [at for at in ends if text.count("(", 0, at) == text.count(")", 0, at)]
    return whole[-1] if whole else most


def _size(cut: Sequence[Clause], run: Sequence[int]) -> int:
    return words_in(_text(cut, run))


def _statement(cut: Sequence[Clause], part: list[int], core: tuple[int, ...], limit: int) -> Statement:
    """A clause that is longer than a quote may be is quoted as far as it may."""
    first = _with_subject(cut, part, limit)
    text, start = _text(cut, [first, *part]), cut[first].start
    opened = opener(text, cut[first].sentence.text[: start - cut[first].sentence.start])
    text, start = text[opened:], start + opened
    text = text[: _shortened(text, limit)]
    return Statement(tuple(part), tuple(c for c in part if c in core), text, start, start + len(text))


def _with_subject(cut: Sequence[Clause], part: list[int], limit: int) -> int:
    """The clause to begin the quote with: that with the subject, if there is room for it, where `part` begins with a
    verb alone."""
    first = part[0]
    while cut[first].link == "verb":
        first -= 1
    return first if _size(cut, [first, *part]) <= limit else part[0]
