"""Whole stories of several kinds, told by several papers in words of their own, with an answer key (golden data)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Config, Topic
from generator.facts import group
from generator.model import Around, Coverage, Facts, Topics
from generator.text.subjects import UNIT

from .conftest import analysed

STORIES = Path(__file__).resolve().parents[1] / "golden" / "facts"
FLOORS = {"merger": (0.60, 0.95), "flood": (0.50, 0.95), "ruling": (0.64, 0.75)}  # merge recall, merge precision


@dataclass(frozen=True)
class Judged:
    recall: float
    precision: float
    wrong: tuple[str, ...]


def told(name: str) -> tuple[dict[str, Any], Facts]:
    """The story and its facts, every sentence taken as on topic."""
    story = yaml.safe_load((STORIES / f"{name}.yml").read_text(encoding="utf-8"))
    topics = tuple(Topic(t["id"], t["title"], "-", tuple(t["terms"])) for t in story["topics"])
    config = Config(title="Golden", topics=topics)
    analyses = tuple(analysed(key, text, config) for key, text in story["articles"].items())
    all_of_it = tuple(
        Coverage(topics[0].id, a.article.id, "main", tuple(s.index for s in a.sentences), ()) for a in analyses
    )
    near = tuple(
        Around(a.article.id, tuple((99 * UNIT,) + (0,) * (len(topics) - 1) for _ in a.sentences)) for a in analyses
    )
    return story, group(analyses, Topics(all_of_it, near), config)


def judged(story: dict[str, Any], facts: Facts) -> Judged:
    key: dict[str, list[tuple[str, str]]] = {n: [(s, q) for s, q in rows] for n, rows in story["facts"].items()}
    exported = [[(q.source, q.text) for q in fact.quotes] for fact in facts.facts]

    def holds(fact: list[tuple[str, str]], row: tuple[str, str]) -> bool:
        return any(source == row[0] and row[1] in text for source, text in fact)

    pairs = [pair for rows in key.values() for pair in combinations(rows, 2)]
    found = sum(any(holds(fact, a) and holds(fact, b) for fact in exported) for a, b in pairs)
    right, wrong = 0, []
    for fact in exported:
        for one, other in combinations(fact, 2):
            sides = [{n for n, rows in key.items() for row in rows if holds([quote], row)} for quote in (one, other)]
            if one[0] == other[0] or not all(sides):
                continue
            if sides[0] & sides[1]:
                right += 1
            else:
                wrong.append(f"{one[1]} / {other[1]}")
    return Judged(found / len(pairs), right / (right + len(wrong)), tuple(wrong))


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_what_papers_say_alike_is_one_fact_and_what_they_do_not_is_two(name: str) -> None:
    result = judged(*told(name))
    recall, precision = FLOORS[name]
    assert result.recall >= recall
    assert result.precision >= precision, result.wrong


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_differences_of_the_key_are_shown_side_by_side(name: str) -> None:
    story, facts = told(name)
    for wanted in story["differences"]:
        assert any(
            difference.kind == wanted["kind"]
            and {
                n
                for n, (source, words) in enumerate(wanted["sides"])
                for p in difference.positions
                for q in p.quotes
                if q.source == source and words in q.text
            }
            == {0, 1}
            for difference in facts.differences
        ), wanted


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_every_quote_stands_in_its_source_word_for_word(name: str) -> None:
    story, facts = told(name)
    texts = {key: [" ".join(p.split()) for p in text.strip().split("\n\n")] for key, text in story["articles"].items()}
    quotes = [q for f in facts.facts for q in f.quotes] + [
        q for d in facts.differences for p in d.positions for q in p.quotes
    ]
    assert quotes
    for quote in quotes:
        assert texts[quote.source][quote.paragraph - 1][quote.start : quote.end] == quote.text
        assert len(quote.text.split()) <= 45
