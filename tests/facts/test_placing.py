"""On which topics the parts of a sentence stand."""

from __future__ import annotations

from generator.config import Config, Topic
from generator.facts.placing import Placing
from generator.model import Around, Coverage, Rarity, Sentence, Topics

CONFIG = Config(
    title="T",
    topics=(Topic("well", "Water", "-", ("well", "pump")), Topic("mill", "Wind", "-", ("mill", "sail"))),
)
PARTS = "The village dug a well with a pump, ", "and it will cost a fortune, ", "though the mill lost a sail."


def placed(text: str, *around: int, sources: tuple[str, ...] = ("well", "mill")) -> tuple[str, ...]:
    whole = Sentence("a", 0, 1, 0, 0, "".join(PARTS), "s")
    covered = tuple(Coverage(topic, "a", "main", (0,), (0,)) for topic in sources)
    return Placing(CONFIG, Topics(covered, (Around("a", (around,)),), Rarity())).topics(whole, text)


def test_a_part_stands_where_its_own_words_put_it() -> None:
    assert placed(PARTS[0], 0, 0) == ("well",)
    assert placed(PARTS[2], 0, 0) == ("mill",)
    assert placed("".join(PARTS), 0, 0) == ("well", "mill")
    assert placed(PARTS[2], 0, 0, sources=("well",)) == (), "its source does not touch the mill"


def test_the_rest_of_the_sentence_counts_half() -> None:
    mended = "What was left of the mill they mended."
    assert placed(mended, 250, 0) == ("mill",), "two terms of the well in the rest, and one of the mill here and there"
    assert placed(mended, 750, 0) == ("well", "mill")
    assert placed(mended, 2000, 0) == ("well",)


def test_a_part_without_a_word_of_a_topic_stands_where_its_sentence_does() -> None:
    assert placed(PARTS[1], 500, 0) == ("well",)
    assert placed("nobody knows.", 0, 0) == ("well", "mill")
