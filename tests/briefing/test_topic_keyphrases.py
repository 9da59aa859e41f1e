"""The keyphrases of a topic name things: tiny sources of one topic each, and what its page says they are about."""

from __future__ import annotations

import pytest

from generator.briefing.topic_keyphrases import topic_keyphrases
from generator.model import Analysis, Article, Coverage, Keyphrase, Metadata, NameMention, Paragraph, Sentence


def phrases(*sources: dict[str, float], people: tuple[str, ...] = (),
            publisher: str | None = None) -> tuple[str, ...]:  # fmt: skip
    """The topic's phrases where each source has these keyphrases, every one of them in the topic's own sentence."""
    known, covered = {}, []
    for number, told in enumerate(sources):
        id, text = f"s{number}", ". ".join([*told, *people])
        article = Article(id, f"sources/{id}.txt", "text", Metadata(publisher=publisher), (Paragraph(text),))
        sentence = Sentence(id, 0, 1, 0, len(text), text, "a")
        keyphrases = tuple(Keyphrase(phrase, score, (), 1) for phrase, score in told.items())
        names = tuple(NameMention(0, 0, 1, name, "person") for name in people)
        known[id] = Analysis(article, (sentence,), keyphrases, (), names)
        covered.append(Coverage("t", id, "main", (0,), ()))
    return topic_keyphrases(covered, known)


@pytest.mark.parametrize(
    "nothing",
    ["Mr", "Street", "Lowland Gov", "Lowland Gov.", "Prime Minister", "President", "Foreign Ministry spokesman",
     "year-old mill", "40-year-old mill", "MILLWORKERS", "United States of nothing at all said", "urged mill owners"],
)  # fmt: skip
def test_what_names_no_thing_is_no_keyphrase(nothing: str) -> None:
    assert phrases({nothing: 1.0, "Orla Mill": 0.5}) == ("Orla Mill",)


def test_the_agency_that_reports_is_no_keyphrase() -> None:
    told = {"ORP": 1.0, "Orla River Press": 0.9, "Orla Mill": 0.5}
    assert phrases(told, publisher="Orla River Press") == ("Orla Mill",)


def test_a_common_noun_of_every_source_says_nothing() -> None:
    told = {"mill": 1.0, "grain": 0.9}
    assert phrases(told, told, {"mill": 1.0}) == ("grain",)
    assert phrases(told, told) == ("mill", "grain")  # of two sources, both may be told by it
    assert phrases({"Orla": 1.0}, {"Orla": 1.0}, {"Orla": 1.0}) == ("Orla",)


def test_a_name_stands_before_a_common_noun_of_the_same_score() -> None:
    assert phrases({"grain": 0.9, "Orla Mill": 0.5}) == ("Orla Mill", "grain")
    assert phrases({"grain": 1.0, "Orla Mill": 0.4}) == ("grain", "Orla Mill")


def test_a_surname_is_told_in_full_and_without_its_office() -> None:
    people = ("Piet Holm", "Piet Holm", "Ana Holm", "Ana Ruiz", "Bo Ruiz")
    assert phrases({"Holm": 1.0}, people=people) == ("Piet Holm",)
    assert phrases({"Ruiz": 1.0}, people=people) == ()
    assert phrases({"Fire Chief Piet Holm": 1.0}) == ("Piet Holm",)
    assert phrases({"Mr Holm": 1.0}) == ("Holm",)
    assert phrases({"Holm": 1.0}, people=("Piet Holm of Orla", "Piet Holm of Orla", "Piet Holm")) == ("Piet Holm",)
    assert phrases({"Holm": 1.0}, people=("Piet Holm", "Piet HOLM")) == ("Piet Holm",)


def test_one_thing_is_told_once() -> None:
    assert phrases({"OMT": 1.0, "Orla Mill Trust": 0.9}) == ("OMT",)
    assert phrases({"Orla Mill Trust": 1.0, "OMT": 0.9, "Mill Trust": 0.8}) == ("Orla Mill Trust",)
    assert phrases({"PCs": 1.0, "PC": 0.9}) == ("PC",)
    assert phrases({"mill gates": 1.0}, {"mill gate": 0.2}) == ("mill gate",)


def test_a_headline_in_capitals_gives_way_to_the_text() -> None:
    assert phrases({"MILL GATES": 1.0}, {"Mill gates": 0.5}) == ("Mill gates",)
    assert phrases({"ORLAMP": 1.0, "ORLAMPS-19": 0.9}) == (
        "ORLAMP",
        "ORLAMPS-19",
    )  # short, or with a number: no headline
    assert phrases({"ORLAMPS": 1.0}) == ()


def test_at_most_twelve() -> None:
    assert len(phrases({f"Orla {name}": 1.0 for name in "ABCDEFGHIJKLMNOP"})) == 12
