"""When two items of a timeline are one happening, and what dates an item that its own words do not date."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.facts.timeline import events
from generator.facts.timeline.anchoring import anchored
from generator.facts.timeline.items import Item, gist
from generator.facts.timeline.resolve import compatible, contains, full_day, on_weekday, shifted, starts
from generator.model import Anchor, DateMention, Event, Quote, Tied, Topics, Units, Weekday


def item(order: int = 0, text: str = "The dam broke.", source: str = "", **known: Any) -> Item:
    source = source or f"s{order}"
    words = known.pop("words", "then")
    mention = known.pop(
        "mention", DateMention(known.pop("sentence", 0), 0, 4, words, None, known.pop("relative", None))
    )
    quote = Quote(f"{source}/{text}", source, text, 1, mention.sentence, 0, len(text))
    plain: dict[str, Any] = {
        "date": "2031-05-04", "anchor": None, "planned": False, "published": "2031-05-20", "called": source,
        "paragraph": 1, "people": frozenset(), "names": frozenset(), "events": frozenset(), "stems": frozenset(),
        "facts": (), "topics": (),
    }  # fmt: skip
    return Item(order=order, mention=mention, quote=quote, **{**plain, **known})


def words(letters: str) -> frozenset[str]:
    return frozenset(letters)


def told(*items: Item, monkeypatch: pytest.MonkeyPatch) -> tuple[Event, ...]:
    """The timeline of items as they are."""
    monkeypatch.setattr(events, "items_of", lambda *_: list(items))
    monkeypatch.setattr(events, "anchored", lambda found: found)
    return events.timeline((), (), Topics(()))


ONE, TWO = words("abcdefg"), words("cdefghi")  # five of seven


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"events": words("q")}, {"events": words("qr")}, True),
        ({"events": words("q")}, {"events": words("r")}, False),
        ({"facts": ("f",)}, {"facts": ("f", "g")}, True),
        (
            {"facts": ("f",)},
            {"facts": ("f", "g"), "source": "s0", "text": "It sank."},
            False,
        ),  # one source tells two things apart
        ({"stems": ONE}, {"stems": TWO}, True),
        ({"stems": ONE}, {"stems": TWO, "source": "s0", "text": "It sank."}, False),
        ({"stems": words("abcdefghijklmnopqrst")}, {"stems": words("abcdefg0123456789!?_+")}, False),
        ({"stems": words("abcdefghijklmnopqrst")}, {"stems": words("abcdefg0123456789!?_")}, True),  # just .35
        ({"stems": ONE, "date": "2031-05"}, {"stems": TWO, "date": "2031-05"}, False),  # no day, no name
        (
            {"stems": ONE, "date": "2031-05", "names": words("n")},
            {"stems": TWO, "date": "2031-05", "names": words("n")},
            True,
        ),
        (
            {"stems": ONE, "date": "2031-05", "people": words("n")},
            {"stems": TWO, "date": "2031-05", "people": words("n")},
            True,
        ),
        ({"people": words("pq"), "names": words("n")}, {"people": words("pq"), "names": words("n")}, True),
        ({"people": words("p"), "names": words("n")}, {"people": words("p"), "names": words("n")}, False),
        ({"people": words("pq")}, {"people": words("pq")}, False),
        (
            {"date": "2031-05", "people": words("pq"), "names": words("n")},
            {"date": "2031-05", "people": words("pq"), "names": words("n")},
            False,
        ),
        ({"stems": ONE}, {"stems": ONE, "date": "2031-05-05"}, False),
        ({"stems": ONE, "date": None}, {"stems": ONE, "date": None}, False),
    ],
)
def test_what_makes_two_items_of_one_date_one_happening(
    one: dict[str, Any], other: dict[str, Any], same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(told(item(0, **one), item(1, **other), monkeypatch=monkeypatch)) == (1 if same else 2)


def test_the_words_of_an_event_are_those_that_say_most_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    day = DateMention(0, 0, 5, "4 May", "2031-05-04")
    tied = item(0, facts=("f",), topics=("x",), anchor=Anchor("event", "2031-05-03"), planned=True, words="tied")
    loose = item(1, facts=("f",), topics=("y", "x"), words="Sunday")
    exact = item(2, facts=("f", "g"), mention=day, anchor=Anchor("published", "2031-05-20"))
    (event,) = told(tied, loose, exact, monkeypatch=monkeypatch)
    assert (event.words, event.facts, event.topics, event.planned) == ("4 May", ("f", "g"), ("x", "y"), False)
    assert [quote.source for quote in event.quotes] == ["s2", "s0", "s1"]
    (event,) = told(tied, loose, monkeypatch=monkeypatch)
    assert event.words == "Sunday"


def test_events_come_in_order_of_time_and_those_without_a_date_last(monkeypatch: pytest.MonkeyPatch) -> None:
    dates = [None, "XXXX-02-01", "2031-05-04", "2031", "2031-05", "2030-12-31/2031-01-02", "2030-12-31?"]
    found = told(*(item(n, date=date) for n, date in enumerate(dates)), monkeypatch=monkeypatch)
    assert [event.date for event in found] == [
        "2030-12-31/2031-01-02", "2030-12-31?", "2031", "2031-05", "2031-05-04", "XXXX-02-01", None,
    ]  # fmt: skip


NEARLY = words("abcdefghijklmnopqrst"), words("abcdefghi0123456789!")  # nine of twenty, just .45
NOT_NEARLY = words("abcdefghijklmnopqrst"), words("abcdefghi0123456789!?")


@pytest.mark.parametrize(
    ("wide", "fine", "narrowed"),
    [
        ({"stems": NEARLY[0]}, {"stems": NEARLY[1]}, True),
        ({"stems": NOT_NEARLY[0]}, {"stems": NOT_NEARLY[1]}, False),
        ({"stems": NEARLY[0], "planned": True}, {"stems": NEARLY[1]}, False),
        ({"stems": NEARLY[0]}, {"stems": NEARLY[1], "date": "2031-06-04"}, False),
        ({"facts": ("f",), "text": "A dam burst."}, {"facts": ("f",), "text": "A dam was painted."}, False),
    ],
)
def test_a_wide_date_takes_the_day_that_another_source_gives(
    wide: dict[str, Any], fine: dict[str, Any], narrowed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: dict[str, Any] = {"names": words("n")}
    found = told(item(0, date="2031-05", **named, **wide), item(1, **named, **fine), monkeypatch=monkeypatch)
    assert (len(found) == 1) is narrowed


def test_a_wide_date_that_two_days_fit_stays_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = item(0, date="2031-05", stems=ONE, names=words("n"))
    fine = [item(n, date=f"2031-05-0{n}", stems=ONE, names=words("n")) for n in (1, 2)]
    assert len(told(wide, *fine, monkeypatch=monkeypatch)) == 3
    (event,) = told(wide, fine[0], monkeypatch=monkeypatch)
    assert event.date == "2031-05-01"


PAIR: dict[str, Any] = {"people": words("pq"), "names": words("n")}


def dated(undated: Item, *others: Item) -> str | None:
    return next(one.date for one in anchored([undated, *others]) if one.order == undated.order)


@pytest.mark.parametrize(
    ("mine", "other", "date"),
    [
        ({}, {}, "2031-05-04"),
        ({"relative": Units("day", -1)}, {}, "2031-05-04"),
        ({"relative": Units("week", -1)}, {}, None),
        ({"relative": None}, {}, None),
        ({"planned": True}, {}, None),
        ({}, {"planned": True}, None),
        ({}, {"source": "s0"}, None),
        ({"relative": Weekday(0)}, {}, None),  # 4 May 2031 is a Sunday
        ({}, {"names": words("m")}, None),
        ({}, {"people": words("pr")}, None),
        ({}, {"date": "2031-05"}, None),
        ({}, {"date": "XXXX-05-04"}, "XXXX-05-04"),
        ({"published": "2031-05-04"}, {}, "2031-05-04"),
        ({"published": "2031-05-03"}, {}, None),  # nobody tells what has not happened yet
        ({"published": "2031-07-03"}, {}, "2031-05-04"),  # sixty days
        ({"published": "2031-07-04"}, {}, None),
        ({"published": None}, {}, "2031-05-04"),
        ({"events": words("e"), "people": frozenset()}, {"events": words("e"), "people": frozenset()}, "2031-05-04"),
        ({"events": words("e"), "people": frozenset()}, {"events": words("f"), "people": frozenset()}, None),
    ],
)
def test_an_undated_item_takes_the_day_of_the_same_happening(
    mine: dict[str, Any], other: dict[str, Any], date: str | None
) -> None:
    undated = item(0, date=None, **{**PAIR, "relative": Weekday(6), **mine})
    assert dated(undated, item(1, **{**PAIR, **other})) == date


def test_a_happening_that_others_date_differently_stays_undated() -> None:
    undated = item(0, date=None, relative=Weekday(6), **PAIR)
    day, other, open_year = (
        item(n, date=d, **PAIR) for n, d in enumerate(("2031-05-04", "2031-05-11", "XXXX-05-04"), 1)
    )
    assert dated(undated, day, other) is None
    assert dated(undated, open_year, day) == "2031-05-04"


@pytest.mark.parametrize(
    ("relative", "last", "date"),
    [
        (Tied(1, "day"), "2031-05-04", "2031-05-05"),
        (Tied(-2, "day"), "2031-05-04", "2031-05-02"),
        (Tied(1, "day"), "2031-05", None),
        (Tied(1, "year"), "2031-05-04", "2032"),
        (Tied(-1, "year"), "2031", "2030"),
        (Tied(1, "year"), "XXXX-05-04", None),
        (Tied(1, "year"), "2031/2032", None),
        (Tied(1, "year"), None, None),
        (Units("day", 1), "2031-05-04", None),
    ],
)
def test_the_next_day_counts_from_the_date_told_just_before(relative: Any, last: str | None, date: str | None) -> None:
    before, after = item(0, date=last, source="s"), item(1, "It sank.", date=None, source="s", relative=relative)
    assert anchored([before, after])[-1].date == date


@pytest.mark.parametrize(
    ("known", "date"),
    [({"sentence": 1}, "2031-05-05"), ({"sentence": 2}, None), ({"paragraph": 2}, None), ({"source": "other"}, None)],
)
def test_the_date_told_just_before_stands_in_the_same_paragraph(known: dict[str, Any], date: str | None) -> None:
    after = item(1, "It sank.", **{"source": "s", "date": None, "relative": Tied(1, "day"), **known})
    assert anchored([item(0, source="s"), after])[-1].date == date


def test_two_expressions_of_one_clause_date_one_happening() -> None:
    tie = Tied(1, "day", "the summit")
    known, tied = item(0, source="s"), item(1, source="s", date=None, relative=tie)
    assert [one.date for one in anchored([known, tied])] == [
        "2031-05-04",
        "2031-05-04",
        "2031-05-03",
    ]  # and the summit's own day
    assert dated(tied, known, item(2, source="s", date="2031-05-06")) is None
    assert dated(tied, item(0, source="s", date="2031-05")) is None
    year = replace(tied, mention=replace(tied.mention, relative=Tied(1, "year", "the summit")))
    assert dated(year, known) is None


BROKE = {"source": "s", "stems": gist("The old barrage broke.")}


@pytest.mark.parametrize(
    ("other", "date"),
    [
        ({}, "2031-05-06"),
        ({"text": "After the rain the barrage broke."}, None),
        ({"planned": True}, None),
        ({"source": "other"}, None),
        ({"date": "2031-05"}, None),
        ({"stems": gist("The bridge broke.")}, None),
        ({"relative": Tied(1, "day", "the rain")}, None),
    ],
)
def test_so_many_days_after_an_event_that_its_source_dates(other: dict[str, Any], date: str | None) -> None:
    tied = item(0, "They met.", source="s", date=None, relative=Tied(2, "day", "the barrage broke"))
    found = anchored([tied, item(1, **{**BROKE, **other})])
    assert next(one.date for one in found if one.quote.text == "They met.") == date


def test_a_dated_tie_dates_its_event() -> None:
    mention = DateMention(0, 0, 31, "two days after the great summit", None, Tied(2, "day", "the great summit"))
    tied = item(0, "two days after the great summit", source="s", mention=mention, facts=("f",), **PAIR)
    other = item(
        1, "Two days after the summit it rained.", source="s", date=None, relative=Tied(2, "day", "the summit")
    )
    event, same = (one for one in anchored([tied, other]) if one.events)
    assert (event.date, event.mention.text, event.mention.start, event.facts, event.people) == (
        "2031-05-02", "the great summit", 15, (), frozenset(),
    )  # fmt: skip
    assert event.anchor == Anchor("interval", "2031-05-04", "two days after")
    assert (same.date, same.events, same.quote.text) == ("2031-05-02", event.events, other.quote.text)
    three = replace(other, mention=replace(other.mention, relative=Tied(3, "day", "the summit")))
    assert len([one for one in anchored([tied, three]) if one.events]) == 1
    fair = replace(other, mention=replace(other.mention, relative=Tied(2, "day", "the fair")))
    assert len([one for one in anchored([tied, fair]) if one.events]) == 1
    assert len([one for one in anchored([replace(tied, date="2031-05"), other]) if one.events]) == 0


@pytest.mark.parametrize(
    ("wide", "narrow", "holds"),
    [
        ("2031", "2031-05", True),
        ("2031-05", "2031-05-04", True),
        ("2031-05", "2031-05", False),
        ("2031-05", "2031-06-04", False),
        ("2031-05", "2031", False),
        ("2031-05-04/2031-05-10", "2031-05-04", True),
        ("2031-05-04/2031-05-10", "2031-05-10", True),
        ("2031-05-04/2031-05-10", "2031-05-11", False),
        ("2031-05-04/2031-05-10", "2031-05-03", False),
        ("2031-05-04/2031-05-10", "2031-05", False),
        ("2031", "2031-05-04/2031-05-10", False),
        ("XXXX-05", "XXXX-05-04", False),
        (None, "2031", False),
        ("2031", None, False),
    ],
)
def test_whether_a_date_holds_another(wide: str | None, narrow: str | None, holds: bool) -> None:
    assert contains(wide, narrow) is holds


def test_two_dates_can_be_one_day() -> None:
    assert compatible(None, "2031-05-04") and compatible("2031-05-04", "2031-05-04")
    assert compatible("XXXX-05-04", "2031-05-04") and compatible("2031-05-04", "XXXX-05-04")
    assert not compatible("XXXX-05-04", "2031-05-05") and not compatible("2030-05-04", "2031-05-04")


def test_days() -> None:
    assert on_weekday(None, "2031-05-04") and on_weekday(Weekday(6), "2031-05-04") and on_weekday(Weekday(1), "2031")
    assert not on_weekday(Weekday(5), "2031-05-04")
    assert [str(full_day(day)) for day in ("2031-05-04", "2031-05-04?", "2031-05", None)] == [
        "2031-05-04",
        *["None"] * 3,
    ]
    assert (shifted("2031-05-31", 1), shifted("2031-05", 1)) == ("2031-06-01", None)
    assert [starts(day) for day in ("2031-05-04/2031-06", "2031-05~", "203X", "XXXX-05")] == [
        "2031-05-04", "2031-05", "2030", "~~~~-05",
    ]  # fmt: skip
