"""RTF as its reader sees it: without text that is hidden, deleted, white or of hardly any size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+", re.DOTALL)
_COLOURS = re.compile(rb"\{\\colortbl([^{}]*)\}")
_CHANNEL = re.compile(rb"\\(red|green|blue)(\d{1,3})")
_WHITE = 253  # of 255, in every channel
_TINY = 4  # half points
_GROUNDS = (b"cb", b"highlight", b"chcbpat")


@dataclass(frozen=True, slots=True)
class _Look:
    """How text looks: whether it is hidden or deleted, which colour it has, its size and its ground."""

    hidden: bool = False
    deleted: bool = False
    colour: int = 0
    ground: int = 0
    size: int = 24

    def seen(self, white: frozenset[int]) -> bool:
        """Whether a reader sees it, where the colours `white` are those of paper."""
        pale = self.colour in white and not self.ground
        return not (self.hidden or self.deleted or pale or self.size < _TINY)


def shown_rtf(data: bytes) -> bytes:
    """`data` without the text that a reader does not see; groups and marks stay."""
    return b"".join(_shown(data, frozenset(_whites(data))))


def _shown(data: bytes, white: frozenset[int]) -> Iterator[bytes]:
    look, stack = _Look(), []
    for token in _TOKEN.finditer(data):
        text, word = token.group(), token[1]
        if text == b"{":
            stack.append(look)
        elif text == b"}":
            look = stack.pop() if stack else _Look()
        elif word:
            look = _changed(look, word, token[2])
        if look.seen(white) or text in (b"{", b"}") or (word is not None and word != b"u"):
            yield text


def _changed(look: _Look, word: bytes, argument: bytes | None) -> _Look:
    """How text looks behind a control word."""
    number = int(argument) if argument else None
    if word == b"plain":
        return replace(_Look(), deleted=look.deleted)
    if word == b"v":
        return replace(look, hidden=number != 0)
    if word == b"deleted":
        return replace(look, deleted=number != 0)
    if word == b"fs":
        return replace(look, size=24 if number is None else number)
    if word == b"cf":
        return replace(look, colour=number or 0)
    return replace(look, ground=number or 0) if word in _GROUNDS else look


def _whites(data: bytes) -> Iterator[int]:
    """The numbers of the colours that are those of paper."""
    found = _COLOURS.search(data[:200_000])
    for number, entry in enumerate(found[1].split(b";") if found else ()):
        channels = [int(value) for _, value in _CHANNEL.findall(entry)]
        if len(channels) == 3 and min(channels) >= _WHITE:
            yield number
