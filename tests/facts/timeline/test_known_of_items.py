"""What is known of a date's item from its sentence and its source."""

from __future__ import annotations

from typing import Any

import pytest

from generator.facts.timeline.items import Item, items_of
from generator.facts.timeline.resolve import day_of_writing
from generator.model import (
    Analysis,
    Article,
    Coverage,
    DateMention,
    Fact,
    Metadata,
    NameMention,
    Paragraph,
    Quote,
    Sentence,
    Tense,
    Topics,
    Weekday,
)  # fmt: skip

TEXT = "Ann Lee left on Monday; the Great Lake Games of Varn ended."
MONDAY = TEXT.index("Monday")


def name(text: str, kind: Any = "other") -> NameMention:
    start = TEXT.index(text)
    return NameMention(0, start, start + len(text), text, kind)


def analysis(
    *dates: DateMention, names: tuple[NameMention, ...] = (), path: str = "in/a.txt", **known: Any
) -> Analysis:
    sentences = tuple(Sentence("a", n, 1, 0, len(TEXT), TEXT, f"s{n}") for n in range(4))
    article = Article("a", path, "text", Metadata(**known), (Paragraph(TEXT),))
    return Analysis(article, sentences, (), (), names, dates)


def monday(tense: Tense = "past", value: str | None = None, sentence: int = 0, **known: Any) -> DateMention:
    return DateMention(sentence, MONDAY, MONDAY + 6, "Monday", value, known.get("relative"), tense)


def read(*dates: DateMention, topics: Topics | None = None, facts: tuple[Fact, ...] = (), **known: Any) -> Item:
    return items_of([analysis(*(dates or (monday(),)), **known)], facts, topics or Topics(()))[0]


@pytest.mark.parametrize(
    ("known", "called"),
    [
        ({"title": "one two three four five six"}, "one two three four five six"),
        ({"title": "one two three four five six seven"}, "one two three four five six…"),
        ({"title": "one", "publisher": "Orla Post"}, "Orla Post"),
        ({}, "a.txt"),
    ],
)
def test_a_source_is_called_as_a_reader_knows_it(known: dict[str, Any], called: str) -> None:
    assert read(**known).called == called


def test_people_are_known_by_surname_and_names_by_key() -> None:
    item = read(names=(name("Ann Lee", "person"), name("Varn", "place"), name("Great Lake Games")))
    assert item.people == {"lee"}
    assert len(item.names) == 2
    assert not item.events, "the games are told of behind the clause"


def test_an_event_that_the_clause_names_has_more_than_two_words() -> None:
    late = DateMention(0, TEXT.index("ended"), TEXT.index("ended") + 5, "ended", None)
    assert len(read(late, names=(name("Great Lake Games"),)).events) == 1
    assert not read(late, names=(name("Lake Games"),)).events
    assert not read(late, names=(name("Games of Varn"),)).events


def test_the_facts_and_topics_of_an_item_are_those_of_its_clause() -> None:
    def fact(id: str, start: int, end: int, sentence: int = 0) -> Fact:
        quote = Quote(id, "a", TEXT[start:end], 1, sentence, start, end)
        return Fact(id, quote.text, ("x",), "event", None, (quote, quote), (), 1.0)

    facts = (fact("in", 0, 5), fact("behind", 24, 40), fact("other", 0, 5, sentence=1))
    cover = Topics(tuple(Coverage(t, "a", "main", (n,), ()) for t, n in (("x", 0), ("y", 1), ("z", 0), ("x", 0))))
    item = read(facts=facts, topics=cover)
    assert (item.quote.text, item.facts, item.topics) == ("Ann Lee left on Monday", ("in",), ("x", "z"))
    whole = read(facts=(fact("touching", 22, 40), fact("last letter", 21, 40)))
    assert whole.facts == ("last letter",)


@pytest.mark.parametrize(
    ("value", "tense", "published", "planned"),
    [
        ("2031-05-05", "past", "2031-05-04", True),
        ("2031-05-04", "past", "2031-05-04", False),
        ("2031-05-04", "ahead", "2031-05-04", True),
        ("2031-05-03", "ahead", "2031-05-04", False),
        ("2031-05", "ahead", "2031-05-04", True),
        ("2031-05", "past", "2031-05-04", False),
        ("2031", "ahead", "2031-05-04", True),
        ("2030", "ahead", "2031-05-04", False),
        ("2031-05-04/2031-05-09", "past", "2031-05-04", False),
        ("2031-05-05/2031-05-09", "past", "2031-05-04", True),
        ("2031-05-05", "past", None, False),
        ("2031-05-05", "ahead", None, True),
        ("2030-05-05", "ahead", "2031-05", True),
    ],
)
def test_what_lay_ahead_of_its_source_is_planned(
    value: str, tense: Tense, published: str | None, planned: bool
) -> None:
    assert read(monday(tense, value), published=published).planned is planned


@pytest.mark.parametrize(
    ("mentions", "day"),
    [
        ([monday(relative=Weekday(0))], "2031-05-05"),  # published on Sunday 4 May, told of Monday
        ([monday(relative=Weekday(0), sentence=1)], "2031-05-05"),
        ([monday(relative=Weekday(0), sentence=2)], "2031-05-04"),
        ([monday(relative=Weekday(1))], "2031-05-04"),
        ([monday(relative=Weekday(6))], "2031-05-04"),
        ([monday(relative=Weekday(0, "last"))], "2031-05-04"),
        ([monday("ahead", relative=Weekday(0))], "2031-05-04"),
        ([monday("ahead", relative=Weekday(0)), monday(relative=Weekday(0))], "2031-05-05"),
        ([monday(relative=Weekday(6)), monday(relative=Weekday(0))], "2031-05-04"),
        ([], "2031-05-04"),
    ],
)
def test_the_day_of_writing_may_be_the_one_after_publication(mentions: list[DateMention], day: str) -> None:
    assert day_of_writing(analysis(*mentions, published="2031-05-04")) == day
    assert day_of_writing(analysis(*mentions, published="2031-05")) == "2031-05"
