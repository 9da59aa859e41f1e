"""A flat scrape cleaned to an Article: which lines are the story, which is its headline, and why the others went.

In order: hard wraps joined; each line labelled by the model of `linemodel` (or, where that keeps too little, by a plain
rule); what a rule knows for certain overrides it; headline, captions and repeats above the first paragraph sorted out;
captions glued to paragraphs split off; roles given."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import compress
from operator import and_

from ...errors import UnreadableError
from ...model import Article, Document, Dropped, Metadata, Paragraph, Role
from ...text.sentence_case import is_in_capitals, sentence_case
from ..live import in_time_order
from ..number_date import by_numbers
from ..paywall import Cut, cut_at_paywall
from ..turns import find_turns, with_turns
from .captions import is_caption, split_glued
from .head import Head, sort_head
from .headline import stems, telling
from .junk import junk_kind
from .language import language_of
from .line_features import ScrapeLine, measure
from .line_model import label, shipped
from .wrap import unwrap

_FLOOR = 0.35  # of the words of whole sentences
_SENTENCE = 5  # words
_SOME_TEASERS = 2
_SHORT = 40
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The lines with a verdict each: None keeps, else the reason to drop."""

    lines: list[ScrapeLine]
    reasons: list[str | None]
    head: Head


def clean(document: Document, id: str) -> Article:
    """The article in `document`: its own words in paragraphs, and every line that is none of them with a reason. A
    document whose format told what its body is, or a digest, which somebody wrote for this use, is taken as it is."""
    metadata, notes = document.metadata, document.notes
    paragraphs, dropped = document.paragraphs, document.dropped
    if not document.structured:
        lines = _measure(unwrap(paragraphs))
        if metadata.is_digest:
            paragraphs = tuple(_paragraphs(lines, _roles(lines, [None] * len(lines))))
        else:
            sorted_ = _sort(lines, metadata)
            paragraphs, glued = _kept(sorted_)
            metadata = _complete(metadata, sorted_.head, paragraphs)
            dropped = tuple(sorted((*dropped, *_dropped(sorted_), *glued), key=lambda d: d.line))
            notes = (*notes, *sorted_.head.notes)
    paragraphs, times = (paragraphs, ()) if metadata.is_digest else in_time_order(paragraphs)
    dropped = (*dropped, *times)
    if metadata.language is None:
        metadata = replace(metadata, language=language_of(p.text for p in paragraphs))
    if not metadata.is_digest:
        dated = by_numbers(paragraphs, dropped, metadata)
        paragraphs, dropped, metadata = dated.paragraphs, (*dropped, *dated.dropped), dated.metadata
        notes = (*notes, *dated.notes)
    cut = _cut(paragraphs, dropped, metadata)
    dropped = (*dropped, *cut.dropped)
    paragraphs = cut.paragraphs if metadata.is_digest else with_turns(cut.paragraphs)
    return Article(id, document.path, document.format, metadata, paragraphs, dropped, notes, cut.cut_off)


def _cut(paragraphs: tuple[Paragraph, ...], dropped: tuple[Dropped, ...], metadata: Metadata) -> Cut:
    """The text without a paywall. Raises UnreadableError where there is nothing else."""
    if metadata.is_digest:
        return Cut(paragraphs, (), False)
    cut = cut_at_paywall(paragraphs, dropped)
    if paragraphs and not cut.paragraphs:
        raise UnreadableError("nothing of the article, only a paywall")
    return cut


def _measure(paragraphs: Iterable[Paragraph]) -> list[ScrapeLine]:
    lines, last = [], 0
    for paragraph in paragraphs:
        number = paragraph.line or last + 1
        lines.append(measure(paragraph.text, number, max(number - last - 1, 0)))
        last = number
    return lines


def _complete(metadata: Metadata, head: Head, paragraphs: tuple[Paragraph, ...]) -> Metadata:
    dated = metadata.published is None and head.published is not None
    return replace(
        metadata,
        title=metadata.title or _title(head, metadata.language, paragraphs),
        publisher=metadata.publisher or head.publisher,
        author=metadata.author or head.author,
        published=metadata.published or head.published,
        published_from="line near the title" if dated else metadata.published_from,
    )


def _title(head: Head, language: str | None, paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The title as it would stand in a sentence, where it is in capitals and the text tells which words keep theirs."""
    if not head.title or not is_in_capitals(head.title):
        return head.title
    texts = [p.text for p in paragraphs if p.role in ("body", "item")]
    return sentence_case(head.title, texts, language or language_of(texts))


def _sort(lines: list[ScrapeLine], metadata: Metadata) -> _Sorted:
    certain = [junk_kind(line.text) if _WORD.search(line.text) else "no words" for line in lines]
    kept = [True] * len(lines) if _looks_clean(lines, certain) else label(lines, shipped())
    kept = _c4_fallback(lines, [k and not c for k, c in zip(kept, certain, strict=True)], certain)
    turns = find_turns([line.text for line in lines])
    kept = [k or index in turns for index, k in enumerate(kept)]
    ends = _ends(kept)
    reasons = [_first_reason(lines[n], n, ends, certain[n], kept[n]) for n in range(len(lines))]
    head = sort_head(lines, reasons, _subject(lines, reasons), metadata.title, min(turns, default=len(lines)))
    for index, reason in head.verdicts:
        reasons[index] = reason
    _drop_teasers(lines, reasons)
    _drop_repeats(lines, reasons)
    return _Sorted(lines, reasons, head)


def _subject(lines: list[ScrapeLine], reasons: list[str | None]) -> frozenset[str]:
    """The stems of the running text kept so far that can tell what it is about."""
    prose = (stems(line.text) for line, reason in zip(lines, reasons, strict=True) if reason is None and line.prose)
    return telling(frozenset().union(*prose))


def _ends(kept: list[bool]) -> tuple[int, int]:
    """The first and the last line that is kept; where there is none, the end and what lies before the beginning."""
    if True not in kept:
        return len(kept), -1
    return kept.index(True), len(kept) - 1 - kept[::-1].index(True)


def _first_reason(line: ScrapeLine, at: int, ends: tuple[int, int], certain: str | None, kept: bool) -> str | None:
    """Why a line goes, as far as it can be told without the others; None where it stays."""
    if not kept:
        return certain or _reason(line, at, ends)
    return "caption" if is_caption(line.text) else None


def _looks_clean(lines: list[ScrapeLine], certain: list[str | None]) -> bool:
    """Whether this is short and nothing in it speaks of a web page: somebody's own text, lists and all."""
    buttons = sum(line.words <= 8 and (line.boilerplate > 0 or line.tail) for line in lines)
    return len(lines) <= _SHORT and not any(c for c in certain if c != "no words") and buttons <= 1


def _c4_fallback(lines: list[ScrapeLine], kept: list[bool], certain: list[str | None]) -> list[bool]:
    """`kept`, unless it holds too little of what a rule in the manner of C4 would keep: whole sentences of five words
    and more (Raffel et al., "Exploring the Limits of Transfer Learning", 2020). Then that rule decides; where it would
    keep nothing either, all stays that no rule knows for junk."""
    plain = [not c and line.ended and line.words >= _SENTENCE for line, c in zip(lines, certain, strict=True)]
    if any(kept) and _words_of(lines, map(and_, plain, kept)) >= _FLOOR * _words_of(lines, plain):
        return kept
    return plain if any(plain) else [not c for c in certain]


def _words_of(lines: list[ScrapeLine], chosen: Iterable[bool]) -> int:
    return sum(line.words for line in compress(lines, chosen))


def _reason(line: ScrapeLine, at: int, ends: tuple[int, int]) -> str:
    if is_caption(line.text):
        return "caption"
    if line.dated:
        return "date or byline"
    if line.text.endswith(("...", "…")):
        return "teaser"
    if at > ends[1]:
        return "after the article"
    if at < ends[0]:
        return "before the article"
    return "link or button" if line.words <= 8 and not line.ended else "not the article"


def _drop_teasers(lines: list[ScrapeLine], reasons: list[str | None]) -> None:
    """Headlines and first lines of other articles, cut off by three dots, after the last whole paragraph."""
    tail = _after_whole(lines, reasons)
    cut = [n for n in tail if _is_cut(lines[n])]
    headed = any(reasons[n] == "related links" or lines[n].tail for n in tail)
    if cut and (headed or len(cut) >= _SOME_TEASERS):
        for n in range(cut[0], len(lines)):
            reasons[n] = reasons[n] or "teaser"


def _after_whole(lines: list[ScrapeLine], reasons: list[str | None]) -> range:
    """The lines after the last kept one that is a paragraph which ends where it ends; none where there is none."""
    whole = [n for n, x in enumerate(lines) if reasons[n] is None and x.prose and x.ended and not _is_cut(x)]
    return range(whole[-1] + 1 if whole else len(lines), len(lines))


def _is_cut(line: ScrapeLine) -> bool:
    return line.text.endswith(("...", "…"))


def _drop_repeats(lines: list[ScrapeLine], reasons: list[str | None]) -> None:
    seen: dict[str, int] = {}
    for index, line in enumerate(lines):
        if reasons[index] is None and line.words >= 6:
            key = " ".join(line.text.lstrip("•*·-– ").casefold().split())
            if key in seen:
                reasons[index] = f"repeats line {seen[key]}"
            seen.setdefault(key, line.number)


def _dropped(sorted_: _Sorted) -> list[Dropped]:
    return [Dropped(x.number, x.text, r) for x, r in zip(sorted_.lines, sorted_.reasons, strict=True) if r is not None]


def _kept(sorted_: _Sorted) -> tuple[tuple[Paragraph, ...], list[Dropped]]:
    roles = _roles(sorted_.lines, sorted_.reasons)
    elsewhere = "\n".join(line.text for line in sorted_.lines)
    paragraphs, glued = [], []
    for paragraph in _paragraphs(sorted_.lines, roles, sorted_.head.body_from):
        caption, text = (
            split_glued(paragraph.text, elsewhere.replace(paragraph.text, "", 1))
            if len(paragraph.text) > 80
            else ("", paragraph.text)
        )
        if caption:
            glued.append(Dropped(paragraph.line or 0, caption, "caption glued to the paragraph"))
        paragraphs.append(replace(paragraph, text=text))
    return tuple(paragraphs), glued


def _roles(lines: list[ScrapeLine], reasons: list[str | None]) -> list[Role | None]:
    """The role of each line that is kept."""
    roles: list[Role | None] = []
    following: ScrapeLine | None = None
    for line, reason in zip(reversed(lines), reversed(reasons), strict=True):
        roles.append(None if reason else _role(line, following))
        following = line if reason is None else following
    return roles[::-1]


def _role(line: ScrapeLine, following: ScrapeLine | None) -> Role:
    if line.bullet and not line.text[0].isdigit():
        return "item"
    if following is not None and _heads(line, following):
        return "item" if line.bullet and following.bullet else "heading"
    return "item" if line.bullet else "body"


def _heads(line: ScrapeLine, following: ScrapeLine) -> bool:
    """Whether a short line without an end stands over a longer one, or over a list."""
    return line.words <= 14 and not line.ended and (following.words > line.words or following.bullet)


def _paragraphs(lines: list[ScrapeLine], roles: list[Role | None], body_from: int = 0) -> list[Paragraph]:
    """The kept lines as paragraphs: bullets without their mark, broken sentences joined."""
    made: list[Paragraph] = []
    last: ScrapeLine | None = None
    for index, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role is None:
            last = None  # what stands on both sides of a dropped line is no one sentence of the source
            continue
        if last is not None and made[-1].role == "body" == role and _goes_on(last, line):
            made[-1] = replace(made[-1], text=f"{made[-1].text} {line.text}")
        else:
            text = _unmarked(line.text) if role == "item" else line.text
            made.append(Paragraph(text, "standfirst" if index < body_from else role, line.number))
        last = line
    return made


def _unmarked(text: str) -> str:
    """The text of an item without its bullet; a number in brackets is no bullet."""
    return text if text[0].isalnum() or text[0] == "(" else text[1:].lstrip()


def _goes_on(above: ScrapeLine, line: ScrapeLine) -> bool:
    """Whether `line` is the rest of a sentence that a link or a tag broke in two."""
    return line.gap == 0 and not above.ended and above.words >= 5 and (line.text[0].islower() or line.text[0] in ",;)")
