"""What is to be told of corrections whose target has gone or has another id now, as problems with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..errors import Problem
from ..model import Dismiss, Editorial, Remark, RemarkKind, Target
from .nearest import short

_TOLD: Final[Mapping[RemarkKind, str]] = {
    "gone": "no source has these words any more, so that the correction has no effect: {words}",
    "moved": "the id {id} is no longer there; the correction holds by its words: {words}",
    "other words": "{id} has other words than these, so that the correction has no effect: {words}",
    "no statement": "no statement is made of these words, so that the correction has no effect: {words}",
    "no date": "tells of no date, or of several, so that the correction has no effect: {words}",
    "not joined": "not told as one: it would tell two kinds of instrument as one (promise 4): {words}",
    "no name": "no source has the spelling, so that the correction has no effect: {words}",
}
_HINTS: Final[Mapping[RemarkKind, str]] = {
    "moved": "write {nearest}",
    "no date": "name the words that tell when as `said`",
    "not joined": "leave the correction out; the statements are {nearest}",
}
_NEAREST = "nearest: {nearest}"
_NONE = "nothing there is like it: leave the correction out"


def problems(editorial: Editorial) -> tuple[Problem, ...]:
    """A problem for each remark, in the order of the corrections."""
    return tuple(map(_problem, editorial.remarks))


def _problem(remark: Remark) -> Problem:
    signed = remark.correction.signed
    told = _TOLD[remark.kind].format(words=_quoted(remark.target.words), id=remark.target.id)
    hint = _HINTS.get(remark.kind, _NEAREST if remark.nearest else _NONE)
    near = " or ".join(_candidate(one, remark) for one in remark.nearest)
    return Problem(signed.where, told, line=signed.line, hint=hint.format(nearest=near))


def _candidate(one: Target, remark: Remark) -> str:
    """`quote: f-0123456789 “words”`, as the correction would have it; a name by its spelling alone."""
    if remark.kind == "no name":
        return _quoted(one.words)
    key = "difference" if isinstance(remark.correction, Dismiss) else "quote"
    return f"`{key}: {one.id}` {_quoted(one.words)}"


def _quoted(words: str) -> str:
    return f"“{short(words)}”"
