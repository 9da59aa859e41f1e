"""Whose words go out first, and what a fact is told by where its own may not."""

from __future__ import annotations

from generator.analysis import analyse
from generator.briefing.allowance import Allowance
from generator.briefing.granting import first_words
from generator.config import Config, QuoteLimits
from generator.model import Article, Event, Fact, Facts, Metadata, Origin, Paragraph, Quote

PART = "Varn has been short of cranes and ropes since the middle of May"
TEXT = f"{PART}, when a row about the old harbour led to a ban on rusty machines."


def test_a_fact_without_room_for_its_quote_is_told_by_the_part_that_the_timeline_shows() -> None:
    config = Config(title="T", topics=(), quotes=QuoteLimits(max_share=0.5))
    article = Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(TEXT),))
    whole = Quote("f-1", "a", TEXT, 1, 0, 0, len(TEXT))
    part = Quote("f-2", "a", PART, 1, 0, 0, len(PART))
    fact = Fact("f-1", TEXT, ("t",), "event", None, (whole,), (Origin("a", "author", source="a"),), 1.0)
    event = Event("XXXX-05", "since the middle of May", None, ("f-1",), (part,), ("t",))
    found = Facts((fact,), (), (event,), (), ())
    shown = first_words(found, {}, Allowance((analyse(article, config),), config)).facts[0]
    assert (shown.text, [(q.text, q.shown) for q in shown.quotes]) == (PART, [(PART, True)])
