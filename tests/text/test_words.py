"""Words, stems and spelling variants."""

from __future__ import annotations

import pytest

from generator.text.words import content_stems, count_words, normal, stem, stopwords, tokens, word_runs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5G, COVID-19 and R&D", ["5G", "COVID-19", "and", "R&D"]),
        ("the U.S. isn’t 1,200.5 km", ["the", "U.S.", "isn’t", "1,200.5", "km"]),
        ("the 13th state-of-the-art", ["the", "13th", "state-of-the-art"]),
        ("日本の5G技術", ["日本", "の", "5G", "技術"]),
        ("हिन्दी भाषा।", ["हिन्दी", "भाषा"]),
        ("naïve Übung", ["naïve", "Übung"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [t.text for t in tokens(text)] == words
    assert all(text[t.start : t.end] == t.text for t in tokens(text))
    assert count_words(text) == len(words)


@pytest.mark.parametrize(
    ("one", "other"),
    [("5 G", "5G"), ("cyber security", "cyber-security"), ("cyber-security", "cybersecurity"), ("India’s", "India")],
)
def test_spelling_variants_are_equal(one: str, other: str) -> None:
    assert normal(one) == normal(other)
    assert content_stems(one) == content_stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chains", "chain"),
        ("finalised", "finalized"),
        ("ICTs", "ICT"),
        ("U.S.", "US"),
        ("cyber-attacks", "cyberattack"),
    ],
)
def test_stems_join_inflections(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_what_is_unlike_stays_apart() -> None:
    assert stem("5G") != stem("4G")
    assert content_stems("block chain") != content_stems("supply chain")
    assert content_stems("the of and") == ()


def test_stopwords_follow_the_language() -> None:
    assert "the" in stopwords("en")
    assert "der" in stopwords("de-AT")
    assert "और" in stopwords("hi")
    assert stopwords("xx") == frozenset()


def test_runs_end_at_punctuation_and_possessives() -> None:
    runs = [[w.text for w in run] for run in word_runs("India's foreign minister, in Delhi: 5 G")]
    assert runs == [["India"], ["foreign", "minister"], ["in", "Delhi"], ["5 G"]]
