"""Languages are compared by their codes, not by their first letters."""

from __future__ import annotations

import pytest

from generator.analysis.keyphrases.languages import content_spans
from generator.text.language_tags import language_code, one_language, primary
from generator.text.sentences import spans
from generator.text.words import content_stems, stem, stopwords, word_runs


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("EN-gb", "en"),
        ("pt_BR", "pt"),
        ("de.UTF-8", "de"),
        ("sr@latin", "sr"),
        (" zh-Hant-TW ", "zh"),
        ("eng", "en"),
        ("ger-AT", "de"),
        ("deu", "de"),
        ("gsw", "gsw"),
        ("", None),
        (None, None),
        ("e", None),
        ("English", None),
        ("x-private", None),
        ("i-klingon", None),
        ("e1", None),
        ("ру", None),
    ],
)
def test_the_code_of_a_tag(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code
    assert tag is None or primary(tag) == (code or "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en", "en-GB", True),
        ("en", "eng", True),
        ("EN_us", "en-Latn-GB", True),
        ("ko", "kok", False),  # Korean and Konkani
        ("fr", "fry", False),  # French and Western Frisian
        ("ger", "geo", False),
        ("en", "enm", False),
    ],
)
def test_when_two_are_one(one: str, other: str, same: bool) -> None:
    assert one_language(one, other) is one_language(other, one) is same


def test_words_of_another_language_are_not_taken_for_those_of_one_with_a_code_that_begins_alike() -> None:
    assert stopwords("fr-CA") == stopwords("fr") and stopwords("fry") == frozenset()
    assert stem("maisons", "fr-CA") == stem("maisons", "fr") != stem("maisons", "fry")
    assert stem("organise", "eng") == stem("organize", "en") and stem("organise", "enm") == "organise"
    assert content_stems("la maison", "fry") == ("la", "maison")
    assert [[w.text for w in run] for run in word_runs("l'accord d'Ana", "fr-BE")] == [["accord", "Ana"]]
    assert [[w.text for w in run] for run in word_runs("l'accord", "fry")] == [["l'accord"]]
    assert [[w.text for w in run] for run in word_runs("Ana's port", "en-GB")] == [["Ana"], ["port"]]
    assert [[w.text for w in run] for run in word_runs("Ana's port", "enm")] == [["Ana's", "port"]]


def test_sentences_end_as_their_language_ends_them() -> None:
    assert len(spans("港が開く。船が着く。", "ja-JP")) == len(spans("港が開く。船が着く。", "jpn")) == 2


def test_candidates_are_those_of_the_language() -> None:
    (run,) = word_runs("der neue Hafen", "de")
    assert list(content_spans(run, "ger", 3)) == list(content_spans(run, "de-AT", 3)) == [(2, 3)]
    assert list(content_spans(run, "den", 3)) == [(0, 3)]  # Slave, of Canada's north
