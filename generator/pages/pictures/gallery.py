"""Which pictures a brief gives, where they stand, and what they say to who cannot see them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...model import Asset
from ..context import Context
from ..labels import leading_publisher
from ..wording import count
from .bars import bars
from .layout import Chart
from .over_time import strips

FOLDER = "pictures"


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart by its name, with its text alternative."""

    name: str
    text: str
    chart: Chart

    @property
    def height(self) -> int:
        """In the units in which it is `layout.WIDTH` wide."""
        return self.chart.height


def gallery(context: Context) -> dict[str, Picture]:
    """Every picture that there is enough for, by name."""
    made = [_over_time(context), _publishers(context)]
    return {picture.name: picture for picture in made if picture}


def pictures(context: Context) -> tuple[Asset, ...]:
    """The files of all pictures, a light and a dark one each."""
    from .charts import draw  # here, so that nobody waits for the plotting library who draws nothing

    return tuple(
        Asset(f"{FOLDER}/{picture.name}-{scheme}.svg", data)
        for picture in gallery(context).values()
        for scheme, data in draw(picture.chart).items()
    )


def _over_time(context: Context) -> Picture | None:
    published = {a.article.id: a.article.metadata.published for a in context.brief.analyses}
    made = strips([(t.title, _covering(t.id, context)) for t in context.config.topics], published)
    if not made:
        return None
    size = f", counted by {made.bins.size}" if made.bins.many else ""
    text = f"Sources on {_topics(len(made.names), made.more)} over time{size}{_without(made.without)}"
    return Picture("coverage-over-time", f"{text}; the table of sources says the same.", made)


def _publishers(context: Context) -> Picture | None:
    def publisher(source: str) -> str:
        article = context.analyses[source].article
        name = article.metadata.publisher or "publisher not given"
        return f"digest: {name}" if article.metadata.is_digest else name

    if not leading_publisher(context.brief.analyses):
        return None
    made = bars([(t.title, Counter(map(publisher, _covering(t.id, context)))) for t in context.config.topics])
    if not made:
        return None
    most = ", those that give most" if any(group.more for group in made.groups) else ""
    text = f"Sources on {_topics(len(made.groups), made.more)} by publisher{most}; the table of sources says the same."
    return Picture("coverage-by-publisher", text, made)


def _covering(topic: str, context: Context) -> list[str]:
    return [c.source for c in context.brief.topics.coverage if c.topic == topic]


def _topics(shown: int, more: int) -> str:
    return _part(shown, more, "topic") if more else "each topic"


def _part(shown: int, more: int, kind: str) -> str:
    return f"{shown:,} of {count(shown + more, kind)}" if more else count(shown, kind)


def _without(number: int) -> str:
    return f", {number:,} without a year, not shown" if number else ""
