"""Keyphrases: golden cases, YAKE's part in the ranking, determinism."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Any

import pytest

from generator.analysis.keyphrases.ranking import find_keyphrases, focus
from generator.analysis.names.find_names import find_names
from generator.model import Article, Keyphrase, Metadata, Paragraph
from generator.text.sentences import split
from tests.golden_cases import cases


def found(text: str, title: str | None = None, language: str = "en") -> tuple[Keyphrase, ...]:
    paragraphs = tuple(Paragraph(line) for line in text.strip().split("\n"))
    article = Article("a", "sources/a.txt", "text", Metadata(title=title, language=language), paragraphs)
    sentences = split(article, language)
    return find_keyphrases(article, sentences, language, find_names(sentences))


@pytest.mark.parametrize("case", cases("keyphrases"))
def test_golden(case: dict[str, Any]) -> None:
    got = found(case["text"], case.get("title"), case.get("language", "en"))
    phrases = [k.phrase for k in got]
    assert set(case.get("first", [])) <= set(phrases[:5]), phrases
    assert set(case.get("has", [])) <= set(phrases), phrases
    assert not set(case.get("without", [])) & set(phrases), phrases
    for word in case.get("never", []):
        assert not [p for p in phrases if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", p)], (word, phrases)
    for phrase, forms in case.get("forms", {}).items():
        assert [list(k.forms) for k in got if k.phrase == phrase] == [forms], got


LONG = (
    "The tram line crosses the old market. Engineers inspected the tram line and the river bridge on both banks.\n"
    "A loose bolt was found near the river bridge. The tram line closed while a drainage survey went on.\n"
    "The drainage survey covers the old market, the river bridge and the Elm Street depot of the TKB.\n"
) * 3


def test_the_shape_of_the_result() -> None:
    got = found(LONG)
    assert 5 < len(got) <= 20
    scores = [k.score for k in got]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert all(1 <= len(k.phrase.split()) <= 4 for k in got)
    assert {k.phrase: k.count for k in got}["tram line"] == 9


def test_text_without_words_has_no_keyphrases() -> None:
    assert found("...") == ()
    assert focus(()) == {}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_any_hash_seed_gives_the_same(seed: str) -> None:
    module = "tests.analysis.keyphrases.test_keyphrases"
    code = f"from {module} import *; print([(k.phrase, k.score, k.forms) for k in found(LONG)])"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == str([(k.phrase, k.score, k.forms) for k in found(LONG)])
