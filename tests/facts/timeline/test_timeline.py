"""What happened when: tests/golden/timeline, a corpus a case, its events as "date | words | sources [planned]"."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.analysis.dates.find_dates import find_dates
from generator.analysis.names.find_names import find_names
from generator.facts.timeline.anchoring import anchored
from generator.facts.timeline.clause import clause_around
from generator.facts.timeline.events import timeline
from generator.facts.timeline.items import items_of
from generator.facts.timeline.resolve import resolve
from generator.model import (
    Analysis,
    Article,
    DateMention,
    Event,
    InYear,
    Metadata,
    MonthName,
    Nearest,
    Paragraph,
    Relative,
    Tense,
    Topics,
    Units,
    Weekday,
)
from generator.text import sentences
from generator.text.ids import quote_id

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "timeline"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['case']}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def analysis(source: str, text: str, published: str | None) -> Analysis:
    blocks = tuple(Paragraph(" ".join(block.split())) for block in text.strip().split("\n\n"))
    article = Article(source, f"sources/{source}.txt", "text", Metadata(published=published), blocks)
    cut = sentences.split(article)
    return Analysis(article, cut, (), (), find_names(cut), find_dates(cut))


def events(case: dict[str, Any]) -> tuple[Event, ...]:
    analyses = tuple(
        analysis(source, one["text"], str(one.get("published") or "") or None)
        for source, one in case["sources"].items()
    )
    found = timeline(analyses, (), Topics(()))
    texts = {a.article.id: a.article.paragraphs for a in analyses}
    for quote in (quote for event in found for quote in event.quotes):
        assert texts[quote.source][quote.paragraph - 1].text[quote.start : quote.end] == quote.text
        assert quote.id == quote_id(quote.source, quote.text)
    return found


@pytest.mark.parametrize("case", CASES)
def test_timeline(case: dict[str, Any]) -> None:
    found = [
        f"{e.date} | {e.words} | {' '.join(q.source for q in e.quotes)}{' planned' if e.planned else ''}"
        for e in events(case)
    ]
    assert found == case["events"]


@pytest.mark.parametrize(
    ("value", "relative", "tense", "published", "expected"),
    [
        ("XXXX-12-30", None, "past", "2021-01-03", "2020-12-30"),
        ("XXXX-01-15", None, "past", "2020-12-20", "XXXX-01-15"),  # eleven months back, or next month: not guessed
        ("XXXX-01-15", None, "ahead", "2020-12-20", "2021-01-15"),
        ("XXXX-10-07", None, "past", "2020-10", "XXXX-10-07"),
        ("XXXX-10-07", None, "past", "2020-10-29?", "XXXX-10-07"),
        ("XXXX-02-29", None, "past", "2021-03-05", "XXXX-02-29"),
        (None, Weekday(2), "past", "2020-10-07", "2020-10-07"),
        (None, Weekday(2, "last"), "past", "2020-10-07", "2020-09-30"),
        (None, Weekday(4), "ahead", "2020-10-07", "2020-10-09"),
        (None, Weekday(2), "past", None, None),
        (None, Units("month", -1), "past", "2020-01-07", "2019-12"),
        (None, Units("month", 1), "ahead", "2020-12", "2021-01"),
        (None, Units("week", -1), "past", "2020-10-07", "2020-09-28/2020-10-04"),
        (None, Units("year", -1), "past", "2020", "2019"),
        (None, MonthName(11), "past", "2020-10-07", "2019-11"),
        (None, MonthName(11), "ahead", "2020-10-07", "2020-11"),
        (None, MonthName(11), "past", None, "XXXX-11"),
        (None, Nearest("midyear"), "past", "2020-03-01", None),
        (None, Weekday(3, "last"), "past", "0001-01-01", None),
        (None, Weekday(3), "past", "0001-01-01", None),
        (None, Units("week", 1), "ahead", "9999-12-31", None),
        (None, Units("weekend", 1), "ahead", "9999-12-31", None),
        (None, Units("day", 1), "ahead", "9999-12-31", None),
        (None, Units("day", -1), "past", "0001-01-01", None),
        (None, Units("month", 1), "ahead", "9999-12", None),
        (None, Units("month", -1), "past", "0001-01", None),
        (None, Units("year", 1), "ahead", "9999", None),
        (None, Units("year", -1), "past", "0001", None),
        (None, MonthName(1), "ahead", "9999-12-31", None),
        (None, MonthName(11), "past", "0001-01-01", None),
        (None, Weekday(3), "past", "0000-01-01", None),
        ("XXXX-02-20", None, "open", "2021-01-03", "2021-02-20"),
        ("XXXX-02-20", None, "open", "2021-04-20", "2021-02-20"),
        ("XXXX-02-20", None, "open", "2021-04-22", "XXXX-02-20"),  # more than two months either way
        ("XXXX-09-01", None, "past", "2021-02-28", "2020-09-01"),
        ("XXXX-08-20", None, "past", "2021-02-28", "XXXX-08-20"),
        (None, Weekday(2), "ahead", "2020-10-07", "2020-10-07"),
        (None, Weekday(2, "next"), "ahead", "2020-10-07", "2020-10-14"),
        (None, Weekday(6), "open", "2020-10-07", "2020-10-04"),
        (None, Weekday(5), "open", "2020-10-07", None),  # four days back or three ahead
        (None, Weekday(4), "open", "2020-10-07", "2020-10-09"),
        (None, MonthName(6), "open", "2020-10-07", "XXXX-06"),
        (None, MonthName(10), "open", "2020-10-07", "2020-10"),
        (None, MonthName(9, "this"), "open", "2020-10-07", "2020-09"),
        (None, MonthName(10, "last"), "past", "2020-10-07", "2019-10"),
        (None, MonthName(10, "next"), "ahead", "2020-10-07", "2021-10"),
        (None, MonthName(3), "ahead", "2021-02-01", "2021-03"),
        (None, InYear(-1, 5), "past", "2020-10-07", "2019-05"),
        (None, InYear(1, 5, 3), "ahead", "2020", "2021-05-03"),
        (None, InYear(-1, 5), "past", "0001-10-07", None),
        (None, InYear(-1, 5), "past", None, None),
        (None, Units("week", -1), "past", "2020-10-04", None),  # on a Sunday either week may be meant
        (None, Units("week", 1, "early"), "ahead", "2020-10-07", "2020-10-12/2020-10-14"),
        (None, Units("week", -1, "late"), "past", "2020-10-07", "2020-10-01/2020-10-04"),
        (None, Units("weekend", -1), "past", "2020-10-04", "2020-09-26/2020-09-27"),
        (None, Units("day", 14), "ahead", "2020-10-07", "2020-10-21"),
        (None, Nearest("weekend"), "past", "2020-10-05", "2020-10-03/2020-10-04"),
        (None, Nearest("weekend"), "ahead", "2020-10-05", "2020-10-10/2020-10-11"),
        (None, Nearest("weekend"), "past", "2020-10-10", None),
        (None, Nearest("weekend"), "past", "2020-10", None),
        (None, Nearest("midyear"), "past", "2020-07-01", "2020"),
        ("XXXX-12-30", None, "past", "0001-01-01", "XXXX-12-30"),
        ("XXXX-01-02", None, "ahead", "9999-12-31", "XXXX-01-02"),
    ],
)
def test_dates_resolve_against_their_own_source(
    value: str | None, relative: Relative | None, tense: Tense, published: str | None, expected: str | None
) -> None:
    assert resolve(DateMention(0, 0, 1, "x", value, relative, tense), published) == expected


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "0000-01-01"])
def test_an_empty_or_endless_date_of_publication_breaks_nothing(published: str) -> None:
    text = (
        "The dam at Orva broke on Thursday. It is to reopen next week. Two days after the flood, Vell sent boats. "
        "A day before the flood, on 1 January, the gates jammed. The council was dissolved on 2 March 2019."
    )
    found = events({"sources": {"a": {"text": text, "published": published}}})
    assert "2019-03-02" in [event.date for event in found]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The dam broke on Monday, and the mayor resigned.", "Monday", "The dam broke on Monday"),
        ("On Monday, the dam broke, which nobody saw.", "Monday", "On Monday, the dam broke"),
        ("While the mayor slept, the dam broke on Monday night.", "Monday", "the dam broke on Monday night."),
        ("It was a flood that began on Monday.", "Monday", "It was a flood that began on Monday."),
        (
            "The dam held, the Ministry of Water (MoW) said in a statement on Monday.",
            "Monday",
            "the Ministry of Water (MoW) said in a statement on Monday.",
        ),
        (
            "The mayor called it “a second flood” on Monday.",
            "Monday",
            "The mayor called it “a second flood” on Monday.",
        ),
        ("“The dam broke on Monday,” the mayor said.", "Monday", "The dam broke on Monday"),
        ('Ruiz said "we meet, on Monday, and talk" in Riga.', "Monday", "we meet, on Monday, and talk"),
        (
            "The club (founded 1950) reopened in the old port.",
            "1950",
            "The club (founded 1950) reopened in the old port.",
        ),
        ("The port (it was founded in 1950, by monks) is shut.", "1950", "it was founded in 1950"),
        ("The dam held, a mayor said on Monday.", "Monday", None),
        ("The dam held, a mayor said on Monday after the rain.", "Monday", None),
        ("The dam held, Monday’s Orla Post reported.", "Monday", None),
        (
            "The dam held, and a mayor said on Monday it would go on so.",
            "Monday",
            "a mayor said on Monday it would go on so.",
        ),
        ("Holm, the keeper, was seen on Monday.", "Monday", None),
        (
            "The gates held, and Piet Holm, the keeper, left Orla on Monday.",
            "Monday",
            "Piet Holm, the keeper, left Orla on Monday.",
        ),
        (
            "The keeper, Piet Holm, late Monday and without a word, left.",
            "late Monday",
            "The keeper, Piet Holm, late Monday and without a word",
        ),
        ("The dam, a wall of earth, on Monday gave way.", "Monday", None),
        ("The keeper, who slept, ran to the gates on Monday.", "Monday", None),
        ("He called the dam “safe enough” on Monday, and left.", "Monday", "He called the dam “safe enough” on Monday"),
        ("It moved 25,000 stones by Monday evening of that week.", "Monday", None),
        ("LUND, June 6 (Agency) -- The dam held on Monday.", "Monday", "The dam held on Monday."),
        ("The dam (or (more or less) what was left [of it]) broke on Monday.", "Monday", None),
    ],
)
def test_the_clause_of_a_date(text: str, words: str, expected: str | None) -> None:
    start = text.index(words)
    first, last = clause_around(text, start, start + len(words))
    assert text[first:last] == (expected or text)


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (None, "The dam of Riva broke in January.", [("XXXX-01", None)]),
        ("2021", "The dam of Riva broke in January.", [("XXXX-01", None)]),
        ("2021-05-20", "The dam of Riva broke in January.", [("2021-01", "published 2021-05-20")]),
        ("2021-05-20", "The dam of Riva broke on 3 March 2020.", [("2020-03-03", None)]),
        ("2021-05-20", "The dam of Riva broke on 3 December.", [("2020-12-03", "published 2021-05-20")]),
        ("2021-05-20", "The dam of Riva broke on 3 January, after all.", [("2021-01-03", "published 2021-05-20")]),
        ("2021-02", "The dam of Riva broke on Monday.", [(None, None)]),
    ],
)
def test_an_anchor_is_told_only_where_it_gave_the_date(
    published: str | None, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    found = timeline([analysis("a", text, published)], (), Topics(()))
    assert [(event.date, event.anchor and event.anchor.told()) for event in found] == expected


@pytest.mark.parametrize(
    ("known", "name"),
    [
        (Metadata(published="2021-05-20", publisher="Oslo Post", title="Fish deal"), "Oslo Post"),
        (Metadata(published="2021-05-20", title="Fish deal"), "Fish deal"),
        (Metadata(published="2021-05-20"), "b.txt"),
    ],
)
def test_an_anchor_in_another_source_names_it_as_readers_know_it(known: Metadata, name: str) -> None:
    met = "Trade Minister Ana Ruiz and her counterpart Piotr Zalewski met in Oslo"
    first, other = analysis("a", f"{met} on Thursday.", None), analysis("b", f"On May 6, {met}.", known.published)
    other = replace(other, article=replace(other.article, metadata=known))
    settled = anchored(items_of([first, other], (), Topics(())))
    assert [item.anchor and item.anchor.told() for item in settled] == [f"“May 6” in {name}", "published 2021-05-20"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The old dam cracked in May when the gates jammed in April.", ("in May", "in April"),
         ["The old dam cracked in May", "the gates jammed in April."]),
        ("The old dam cracked in May long after the gates jammed in April.", ("in May", "in April"),
         ["The old dam cracked in May long after the gates jammed in April."] * 2),
        ("The old dam cracked in May after rain in April.", ("in May", "in April"),
         ["The old dam cracked in May", "The old dam cracked in May after rain in April."]),
    ],
)  # fmt: skip
def test_a_conjunction_parts_two_dates(text: str, words: tuple[str, str], expected: list[str]) -> None:
    places = [(text.index(word), text.index(word) + len(word)) for word in words]
    cut = [clause_around(text, *place, [other for other in places if other != place]) for place in places]
    assert [text[first:last] for first, last in cut] == expected


def test_a_clause_is_cut_at_so_many_words() -> None:
    text = " ".join(["The dam broke on Monday", *["and again"] * 40])
    first, last = clause_around(text, text.index("Monday"), text.index("Monday") + 6)
    assert len(text[first:last].split()) == 40


@pytest.mark.parametrize(
    ("published", "text", "told"),
    [
        ("2021-07-12", "The dam broke on Tuesday.", "2021-07-13 by its writer’s calendar: published 2021-07-12"),
        ("2021-07-12", "The 2003 fire, which broke out in July, took the mill.", "“2003” in the same sentence"),
    ],
)
def test_an_anchor_tells_what_a_date_rests_on(published: str, text: str, told: str) -> None:
    (event,) = timeline([analysis("a", text, published)], (), Topics(()))
    assert event.anchor and event.anchor.told() == told
