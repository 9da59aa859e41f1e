"""What names, dates and attributions cost: CPU milliseconds per 500 words of made-up news, and what joining them costs
per source. Run from the project's root: .venv/bin/python benchmarks/cost_names.py [SOURCES]."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from typing import Any

from generator.analysis.attribution.find_attributions import find_attributions
from generator.analysis.dates.find_dates import find_dates
from generator.analysis.names.find_names import find_names
from generator.config import Config, Topic
from generator.facts.names.join import join_names
from generator.facts.timeline.events import timeline
from generator.model import Analysis, Article, Metadata, Paragraph, Topics
from generator.text import sentences

GIVEN = ["Ana", "Piotr", "Ida", "Jonas", "Maria", "Erik", "Karin", "Samuel"]
FAMILY = ["Ruiz", "Zalewski", "Brun", "Weld", "Kestrel", "Lind", "Holm", "Okoro", "Harte", "Riva", "Conti", "Bruni"]
PLACES = ["Oslo", "Riga", "Lisbon", "Tallinn", "Norway", "Iceland", "Estonia", "Portugal"]
BODIES = ["Ministry of Fisheries", "Harbour Authority", "Baltic Council", "Roads Agency"]
WHEN = [
    "on Monday",
    "last month",
    "on 3 March 2021",
    "earlier this year",
    "on October 7",
    "in 2019",
    "a day after the vote",
]
SHAPES = [
    "{title} {person} said {when} that the quota for cod in the waters off {place} would fall by {n} percent.",
    "The {body} said in a statement that {n} boats had left the harbour of {place} {when} because of the heavy storm.",
    "“We have waited for {n} years and nobody has told us why,” {person}, a spokeswoman at the {body}, told reporters.",
    "According to {person}, the talks between {place} and {other} broke down {when} over the price of fuel and of ice.",
    "Fishing crews protested outside the town hall for two hours while the council discussed the new port.",
    "It added that the agreement would be reviewed by the {body} once the season has ended.",
]


def story(seed: int, words: int = 500) -> str:
    """About `words` words of news, the same for the same seed."""
    pick = random.Random(seed)
    out: list[str] = []
    while sum(len(line.split()) for line in out) < words:
        out.append(
            pick.choice(SHAPES).format(
                title=pick.choice(["Minister", "Mayor", "Dr", "Senator"]),
                person=f"{pick.choice(GIVEN)} {pick.choice(FAMILY)}",
                place=pick.choice(PLACES),
                other=pick.choice(PLACES),
                body=pick.choice(BODIES),
                when=pick.choice(WHEN),
                n=pick.randint(2, 90),
            )
        )
    return "\n".join(" ".join(out[i : i + 3]) for i in range(0, len(out), 3))


def article(seed: int) -> Article:
    """A made-up source."""
    blocks = tuple(Paragraph(block) for block in story(seed).split("\n"))
    return Article(
        f"s{seed:05}", f"sources/{seed}.txt", "text", Metadata(published=f"2021-05-{seed % 28 + 1:02}"), blocks
    )


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """The result of `work` and its CPU seconds."""
    start = time.process_time()
    done = work()
    return done, time.process_time() - start


def main(count: int) -> None:
    """Prints the cost of each stage."""
    cut = [(a, sentences.split(a)) for a in map(article, range(count))]
    find_names(cut[0][1])  # the lists are read once
    names, one = timed(lambda: [find_names(s) for _, s in cut])
    dates, two = timed(lambda: [find_dates(s) for _, s in cut])
    said, three = timed(lambda: [find_attributions(s) for _, s in cut])
    for label, seconds in (("names", one), ("dates", two), ("attributions", three), ("together", one + two + three)):
        print(f"{label}: {seconds / count * 1000:.2f} ms CPU a source of 500 words")
    analyses = [Analysis(a, s, (), (), n, d, t) for (a, s), n, d, t in zip(cut, names, dates, said, strict=True)]
    config = Config("x", (Topic("t", "T", "s", ("cod",)),))
    joined, four = timed(lambda: join_names(analyses, Topics(()), config))
    events, five = timed(lambda: timeline(analyses, (), Topics(())))
    print(f"join_names: {four / count * 1000:.2f} ms CPU a source ({count} sources, {len(joined)} names)")
    print(f"timeline: {five / count * 1000:.2f} ms CPU a source ({count} sources, {len(events)} events)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
