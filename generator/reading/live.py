"""Live pages: posts with a time each, put into the order in which they were written. A time is when a post was made,
and no sentence of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import sub

from ..model import Dropped, Paragraph

REASON = "time of a post"
_LEAD = r"(?:(?:at|um|à|a las|alle|às|kl\.?|klo|om|o|в|(?:last )?updated|posted|published|aktualisiert|publié)\W+)?"
_WORD = r"[^\W\d_]{2,10}\.?"
_DAY = rf"(?:\d{{1,2}}\.?\s{_WORD}|{_WORD}\s\d{{1,2}}|\d{{1,2}}[./]\d{{1,2}}\.?)(?:,?\s\d{{4}}|[./]\d{{2,4}})?"
_DATE = rf"(?:(?:{_WORD},?\s)?{_DAY},?\s(?:[|–—-]\s)?)?"
_ZONE = (
    r"(?:\s?\(?(?:GMT|UTC|[ECMP][SD]?T|BST|CES?T|MES?Z|[IJK]ST|EES?T|WES?T|A[EWC][SD]T|HKT|SGT|MSK|Uhr|uur|hrs?|"
    r"local time|Ortszeit|heure locale|hora local)\)?)?"
)
_CLOCK = re.compile(
    rf"[^\w]{{0,6}}{_LEAD}{_DATE}{_LEAD}(?P<half>午前|午後|오전|오후)?\s?(?P<hour>[01]?\d|2[0-3])"
    r"(?:(?:[:.h]|時|시\s?|\s?Uhr\s?)(?P<minute>[0-5]\d)(?:[:.][0-5]\d)?[分분]?(?P<noon>\s?[ap]\.?\s?m\b\.?)?"
    rf"|(?P<hours>\s?[ap]\.?m\b\.?|\s?Uhr\b|\s?h\b|時|시)){_ZONE}",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\W*(?:vor|il y a|hace|há|fa)?\s*(?P<n>\d{1,3})\s?"
    r"(?:(?P<hours>h\b|hours?|hrs?|stunden?|std\.?|heures?|horas?|ore|時間)|"
    r"min\w*\.?|分|minut\w*)\s*(?:ago|fa|前|назад)?\W*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*[:–—|•·+\])-]+\s*|\s+(?=[\"“„«‘(]?[A-ZÀ-ÞА-Я])|\s*(?=[\u3040-\u9fff\uac00-\ud7af])|\W*$")
_FEWEST = 3  # posts of a live page
_HEADLINE = 14  # words
_ONE_WAY = 0.7  # of the steps from post to post
_ENDED = re.compile(r"[.!?…。！？:;,][\"”’»)]*$")
_AFTERNOON = ("p", "午後", "오후")
_HALVES = ("a", "午前", "오전", *_AFTERNOON)
_LONGEST, _TOLD_IN = 60, 120  # characters


@dataclass(frozen=True, slots=True)
class _Timed:
    """What a paragraph tells of a time: at which minute of a day, in which words, and what it says beside that."""

    minute: int
    said: str
    rest: str

    @property
    def posted(self) -> str | None:
        return f"{self.minute // 60:02}:{self.minute % 60:02}" if self.minute >= 0 else None


def in_time_order(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """`paragraphs` of a live page with the oldest post first, each of its paragraphs with the time of the post,
    headings as headings, and the times as dropped lines; any other text as it stands."""
    timed = {n: found for n, p in enumerate(paragraphs) if (found := _timed(p.text))}
    backwards = _is_backwards([found.minute for found in timed.values()])
    if backwards is None:
        return paragraphs, ()
    first, posts = _posts(paragraphs, timed)
    made = [_post(paragraphs, timed, post) for post in (reversed(posts) if backwards else posts)]
    dropped = tuple(Dropped(paragraphs[n].line or 0, found.said, REASON) for n, found in timed.items())
    return (*paragraphs[:first], *(paragraph for post in made for paragraph in post)), dropped


def _timed(text: str) -> _Timed | None:
    ago = _AGO.match(text) if len(text) <= _LONGEST else None
    if ago:
        return _Timed(-int(ago["n"]) * (60 if ago["hours"] else 1), text.strip(), "")
    clock = _CLOCK.match(text[:_TOLD_IN])
    after = _AFTER.match(text, clock.end()) if clock else None
    if not clock or not after:
        return None
    return _Timed(_minute(clock), clock[0].strip(), text[after.end() :].strip())


def _minute(clock: re.Match[str]) -> int:
    half = (clock["half"] or clock["noon"] or clock["hours"] or "").strip().lower()
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    if half.startswith(_HALVES):
        hour = hour % 12 + 12 * half.startswith(_AFTERNOON)
    return 60 * hour + minute


def is_live(texts: Sequence[str]) -> bool:
    """Whether texts tell the times of a live page's posts: enough of them, in order."""
    return _is_backwards([found.minute for text in texts if (found := _timed(text))]) is not None


def tells_time(text: str) -> bool:
    """Whether a text is the time of a post, or begins with one."""
    return _timed(text) is not None


def _is_backwards(minutes: Sequence[int]) -> bool | None:
    """Whether times stand newest first; None where they are too few, or in no order, for a live page."""
    steps = [b - a for a, b in pairwise(minutes) if a != b]
    down = sum(step < 0 for step in steps)
    if len(minutes) < _FEWEST or not steps or _ONE_WAY * len(steps) > max(down, len(steps) - down):
        return None
    return 2 * down > len(steps)


def _posts(paragraphs: Sequence[Paragraph], timed: dict[int, _Timed]) -> tuple[int, list[range]]:
    """Where the first post begins, and the paragraphs of each: from its time, or the heading above that, to the next;
    where each time stands under its post, up to that."""
    places = list(timed)
    if places[-1] == len(paragraphs) - 1 and not timed[places[-1]].rest and places[0] > 0:
        return _ending_with_times(paragraphs, places)
    above = [_is_heading_at(paragraphs, n - 1) for n in places]
    below = [_is_heading_at(paragraphs, n + 1) for n in places]
    starts = list(map(sub, places, above)) if sum(above) > sum(below) else places
    return starts[0], [range(a, b) for a, b in pairwise([*starts, len(paragraphs)])]


def _ending_with_times(paragraphs: Sequence[Paragraph], places: list[int]) -> tuple[int, list[range]]:
    first = next((n for n in range(places[0] - 1, 0, -1) if _is_heading(paragraphs[n])), 0)
    return first, [range(a, b + 1) for a, b in zip([first, *(n + 1 for n in places)], places, strict=False)]


def _is_heading_at(paragraphs: Sequence[Paragraph], n: int) -> bool:
    return 0 <= n < len(paragraphs) and _is_heading(paragraphs[n])


def _is_heading(paragraph: Paragraph) -> bool:
    short = len(paragraph.text.split()) <= _HEADLINE and not _ENDED.search(paragraph.text)
    return paragraph.role == "heading" or (short and _timed(paragraph.text) is None)


def _post(paragraphs: Sequence[Paragraph], timed: dict[int, _Timed], post: range) -> Iterator[Paragraph]:
    """The paragraphs of a post, without its time, but marked with it."""
    posted = next((timed[n].posted for n in post if n in timed), None)
    texts = [replace(paragraphs[n], text=timed[n].rest if n in timed else paragraphs[n].text) for n in post]
    texts = [replace(p, posted=posted) for p in texts if p.text]
    for index, paragraph in enumerate(texts):
        heads = index == 0 and len(texts) > 1 and paragraph.role != "item" and _is_heading(paragraph)
        yield replace(paragraph, role="heading") if heads else paragraph
