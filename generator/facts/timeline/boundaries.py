"""Where the clauses of a sentence may end, beside a date in it."""

from __future__ import annotations

import re

_LEFT = re.compile(
    r"[;:—–]\s|[“\"”(]|\s(?=(?:amidst|amid|while|whereas|although|but|because)\s)|,\s|\s(?=(?:that|which|who)\s)"
)
_RIGHT = re.compile(
    r"[;—–](?:\s|$)|:\s|[”\"]|\s(?=(?:while|whereas|although|but|because|amid|amidst)\s)|"
    r"\sand\s(?=(?:has|have|had|is|are|was|were|will|would|could|may|might|must|should)\s)|,(?!\d)"
)
# Between two dates, and not where "long after" tells how far apart: there a clause begins that has its own date.
_BETWEEN = re.compile(
    r"(?<!long)(?<!shortly)(?<!soon)(?<!days)(?<!weeks)(?<!months)(?<!years)\s(?=(?:when|after|before|since)\s)"
)
_ASIDE = re.compile(r",\s(?:where|who|whom|whose|which|when|while|said|but|although)\b")
_ITEM = r"(?:[\w’'.&-]+\s){0,3}[\w’'.&-]+"
_LIST = re.compile(rf"[\w’'.&-]+,\s(?:{_ITEM},\s){{0,9}}{_ITEM},?\s(?:and|or)\s")
_MARK = re.compile(r"[()\[\]“”\"]")
_CLOSES = {")": "(", "]": "[", "”": "“"}

Span = tuple[int, int]


def pairs(text: str) -> list[Span]:
    """The (start, end) of each stretch between brackets or quotation marks, these with it, outer ones first."""
    found, opened = list[Span](), list[int]()
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


def boundaries(text: str, start: int, end: int, kept: list[Span]) -> tuple[list[int], list[int]]:
    """(where a clause may begin before the date at `start:end`, where one may end behind it), both in text order: not
    within one of `kept`, nor within a list of things."""
    lists = [hit.span() for hit in _LIST.finditer(text)]
    left = (hit for hit in _LEFT.finditer(text, 0, start) if not _within(hit.start(), lists))
    right = (hit for hit in _RIGHT.finditer(text, end) if _ends(text, hit.start(), lists))
    lefts = [hit.end() for hit in left if _parts(text, hit) and not _within(hit.end(), kept)]
    return lefts, [hit.start() for hit in right if _parts(text, hit) and not _within(hit.start(), kept)]


def _ends(text: str, at: int, lists: list[Span]) -> bool:
    return bool(_ASIDE.match(text, at)) or not _within(at, lists)


def beside_others(text: str, start: int, end: int, others: list[Span]) -> tuple[list[int], list[int]]:
    """The same where a conjunction parts the date from another date of its sentence."""
    lefts = [hit.end() for _, last in others if last <= start for hit in _BETWEEN.finditer(text, last, start)]
    rights = [hit.start() for first, _ in others if end <= first for hit in _BETWEEN.finditer(text, end, first)]
    return sorted(lefts), sorted(rights)


def _within(at: int, spans: list[Span]) -> bool:
    return any(first < at < last for first, last in spans)


def _parts(text: str, hit: re.Match[str]) -> bool:
    """Whether a boundary parts clauses: a quotation mark does only where a sentence is quoted, not a few words."""
    before = text[: hit.start()].rstrip()
    return hit[0] not in ("“", '"', "”") or not before or before[-1] in ",:.?!"
