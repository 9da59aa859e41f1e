"""Whose words go out first, and what a fact is told by where its own may not."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis import analyse
from generator.briefing.allowance import Allowance
from generator.briefing.granting import _by_what_is_out, _parts_out, first_words, last_words
from generator.config import Config, QuoteLimits
from generator.model import (
    Article,
    Difference,
    Event,
    Fact,
    FactKind,
    Facts,
    Metadata,
    Origin,
    Paragraph,
    Position,
    Quote,
)

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


A = (
    "The harbour board of Varn bought four new cranes yesterday",
    "The ferry line to Oster closed for repairs in spring",
    "The town council of Varn raised the berth fees again",
    "The pilots of Varn asked for better pay",
)
B = ("Four new cranes were bought by the board in Varn", "Ferries to Oster stopped in spring while piers were repaired")
LOOSE = "It was said to be late by some of them"
TEXTS = {"a": (*A, LOOSE), "b": B}


def q(source: str, number: int, status: str | None = None) -> Quote:
    text = TEXTS[source][number - 1]
    return Quote(f"{source}-{number}", source, text, number, number - 1, 0, len(text), status=status)


def fact(*quotes: Quote, status: str | None = None, kind: FactKind = "event") -> Fact:
    return Fact(quotes[0].id, quotes[0].text, ("t",), kind, status, quotes, (Origin("o", "unnamed"),), 1.0)


def difference(*quotes: Quote) -> Difference:
    sides = tuple(Position(f"{number}", (quote,)) for number, quote in enumerate(quotes))
    return Difference("d-1", ("t",), "figure", "count", "", sides)


def event(*quotes: Quote) -> Event:
    return Event(None, "in spring", None, (), quotes, ("t",))


def allowing(words: int) -> Allowance:
    """So many words of each source, as near as a share comes to it."""
    articles = [Article(s, f"{s}.txt", "text", Metadata(), tuple(map(Paragraph, t))) for s, t in TEXTS.items()]
    longest = max(sum(len(t.split()) for t in texts) for texts in TEXTS.values())
    padded = [replace(one, paragraphs=(*one.paragraphs, Paragraph("x " * (longest - _words(one))))) for one in articles]
    config = Config("T", (), quotes=QuoteLimits(max_share=(words + 0.5) / longest))
    return Allowance(tuple(analyse(one, config) for one in padded), config)


def _words(article: Article) -> int:
    return sum(len(p.text.split()) for p in article.paragraphs)


def granted_first(
    words: int,
    *facts: Fact,
    leads: dict[str, tuple[str, ...]] | None = None,
    differences: tuple[Difference, ...] = (),
    timeline: tuple[Event, ...] = (),
) -> Facts:
    return first_words(Facts(facts, differences, timeline, (), ()), leads or {}, allowing(words))


def shown(found: Fact) -> list[str]:
    return [quote.id for quote in found.quotes if quote.shown]


def test_a_bottom_line_asks_before_all_others() -> None:
    made = granted_first(
        10, fact(q("a", 1)), fact(q("a", 2)), leads={"a-2": (A[1],)}, differences=(difference(q("a", 3)),)
    )
    assert [one.text for one in made.facts] == ["", A[1]]
    assert not made.differences[0].positions[0].quotes[0].shown


def test_sides_ask_before_dates_and_both_before_statements() -> None:
    pair = fact(q("a", 1), q("b", 1))
    made = granted_first(10, pair, differences=(difference(q("a", 2)),), timeline=(event(q("a", 3)),))
    assert made.differences[0].positions[0].quotes[0].shown
    assert not made.timeline[0].quotes[0].shown
    assert shown(made.facts[0]) == ["b-1"]
    assert granted_first(10, pair, timeline=(event(q("a", 3)),)).timeline[0].quotes[0].shown


def test_what_two_sources_carry_asks_before_what_one_has() -> None:
    made = granted_first(10, fact(q("a", 1)), fact(q("a", 2), q("b", 2)))
    assert [one.text for one in made.facts] == ["", A[1]]
    assert made.facts[0].quotes == (replace(q("a", 1), shown=False),)


def test_one_quote_of_each_source_goes_out_and_the_rest_with_the_last_words() -> None:
    allowance = allowing(100)
    found = Facts((fact(q("a", 1), q("a", 2), q("b", 1)),), (), (), (), ())
    first = first_words(found, {}, allowance)
    assert shown(first.facts[0]) == ["a-1", "b-1"]
    assert shown(last_words(first, allowance).facts[0]) == ["a-1", "a-2", "b-1"]


def test_of_a_further_source_the_quote_that_costs_least_goes_out() -> None:
    made = granted_first(100, fact(q("b", 1), q("a", 1), q("a", 4)))
    assert shown(made.facts[0]) == ["b-1", "a-4"]


def test_a_fact_is_told_in_the_words_that_its_bottom_lines_want() -> None:
    three = fact(q("a", 1), q("a", 2), q("a", 3))
    one = granted_first(100, three, leads={"a-1": (A[1],)}).facts[0]
    assert (one.text, shown(one)) == (A[1], ["a-2"])
    two = granted_first(100, three, leads={"a-1": (A[2], A[1])}).facts[0]
    assert (two.text, shown(two)) == (A[1], ["a-2", "a-3"])
    pair = granted_first(100, fact(q("a", 1), q("a", 2), q("b", 1)), leads={"a-1": (A[1],)}).facts[0]
    assert (pair.text, shown(pair)) == (A[1], ["a-2", "b-1"]), "and of another source one quote too"
    tight = granted_first(10, three, leads={"a-1": (A[2], A[1])}).facts[0]
    assert shown(tight) == ["a-2"]


def test_words_that_stand_alone_tell_a_fact_before_those_that_do_not() -> None:
    assert granted_first(100, fact(q("a", 5), q("a", 1))).facts[0].text == A[0]
    assert granted_first(100, fact(q("a", 5), q("a", 1)), leads={"a-5": (LOOSE,)}).facts[0].text == LOOSE


def test_a_fact_has_the_status_of_the_words_that_tell_it() -> None:
    assert granted_first(100, fact(q("a", 1, "signed"), status="agreed")).facts[0].status == "signed"
    assert granted_first(100, fact(q("a", 1), status="agreed")).facts[0].status == "agreed"


def test_a_part_that_is_out_tells_no_fact_but_its_own() -> None:
    whole = q("a", 1)
    part = replace(whole, id="p", text=whole.text[:-10], end=whole.end - 10)
    others = {
        "its own": (part, part.text),
        "of another paragraph": (replace(part, paragraph=2), ""),
        "of another source": (replace(part, source="b"), ""),
        "begins before it": (replace(part, start=-1), ""),
        "ends after it": (replace(part, end=whole.end + 1), ""),
        "no statement": (replace(part, text="It is late"), ""),
    }
    for name, (out, text) in others.items():
        assert _by_what_is_out(replace(fact(whole), text=""), _parts_out([event(out)])).text == text, name
    assert _by_what_is_out(fact(whole), _parts_out([event(part)])).text == whole.text, "one that has words keeps them"
    assert _parts_out([event(replace(part, shown=False))]) == {}
    second = _by_what_is_out(replace(fact(q("a", 2), whole), text=""), _parts_out([event(part)]))
    assert [quote.id for quote in second.quotes] == ["p", "a-2"]


def test_a_status_that_no_shown_quote_gives_goes() -> None:
    told, other = q("a", 1), q("b", 1, "signed")
    hidden = Facts((fact(told, q("a", 2, "signed"), status="signed"),), (), (), (), ())
    assert last_words(hidden, allowing(10)).facts[0].status is None
    assert last_words(hidden, allowing(100)).facts[0].status == "signed"
    background = Facts((fact(told, other, status="signed", kind="background"),), (), (), (), ())
    assert last_words(background, allowing(100)).facts[0].status is None, "words of the background give none"
    own = Facts((fact(other, told, status="signed", kind="background"),), (), (), (), ())
    assert last_words(own, allowing(100)).facts[0].status == "signed"
