"""Sentences go to topics by their terms, and by nothing else."""

from __future__ import annotations

from generator.analysis import analyse
from generator.config import Config, Topic
from generator.model import Article, Coverage, Metadata, Paragraph
from generator.topics import assign

CONFIG = Config(
    title="T",
    topics=(
        Topic("5g", "5G", "s", ("5G", "telecom")),
        Topic("supply-chains", "Supply chains", "s", ("supply chain", "chain"), ("block chain",)),
        Topic("moon", "Moon", "s", ("moon",)),
    ),
)
LEAD = "The ministers opened a new embassy garden on Monday and praised its roses."
BODY = (
    "The two governments agreed to test 5 G masts together along the northern coast.",
    "The masts for 5G will be built by three small companies from the port city.",
    "A Block Chain register of roses was shown to the guests.",
    "Both sides want resilient supply-chains for radio parts before 2025.",
)


def covered(title: str = "A visit") -> dict[str, Coverage]:
    article = Article("a", "sources/a.txt", "text", Metadata(title=title), tuple(Paragraph(t) for t in (LEAD, *BODY)))
    analysis = analyse(article, CONFIG)
    assert [s.text for s in analysis.sentences] == [LEAD, *BODY]
    return {c.topic: c for c in assign((analysis,), CONFIG).coverage}


def test_spelling_variants_and_excluded_phrases() -> None:
    mine = covered()
    assert mine["5g"].sentences == (1, 2)
    assert mine["supply-chains"].sentences == (4,), "a block chain is no supply chain"
    assert "moon" not in mine, "a topic that no sentence speaks of has no coverage"


def test_a_summary_keeps_to_the_topic_though_the_lead_does_not() -> None:
    assert covered()["5g"].summary == (1, 2)
    assert covered()["supply-chains"].summary == (4,)


def test_main_or_mention() -> None:
    assert covered()["5g"].level == "main"
    assert covered()["supply-chains"].level == "mention"
    assert covered("New supply chains for radio parts")["supply-chains"].level == "main"


def test_what_goes_on_about_a_thing_just_named_is_on_its_topic_too() -> None:
    texts = (
        "Northern Telecom and other coastal companies will build the masts for 5G.",
        "The rest of the day was given to roses.",
        "The council has yet to decide whether to pay the coastal company for its work.",
        "The company said nothing.",
        "The pact was praised by all.",
    )
    article = Article("a", "sources/a.txt", "text", Metadata(title="A visit"), tuple(Paragraph(t) for t in texts))
    (mine,) = assign((analyse(article, CONFIG),), CONFIG).coverage
    assert mine.sentences == (0, 2, 3), "no sentence before it names a pact"
