"""Where a source ends for those who have not paid: what stands there goes, and the source is known as cut off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..model import Dropped, Paragraph
from ..text.word_lists import word_lists

REASON = "paywall"
_UNSEEN = "hidden on the page"
_SENTENCE = re.compile(r"[^.!?…。！？]*(?:[.!?…。！？]+[\"”’»」)\]]*\s*|\Z)")
_LEAD = re.compile(r"^[\W_]*(?:(?:premium|plus|\+)\W+)?", re.IGNORECASE)
_QUOTED = re.compile(r"^[\s]*[\"“”„«»‘’'「『]")
_ELSE = re.compile("newsletter|podcast|discussion|conversation|webinar", re.IGNORECASE)
_LONGEST, _LONGEST_OFFER = 240, 220  # characters
_WHOLE = 700  # characters of a paragraph that a wall opens: up to that many, all of it is the wall's
_GOES_ON = 60  # words after a wall with which a text goes on: then it was a prompt only
_BEGINNING = 300  # words
_ANSWER = 60  # characters of the answer to a question
_NEAR = 8  # paragraphs around a wall


@dataclass(frozen=True, slots=True)
class Cut:
    """A text without its paywall, what was dropped for that, and whether the text ends there."""

    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]
    cut_off: bool


def cut_at_paywall(paragraphs: tuple[Paragraph, ...], dropped: tuple[Dropped, ...]) -> Cut:
    """`paragraphs` without the sentences that ask for money to read on, and the offers beside them. The text is cut off
    where hardly any follows; a wall among the `dropped` lines counts too, unless nobody saw it."""
    walls = {n: at for n, p in enumerate(paragraphs) if (at := _wall_at(p.text)) is not None}
    if not walls:
        return Cut(paragraphs, (), _ends_at_dropped(paragraphs, dropped))
    gone = dict.fromkeys(_offers(paragraphs, walls), 0) | walls
    parts = [_parted(paragraph, gone.get(n)) for n, paragraph in enumerate(paragraphs)]
    after = (head.text for head, _ in parts[min(walls) + 1 :] if head)
    cut_off = sum(len(text.split()) for text in after) < _GOES_ON
    return Cut(tuple(head for head, _ in parts if head), tuple(rest for _, rest in parts if rest), cut_off)


def _parted(paragraph: Paragraph, at: int | None) -> tuple[Paragraph | None, Dropped | None]:
    """What of a paragraph stays, and what goes from the place `at` on."""
    if at is None:
        return paragraph, None
    head, rest = paragraph.text[:at].strip(), paragraph.text[at:].strip()
    return replace(paragraph, text=head) if head else None, Dropped(paragraph.line or 0, rest, REASON)


def _wall_at(text: str) -> int | None:
    """Where in a paragraph a paywall begins; None where it does not."""
    for found in _SENTENCE.finditer(text):
        sentence = found[0] if not found[0].rstrip().endswith("?") else text[found.start() : found.end() + _ANSWER]
        if found[0].strip() and _is_wall(sentence):
            return found.start() if found.start() or len(text) <= _WHOLE else None
    return None


def _is_wall(sentence: str) -> bool:
    if len(sentence) > _LONGEST or _QUOTED.match(sentence):
        return False
    if _ELSE.search(sentence):
        return False
    return _pattern("walls").match(_LEAD.sub("", sentence).strip()) is not None


def _offers(paragraphs: Sequence[Paragraph], walls: Iterable[int]) -> list[int]:
    """The paragraphs beside walls, one after another, that offer a subscription."""
    found: list[int] = []
    for wall in walls:
        for step in (1, -1):
            for n in range(wall + step, wall + step * (_NEAR + 1), step):
                if not 0 <= n < len(paragraphs) or not _is_offer(paragraphs[n].text):
                    break
                found.append(n)
    return found


def _is_offer(text: str) -> bool:
    return len(text) <= _LONGEST_OFFER and _pattern("offers").search(text) is not None


def _ends_at_dropped(kept: Sequence[Paragraph], dropped: Iterable[Dropped]) -> bool:
    """Whether a wall stands among the dropped lines after a text that is short enough for a beginning: under a long one
    it is as often a mere box."""
    if sum(len(p.text.split()) for p in kept) > _BEGINNING:
        return False
    last = max((p.line or 0 for p in kept), default=0)
    return any(d.reason != _UNSEEN and d.line >= last and _wall_at(d.text) == 0 for d in dropped)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in word_lists("paywall")[kind]), re.IGNORECASE)
