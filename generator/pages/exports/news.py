"""site/news.json: every statement with a digest of what may change about it, from which the home page tells a reader
who comes again what is new. The reader's own browser does that; nothing is sent."""

from __future__ import annotations

import json

from ...model import Asset, Fact
from ..context import Context
from ..views.state import state
from ..wording import shorten
from .urls import Addresses
from .web_feeds import in_marks

PATH = "news.json"
_WORDS = 18


def news(context: Context) -> Asset:
    """A row for each statement on a page, those that came last first: id, digest, address of its topic, words."""
    mine = [fact for fact in context.facts.values() if any(t in context.topics for t in fact.topics)]
    ordered = sorted(mine, key=lambda fact: fact.first_added or "", reverse=True)
    titles = {topic.id: topic.title for topic in context.config.topics}
    made = {"topics": titles, "statements": [_row(fact, context) for fact in ordered]}
    return Asset(PATH, (json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n").encode())


def _row(fact: Fact, context: Context) -> list[str]:
    topic = next(t for t in fact.topics if t in context.topics)
    place = Addresses("", "").page(context.places.topic(topic, fact.id), fact.id)
    return [fact.id, state(fact, context), topic, place, shorten(in_marks(fact, context), _WORDS)]
