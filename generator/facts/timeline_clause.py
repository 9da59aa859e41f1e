"""The short clause that holds a date: verbatim, whole enough to say what happened."""

from __future__ import annotations

import re

_LEFT = re.compile(
    r"[;:—–]\s|[“\"”(]|\s(?=(?:amidst|amid|while|whereas|although|but|because)\s)|,\s|\s(?=(?:that|which|who)\s)"
)
_RIGHT = re.compile(
    r"[;—–](?:\s|$)|:\s|[”\"]|\s(?=(?:while|whereas|although|but|because|amid|amidst)\s)|"
    r"\sand\s(?=(?:has|have|had|is|are|was|were|will)\s)|,"
)
_ASIDE = re.compile(r",\s(?:where|who|whom|whose|which|when|while|said|but|although)\b")
_ITEM = r"(?:[\w’'.&-]+\s){0,3}[\w’'.&-]+"
_LIST = re.compile(rf"[\w’'.&-]+,\s(?:{_ITEM},\s){{0,9}}{_ITEM},?\s(?:and|or)\s")
_RELATIVE = re.compile(r"(?:that|which|who)\s")
_OPENING = re.compile(
    r"(?:On|In|At|By|During|After|Before|Following|Since|Earlier|Later|Last|Next|This|Amid|Ahead|From|Until|A"
    r"|The (?:next|previous|following)|on|in|at|during|amid|[A-Z]\w+(?:ed|ing))\s"
)
_FEWEST = 4  # words beside the date; a clause with fewer goes on
_MOST = 40  # words
_REACH = 800  # characters on either side that are looked at


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The (start, end) in `text`, a sentence, of the clause around the expression at `start:end`."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while end < high < len(text) and not text[high].isspace():
        high -= 1
    first, last = _around(text[low:high], start - low, end - low)
    return low + first, low + last


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    lists = [hit.span() for hit in _LIST.finditer(text)]

    def inside(at: int) -> bool:
        return any(a <= at < b for a, b in lists)

    lefts = [hit.end() for hit in _LEFT.finditer(text, 0, start) if not inside(hit.start())]
    rights = [
        hit.start() for hit in _RIGHT.finditer(text, end) if _ASIDE.match(text, hit.start()) or not inside(hit.start())
    ]
    first, last = (lefts[-1] if lefts else 0), (rights[0] if rights else len(text))
    while lefts and (
        _RELATIVE.match(text, first) or (text[first:start].strip(" ,") and _short(text, first, last, start, end))
    ):
        lefts.pop()
        first = lefts[-1] if lefts else 0
    while rights and (_short(text, first, last, start, end) or _mere_opening(text, first, last)):
        rights.pop(0)
        last = rights[0] if rights else len(text)
    while lefts and _short(text, first, last, start, end):
        lefts.pop()
        first = lefts[-1] if lefts else 0
    return _trimmed(text, *_cut(text, first, last, start, end))


def _mere_opening(text: str, first: int, last: int) -> bool:
    """Whether a span is but the phrase that opens its sentence, up to the comma before who did what."""
    return (
        text[last : last + 1] == ","
        and bool(_OPENING.match(text, first))
        and (first == 0 or text[first - 2] in ".,;”")
        and ("," not in text[first:last] or bool(_OPENING.match(text[first:last].rsplit(", ", 1)[-1])))
    )


def _short(text: str, first: int, last: int, start: int, end: int) -> bool:
    return len(text[first:start].split()) + len(text[end:last].split()) < _FEWEST


def _cut(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """At most so many words, from the front, and always the date."""
    words = [hit.span() for hit in re.finditer(r"\S+", text[first:last])]
    if len(words) <= _MOST:
        return first, last
    at = next((n for n, (a, _) in enumerate(words) if first + a >= start), 0)
    begin = max(0, at - _MOST // 2)
    stop = min(len(words), begin + _MOST)
    return first + words[begin][0], max(end, first + words[stop - 1][1])


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first] in " ,;:—–":
        first += 1
    while last > first and text[last - 1] in " ,;:—–":
        last -= 1
    return first, last
