"""Texts and the topics that compete for them: what a term is worth, and on which topics a text stands."""

from __future__ import annotations

from generator.config import Topic
from generator.model import Rarity
from generator.text.subjects import UNIT, Relevance, Weigher, rarity, standing, subjects

QUARRY = Topic("quarry", "The quarry", "How the quarry is worked.", ("quarry", "stone", "blasting"), ("stone fruit",))
ORCHARD = Topic("orchard", "Plum harvest", "What the orchards bear.", ("plum", "stone wall"))
KNOWN = subjects((QUARRY, ORCHARD))


def weigher(*texts: str) -> Weigher:
    return Weigher(KNOWN, rarity([(text, "en") for text in texts], KNOWN))


def test_a_rare_term_is_worth_more_than_a_common_one_and_one_that_all_have_a_little() -> None:
    texts = [(f"The quarry, day {number}.", "en") for number in range(120)]
    worth = dict(rarity([*texts, ("Blasting began at the quarry.", "en"), texts[0]], KNOWN).terms)
    assert worth["blasting"] == UNIT
    assert worth["quarry"] == UNIT // 10, "the text that stands twice counts once"
    few = dict(rarity(texts[:10], KNOWN).terms)
    assert few["quarry"] == UNIT // 2, "ten sentences do not tell how rare a word is"


def test_a_word_of_a_topic_is_worth_less_than_a_term_and_half_where_two_topics_have_it() -> None:
    own, other = weigher("It is worked by hand.").weigh("It is worked by hand.")
    assert (own, other) == (Relevance(300, False), Relevance(0, False))
    shared = subjects((QUARRY, Topic("mine", "A mine", "How it is worked.", ("shaft",))))
    text = "It is worked by hand."
    assert [r.worth for r in Weigher(shared, rarity([(text, "en")], shared)).weigh(text)] == [150, 150]


def test_of_two_terms_that_overlap_the_longer_is_meant_and_an_excluded_phrase_is_none() -> None:
    wall, fruit = "They mended the stone wall.", "He sells stone fruit."
    quarry, orchard = weigher(wall).weigh(wall)
    assert (quarry.named, orchard.named) == (False, True)
    assert not weigher(fruit).weigh(fruit)[0].named


def test_a_term_that_is_a_topics_title_is_told_from_others() -> None:
    text = "Plum harvest and quarry."
    known = subjects((Topic("plum", "Plum harvest", "-", ("plum harvest",)), QUARRY))
    assert [r.titled for r in Weigher(known, Rarity()).weigh(text)] == [True, False]


def test_the_topic_for_which_most_speaks_takes_the_text_and_others_only_where_hardly_less_does() -> None:
    def own(*worths: int) -> tuple[Relevance, ...]:
        return tuple(Relevance(worth, True) for worth in worths)

    assert standing(own(900, 650), (0, 0)) == (0,)
    assert standing(own(900, 750), (0, 0)) == (0, 1)
    assert standing(own(900, 650), (0, 500)) == (1,), "what is around it decides"
    assert standing((Relevance(900, True), Relevance(100, True, titled=True)), (0, 0)) == (0, 1)
    assert standing((Relevance(300, True), Relevance(200, False)), (0, 50)) == (0,), "only what it names is further"
    opening = Relevance(100, True, opens=True)
    assert standing((Relevance(1050, True), opening), (0, 0)) == (0, 1)
    assert standing((Relevance(1150, True), opening), (0, 0)) == (0,)


def test_what_a_text_opens_with_is_named_in_its_first_words() -> None:
    texts = "The people of the old quarry left.", "The people of the village left the quarry."
    assert [weigher(text).weigh(text)[0].opens for text in texts] == [True, False]


def test_a_text_that_names_no_topic_needs_much_around_it() -> None:
    unnamed = (Relevance(0, False), Relevance(100, False))
    assert standing(unnamed, (700, 610)) == ()
    assert standing(unnamed, (700, 630)) == (1,)
    silent = (Relevance(0, False), Relevance(0, False))
    assert standing(silent, (0, 1090)) == ()
    assert standing(silent, (0, 1110)) == (1,)
    assert standing((), ()) == ()
