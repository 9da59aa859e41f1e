"""Hard-wrapped text back to paragraphs. A file is hard-wrapped where lines that follow one another stop just short of
one common width; a scrape with a paragraph a line is not, however its lines follow one another."""

from __future__ import annotations

import re
from itertools import pairwise

from ...model import Paragraph

_WIDEST = 130
_NARROWEST = 40
_BULLET = re.compile(r"\s*(?:[•*·▪◦‣●–—+-]|\(?\d{1,3}[.)])\s")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_FULL, _OPEN = 0.7, 0.4  # of the lines: full to the width, and without the end of a sentence


def unwrap(lines: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """`lines`, with those that are parts of one hard-wrapped paragraph joined by a space."""
    width = _width(lines)
    if width is None:
        return lines
    joined: list[list[Paragraph]] = []
    for line in lines:
        if joined and _continues(joined[-1][-1], line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return tuple(_join(parts) for parts in joined)


def _width(lines: tuple[Paragraph, ...]) -> int | None:
    """The width at which the text was wrapped, or None where it was not."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(a, b) and len(a.text) >= _NARROWEST]
    if len(pairs) == 1 and _broken(*pairs[0]):
        return len(pairs[0][0].text.rstrip())
    if len(pairs) < 2:
        return None
    lengths = sorted(len(a.text.rstrip()) for a, _ in pairs)
    width = lengths[-1 - len(lengths) // 20]
    return width if width <= _WIDEST and _wrapped(pairs, width) else None


def _wrapped(pairs: list[tuple[Paragraph, Paragraph]], width: int) -> bool:
    """Whether most lines are as full as the width allows, and many end amid a sentence."""
    full = sum(_full(a, b, width) for a, b in pairs)
    open_ends = sum(a.text.rstrip()[-1] not in ".!?:;。" for a, _ in pairs)
    return full >= _FULL * len(pairs) and open_ends >= _OPEN * len(pairs)


def _broken(a: Paragraph, b: Paragraph) -> bool:
    """Whether `b` goes on in the middle of a sentence of `a`: all there is to go by where nothing else is wrapped."""
    end = a.text.rstrip()[-1]
    return (end.isalnum() or end == ",") and b.text.lstrip()[:1].islower() and len(a.text) <= _WIDEST


def _adjacent(a: Paragraph, b: Paragraph) -> bool:
    return a.line is not None and b.line == a.line + 1


def _full(a: Paragraph, b: Paragraph, width: int) -> bool:
    """Whether the first word of `b` would not have fitted at the end of `a`."""
    return len(a.text.rstrip()) + 1 + len(b.text.split(None, 1)[0]) > width


def _continues(a: Paragraph, b: Paragraph, width: int) -> bool:
    deeper = len(b.text) - len(b.text.lstrip()) > len(a.text) - len(a.text.lstrip())
    listed = _BULLET.match(a.text) is not None
    return _adjacent(a, b) and _full(a, b, width) and not _BULLET.match(b.text) and (listed or not deeper)


def _join(parts: list[Paragraph]) -> Paragraph:
    text = parts[0].text.rstrip() if len(parts) > 1 else parts[0].text
    for part in parts[1:]:
        text += ("" if _HYPHEN.search(text[-2:]) else " ") + part.text.strip()
    return Paragraph(text, parts[0].role, parts[0].line)
