"""Cuts an article into sentences, each a verbatim span of its paragraph.

syntok does it for languages with spaces and full stops; only the offsets of its tokens are used, for their values are
changed ("n't"). What it gets wrong is mended here. Hindi, Japanese and others with marks of their own are cut at those.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import islice

from syntok import segmenter

from ..model import Article, Sentence
from . import ids
from .language_tags import primary
from .words import word_list

_MAY_END = re.compile(
    r"\b(?:(?<!\b[A-Z]\.)(?:[A-Z]\.){2,}|\d\.|(?:etc|[ap]\.\s?m|Inc|Ltd|Corp|Co|Bros|Jr|usw|S\.\s?A)\.)[\"')\u2019\u201d]*\s+(?=[^\W\d_])"
)
_SET_APART = re.compile(r"\u00bb\.?\s+")  # as French closes a quotation
_ORDINAL = re.compile(r"(?:^|\s|\()(\w+)\s+\d{1,2}\.$")
_WORD = re.compile(r"\w+")
_ENDS = "\"'\u2019\u201d)\\]\u300d\u300f\uff09\u00bb"
_MARK = re.compile(
    rf"[\u3002\uff01\uff1f\uff61\u17d4\u17d5\u104b]+[{_ENDS}]*|(?:(?<![\u0964\u0965\u06d4\u061f\u1362\u0589?!])[\u0964\u0965\u06d4\u061f\u1362\u0589?!]+|(?<=\w)\.)[{_ENDS}]*(?=\s|$)"
)
_OPENERS = "\u300c\u300e\uff08"
_CLOSERS = "\u300d\u300f\uff09"
_BRACKETS = re.compile(f"[{_OPENERS}{_CLOSERS}]")
_BY_MARKS = frozenset(
    ["hi", "ja", "zh", "yue", "mr", "ne", "bn", "pa", "sa", "as", "or", "mai", "ur", "sd", "km", "my", "am", "ti", "hy"]
)
_BY_SPACES = frozenset(["th", "lo"])
_SPACE = re.compile(
    r"(?<=[\u0e01-\u0e3a\u0e40-\u0eff])[\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]*[\u0e01-\u0e2e\u0e40-\u0e44\u0e81-\u0eae\u0ec0-\u0ec4])"
)
_OPENING, _DEEP = "([{", 8
_PAIRED = re.compile(r"[(\[{}\])]")
_LONGEST = 2_000  # characters of a sentence
_LEAST_PIECE = 25  # letters of a sentence in a script where a space parts sentences as well as less
_ENDED = re.compile(r"\u00bb\s?[.!?]\s+(?=[^\W\d_])|\u061f[\"'\u201d\u00bb)]*\s+(?=\w)")


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
    a digit belongs to the sentence before it. What goes on for thousands of characters is no sentence: it is cut where
    a word ends, so that what later looks at a sentence has to look no further than that."""
    cuts = _not_too_long(text, _cuts(text, primary(language)))
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


def _not_too_long(text: str, cuts: list[int]) -> list[int]:
    """`cuts`, and more of them where two are too far apart."""
    out: list[int] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        while end - start > _LONGEST:
            start = _word_end(text, start + _LONGEST // 2, start + _LONGEST)
            out.append(start)
        out += [end] if end < len(text) else []
    return out


def _word_end(text: str, first: int, last: int) -> int:
    """The last place in `text[first:last]` where a word ends; `last`, or before the marks of a letter there, where none
    does."""
    space = text.rfind(" ", first, last)
    while space < 0 and last > first and unicodedata.combining(text[last]):
        last -= 1
    return space if space >= 0 else last


def _cuts(text: str, code: str) -> list[int]:
    if code in _BY_MARKS:
        return _at_marks(text)
    return _at_spaces(text, code) if code in _BY_SPACES else _by_syntok(text, code)


def _at_spaces(text: str, code: str) -> list[int]:
    """Thai and Lao end a sentence with a space, as they part clauses, quotations and lists: it is taken for an end
    where a whole sentence may stand on both sides, and no word follows or goes before that joins the two."""
    joining = tuple(word_list("abbreviations")[f"{code}_joining"])
    cuts: list[int] = []
    gap = -1
    for space in _SPACE.finditer(text):
        start, end, after = cuts[-1] if cuts else 0, space.start(), space.end()
        gap = _next_gap(text, after) if gap < after else gap
        apart = not text.endswith(joining, start, end) and not text.startswith(joining, after)
        if apart and _is_piece(text, start, end) and _is_piece(text, after, gap):
            cuts.append(after)
    return cuts


def _next_gap(text: str, start: int) -> int:
    """Where the next two spaces stand, or the text ends."""
    found = text.find("  ", start)
    return found if found >= 0 else len(text)


def _is_piece(text: str, start: int, end: int) -> bool:
    """Whether there are letters enough in `text[start:end]` for a sentence; looks no further than those."""
    letters = (at for at in range(start, end) if text[at].isalpha())
    return sum(1 for _ in islice(letters, _LEAST_PIECE)) == _LEAST_PIECE


def _by_syntok(text: str, code: str) -> list[int]:
    """Where syntok starts a sentence, save after a title or "No." before a number, and where it should: at a word that
    begins one after "U.S." or "p.m."."""
    blocks = segmenter.analyze(_without_deep_brackets(text))
    starts = {sentence[0].offset for block in blocks for sentence in block if sentence}
    starts.update(found.end() for found in _MAY_END.finditer(text) if _begins(text, found.end(), code))
    starts.update(found.end() for found in _ENDED.finditer(text))
    moved = {_past_closer(text, start) for start in starts}
    return [start for start in sorted(moved) if 0 < start < len(text) and _may_start(text, start, code)]


def _without_deep_brackets(text: str) -> str:
    """`text` for syntok, which looks far ahead from each bracket that opens: those within many others, or behind as
    many that never close, are commas."""
    if sum(map(text.count, _OPENING)) <= _DEEP:
        return text
    depth = 0

    def judged(found: re.Match[str]) -> str:
        nonlocal depth
        opens = found[0] in _OPENING
        depth = depth + 1 if opens else max(0, depth - 1)
        return "," if opens and depth > _DEEP else found[0]

    return _PAIRED.sub(judged, text)


def _begins(text: str, start: int, code: str) -> bool:
    word = _WORD.match(text, start)
    return word is not None and word[0] in word_list("abbreviations").get(f"{code}_starters", ())


def _past_closer(text: str, start: int) -> int:
    """`start`, or the next sentence where a mark stands there, apart from what it closes."""
    closer = _SET_APART.match(text, start)
    return start if closer is None else closer.end() if text[closer.end() : closer.end() + 1].isupper() else 0


def _may_start(text: str, start: int, code: str) -> bool:
    before = text[max(0, start - 24) : start].rstrip()
    goes_on, before_number = _abbreviations(code)
    if before_number.search(before) and text[start].isdigit():
        return False
    ordinal = _ORDINAL.search(before)
    if ordinal and ordinal[1].lower() in word_list("abbreviations").get(f"{code}_before_ordinal", ()):
        return False
    found = goes_on.search(before)
    return not found or (
        found[1] in word_list("abbreviations").get(f"{code}_may_end", ()) and _begins(text, start, code)
    )


@cache
def _abbreviations(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends in an abbreviation after which a sentence goes on, and before a number does."""
    lists = word_list("abbreviations")

    def ending(kind: str) -> str:
        words = lists[f"all_{kind}"] | lists.get(f"{code}_{kind}", frozenset())
        return "|".join(sorted(word.replace(".", r"\.") for word in words))

    goes_on = re.compile(rf"(?:^|[\s(\"'\u2018\u201c\u00ab\u201e])({ending('goes_on')})\.$")
    return goes_on, re.compile(rf"(?:^|[\s(]|(?<=[dl][\u2019']))\w*?(?<!\w)(?:{ending('number')})\.$", re.IGNORECASE)


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
