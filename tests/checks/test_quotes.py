"""Promise 1 to the letter: a quote stands where it says it does, wherever it is shown, and within the limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import nextafter

import pytest

from generator.checks.quotes import check_quotes, every_quote, short
from generator.config import Config
from generator.model import Difference, Position, Quote, SiteContent
from generator.text.word_spans import share
from tests.checks.test_promises import CONFIG, good, quote

OPEN = replace(CONFIG, quotes=replace(CONFIG.quotes, max_share=1.0))
Change = Callable[[Quote], Quote]


class Put:
    """Another quote in place of any, with its id."""

    def __init__(self, quote: Quote) -> None:
        self._quote = quote

    def __call__(self, old: Quote) -> Quote:
        return replace(self._quote, id=old.id)


def said(brief: SiteContent, config: Config = OPEN) -> list[str]:
    return [str(problem) for problem in check_quotes(brief, config)]


def first_fact(change: Change) -> SiteContent:
    brief = good().brief
    fact, *rest = brief.facts.facts
    changed = replace(fact, quotes=(change(fact.quotes[0]), *fact.quotes[1:]))
    return replace(brief, facts=replace(brief.facts, facts=(changed, *rest)))


@pytest.mark.parametrize(
    "change",
    [
        lambda q: replace(q, start=q.start + 1, end=q.end + 1),
        lambda q: replace(q, start=q.start + 1),
        lambda q: replace(q, end=q.end - 1),
        lambda q: replace(q, paragraph=0),
        lambda q: replace(q, paragraph=-1),
        lambda q: replace(q, paragraph=q.paragraph + 99),
        lambda q: replace(q, text="", end=q.start),
        lambda q: replace(q, text=q.text.upper()),
    ],
    ids=["moved", "begins late", "ends early", "paragraph 0", "from the end", "no such paragraph", "empty", "capitals"],
)
def test_a_quote_stands_at_its_place_and_nowhere_else(change: Change) -> None:
    assert any("promise 1: not word for word in sources/" in line for line in said(first_fact(change)))


def test_a_quote_of_the_last_paragraph_is_one() -> None:
    last = good().brief.analyses[0].article.paragraphs
    text = last[-1].text
    moved = replace(quote(), source="first", paragraph=len(last), start=0, end=len(text), text=text)
    assert said(first_fact(Put(moved)))[1:] == [], "but for the statement, which is another one"


def test_no_paragraph_is_counted_from_the_end() -> None:
    paragraphs = good().brief.analyses[0].article.paragraphs
    text = paragraphs[-1].text
    for number in (0, 1 - len(paragraphs), -1):
        moved = replace(quote(), source="first", paragraph=number, start=0, end=len(text), text=text)
        assert any("not word for word" in line for line in said(first_fact(Put(moved))))


def test_a_quote_of_a_source_that_is_not_there() -> None:
    assert any(
        "quotes a source that is not there: nobody" in line
        for line in said(first_fact(lambda q: replace(q, source="nobody")))
    )


def forged(where: str) -> SiteContent:
    """The site with one quote of that place moved by a letter."""
    brief = good().brief
    facts = brief.facts

    def moved(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return (replace(quotes[0], start=quotes[0].start + 1, end=quotes[0].end + 1), *quotes[1:])

    if where == "difference":
        sides = (Position("signed", moved((quote(),))), Position("agreed", (quote(),)))
        return replace(
            brief, facts=replace(facts, differences=(Difference("d-1", ("port",), "status", "status", "", sides),))
        )
    if where == "timeline":
        event, *events = facts.timeline
        return replace(brief, facts=replace(facts, timeline=(replace(event, quotes=moved(event.quotes)), *events)))
    if where == "topic":
        briefing, *briefings = brief.briefings
        (source, quotes), *rest = briefing.summaries
        return replace(brief, briefings=(replace(briefing, summaries=((source, moved(quotes)), *rest)), *briefings))
    (source, quotes), *summaries = brief.summaries
    return replace(brief, summaries=((source, moved(quotes)), *summaries))


@pytest.mark.parametrize("where", ["difference", "timeline", "topic", "summary"])
def test_every_place_that_shows_a_quote_is_looked_at(where: str) -> None:
    lines = said(forged(where))
    assert len(lines) == 1
    assert lines[0].startswith(where)
    assert "promise 1: not word for word in sources/" in lines[0]


def test_the_limits_allow_what_they_say_and_not_a_word_more() -> None:
    brief = good().brief
    longest = max(len(q.text.split()) for _, q in every_quote(brief) if q.shown)
    at, below = (replace(OPEN, quotes=replace(OPEN.quotes, max_words=words)) for words in (longest, longest - 1))
    assert said(brief, at) == []
    assert any(f"a quote of {longest} words" in line for line in said(brief, below))
    assert said(brief, replace(below, publish_full_text=True)) == []
    words = len(quote().text.split())
    tight = replace(OPEN, quotes=replace(OPEN.quotes, max_words=words - 1))
    told = f"fact {good().brief.facts.facts[0].id}: a quote of {words} words"
    assert any(line.startswith(told) for line in said(brief, tight))
    assert not any(line.startswith(told) for line in said(first_fact(lambda q: replace(q, shown=False)), tight))


def test_a_share_may_be_reached_and_not_passed() -> None:
    brief = good().brief
    known = {a.article.id: a.article for a in brief.analyses}
    most = max(share(known[source], spans) for source, spans in brief.shown)
    at, below = (replace(OPEN, quotes=replace(OPEN.quotes, max_share=part)) for part in (most, most - 0.01))
    assert said(brief, at) == []
    assert any(f"{most:.0%} of its words would be published" in line for line in said(brief, below))
    assert said(brief, replace(below, publish_full_text=True)) == []


def test_a_share_that_is_passed_by_rounding_alone_is_not_passed() -> None:
    brief = good().brief
    known = {a.article.id: a.article for a in brief.analyses}
    most = max(share(known[source], spans) for source, spans in brief.shown)
    assert said(brief, replace(OPEN, quotes=replace(OPEN.quotes, max_share=nextafter(most, 0)))) == []


def test_a_statement_is_a_quote_that_is_shown() -> None:
    brief = good().brief
    fact = brief.facts.facts[0]
    hidden = replace(fact, quotes=tuple(replace(q, shown=False) for q in fact.quotes))
    told = said(replace(brief, facts=replace(brief.facts, facts=(hidden, *brief.facts.facts[1:]))))
    assert any(line.startswith(f"fact {fact.id}: promise 1: its statement is none of") for line in told)


def test_a_bottom_line_rests_on_a_fact() -> None:
    brief = good().brief
    briefing, *rest = brief.briefings
    line = replace(briefing.bottom_line[0], facts=())
    told = said(replace(brief, briefings=(replace(briefing, bottom_line=(line, *briefing.bottom_line[1:])), *rest)))
    assert any("a bottom line that is not the statement of its fact" in problem for problem in told)


def test_a_message_holds_eighty_characters_of_a_quote() -> None:
    assert short("x" * 80) == f"“{'x' * 80}”"
    assert short("x" * 81) == f"“{'x' * 79}…”"
