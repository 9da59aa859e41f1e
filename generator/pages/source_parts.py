"""A source of which too much is shown for one page: its sentences in runs, each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model import Analysis, Sentence, Span
from ..text.room import Room
from . import weights
from .splitting import Item, runs

_SENTENCES = 0.8  # of the room of a page; the rest is for what the source is


def source_runs(
    analysis: Analysis, shown: Sequence[Span], cited: Mapping[tuple[str, int], int], room: Room
) -> tuple[frozenset[int], ...]:
    """The sentences of each page of a source by their numbers, those of its first page first; none where one page
    holds all. `shown` is what of it is published, `cited` at how many places each sentence is cited."""
    items = list(_items(analysis, shown, cited))
    most = int(room.page * _SENTENCES)
    if sum(item.size for item in items) <= most:
        return ()
    return tuple(frozenset(item.value for item in run) for run in runs(items, most, lambda source: 0))


def _items(analysis: Analysis, shown: Sequence[Span], cited: Mapping[tuple[str, int], int]) -> Iterator[Item[int]]:
    spans: dict[int, list[Span]] = {}
    for span in shown:
        spans.setdefault(span.paragraph, []).append(span)
    for one in analysis.sentences:
        told = sum(_overlap(one, span) for span in spans.get(one.paragraph, ()))
        if told:
            size = weights.sentence(min(told, weights.text(one.text)), cited.get((one.source, one.index), 0))
            yield Item(one.index, size)


def _overlap(one: Sentence, span: Span) -> int:
    """At most so many bytes of a sentence does a span show."""
    return 4 * max(0, min(one.end, span.end) - max(one.start, span.start))
