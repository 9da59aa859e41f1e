"""Cuts an article into sentences, each a verbatim span of its paragraph."""

from __future__ import annotations

import re

from syntok import segmenter

from ..model import Article, Sentence
from . import ids

_TITLE = re.compile(
    r"(?:^|[\s(\"'\u2018\u201c])(?:Gov|Sen|Rep|Reps|Sens|Lt|Gen|Col|Maj|Capt|Cmdr|Sgt|Adm|Brig|Prof|Hon|Rev|Fr|Sr|St|Mt|Supt|Insp|Amb"
    r"|Dr|Mr|Mrs|Ms|Messrs|Pres|Rs|vs|v|Fig|Figs|Eq|approx|e\.g|i\.e|cf|viz|No|Nos|Vol|Art|Sec|pp|[A-Z])\.$"
)
_CLOSERS = "\"'\u2019\u201d)]\u300d\u300f\uff09\u00bb"
_FULL = re.compile(rf"[。！？｡]+[{_CLOSERS}]*|[।॥?!]+[{_CLOSERS}]*(?=\s|$)|(?<=\w)\.[{_CLOSERS}]*(?=\s|$)")
_OWN_RULES = {"hi", "ja", "zh", "mr", "ne", "bn", "ur"}


def split(article: Article, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of `article` in order; headings are none. For each, `paragraph.text[start:end] == text`."""
    taken: set[str] = set()
    out: list[Sentence] = []
    for number, paragraph in enumerate(article.paragraphs, 1):
        if paragraph.role == "heading":
            continue
        for start, end in spans(paragraph.text, language):
            text = paragraph.text[start:end]
            out.append(Sentence(article.id, len(out), number, start, end, text, ids.source_anchor(text, taken)))
    return tuple(out)


def spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """The (start, end) of each sentence of a paragraph, without the white space around it."""
    cuts = _by_marks(text) if language[:2] in _OWN_RULES else _by_syntok(text)
    found = []
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
    """Where syntok starts a sentence, save after a title or an initial. Offsets only: its token values are changed."""
    starts = [sentence[0].offset for block in segmenter.analyze(text) for sentence in block if sentence]
    return [
        s for s in sorted(set(starts)) if 0 < s < len(text) and not _TITLE.search(text[max(0, s - 16) : s].rstrip())
    ]


def _by_marks(text: str) -> list[int]:
    return [m.end() for m in _FULL.finditer(text) if m.end() < len(text)]
