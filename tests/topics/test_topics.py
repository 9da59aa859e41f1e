"""Sentences go to topics by their terms, and where those leave it open by what stands around them."""

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


def sentences(config: Config, *texts: str) -> dict[str, tuple[int, ...]]:
    article = Article("a", "sources/a.txt", "text", Metadata(title="A visit"), tuple(Paragraph(t) for t in texts))
    return {c.topic: c.sentences for c in assign((analyse(article, config),), config).coverage}


def test_what_goes_on_about_a_thing_just_named_is_on_its_topic_too() -> None:
    roses = ("A guest spoke at length of roses.",) * 8
    named = "Northern Telecom and other coastal companies will build the masts for 5G."
    again = "The council has yet to decide whether to pay the coastal company for its work."
    assert 11 in sentences(CONFIG, *roses, named, *roses[:2], again, *roses)["5g"]
    assert 12 not in sentences(CONFIG, *roses, named, *roses[:3], again, *roses)["5g"], "too far to point back"
    pact = sentences(CONFIG, *roses, named, *roses[:2], "The pact was praised by all.", *roses)
    assert 11 not in pact["5g"], "no sentence before it names a pact"


FERRY = Topic("ferry", "Ferries", "Boats between the islands.", ("ferry", "pier", "crossing", "timetable", "deck"))
SCHOOL = Topic("school", "Schools", "Lessons on the islands.", ("school", "teacher", "pupil", "lesson", "desk"))
ISLANDS = Config(title="T", topics=(FERRY, SCHOOL))
FERRIES = "The ferry left the pier on time."
SCHOOLS = "The school has a new teacher."
OPEN = "All the islands slept."
RAIN = ("Rain fell all day.",) * 9


def test_a_term_by_the_way_does_not_carry_a_sentence_to_its_topic() -> None:
    text = "A teacher counted the cars on the deck of the ferry at the pier."
    assert sentences(ISLANDS, *RAIN, text, *RAIN, SCHOOLS)["school"] == (19,)


def test_a_sentence_without_a_term_goes_with_what_stands_before_it_rather_than_after() -> None:
    assert sentences(ISLANDS, *RAIN, FERRIES, OPEN, SCHOOLS, *RAIN)["ferry"] == (9, 10)
    assert sentences(ISLANDS, *RAIN, SCHOOLS, OPEN, FERRIES, *RAIN)["school"] == (9, 10)


def around(*texts: str) -> list[int]:
    """What the other sentences of a source, and the source as a whole, bring to the ferry around each."""
    article = Article("a", "sources/a.txt", "text", Metadata(), tuple(Paragraph(t) for t in texts))
    (found,) = assign((analyse(article, ISLANDS),), ISLANDS).around
    return [ferry for ferry, _ in found.sentences]


def test_what_stands_around_a_sentence_fades_and_reaches_four_sentences() -> None:
    whole = 360
    assert around(FERRIES, *RAIN[:6]) == [whole + more for more in (0, 600, 360, 216, 130, 0, 0)]
    assert around(*RAIN[:2], FERRIES) == [whole + more for more in (144, 240, 0)]
    crowded = "The ferry left the pier for its first crossing by the new timetable."
    assert around(crowded, OPEN)[1] == whole + 600, "one sentence does not drown the others"


def test_a_sentence_without_any_word_of_a_topic_needs_more_around_it() -> None:
    assert sentences(ISLANDS, *RAIN, FERRIES, "Nobody was late.", SCHOOLS, *RAIN)["ferry"] == (9,)
    assert sentences(ISLANDS, FERRIES, FERRIES, "Nobody was late.", FERRIES)["ferry"] == (0, 1, 2, 3)


def test_a_source_brings_as_much_to_a_topic_as_it_has_sentences_for_it() -> None:
    assert around(*RAIN, SCHOOLS, *RAIN, FERRIES)[0] == 180
    assert around(*RAIN, SCHOOLS, *RAIN, SCHOOLS, SCHOOLS, *RAIN, FERRIES)[0] == 90
