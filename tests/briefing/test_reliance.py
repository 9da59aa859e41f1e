"""A page says in words what it rests on, where that is less than it looks."""

from __future__ import annotations

import pytest

from generator.briefing.reliance import reliance
from generator.model import Analysis, Article, Coverage, Fact, Kind, Metadata, Origin, Quote

DIGESTS = "on digests: accounts in this project’s own words of what each report says, not quotations from the reports."
ONE_ARTICLE = "All of it comes from one article."
ONE_ORIGIN = "All of it goes back to one origin, carried by 2 articles."


def said(kinds: tuple[Kind, ...], origins: tuple[str, ...]) -> tuple[str, ...]:
    """What is said of a topic whose sources are of `kinds` and whose facts have one of `origins` each."""
    ids = [f"s{n}" for n in range(len(kinds))]
    known = {
        id: Analysis(Article(id, f"sources/{id}.txt", "text", Metadata(kind=kind), ()), (), (), ())
        for id, kind in zip(ids, kinds, strict=True)
    }
    quote = Quote("q", "s0", "x", 1, 0, 0, 1)
    facts = [
        Fact(
            f"f{n}",
            "x",
            ("t",),
            "event",
            None,
            (quote,),
            (Origin(origin, "speaker", origin),),
            1.0,
        )
        for n, origin in enumerate(origins)
    ]
    return reliance(facts, [Coverage("t", id, "main", (0,), (0,)) for id in ids], known)


@pytest.mark.parametrize(
    ("kinds", "origins", "expected"),
    [
        (("report", "report"), ("a", "b"), ()),
        (("report", "report"), ("a", "a"), (ONE_ORIGIN,)),
        (("report",), ("a", "b"), (ONE_ARTICLE,)),
        (("digest", "digest"), ("a", "b"), (f"This page rests {DIGESTS}",)),
        (("digest", "report"), ("a", "b"), (f"This page rests in part (1 of 2 sources) {DIGESTS}",)),
        (("digest",), ("a",), (f"This page rests {DIGESTS}", ONE_ARTICLE)),
        ((), (), ()),
    ],
)
def test_what_a_page_rests_on(kinds: tuple[Kind, ...], origins: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert said(kinds, origins) == expected
