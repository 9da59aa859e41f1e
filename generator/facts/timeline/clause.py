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
_MARK = re.compile(r"[()\[\]“”\"]")
_CLOSES = {")": "(", "]": "[", "”": "“"}
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
    """The clause in `text`. What stands between brackets or quotation marks is taken whole or not at all, or, where the
    date and enough beside it stand in there, is the only place that is looked at."""
    kept = _pairs(text)
    around = [(a + 1, b - 1) for a, b in kept if a < start and end < b and not _short(text, a + 1, b - 1, start, end)]
    if around:
        low, high = around[-1]  # the innermost
        first, last = _around(text[low:high], start - low, end - low)
        return low + first, low + last
    first, last = _between(text, start, end, kept)
    for low, high in kept:  # the longest clause is cut by its words, perhaps within brackets
        first = high if low < first < high <= start else first
        last = low if end <= low < last < high else last
    return _trimmed(text, first, last)


def _pairs(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each stretch between brackets or quotation marks, these with it, outer ones first."""
    found, opened = [], list[int]()
    for hit in _MARK.finditer(text):
        mark = hit.group()
        opener = _CLOSES.get(mark, mark if mark == '"' else "")
        last = next((n for n in range(len(opened) - 1, -1, -1) if text[opened[n]] == opener), None) if opener else None
        if last is not None:
            found.append((opened[last], hit.end()))
            del opened[last:]
        elif mark not in _CLOSES:
            opened.append(hit.start())
    return sorted(found, key=lambda pair: (pair[0], -pair[1]))


def _between(text: str, start: int, end: int, kept: list[tuple[int, int]]) -> tuple[int, int]:
    lexicons = [hit.span() for hit in _LIST.finditer(text)]

    def inside(at: int) -> bool:
        return any(a <= at < b for a, b in lexicons)

    def whole(at: int) -> bool:
        return not any(a < at < b for a, b in kept)

    lefts = [m.end() for m in _LEFT.finditer(text, 0, start) if whole(m.end()) and not inside(m.start())]
    rights = [
        m.start()
        for m in _RIGHT.finditer(text, end)
        if whole(m.start()) and (_ASIDE.match(text, m.start()) or not inside(m.start()))
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
    return _cut(text, first, last, start, end)


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
