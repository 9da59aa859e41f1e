"""A small brief made by hand, with one of everything: a copy, a digest, a difference, a hidden quote, a slip."""

from __future__ import annotations

import markdown
from lxml import html

from generator.config import Config, Topic
from generator.model import (
    Alias,
    Analysis,
    Anchor,
    Article,
    BottomLine,
    Coverage,
    Difference,
    Dropped,
    Event,
    Fact,
    Facts,
    Gap,
    Keyphrase,
    Metadata,
    Name,
    Origin,
    Page,
    Paragraph,
    Position,
    Quote,
    Reliance,
    Sentence,
    Site,
    SiteContent,
    Skipped,
    Span,
    TopicContent,
    Topics,
)
from generator.text.ids import quote_id, source_anchor

CONFIG = Config(
    title="Harbour & Rail",
    description="What the papers say about the harbour line.",
    topics=(
        Topic("rail", "Rail link", "The line from the harbour to the city.", ("rail link",)),
        Topic("port", "Port <5>", "The port’s new berth.", ("berth",)),
        Topic("quiet", "Quiet topic", "Nobody writes about it.", ("silence",)),
    ),
)

TEXTS = {
    "gazette": (
        Metadata(
            title="Rail link agreed, says minister",
            publisher="The Gazette",
            author="A. Writer",
            published="2021-03-04",
            url="https://gazette.example/rail?a=1&b=2",
            added="2021-03-05",
        ),
        [
            "The minister said the rail link will cost 40 million crowns.",
            "The two cities agreed on the rail link in March. Nobody named a date for the first train.",
        ],
    ),
    "courier": (
        Metadata(
            title="Harbour line: text finalised",
            publisher="Courier",
            published="2021-03",
            note="Kept {{ 7 }}",
            added="2021-03-06",
        ),
        [
            "The rail link will cost 45 million crowns, according to the port.",
            "The text on the rail link was finalised on Thursday. A new berth *costs* more & <b>takes</b> longer.",
        ],
    ),
    "notes": (
        Metadata(kind="digest", title="A line to the sea", publisher="Evening Post", added="2021-03-07"),
        ["The report says the cities agreed on the rail link.", "It adds that the berth comes first."],
    ),
}


def _analysis(id: str) -> Analysis:
    meta, paragraphs = TEXTS[id]
    taken: dict[str, int] = {}
    sentences: list[Sentence] = []
    for number, text in enumerate(paragraphs, 1):
        start = 0
        for part in text.replace(". ", ".\n").split("\n"):
            sentences.append(
                Sentence(id, len(sentences), number, start, start + len(part), part, source_anchor(part, taken))
            )
            start += len(part) + 1
    article = Article(
        id,
        f"sources/{id}.txt",
        "text",
        meta,
        tuple(Paragraph(p) for p in paragraphs),
        dropped=(Dropped(1, "Log in to SECRETWORD", "navigation"), Dropped(9, "Follow us", "navigation")),
    )
    return Analysis(article, tuple(sentences), (Keyphrase("rail link", 1.0, (), 3), Keyphrase("5G", 0.8, (), 1)), (0,))


ANALYSES = {id: _analysis(id) for id in TEXTS}


def quote(source: str, index: int, shown: bool = True, by: str | None = None, origin: str = "") -> Quote:
    found = ANALYSES[source].sentences[index]
    return Quote(
        quote_id(source, found.text),
        source,
        found.text,
        found.paragraph,
        index,
        found.start,
        found.end,
        by,
        origin,
        shown,
    )


def fact(
    *quotes: Quote,
    topics: tuple[str, ...] = ("rail",),
    status: str | None = None,
    origins: tuple[str, ...] = (),
    differences: tuple[str, ...] = (),
) -> Fact:
    independent = tuple(Origin(name, "speaker", name) for name in origins)
    return Fact(
        quotes[0].id, quotes[0].text, topics, "event", status, quotes, independent, 1.0, differences, "2021-03-05"
    )


COST = fact(
    quote("gazette", 0, by="the minister"), quote("courier", 0), origins=("ministry", "port"), differences=("d-cost",)
)
AGREED = fact(
    quote("gazette", 1), quote("notes", 0), quote("courier", 1, shown=False), status="agreed", origins=("background",)
)
BERTH = fact(quote("courier", 2), topics=("port", "rail"), origins=("background",))
DIGEST = fact(quote("notes", 1), topics=("port",), origins=("background",))

COST_DIFFERENCE = Difference(
    "d-cost",
    ("rail",),
    "figure",
    "count",
    "",
    (Position("40 million", (quote("gazette", 0),)), Position("45 million", (quote("courier", 0),))),
)
THURSDAY = Event(
    "2021-03-04", "on Thursday", Anchor("published", "2021-03-05"), (AGREED.id,), (quote("gazette", 1),), ("rail",)
)
UNKNOWN = Event(None, "in due course", None, (BERTH.id,), (quote("courier", 2),), ("port",), planned=True)
MINISTER = Name(
    "n-minister",
    "Ada {Lovelace}",
    "person",
    (Alias("Lovelace", ("gazette",)), Alias("Ada Loveless", ("courier",), misspelling=True)),
    ("gazette", "courier"),
    None,
    ("rail",),
)
PORT = Name(
    "n-port", "Port Authority", "organisation", (Alias("PA", ("courier",)),), ("courier",), "PA", ("rail", "port")
)


def briefing(topic: str, facts: tuple[Fact, ...], coverage: tuple[Coverage, ...]) -> TopicContent:
    full = topic == "rail"
    return TopicContent(
        topic=topic,
        bottom_line=tuple(BottomLine(f.text, (f.id,)) for f in facts[:3]),
        facts=facts,
        differences=(COST_DIFFERENCE,) if full else (),
        timeline=(THURSDAY,) if full else (UNKNOWN,) if topic == "port" else (),
        names=tuple(n for n in (MINISTER, PORT) if topic in n.topics),
        keyphrases=("rail link", "berth") if coverage else (),
        gaps=(Gap("alone"),),
        reliance=(Reliance("digests", 1, 3),) if full else (),
        coverage=coverage,
        summaries=tuple((c.source, tuple(quote(c.source, i) for i in c.summary)) for c in coverage),
        held_back=2 if full else 0,
    )


def brief() -> SiteContent:
    rail = tuple(Coverage("rail", s, "main" if s == "gazette" else "mention", (0, 1), (0,)) for s in TEXTS)
    port = (Coverage("port", "courier", "mention", (2,), (2,)), Coverage("port", "notes", "mention", (1,), (1,)))
    spans = {
        "gazette": (Span(1, 0, 60), Span(2, 0, 49)),
        "courier": (Span(1, 0, 65), Span(2, 53, 103)),
        "notes": (Span(1, 0, 51), Span(2, 0, 35)),
    }
    return SiteContent(
        language="en",
        analyses=tuple(ANALYSES.values()),
        topics=Topics((*rail, *port)),
        facts=Facts((COST, AGREED, BERTH, DIGEST), (COST_DIFFERENCE,), (THURSDAY, UNKNOWN), (MINISTER, PORT)),
        briefings=(
            briefing("rail", (COST, AGREED, BERTH), rail),
            briefing("port", (BERTH, DIGEST), port),
            briefing("quiet", (), ()),
        ),
        skipped=(Skipped("sources/{{bad}}.txt", "it is empty"),),
        summaries=tuple((id, (quote(id, 0),)) for id in TEXTS),
        shown=tuple(spans.items()),
    )


EXTENSIONS = ["attr_list", "tables", "toc", "pymdownx.details", "pymdownx.superfences"]


def page(site: Site, path: str) -> Page:
    return next(p for p in site.pages if p.path == path)


def tree(site: Site, path: str) -> html.HtmlElement:
    body = page(site, path).text.split("\n---\n", 1)[1]
    return html.fromstring(f"<div>{markdown.markdown(body, extensions=EXTENSIONS)}</div>")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
