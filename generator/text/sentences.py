"""Cuts an article into sentences, each a verbatim span of its paragraph.

syntok does it for languages with spaces and full stops; only the offsets of its tokens are used, for their values are
changed ("n't"). What it gets wrong is mended here. Hindi, Japanese and others with marks of their own are cut at those.
"""

from __future__ import annotations

import re

from syntok import segmenter

from ..model import Article, Sentence
from . import ids
from .language_tags import primary

# Titles and the like, after whose full stop a sentence goes on.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'\u2018\u201c])(?:Gov|Govt|Sen|Rep|Reps|Sens|Lt|Gen|Col|Maj|Capt|Cmdr|Sgt|Adm|Brig|Prof|Hon|Rev|Fr|Sr|Sra|"
    r"St|Mt|Supt|Insp|Amb|Dr|Dra|Mr|Mrs|Ms|Mme|Messrs|Pres|Rs|vs|v|Fig|Figs|Eq|approx|e\.g|i\.e|cf|viz|z\.\s?B|d\.\s?h|"
    r"bzw|ca|Nr)\.$"
)
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(])(?:No|Nos|Vol|Art|Sec|pp|p|Ch|Para|Nr|n\u00fam)\.$", re.IGNORECASE)
_ENDS = "\"'\u2019\u201d)\\]\u300d\u300f\uff09\u00bb"
_MARK = re.compile(rf"[\u3002\uff01\uff1f\uff61]+[{_ENDS}]*|(?:[\u0964\u0965?!]+|(?<=\w)\.)[{_ENDS}]*(?=\s|$)")
_OPENERS = "\u300c\u300e\uff08"
_CLOSERS = "\u300d\u300f\uff09"
_BRACKETS = re.compile(f"[{_OPENERS}{_CLOSERS}]")
_BY_MARKS = frozenset(["hi", "ja", "zh", "mr", "ne", "bn", "pa"])


def split(article: Article, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of `article` in order; headings are none. For each, `paragraph.text[start:end] == text`."""
    counts: dict[str, int] = {}
    out: list[Sentence] = []
    for number, paragraph in enumerate(article.paragraphs, 1):
        if paragraph.role == "heading":
            continue
        for start, end in spans(paragraph.text, language):
            text = paragraph.text[start:end]
            out.append(Sentence(article.id, len(out), number, start, end, text, ids.source_anchor(text, counts)))
    return tuple(out)


def spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """The (start, end) of each sentence of a paragraph, without the white space around it. A piece without a letter or
    a digit belongs to the sentence before it."""
    cuts = _at_marks(text) if primary(language) in _BY_MARKS else _by_syntok(text)
    found: list[tuple[int, int]] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = text[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        stop = begin + len(piece.strip())
        if any(c.isalnum() for c in piece):
            found.append((begin, stop))
        elif found and piece.strip():
            found[-1] = (found[-1][0], stop)
    return tuple(found)


def _by_syntok(text: str) -> list[int]:
    """Where syntok starts a sentence, save after a title or "No." before a number."""
    starts = {sentence[0].offset for block in segmenter.analyze(text) for sentence in block if sentence}
    return [start for start in sorted(starts) if 0 < start < len(text) and _may_start(text, start)]


def _may_start(text: str, start: int) -> bool:
    before = text[max(0, start - 16) : start].rstrip()
    if _BEFORE_NUMBER.search(before) and text[start].isdigit():
        return False
    return not _ABBREVIATION.search(before)


def _at_marks(text: str) -> list[int]:
    """The ends of sentences by their marks, but for those within Japanese quotation marks or brackets."""
    inside = _bracketed(text)
    cuts, k = [], 0
    for match in _MARK.finditer(text):
        while k < len(inside) and inside[k][1] <= match.start():
            k += 1
        within = k < len(inside) and inside[k][0] < match.start() < inside[k][1]
        if not within and match.end() < len(text):
            cuts.append(match.end())
    return cuts


def _bracketed(text: str) -> list[tuple[int, int]]:
    """(start, end) of each outermost pair of brackets; one that is never closed is none."""
    pairs, depth, start = [], 0, 0
    for match in _BRACKETS.finditer(text):
        if match.group() in _OPENERS:
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                pairs.append((start, match.end()))
    return pairs
