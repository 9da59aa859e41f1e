"""Where there is nothing to show, or one thing alone, there is no picture; all pages and files are made without it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from generator.config import Config, Topic
from generator.model import (
    Analysis,
    Article,
    Facts,
    Keyphrase,
    Metadata,
    Name,
    NameMention,
    Paragraph,
    Sentence,
    SiteContent,
    SourceFile,
    Topics,
)
from generator.pages import render
from generator.pages.context import Context
from generator.pages.exports.publish import publish
from generator.pages.pictures import gallery
from generator.pages.pictures.bars import bars
from generator.pages.pictures.intervals import bins
from generator.pages.pictures.over_time import strips, timeline
from generator.pages.pictures.together import MOST, together
from generator.pipeline import run
from tests import pages_sample as sample
from tests.pictures_drawn import drawn, texts

ONE = sample.ANALYSES["gazette"]


def meeting(*pairs: tuple[str, str]) -> Context:
    """A source in which each sentence names two people."""
    mentions = [NameMention(i, 0, 1, name, "person") for i, pair in enumerate(pairs) for name in pair]
    people = sorted({name for pair in pairs for name in pair})
    names = tuple(Name(name, name, "person", (), ("gazette",)) for name in people)
    brief = SiteContent("en", (replace(ONE, names=tuple(mentions)),), Topics(()), Facts((), names=names), ())
    return Context(brief, Config("T", ()))


def hubs(number: int) -> list[tuple[str, str]]:
    """As many people as asked for, each of whom meets two whom nobody else meets."""
    return [(f"hub {i:02}", f"guest {i:02} {j}") for i in range(number) for j in (1, 2)]


@pytest.mark.parametrize("pairs", [[], [("Ada", "Bo")]], ids=["nobody", "one pair"])
def test_too_few_names_that_meet_are_no_picture(pairs: list[tuple[str, str]]) -> None:
    assert together(meeting(*pairs)) is None
    assert "names-together" not in gallery(meeting(*pairs))


def test_three_names_of_whom_two_pairs_meet_are_one() -> None:
    made = gallery(meeting(("Ada", "Bo"), ("Bo", "Cy")))["names-together"]
    assert made.text.endswith("most often Bo and Ada.")
    assert texts(drawn(made.chart)).count("1") == 4  # two cells, the number of a row, and that of a column


@pytest.mark.parametrize("number", [MOST, MOST + 1])
def test_those_that_meet_most_may_meet_none_of_their_like(number: int) -> None:
    assert together(meeting(*hubs(number))) is None
    assert "names-together" not in gallery(meeting(*hubs(number)))
    with_one = together(meeting(*hubs(number), ("hub 00", "hub 01")))
    assert with_one and with_one.shared == {(0, 1): 1}


def test_a_corpus_whose_people_meet_in_pairs_alone_is_built() -> None:
    """Twelve files of two sentences, each of which names two people; twelve of them stand in two sentences."""
    first = ["Ana", "Bea", "Cleo", "Dora", "Elsa", "Fina", "Gina", "Hana", "Ines", "Jana", "Kira", "Lena"]
    last = [
        "Alder",
        "Birch",
        "Cedar",
        "Dogwood",
        "Elder",
        "Ferngrove",
        "Gorseman",
        "Hazelton",
        "Ivyson",
        "Juniper",
        "Kelper",
        "Larchman",
    ]
    other = ["Milo", "Nils", "Otto", "Paul", "Rolf", "Sven", "Theo", "Udo", "Vito", "Wim", "Xaver", "Yann"]
    text = "A meeting at the harbour\n\n{0} met {1} at the harbour on Monday. Later {0} met {2} at the harbour too.\n"
    files = [
        SourceFile(
            f"sources/{i:02}.txt",
            text.format(f"{a} {last[i]}", f"{other[i]} {last[i - 5]}", f"{other[i - 1]} {last[i - 7]}").encode(),
        )
        for i, a in enumerate(first)
    ]
    site = run(files, Config("T", (Topic("port", "Port", "The port.", ("harbour",)),)))
    assert len(site.brief.analyses) == 12
    assert len([m for a in site.brief.analyses for m in a.names]) >= 40


def test_a_timeline_has_two_days_at_least() -> None:
    assert timeline([]) is None
    assert timeline([sample.THURSDAY]) is None
    assert timeline([sample.THURSDAY, sample.UNKNOWN]) is None
    two = timeline([sample.THURSDAY, sample.THURSDAY])
    assert two and two.stack == 2 and drawn(two) is not None


def test_coverage_over_time_has_two_days_at_least() -> None:
    days = {"a": "2021-03-04", "b": "2021-03-05", "c": None}
    assert strips([], {}) is None
    assert strips([("Rail", [])], days) is None
    assert strips([("Rail", ["a", "c"]), ("Port", ["a"])], days) is None
    made = strips([("Rail", ["a", "b", "c"])], days)
    assert made and made.without == 1 and drawn(made) is not None
    assert bins([]).rows == () and bins([[]]).rows == ((),)


def test_bars_compare_two_publishers_at_least() -> None:
    assert bars([]) is None
    assert bars([("Rail", Counter())]) is None
    assert bars([("Rail", Counter(a=9)), ("Port", Counter(a=1)), ("Quiet", Counter())]) is None
    two = bars([("Rail", Counter(a=1)), ("Port", Counter(b=1)), ("Quiet", Counter())])
    assert two and [group.title for group in two.groups] == ["Rail", "Port"] and drawn(two) is not None


def brief(*phrases: str, names: tuple[Name, ...] = (), **meta: Any) -> SiteContent:
    """One source of one sentence, which no statement is made of."""
    article = Article("a", "sources/a.txt", "text", Metadata(title="A", **meta), (Paragraph("A sentence."),))
    analysis = Analysis(
        article,
        (Sentence("a", 0, 1, 0, 11, "A sentence.", "s-1"),),
        tuple(Keyphrase(p, 1.0, (), 1) for p in phrases),
        (),
    )
    return SiteContent("en", (analysis,), Topics(()), Facts((), names=names), ())


def test_one_source_without_anything_has_every_page_and_file() -> None:
    config = Config("T", ())
    site = render(brief(), config)
    assert [p.path for p in site.pages if p.path in ("names.md", "timeline.md", "keyphrases.md", "tags.md")]
    assert "###" not in sample.page(site, "keyphrases.md").text
    assert not gallery(Context(site.brief, config))
    files = {asset.path for asset in publish(site, config)}
    assert not [path for path in files if path.startswith("pictures/")]
    assert {"sources.bib", "sources.csl.json", "llms.txt", "briefing.json"} <= files
    assert not [path for path in files if path.startswith("feed")], "a feed must say when it changed last"


def test_each_index_has_its_single_entry() -> None:
    context = brief(
        "harbour dues",
        names=(Name("n-port", "Port Authority", "organisation", (), ("a",)),),
        publisher="Gazette",
        published="2021",
    )
    config = replace(sample.CONFIG, topics=())
    site = render(context, config)
    assert "Port Authority" in sample.page(site, "names.md").text
    assert "harbour dues" in sample.page(site, "keyphrases.md").text
    tags = sample.page(site, "tags.md").text
    assert "Gazette" in tags and "2021" in tags and "Year not given" not in tags


def test_pairs_are_counted_once_a_sentence() -> None:
    people = [f"P{i}" for i in range(4)]
    made = together(meeting(*pairwise(people)))
    assert made and sorted(made.shared.values()) == [1, 1, 1]
