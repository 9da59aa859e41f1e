"""The short clause that holds a date: verbatim, whole enough to say what happened."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...text.datelines import dateline_end
from ...text.pos_tagger import classify
from .boundaries import Span, beside_others, boundaries, pairs

_REPORTS = "said|says|told|reported|announced|added|confirmed|wrote|stated|declared|warned"
_REPORTED_BY = re.compile(rf"[\w\s.’'()/-]{{2,120}}\s(?:{_REPORTS})\s(?:[\w.’'-]+\s){{0,3}}")
_REPORTED_AFTER = re.compile(rf"(?:['’]s)?\s[\w\s.’'-]{{2,60}}\s(?:{_REPORTS})[.]?")
_TELLS_NO_MORE = re.compile(r"[.,]?\s*$|,|\s(?:after|before|when|as|while|during|following|in|at)\s")
# What a clause of its own does not begin with: the rest of a predicate, or a phrase that hangs on what stands before.
_HEADLESS = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|could|said|says|told|and|or|with|from|in|on|at|to|by|for|of|as|late|"
    r"early|including|especially|not|that|which|who)\s"
)
_RELATIVE = re.compile(r"(?:that|which|who)\s")
_CONJUNCTION = re.compile(r"(?:that|and|but|while|whereas|although|because|when|after|before|until|since|as|where)\s")
_HANGS = re.compile(r"\s(?:and|or|to|at|in|for|over|with|of|from)\s|[.,]?$")
_OPENING = re.compile(
    r"(?:On|In|At|By|During|After|Before|Following|Since|Earlier|Later|Last|Next|This|Amid|Ahead|From|Until|A"
    r"|The (?:next|previous|following)|on|in|at|during|amid|[A-Z]\w+(?:ed|ing))\s"
)
_VERBS = frozenset("VD")
_FEWEST = 4  # words beside the date; a clause with fewer goes on
_MOST = 40  # words
_REACH = 800  # characters on either side that are looked at


class _Dated(NamedTuple):
    """A text with a date at `start:end`."""

    text: str
    start: int
    end: int

    def part(self, low: int, high: int) -> _Dated:
        return _Dated(self.text[low:high], self.start - low, self.end - low)


def clause_around(text: str, start: int, end: int, others: Sequence[Span] = ()) -> Span:
    """The (start, end) in `text`, a sentence, of the clause around the expression at `start:end`. `others` are the
    places of the sentence's other dates: where a conjunction parts them from this one, the clause ends there."""
    dated = _Dated(text, start, end)
    low, high = _limits(dated, list(others))
    first, last = _around(dated.part(low, high))
    return low + first, low + last


def _limits(dated: _Dated, others: list[Span]) -> Span:
    """What is looked at: so many characters, behind a dateline, and up to a conjunction before another date."""
    text, start, end = dated
    low, high = max(dateline_end(text), start - _REACH), min(len(text), end + _REACH)
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while end < high < len(text) and not text[high].isspace():
        high -= 1
    lefts, rights = beside_others(text, start, end, others)
    if lefts and not _is_short(dated, lefts[-1], high):
        low = max(low, lefts[-1])
    if rights and not _is_short(dated, low, rights[0]):
        high = min(high, rights[0])
    return low, high


def _around(dated: _Dated) -> Span:
    """The clause in the text. What stands between brackets or quotation marks is taken whole or not at all, or, where
    the date and enough beside it stand in there, is the only place that is looked at."""
    kept = pairs(dated.text)
    around = [(a + 1, b - 1) for a, b in kept if a < dated.start and dated.end < b]
    around = [place for place in around if not _is_short(dated, *place)]
    if around:
        low, high = around[-1]  # the innermost
        first, last = _around(dated.part(low, high))
        return low + first, low + last
    first, last = _chosen(dated, *boundaries(*dated, kept))
    for low, high in kept:  # the longest clause is cut by its words, perhaps within brackets
        first = high if low < first < high <= dated.start else first
        last = low if dated.end <= low < last < high else last
    return _trimmed(dated, first, last)


def _chosen(dated: _Dated, lefts: list[int], rights: list[int]) -> Span:
    """From the nearest boundaries outward, until the clause is whole."""
    lefts, rights = [0, *lefts], [*rights, len(dated.text)]
    if len(lefts) > 1 and _is_attribution(dated, lefts[-1], rights[0]):
        fitting = [at for at in lefts if _has_room(dated, at, rights[0])]
        return _cut(dated, fitting[0] if fitting else lefts[-1], rights[0])
    first = _outward(
        lefts[::-1], lambda at, next_: _needs_more(dated, at, rights[0]) and _has_room(dated, next_, rights[0])
    )
    last = _outward(rights, lambda at, _: _is_short(dated, first, at) or _is_opening(dated, first, at))
    first = _outward([at for at in lefts[::-1] if at <= first], lambda at, _: _is_short(dated, at, last))
    return _cut(dated, first, last)


def _outward(places: list[int], goes_on: Callable[[int, int], bool]) -> int:
    """The first of `places` at which the clause need not go on to the next one, or the last of them."""
    return next((at for at, beyond in pairwise(places) if not goes_on(at, beyond)), places[-1])


def _is_attribution(dated: _Dated, first: int, last: int) -> bool:
    """Whether a clause only tells who said on that day what stands before it."""
    text, start, end = dated
    if first == start:
        return bool(_REPORTED_AFTER.fullmatch(text, end, last))
    return bool(_REPORTED_BY.fullmatch(text, first, start) and _TELLS_NO_MORE.match(text, end))


def _has_room(dated: _Dated, first: int, last: int) -> bool:
    return len(dated.text[first:last].split()) <= _MOST


def _needs_more(dated: _Dated, first: int, last: int) -> bool:
    """Whether what begins at `first` needs what stands before it: it is too short, or has no subject, or no verb
    before its date."""
    text, start, end = dated
    if _RELATIVE.match(text, first):
        return True
    between = text[first:start].strip(" ,")
    if between and _is_short(dated, first, last):
        return True
    if _whole_behind(text, first, last) is not None:
        return False
    if _HEADLESS.match(text, first) or _begins_with_verb(text[first:start].partition(", ")[0]):
        return True
    if _ends_an_aside(text[first:start]):
        return True
    return not _VERBS & set(classify(text[first:start].split())) and bool(_HANGS.match(text, end))


def _begins_with_verb(head: str) -> bool:
    kinds = classify(head.split())
    telling = [kind for kind in kinds if kind not in ("R", "S")]
    return head[:1].islower() and bool(telling) and telling[0] in "VDG" and kinds[0] != "S"


def _ends_an_aside(text: str) -> bool:
    """Whether a clause begins within an aside, before its verb: "a major port, was shut on Monday"."""
    head, comma, rest = text.partition(", ")
    if not comma or _VERBS & set(classify(head.split())[1:]):
        return False
    return bool(_HEADLESS.match(rest)) or bool(_VERBS & set(classify(rest.split()[:1])))


def _is_opening(dated: _Dated, first: int, last: int) -> bool:
    """Whether a span is but the phrase that opens its sentence, up to the comma before who did what."""
    text = dated.text
    return (
        text[last : last + 1] == ","
        and bool(_OPENING.match(text, first))
        and (first == 0 or text[first - 2] in ".,;”")
        and ("," not in text[first:last] or bool(_OPENING.match(text[first:last].rsplit(", ", 1)[-1])))
    )


def _is_short(dated: _Dated, first: int, last: int) -> bool:
    text, start, end = dated
    return len(text[first:start].split()) + len(text[end:last].split()) < _FEWEST


def _cut(dated: _Dated, first: int, last: int) -> Span:
    """At most so many words, from the front, and always the date."""
    text, start, end = dated
    words = [hit.span() for hit in re.finditer(r"\S+", text[first:last])]
    if len(words) <= _MOST:
        return first, last
    at = next((n for n, (a, _) in enumerate(words) if first + a >= start), 0)
    begin = max(0, at - _MOST // 2)
    stop = min(len(words), begin + _MOST)
    return first + words[begin][0], max(end, first + words[stop - 1][1])


def _trimmed(dated: _Dated, first: int, last: int) -> Span:
    """Without the conjunction before a whole clause, and without spaces and commas around it."""
    text = dated.text
    behind = _whole_behind(text, first, last)
    if behind is not None and behind < dated.start:
        first = behind
    while first < last and text[first] in " ,;:—–":
        first += 1
    while last > first and text[last - 1] in " ,;:—–":
        last -= 1
    return first, last


def _whole_behind(text: str, first: int, last: int) -> int | None:
    """Where the clause behind the conjunction at `first` begins, if it has a subject before its first verb."""
    conjunction = _CONJUNCTION.match(text, first)
    if not conjunction:
        return None
    kinds = classify(text[conjunction.end() : last].split())
    whole = bool(kinds) and kinds[0] not in "VDG" and bool(_VERBS & set(kinds[1:]))
    return conjunction.end() if whole else None
