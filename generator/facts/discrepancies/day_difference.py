"""One event, two days: "ended on Tuesday" here and "ended on Thursday" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...model import Analysis, DateMention, Weekday
from ..build import Evidence
from ..grouping.similarity import Similarity
from ..lexicons import lexicons
from ..timeline.resolve import day_of_writing, full_day, resolve
from ..tokens import plain
from .sides import Found, Side, clause

_AHEAD = re.compile(r"\b(?:expected|scheduled|due|set|planned|will|would|could|may|might|hopes?)\b")
_ALIKE = 0.45  # how much two clauses must say the same, for their days to be those of one event
_NEAR = 3  # words before a day in which a verb of saying makes it the day of the report
_FARTHEST = 14  # days: what lies farther apart is told of two occasions


@dataclass(frozen=True, slots=True)
class _Day:
    """The one day that a statement gives what it tells: resolved where its source is dated, else as its words say.
    `ago` is how many days before its source that was; `ahead` marks what was still to come."""

    told: Evidence
    mention: DateMention
    day: date | str
    ago: int | None
    ahead: bool


def find(groups: Sequence[Sequence[Evidence]], likeness: Similarity, analyses: Sequence[Analysis]) -> Iterator[Found]:
    """Within a fact, other days in clauses that say the same."""
    dates = _by_sentence(analyses)
    written = {a.article.id: day_of_writing(a) for a in analyses}
    for group in groups:
        found = (_day(t, dates[t.quote.source, t.quote.sentence], written[t.quote.source]) for t in group)
        days = [day for day in found if day is not None]
        for cluster in _clusters(days, likeness):
            if len({one.day for one in cluster}) > 1:
                yield _found(cluster)


def _by_sentence(analyses: Sequence[Analysis]) -> Mapping[tuple[str, int], Sequence[DateMention]]:
    dates: dict[tuple[str, int], list[DateMention]] = defaultdict(list)
    for analysis in analyses:
        for mention in analysis.dates:
            dates[analysis.article.id, mention.sentence].append(mention)
    return dates


def _day(told: Evidence, dates: Sequence[DateMention], written: str | None) -> _Day | None:
    quote = told.quote
    held = [m for m in dates if quote.start <= m.start and m.end <= quote.end and _is_day(m)]
    if len(held) != 1 or _of_report(quote.text, held[0].start - quote.start, held[0].end - quote.start):
        return None
    day, told_on = full_day(resolve(held[0], written)), full_day(written)
    ahead = bool(_AHEAD.search(quote.text, 0, held[0].start - quote.start))
    return _Day(told, held[0], day or _as_told(held[0]), (told_on - day).days if day and told_on else None, ahead)


def _as_told(mention: DateMention) -> str:
    """A day that is not known, as its words tell it: one weekday is one day, whatever it is called."""
    return f"weekday {mention.relative.number}" if isinstance(mention.relative, Weekday) else mention.value or ""


def _is_day(mention: DateMention) -> bool:
    return isinstance(mention.relative, Weekday) or len(mention.value or "") == len("2020-10-07")


def _of_report(text: str, start: int, end: int) -> bool:
    """Whether a day is that of saying it, or belongs to a noun: "said Monday", "on Monday told", "Monday's paper"."""
    behind, reporting = text[end:], lexicons().reporting
    near = (*plain(text[:start])[-_NEAR:], *plain(behind)[:1])
    return behind.startswith(("'", "’")) or any(word in reporting for word in near)


def _clusters(days: Sequence[_Day], likeness: Similarity) -> list[list[_Day]]:
    out: list[list[_Day]] = []
    for one in days:
        mine = next((cluster for cluster in out if all(_one_event(other, one, likeness) for other in cluster)), None)
        if mine is None:
            out.append([one])
        else:
            mine.append(one)
    return out


def _one_event(a: _Day, b: _Day, likeness: Similarity) -> bool:
    """Whether two clauses can tell of one event: alike, with days of one kind, near one another, and not each the
    day of its own report."""
    if (
        type(a.day) is not type(b.day)
        or a.ahead != b.ahead
        or (a.day != b.day and a.ago is not None and a.ago == b.ago)
    ):
        return False
    if isinstance(a.day, date) and isinstance(b.day, date) and abs((a.day - b.day).days) > _FARTHEST:
        return False
    one, other = (d.told.at(d.mention.start - d.told.quote.start) for d in (a, b))
    return likeness.without_figures(one, other) >= _ALIKE


def _found(cluster: Sequence[_Day]) -> Found:
    words = {one.day: one.mention.text for one in reversed(cluster)}
    sides = tuple(
        Side(
            words[one.day],
            one.told,
            clause(one.told, one.mention.start - one.told.quote.start, one.mention.end - one.told.quote.start),
        )
        for one in cluster
    )
    return Found("date", "day", words[cluster[0].day], sides)
