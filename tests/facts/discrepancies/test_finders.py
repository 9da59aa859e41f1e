"""What makes a difference of status, day, figure or time, each condition alone and each threshold at its edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import pytest

from generator.facts.build import Evidence
from generator.facts.discrepancies import day_difference, figure_difference, status_difference
from generator.facts.discrepancies.claims import Claim
from generator.facts.discrepancies.counted import Role
from generator.facts.discrepancies.revisions import in_time
from generator.facts.grouping.similarity import Similarity
from generator.facts.status import StatusMention
from generator.model import Analysis, Article, DateMention, Metadata, Paragraph, Weekday
from tests.facts.discrepancies.made import Likeness, claim, evidence, quantity

TEXT = "Orla signed the port treaty with Teris today."


def marked(rank: int, source: str, about: str = "port trade", instrument: str = "treaty") -> Evidence:
    told = evidence(TEXT, source, marks=(StatusMention(rank, instrument, frozenset(about.split()), 5, 27),))
    return replace(told, doc=ord(source))


@pytest.mark.parametrize(
    ("groups", "count"),
    [
        ([[marked(0, "a"), marked(1, "b", "")]], 1),
        ([[marked(0, "a")], [marked(1, "b")]], 1),
        ([[marked(0, "a")], [marked(1, "b", "port")]], 2),
        ([[marked(0, "a")], [marked(1, "b", instrument="deal")]], 2),
        ([[marked(0, "a"), marked(1, "b", instrument="deal")]], 2),
        ([[marked(0, "a", "port")], [marked(1, "a", "port sea")]], 1),
        ([[marked(0, "a", "port")], [marked(1, "a", "")]], 1),
        ([[marked(0, "a", "")], [marked(1, "a", "port")]], 1),
        ([[marked(0, "a", "port")], [marked(1, "a", "sea")]], 2),
        ([[marked(0, "a"), marked(1, "b", "", "")]], 1),
        ([[marked(0, "a", "", "")]], 0),
        ([[marked(0, "a"), marked(1, "b", instrument="deal"), marked(1, "c", "", "")]], 2),
    ],
)
def test_statuses_of_one_instrument(groups: list[list[Evidence]], count: int) -> None:
    assert len(status_difference.find(groups)) == count


def test_an_instrument_is_called_as_the_earliest_source_that_tells_which_calls_it() -> None:
    late = replace(marked(1, "b"), quote=replace(marked(1, "b").quote, text=TEXT.replace("port", "dock")))
    (found,) = status_difference.find([[marked(0, "a", ""), late]])
    assert found.subject == "signed the dock treaty"
    (found,) = status_difference.find([[late, marked(0, "a")]])
    assert (found.subject, [side.value for side in found.sides]) == (
        "signed the port treaty",
        ["announced", "proposed"],
    )


DAY_TEXT = "The talks of Orla ended on {} in Teris."


def told_on(
    *days: str | int, share: float = 1.0, text: str = DAY_TEXT, written: tuple[str | None, ...] = ()
) -> list[list[str]]:
    """The values of the differences between sources that give these days, one each."""
    group, analyses = [], []
    for source, day in zip("abcd", days, strict=False):
        words = str(day)
        said = text.format(words)
        start = said.index(words)
        value, relative = (None, Weekday(day)) if isinstance(day, int) else (day, None)
        mention = DateMention(1, start, start + len(words), words, value, relative)
        published = written["abcd".index(source)] if written else None
        article = Article(source, f"sources/{source}.txt", "text", Metadata(published=published), (Paragraph(said),))
        group.append(evidence(said, source, ord(source)))
        analyses.append(Analysis(article, (), (), (), (), dates=(mention,)))
    found = day_difference.find([group], cast(Similarity, Likeness(share)), analyses)
    return [[side.value for side in one.sides] for one in found]


def test_two_days_of_one_event() -> None:
    first = date(2030, 5, 1)
    fortnight, longer = (str(first + timedelta(n)) for n in (14, 15))
    assert told_on("2030-05-01", "2030-05-02") == [["2030-05-01", "2030-05-02"]]
    assert told_on("2030-05-01", "2030-05-01") == []
    assert told_on("2030-05-01", fortnight) == [["2030-05-01", fortnight]]
    assert told_on(fortnight, "2030-05-01") == [[fortnight, "2030-05-01"]]
    assert told_on("2030-05-01", longer) == told_on(longer, "2030-05-01") == []
    assert told_on("2030-05-01", "2030-05-02", share=0.45) and not told_on("2030-05-01", "2030-05-02", share=0.44)
    assert told_on("2030-05", "2030-06") == []
    assert told_on("2030-05-01", 2) == []
    assert told_on(1, 3) == [["1", "3"]] and told_on(1, 1) == []


def test_each_day_that_is_that_of_its_own_report_is_no_difference() -> None:
    days = "2030-05-01", "2030-05-02"
    assert told_on(*days, written=("2030-05-01", "2030-05-02")) == []
    assert told_on(*days, written=("2030-05-03", "2030-05-04")) == []
    assert told_on(*days, written=("2030-05-03", "2030-05-03"))
    assert told_on("2030-05-01", "2030-05-01", "2030-05-03", written=("2030-05-02", "2030-05-02", "2030-05-09"))


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        ("The talks of Orla ended on {} in Teris.", True),
        ("Orla reported on talks {} in Teris.", False),
        ("Orla said on long {} in Teris.", False),
        ("Orla reported on its long {} in Teris.", True),
        ("The talks of Orla ended {} reported Teris.", False),
        ("The talks of Orla ended {} Teris reported.", True),
        ("The talks of Orla filled {}'s paper in Teris.", False),
        ("The talks of Orla filled {}’s paper in Teris.", False),
    ],
)
def test_the_day_of_saying_it_is_none_of_an_event(text: str, differ: bool) -> None:
    assert bool(told_on("2030-05-01", "2030-05-02", text=text)) is differ


def sold(low: float, source: str, **given: Any) -> Claim:
    role = given.pop("role", Role("dead", toll=True))
    return claim(quantity(low, role=role, hedge=given.pop("hedge", "")), source, **given)


def known(**days: str) -> dict[str, Metadata]:
    return {source: Metadata(published=day, publisher="Orla Press") for source, day in days.items()}


def test_positions_follow_in_time_where_every_one_was_given_before() -> None:
    a, b, c = ([sold(n, source)] for n, source in ((4, "a"), (5, "b"), (6, "c")))
    assert in_time([a, b], known(a="2030-05-02", b="2030-05-01")) == (b, a)
    assert in_time([a, b], known(a="2030-05-01", b="2030-05-02")) == (a, b)
    assert in_time([a, b], known(a="2030-05-01", b="2030-05-01")) is None
    assert in_time([a, b], known(a="2030-05-01", b="2030-05")) is None
    assert in_time([[*a, *c], b], known(a="2030-05-01", b="2030-05-02", c="2030-05-03")) is None
    assert in_time([[*a, *c], b], known(a="2030-05-01", b="2030-05-03", c="2030-05-02")) == ([*a, *c], b)
    assert in_time([[*a, *c], b], known(a="2030-05-01", b="2030-05-03", c="2030")) is None
    same = known(a="2030-05-01", b="2030-05-01")
    assert in_time([a, [sold(5, "b", earlier=True)]], same) == ([sold(5, "b", earlier=True)], a)


def test_agencies_that_differ_follow_one_another_in_running_counts_alone() -> None:
    sources = {
        "a": Metadata(published="2030-05-01", publisher="A"),
        "b": Metadata(published="2030-05-02", publisher="B"),
    }

    def follow(**given: Any) -> bool:
        return in_time([[sold(4, "a", **given)], [sold(5, "b", **given)]], sources) is not None

    assert follow() and follow(hedge="over") and follow(role=Role("recalled"))
    assert not follow(hedge="about") and not follow(hedge="under") and not follow(role=Role("sold"))
    one = {source: replace(of, publisher="A") for source, of in sources.items()}
    none = {source: replace(of, publisher=None) for source, of in sources.items()}
    estimates = [[sold(4, "a", role=Role("sold"))], [sold(5, "b", role=Role("sold"))]]
    assert in_time(estimates, one) is not None and in_time(estimates, none) is None


def positions(*claims: Claim) -> list[list[float]]:
    return [[c.quantity.low for c in position] for position in figure_difference._positions(claims)]


def test_a_rounded_figure_stands_with_the_nearest_exact_one() -> None:
    about = claim(quantity(100, hedge="about"), "a")
    assert positions(about, claim(quantity(91), "b"), claim(quantity(98), "c")) == [[91], [98, 100]]
    assert positions(about, claim(quantity(102), "b"), claim(quantity(91), "c")) == [[102, 100], [91]]
    assert positions(about, claim(quantity(120), "b")) == [[120], [100]]


def test_of_a_source_the_first_figure_counts_and_what_may_be_the_same() -> None:
    first, other, earlier = (replace(sold(n, "a"), earlier=n == 6) for n in (4, 5, 6))
    back = replace(sold(3, "a"), occasion=replace(first.occasion, back=frozenset({"1996"})))
    assert figure_difference._first([first, other, earlier]) == [first, earlier]
    assert figure_difference._first([back, first]) == [first]
    lamps = claim(quantity(9, role=Role("dead", toll=True), modifiers=frozenset({"red"})), "a")
    assert lamps in figure_difference._first([first, lamps])


def test_clusters_join_what_is_told_of_one_thing_and_nothing_apart() -> None:
    def clusters(share: float, *given: Claim) -> list[list[float]]:
        found = figure_difference._clusters(given, cast(Similarity, Likeness(share)))
        return [[c.quantity.low for c in cluster] for cluster in found]

    four, five, far = (claim(quantity(n), source) for n, source in ((4, "a"), (5, "b"), (40, "c")))
    assert clusters(1.0, four, five) == [[4, 5]]
    assert clusters(0.1, four, five) == [[4], [5]]
    assert clusters(1.0, four, far, five) == [[40], [4, 5]]
    ten, twenty = claim(quantity(11), "d"), claim(quantity(30), "e")
    assert clusters(1.0, four, twenty, ten) == [[30], [4, 11]] or clusters(1.0, four, twenty, ten) == [[4, 11], [30]]
