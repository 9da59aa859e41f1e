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
from generator.model import Analysis, Article, DateMention, Event, Metadata, Paragraph, Tense, Topics
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
        (None, "weekday:2", "past", "2020-10-07", "2020-10-07"),
        (None, "last-weekday:2", "past", "2020-10-07", "2020-09-30"),
        (None, "weekday:4", "ahead", "2020-10-07", "2020-10-09"),
        (None, "weekday:2", "past", None, None),
        (None, "month:-1", "past", "2020-01-07", "2019-12"),
        (None, "month:1", "ahead", "2020-12", "2021-01"),
        (None, "week:-1", "past", "2020-10-07", "2020-09-28/2020-10-04"),
        (None, "year:-1", "past", "2020", "2019"),
        (None, "month-name:11", "past", "2020-10-07", "2019-11"),
        (None, "month-name:11", "ahead", "2020-10-07", "2020-11"),
        (None, "month-name:11", "past", None, "XXXX-11"),
        (None, "midyear", "past", "2020-03-01", None),
        (None, "last-weekday:3", "past", "0001-01-01", None),
        (None, "weekday:3", "past", "0001-01-01", None),
        (None, "week:1", "ahead", "9999-12-31", None),
        (None, "weekend:1", "ahead", "9999-12-31", None),
        (None, "day:1", "ahead", "9999-12-31", None),
        (None, "day:-1", "past", "0001-01-01", None),
        (None, "month:1", "ahead", "9999-12", None),
        (None, "month:-1", "past", "0001-01", None),
        (None, "year:1", "ahead", "9999", None),
        (None, "year:-1", "past", "0001", None),
        (None, "month-name:01", "ahead", "9999-12-31", None),
        (None, "month-name:11", "past", "0001-01-01", None),
        (None, "weekday:3", "past", "0000-01-01", None),
        ("XXXX-12-30", None, "past", "0001-01-01", "XXXX-12-30"),
        ("XXXX-01-02", None, "ahead", "9999-12-31", "XXXX-01-02"),
    ],
)
def test_dates_resolve_against_their_own_source(
    value: str | None, relative: str | None, tense: Tense, published: str | None, expected: str | None
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
