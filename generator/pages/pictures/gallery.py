"""Which pictures a brief gives, where they stand, and what they say to who cannot see them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from ...model import Asset
from ..context import Context
from ..words import count
from . import bars, matrix, over_time, together
from .draw import LIGHT, SCHEMES, WIDTH, Scheme

FOLDER = "pictures"
_HEIGHT = re.compile(rb' height="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart by its name, with its text alternative. `draw` gives the file of one scheme."""

    name: str
    text: str
    draw: Callable[[Scheme], bytes]

    @property
    def height(self) -> int:
        """In the units in which it is `draw.WIDTH` wide."""
        found = _HEIGHT.search(self.draw(LIGHT))
        return round(float(found[1])) if found else WIDTH


def gallery(context: Context) -> dict[str, Picture]:
    """Every picture that there is enough for, by name."""
    made = [_matrix(briefing.topic, context) for briefing in context.brief.briefings]
    made += [_timeline(context), _over_time(context), _publishers(context), _together(context)]
    return {picture.name: picture for picture in made if picture}


def pictures(context: Context) -> tuple[Asset, ...]:
    """The files of all pictures, a light and a dark one each."""
    return tuple(
        Asset(f"{FOLDER}/{picture.name}-{scheme.name}.svg", picture.draw(scheme))
        for picture in gallery(context).values()
        for scheme in SCHEMES
    )


def _matrix(topic: str, context: Context) -> Picture | None:
    made = matrix.matrix(context.briefings[topic], context)
    if not made:
        return None
    differ = sum(row.count("differs") for row in made.cells)
    text = (
        f"Evidence matrix: {count(len(made.facts), 'statement')} by {count(len(made.sources), 'source')}; "
        f"{count(sum(row.count('yes') for row in made.cells) + differ, 'report')}, {differ} of them different. "
        "The table below it says the same."
    )
    return Picture(f"matrix-{topic}", text, lambda scheme: matrix.draw(made, scheme))


def _timeline(context: Context) -> Picture | None:
    events = over_time.dated(context.brief.facts.timeline)
    if len(events) < 2:
        return None
    titles = {t.id: t.title for t in context.config.topics}
    return Picture(
        "timeline",
        f"Timeline of {count(len(events), 'dated event')}; the list below it says the same.",
        lambda scheme: over_time.draw_timeline(events, titles, scheme),
    )


def _over_time(context: Context) -> Picture | None:
    covered = context.brief.topics.coverage
    published = {a.article.id: a.article.metadata.published for a in context.brief.analyses}
    strips = [
        over_time.strip(t.title, [published.get(c.source) for c in covered if c.topic == t.id])
        for t in context.config.topics
    ]
    strips = [strip for strip in strips if strip.marks]
    if len({place for strip in strips for place, _ in strip.marks}) < 2:
        return None
    return Picture(
        "coverage-over-time",
        "Sources on each topic over time; the table of sources says the same.",
        lambda scheme: over_time.draw_strips(strips, scheme),
    )


def _publishers(context: Context) -> Picture | None:
    def publisher(source: str) -> str:
        article = context.analyses[source].article
        name = article.metadata.publisher or "publisher not given"
        return f"digest: {name}" if article.metadata.kind == "digest" else name

    groups = [
        (t.title, Counter(publisher(c.source) for c in context.brief.topics.coverage if c.topic == t.id))
        for t in context.config.topics
    ]
    groups = [(title, counts) for title, counts in groups if counts]
    if len({who for _, counts in groups for who in counts}) < 2:
        return None
    return Picture(
        "coverage-by-publisher",
        "Sources on each topic by publisher; the table of sources says the same.",
        lambda scheme: bars.draw_bars(groups, scheme),
    )


def _together(context: Context) -> Picture | None:
    made = together.together(context)
    if not made:
        return None
    first, second = max(made.shared, key=lambda pair: (made.shared[pair], -pair[0], -pair[1]))
    text = (
        f"Which of the {count(len(made.names), 'name')} that appear most stand in one sentence together; most often "
        f"{made.names[first].name} and {made.names[second].name}."
    )
    return Picture("names-together", text, lambda scheme: together.draw(made, scheme))
