"""Quoting limits hold over the union of all that is published."""

from __future__ import annotations

import dataclasses

from generator.analysis import analyse
from generator.briefing.allowance import Allowance
from generator.config import Config, QuoteLimits
from generator.model import Article, Kind, Metadata, Paragraph, Quote

TEXT = "one two three four five six seven eight nine ten"


def quote(start_word: int, end_word: int, source: str = "a") -> Quote:
    words = TEXT.split()
    start = len(" ".join([*words[:start_word], ""])) if start_word else 0
    text = " ".join(words[start_word:end_word])
    return Quote("f-1", source, text, 1, 0, start, start + len(text))


def allowance(share: float, kind: Kind = "report", full: bool = False, words: int = 45) -> Allowance:
    limits = QuoteLimits(max_share=share, max_words=words)
    config = Config(title="T", topics=(), quotes=limits, publish_full_text=full)
    return Allowance(
        (analyse(Article("a", "sources/a.txt", "text", Metadata(kind=kind), (Paragraph(TEXT),)), config),), config
    )


def test_beyond_the_share_nothing_is_granted_but_what_is_out_already() -> None:
    mine = allowance(0.5)
    assert mine.grant(quote(0, 4))
    assert not mine.grant(quote(5, 8))
    assert mine.grant(quote(1, 3)), "words that are out already cost nothing"
    assert mine.grant(quote(3, 5)), "an overlap costs its new words only"
    assert not mine.grant(quote(9, 10))
    assert [(s.start, TEXT[s.start : s.end]) for _, spans in mine.shown() for s in spans] == [
        (0, "one two three four five")
    ]


def test_digests_and_full_text_have_no_share() -> None:
    assert allowance(0.1, kind="digest").grant(quote(0, 10))
    assert allowance(0.1, full=True).grant(quote(0, 10))
    assert not allowance(0.1).grant(quote(0, 10))


def test_a_quote_of_too_many_words_is_not_granted_whatever_it_is_of() -> None:
    mine = allowance(1.0, words=8)
    assert mine.grant(quote(0, 8))
    assert not mine.grant(quote(0, 9))
    assert allowance(1.0, kind="digest", words=8).grant(quote(0, 9))
    assert allowance(1.0, full=True, words=8).grant(quote(0, 9))


def test_nothing_of_a_source_may_be_published() -> None:
    mine = allowance(0)
    assert not mine.grant(dataclasses.replace(quote(0, 1)))
    assert mine.shown() == (("a", ()),)


def test_a_quote_costs_the_words_that_are_not_out_yet() -> None:
    mine = allowance(1.0)
    assert mine.cost(quote(0, 4)) == 4
    mine.grant(quote(1, 3))
    assert mine.cost(quote(0, 4)) == 2
    assert mine.cost(quote(1, 3)) == 0


def test_what_is_refused_is_not_counted() -> None:
    mine = allowance(0.3)
    assert not mine.grant(quote(0, 4))
    assert mine.grant(quote(4, 7)), "exactly the share"
    assert not mine.grant(quote(7, 8))
