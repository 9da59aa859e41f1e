"""Sites of any size, made by chance of few words: for what must hold however much there is of anything."""

from __future__ import annotations

import random
from collections.abc import Sequence

from generator.config import Config, Topic
from generator.model import (
    Analysis,
    Article,
    BottomLine,
    Coverage,
    Difference,
    Event,
    Fact,
    Facts,
    Keyphrase,
    Metadata,
    Name,
    NameKind,
    Origin,
    Paragraph,
    Position,
    Quote,
    Sentence,
    SiteContent,
    Span,
    TopicContent,
    Topics,
)
from generator.text.ids import quote_id, source_anchor

CONFIG = Config(
    title="Line & Port",
    topics=(
        Topic("rail", "Rail link", "The line to the city.", ("rail",)),
        Topic("port", "Port", "The new berth.", ("berth",)),
    ),
)
_WORDS = (
    "harbour",
    "line",
    "berth",
    "crane",
    "signal",
    "tunnel",
    "ferry",
    "vote",
    "ärger",
    "ölhafen",
    "порт",
    "港",
)
_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "agreement", "other")


class _Chance:
    """What is drawn for one site."""

    def __init__(self, seed: int, length: int) -> None:
        self.rng = random.Random(seed)
        self.length = length

    def text(self, key: object) -> str:
        """Some words, no two texts alike."""
        drawn = self.rng.choices(_WORDS, k=self.rng.randint(1, self.length))
        return f"No. {key} says " + " ".join(drawn) + "."

    def day(self) -> str | None:
        year, month, day = self.rng.choice((2029, 2030, 2031)), self.rng.randint(1, 12), self.rng.randint(1, 28)
        return self.rng.choice((f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}", None))

    def some(self, values: Sequence[Quote], most: int) -> tuple[Quote, ...]:
        return tuple(self.rng.sample(values, min(len(values), self.rng.randint(1, most))))


def _analysis(number: int, sentences: int, chance: _Chance) -> Analysis:
    id, taken = f"source-{number:04}", dict[str, int]()
    texts = [chance.text(f"{number}.{n}") for n in range(sentences)]
    made = tuple(Sentence(id, n, n + 1, 0, len(text), text, source_anchor(text, taken)) for n, text in enumerate(texts))
    day = chance.day()
    meta = Metadata(
        title=chance.text(number),
        publisher=f"{chance.rng.choice(_WORDS)} {chance.rng.randint(1, 9)}",
        published=day,
        added="2031-12-31",
        url=chance.rng.choice((None, f"https://paper.example/{number}?a=1&b=2")),
    )
    article = Article(id, f"sources/{id}.txt", "text", meta, tuple(map(Paragraph, texts)))
    phrases = tuple(Keyphrase(f"{chance.rng.choice(_WORDS)} {chance.rng.randint(1, 40)}", 1.0, (), 1) for _ in range(3))
    return Analysis(article, made, phrases, (0,))


def _quotes(analyses: Sequence[Analysis], chance: _Chance) -> list[Quote]:
    return [
        Quote(quote_id(s.source, s.text), s.source, s.text, s.paragraph, s.index, s.start, s.end, shown=shown)
        for analysis in analyses
        for s in analysis.sentences
        for shown in [chance.rng.random() < 0.8]
    ]


def _drawn(pool: list[Quote], most: int, chance: _Chance) -> tuple[Quote, ...]:
    """Quotes that no other statement has, one with words first; `most` of them where one statement is to have all."""
    number = most if most >= len(pool) else chance.rng.randint(1, most)
    held = tuple(sorted((pool.pop() for _ in range(min(number, len(pool)))), key=lambda quote: not quote.shown))
    return held if held and held[0].shown else ()


def _fact(quotes: tuple[Quote, ...], chance: _Chance) -> Fact:
    origins = tuple(Origin(f"o-{n}", "speaker", f"speaker {n}") for n in range(len(quotes)))
    topics = chance.rng.choice((("rail",), ("rail", "port")))
    first = quotes[0]
    return Fact(first.id, first.text, topics, "event", None, quotes, origins, chance.rng.random(), (), "2031-12-31")


def long_brief(
    sources: int = 20, facts: int = 20, carriers: int = 8, length: int = 12, sentences: int = 6, seed: int = 1
) -> SiteContent:
    """A site of so many sources of so many sentences, and so many statements, each carried by up to so many sources;
    no text is longer than `length` words by much."""
    chance = _Chance(seed, length)
    analyses = tuple(_analysis(number, sentences, chance) for number in range(sources))
    quotes = _quotes(analyses, chance)
    pool = chance.rng.sample(quotes, len(quotes))
    made = [_fact(held, chance) for _ in range(facts) if (held := _drawn(pool, carriers, chance))]
    found = tuple(sorted(made, key=lambda fact: -fact.weight))
    differences = tuple(
        Difference(
            f"d-{n}",
            ("rail",),
            "figure",
            "count",
            "jobs",
            tuple(
                Position(f"{value} jobs", chance.some(quotes, carriers)) for value in range(chance.rng.randint(2, 9))
            ),
        )
        for n in range(facts // 5)
    )
    events = tuple(
        Event(chance.day(), f"on day {n}", None, (fact.id,), fact.quotes, fact.topics)
        for n, fact in enumerate(found)
        if any(quote.shown for quote in fact.quotes)
    )
    names = tuple(
        Name(
            f"n-{n}",
            f"{chance.rng.choice(_WORDS).title()} {n}",
            chance.rng.choice(_KINDS),
            (),
            tuple(dict.fromkeys(q.source for q in chance.some(quotes, 3 * carriers))),
            None,
            ("rail",),
        )
        for n in range(2 * facts)
    )
    coverage = tuple(
        Coverage(topic, a.article.id, "mention", (0,), (0,)) for topic in ("rail", "port") for a in analyses
    )
    every = Facts(found, differences, events, names)
    return SiteContent(
        language="en",
        analyses=analyses,
        topics=Topics(coverage),
        facts=every,
        briefings=tuple(_content(topic, every, coverage) for topic in ("rail", "port")),
        shown=tuple((a.article.id, tuple(Span(s.paragraph, s.start, s.end) for s in a.sentences)) for a in analyses),
    )


def _content(topic: str, every: Facts, coverage: Sequence[Coverage]) -> TopicContent:
    mine = tuple(fact for fact in every.facts if topic in fact.topics)
    return TopicContent(
        topic=topic,
        bottom_line=tuple(BottomLine(fact.text, (fact.id,)) for fact in mine[:3]),
        facts=mine,
        differences=tuple(one for one in every.differences if topic in one.topics),
        timeline=tuple(event for event in every.timeline if topic in event.topics),
        names=(),
        keyphrases=(),
        gaps=(),
        reliance=(),
        coverage=tuple(one for one in coverage if one.topic == topic),
    )
