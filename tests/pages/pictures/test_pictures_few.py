"""Where there is nothing to show, or one thing alone, there is no picture; all pages and files are made without it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from generator.config import Config
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
    Topics,
)
from generator.pages import render
from generator.pages.context import Context
from generator.pages.exports.publish import publish
from generator.pages.pictures import gallery
from generator.pages.pictures.bars import bars
from generator.pages.pictures.intervals import bins
from generator.pages.pictures.over_time import strips
from tests import pages_sample as sample
from tests.pictures_drawn import drawn

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
