"""The index of keyphrases: which phrases it holds, and how it spells them."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Keyphrase
from generator.pages import render
from tests.pages_sample import ANALYSES, CONFIG, brief, tree


def _listed(*phrases: list[str]) -> list[str]:
    spelt = zip(ANALYSES.values(), phrases, strict=False)
    analyses = tuple(replace(a, keyphrases=tuple(Keyphrase(p, 1.0, (), 1) for p in said)) for a, said in spelt)
    made = render(replace(brief(), analyses=(*analyses, *tuple(ANALYSES.values())[len(phrases) :])), CONFIG)
    return [found.text for found in tree(made, "keyphrases.md").xpath("//li/strong") if found.text]


def test_what_only_headlines_hold_is_no_phrase_but_an_abbreviation_and_a_name_are() -> None:
    assert set(_listed(["TANKER LEAKS", "LOOMING", "NLU", "PA", "5G", "berth fee"])) >= {"5G", "berth fee", "NLU", "PA"}
    assert not set(_listed(["TANKER LEAKS", "LOOMING"])) & {"TANKER LEAKS", "LOOMING"}


def test_a_phrase_is_spelt_in_capitals_only_where_all_sources_do() -> None:
    assert "ferry strike" in _listed(["FERRY STRIKE"], ["ferry strike"])
