"""What is pasted is what is read: the lines for a statement, a quote or a difference make the correction meant."""

from __future__ import annotations

import pytest

from generator.editorial import parse_all, paste
from generator.editorial.paste import TO_FILL, Verb
from generator.model import (
    Difference,
    Dismiss,
    Fact,
    FixDate,
    FixOrigin,
    FixStatus,
    Hide,
    Join,
    Pin,
    Position,
    Quote,
    Slip,
    Split,
    Target,
)

OLD = Quote("f-0123456789", "first", 'The mayor said: "No" – it\'s #1, at 12:30 yes.', 1, 0, 0, 46)
NEW = Quote("f-1123456789", "second", "Nobody said so on 3 March, however long it is " * 4, 1, 0, 0, 9)
FACT = Fact("f-0123456789", NEW.text, ("port",), "event", None, (NEW, OLD), (), 1.0)
DIFFERENCE = Difference(
    "d-0123456789", ("port",), "figure", "count", "40 jobs", (Position("40", (OLD,)), Position("45", (NEW,)))
)
FILLED = {
    "date": {"said": "12:30", "date": "2021-03-03"},
    "status": {"status": "signed"},
    "origin": {"origin": "The mayor"},
    "slip": {"slip": "12:30", "meant": "13:30"},
}
KINDS: dict[Verb, type] = {
    "hide": Hide,
    "pin": Pin,
    "split": Split,
    "join": Join,
    "date": FixDate,
    "status": FixStatus,
    "origin": FixOrigin,
    "slip": Slip,
}


@pytest.mark.parametrize("verb", KINDS)
def test_a_statement_is_named_by_its_oldest_quote(verb: Verb) -> None:
    lines = paste(verb, FACT, (NEW,), by="Bo Ek", because="It was wrong.", on="2021-05-01", **FILLED.get(verb, {}))
    assert "'on'" not in lines
    (made,) = parse_all([("a.yml", "corrections:\n" + lines)], ["port"])
    assert isinstance(made, KINDS[verb])
    target = getattr(made, "target", Target("", ""))
    assert (target.id, target.words.split()) == (OLD.id, OLD.text.split())


def test_a_difference_is_named_by_what_it_is_about() -> None:
    lines = paste("dismiss", DIFFERENCE, by="Bo Ek", because="One thing.", on="2021-05-01")
    (made,) = parse_all([("a.yml", "corrections:\n" + lines)], ["port"])
    assert isinstance(made, Dismiss)
    assert made.target == Target("d-0123456789", "count: “40 jobs”")


def test_gaps_are_to_be_filled() -> None:
    assert paste("slip", OLD).splitlines()[-5:] == [
        f"    {key}: {TO_FILL}" for key in ("slip", "meant", "by", "because", "on")
    ]
