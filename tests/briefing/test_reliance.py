"""A page says what it rests on, where that is less than it looks."""

from __future__ import annotations

import pytest

from generator.briefing.reliance import reliance
from generator.model import Analysis, Article, Coverage, Fact, Kind, Metadata, Origin, Quote, Reliance

ONE_ARTICLE = Reliance("article", 1, 1)


def said(kinds: tuple[Kind, ...], origins: tuple[str, ...]) -> tuple[Reliance, ...]:
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
        (("report", "report"), ("a", "a"), (Reliance("origin", 1, 2),)),
        (("report",), ("a", "b"), (ONE_ARTICLE,)),
        (("digest", "digest"), ("a", "b"), (Reliance("digests", 2, 2),)),
        (("digest", "report"), ("a", "b"), (Reliance("digests", 1, 2),)),
        (("digest",), ("a",), (Reliance("digests", 1, 1), ONE_ARTICLE)),
        ((), (), ()),
    ],
)
def test_what_a_page_rests_on(
    kinds: tuple[Kind, ...], origins: tuple[str, ...], expected: tuple[Reliance, ...]
) -> None:
    assert said(kinds, origins) == expected
