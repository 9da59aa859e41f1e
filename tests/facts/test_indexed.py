"""What is looked up by an index is compared with no more than its index gives: counted, for twice as much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from generator.facts import copies
from generator.facts.copies import _text
from generator.facts.discrepancies import linked
from generator.facts.grouping.clustering import Groups
from generator.facts.grouping.contradictions import Contradictions
from generator.facts.grouping.pairs import pairs_of
from generator.facts.grouping.support import support
from generator.facts.grouping.terms import Clause, extract_clauses
from generator.facts.timeline.events import _common
from generator.facts.timeline.resolve import contains
from generator.model import Difference, Fact, Position, Quote

from .conftest import analysed, settings


class CountedQuote(Quote):
    """A quote that counts how often it is asked where it begins."""

    asked = 0

    def __getattribute__(self, name: str) -> object:
        if name == "start":
            CountedQuote.asked += 1
        return super().__getattribute__(name)


def _quote(source: str) -> Quote:
    return CountedQuote(f"q-{source}", source, "The quay will open.", 1, 0, 0, 19)


def _asked(count: int) -> int:
    """How often a quote is held against another, for `count` facts that each take a side of one difference."""
    facts = [Fact(f"f{n}", "t", ("all",), "event", None, (_quote(f"a{n}"),), (), 1.0) for n in range(count)]
    found = [
        Difference(f"d{n}", ("all",), "figure", "count", "s", (Position("1", (_quote(f"a{n}"),)),))
        for n in range(count)
    ]
    CountedQuote.asked = 0
    assert [fact.differences for fact in linked(facts, found)] == [(f"d{n}",) for n in range(count)]
    return CountedQuote.asked


def test_twice_the_facts_and_differences_are_twice_the_comparisons() -> None:
    assert 0 < _asked(80) <= 2 * _asked(40)


def _clauses(count: int) -> tuple[Clause, ...]:
    config = settings("cranes")
    texts = [f"Varn banned {n} rusty cranes from the old harbour of the town." for n in range(count)]
    return extract_clauses([analysed(f"s{n:03}", text, config) for n, text in enumerate(texts)], "en")


def _looked_at(monkeypatch: pytest.MonkeyPatch, count: int) -> int:
    """How many clauses are asked whether they contradict others, where two clauses are near a group of `count`."""
    clauses = _clauses(count + 2)
    kept = Contradictions(clauses)
    apart, asked = kept.apart, list[tuple[int, int]]()

    def counted(i: int, j: int) -> bool:
        asked.append((i, j))
        return apart(i, j)

    monkeypatch.setattr(kept, "apart", counted)
    groups = [list(range(count)), [count], [count + 1]]
    pairs = [(0, count, 0.9), (0, count + 1, 0.9)]
    assert support(clauses, groups, lambda i, j: 0.9, kept, pairs)[0].support == (count, count + 1)
    return len(asked)


def test_a_group_of_twice_the_clauses_is_asked_no_more_often_what_it_contradicts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small = _looked_at(monkeypatch, 6)
    assert small > 0
    assert _looked_at(monkeypatch, 12) == small


DATES = ("2031", "2031-04", "2031-04-05", "2031-04-30", "2031-05-01", "2032-01-01", "2031-04-28/2031-05-03", "2032-01")


@pytest.mark.parametrize("wide", [*DATES, "2030-12-29/2031-04-06", None])
def test_every_date_that_another_holds_begins_as_they_all_do(wide: str | None) -> None:
    held: Iterator[str] = (date for date in DATES if contains(wide, date))
    assert all(date.startswith(_common(wide)) for date in held)


def test_the_longest_beginning_is_taken_so_that_a_month_meets_its_own_days_only() -> None:
    assert [_common(wide) for wide in ("2031", "2031-04", "2031-04-01/2031-04-07", "2031-04-28/2031-05-03")] == [
        "2031",
        "2031-04",
        "2031-04",
        "2031",
    ]
    assert _common("2030-12-29/2031-01-04") == ""


class Asked:
    """Keeps nothing apart, and counts how often it is asked."""

    def __init__(self) -> None:
        self.count = 0

    def apart(self, i: int, j: int) -> bool:
        self.count += 1
        return False

    def kinds(self, items: Iterable[int]) -> dict[int, int]:
        return dict.fromkeys(items, next(iter(items)))


@pytest.mark.parametrize(("value", "most"), [(0.49, 0), (0.5, 4)])
def test_items_that_no_likely_pair_links_are_never_compared(value: float, most: int) -> None:
    """However many pairs are little alike: only what is linked at the threshold can be of one group."""
    asked = Asked()
    known = [(0, 1, value), *((i, j, 0.4) for j in range(2, 20) for i in range(j))]
    Groups(list(range(20)), pairs_of(known), asked, 0.5).form(range(20))
    assert asked.count <= most


def test_the_sentences_of_texts_that_share_a_few_runs_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    config = settings("cranes")
    first = [f"The {n} crane of the harbour in Varn stands idle since the winter." for n in ("old", "red", "tall")]
    own = [f"Word{n} told{n} all{n} about{n} those{n} boats{n} along{n} that{n} other{n} quay{n}." for n in range(9)]
    known = [analysed("a", " ".join(first + own[:4]), config), analysed("b", " ".join(first[:2] + own[4:]), config)]
    compared = list[object]()
    monkeypatch.setattr(copies, "_shared", lambda *given: compared.append(given))
    assert list(copies._candidates([_text(one, tuple, {}) for one in known]))
    assert copies.copies(known) == ()
    assert not compared
