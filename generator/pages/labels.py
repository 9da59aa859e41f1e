"""What the pages call a source in a word or two: the publisher where there is one, with the day where it has several,
else its title, else its file.

A digest is never called by its publisher's name alone: it is somebody's account of a report, and says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from ..model import Analysis, Metadata
from ..text.edtf import parse_edtf
from .wording import Words, shorten

NAME_WORDS = 8  # of a publisher or an author; the page of the source gives all
_FEW_PUBLISHERS = 2  # so few need no chart
_TITLE_WORDS = 6  # as many as tell most headlines apart; the same whatever other sources there are


@dataclass(frozen=True, slots=True)
class Label:
    """`short` stands where a word is needed, `full` names the source in its own right; both are plain text."""

    short: str
    full: str
    digest: bool


def labels(analyses: Sequence[Analysis], words: Words) -> dict[str, Label]:
    """A label for each source by its id, no two the same: those of one publisher and day are numbered as they came."""
    publishers: dict[str | None, list[Metadata]] = {}
    for one in analyses:
        publishers.setdefault(one.article.metadata.publisher, []).append(one.article.metadata)
    days = {publisher: _days(found) for publisher, found in publishers.items()}
    made = {a.article.id: _label(a, days[a.article.metadata.publisher], words) for a in analyses}
    return {**made, **_numbered(made, analyses)}


def _numbered(made: dict[str, Label], analyses: Sequence[Analysis]) -> dict[str, Label]:
    """The labels that another source has too, all but the first with a number."""
    order = sorted(analyses, key=lambda a: (a.article.metadata.added or "", a.article.path))
    same: dict[str, list[str]] = {}
    for one in order:
        same.setdefault(made[one.article.id].short, []).append(one.article.id)
    again = ((id, n) for ids in same.values() for n, id in enumerate(ids[1:], start=2))
    return {id: replace(made[id], short=f"{made[id].short} ({n})") for id, n in again}


Days = Literal["", "of one year", "of years"]
"""What tells the sources of a publisher apart: nothing where there is one, else days, with their year or without."""


def _days(siblings: Sequence[Metadata]) -> Days:
    years = {made.year for one in siblings if (made := parse_edtf(one.published or ""))}
    return "" if len(siblings) < 2 else "of years" if len(years) > 1 else "of one year"


def _label(analysis: Analysis, days: Days, words: Words) -> Label:
    article = analysis.article
    meta = article.metadata
    title = meta.title or PurePosixPath(article.path).stem.replace("_", " ")
    if meta.publisher:
        name = shorten(meta.publisher, NAME_WORDS)
        name = _told_apart(name, title, meta, days, words) if days else name
        return Label(words.say("label.digest_of", name=name) if meta.is_digest else name, title, meta.is_digest)
    name = shorten(title, _TITLE_WORDS)
    return Label(words.say("label.digest", name=name) if meta.is_digest else name, title, meta.is_digest)


def _told_apart(name: str, title: str, meta: Metadata, days: Days, words: Words) -> str:
    """A publisher's name with the day of the source, or its title where no day is known."""
    day = words.short_date(meta.published, year=days == "of years")
    return f"{name}, {day or shorten(title, _TITLE_WORDS)}"


def leading_publisher(analyses: Sequence[Analysis]) -> tuple[str, int] | None:
    """The publisher of whom there are most sources, and how many; None where no one stands out."""
    counted = Counter(a.article.metadata.publisher for a in analyses if a.article.metadata.publisher)
    first, *others = counted.most_common(2) or [("", 0)]
    stands_out = len(counted) > _FEW_PUBLISHERS and first[1] > others[0][1]
    return (first[0] or "", first[1]) if stands_out else None
