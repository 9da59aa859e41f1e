"""Prints the weights of the bottom line as they are learned: python -m scripts.fit_bottom_line STORIES.

STORIES holds a folder for each story, with sources/, briefing.yml and gold.json, which names for each topic the facts
of its bottom line. A statement is right where one of its quotes is quoted for such a fact. Prints what a ranking scores
on each story when fitted on the rest (average precision), and the weights fitted on all. They are rounded by hand, and
those of what hardly any statement has are set. Deterministic. Needs numpy, which YAKE brings."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from generator import disk
from generator.analysis import analyse
from generator.briefing.bottom_line import able
from generator.briefing.line_worth import features, shared
from generator.briefing.on_topic import told_for, topic_words
from generator.corpus import read_all
from generator.facts import group
from generator.model import Fact
from generator.topics import assign
from scripts.fit_same_statement import fit, held, settings

Rows = tuple[np.ndarray, np.ndarray]


def measured(story: Path) -> tuple[list[str], list[Rows]]:
    """The names of the features and, for each topic of the story, what each statement that may be a line measures,
    beside the mean of the topic, and whether it is right."""
    config = settings((story / "briefing.yml").read_text(encoding="utf-8"))
    gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    files, _ = disk.scan(story / "sources", config.limits)
    articles, _ = read_all(files, config, disk.parse_apart)
    analyses = tuple(analyse(article, config) for article in articles)
    path = {a.article.id: Path(a.article.path).name for a in analyses}
    topics = assign(analyses, config)
    facts = group(analyses, topics, config).facts
    names: list[str] = []
    out = []
    for topic in topic_words(analyses, topics, config):
        mine = [told_for(fact, topic) for fact in facts if topic.id in fact.topics]
        common, core = shared(mine, topic), quotes(gold, topic.id)
        rows = [(features(fact, common, topic), is_told(fact, path, core)) for fact in able(mine)]
        if rows:
            names = list(rows[0][0])
            x = np.array([[float(value) for value in row.values()] for row, _ in rows])
            out.append((x - x.mean(0), np.array([right for _, right in rows], dtype=float)))
    return names, out


def quotes(gold: dict[str, Any], topic: str) -> list[tuple[str, str]]:
    """The quotes, each with its source, for the facts that gold names in the bottom line of a topic."""
    facts = {fact["id"]: fact for one in gold["topics"] for fact in one["facts"]}
    core = [id for one in gold["topics"] if one["id"] == topic for row in one["bottom_line_facts"] for id in row]
    return [(quote["source"], quote["quote"]) for id in core if id in facts for quote in facts[id]["support"]]


def is_told(fact: Fact, path: dict[str, str], core: list[tuple[str, str]]) -> bool:
    """Whether a quote of `fact` is one of `core`."""
    return any(
        path[quote.source].startswith(source) and held(quote.text, text)
        for quote in fact.quotes
        for source, text in core
    )


def average_precision(rows: list[Rows], weights: np.ndarray) -> float:
    """Of the statements of each topic in the order of their worth, the mean over topics that have a right one."""
    values = []
    for x, y in rows:
        right = y[np.argsort(-(x @ weights), kind="stable")]
        if right.sum():
            values.append(float((np.cumsum(right) / np.arange(1, len(right) + 1) * right).sum() / right.sum()))
    return sum(values) / len(values)


def main(stories: Path) -> None:
    """Reads the stories and prints."""
    names: list[str] = []
    told: dict[str, list[Rows]] = {}
    for gold in sorted(stories.glob("*/gold.json")):
        names, told[gold.parent.name] = measured(gold.parent)

    def learn(chosen: list[str]) -> np.ndarray:
        rows = [row for name in chosen for row in told[name]]
        return fit(np.vstack([x for x, _ in rows]), np.concatenate([y for _, y in rows]))[0]

    left_out = {name: average_precision(told[name], learn([n for n in told if n != name])) for name in told}
    for name, value in left_out.items():
        print(f"{name:14} left out: average precision {value:.3f}")
    print(f"{'mean':14} {sum(left_out.values()) / len(left_out):.3f}")
    print(json.dumps({name: round(float(w), 2) for name, w in zip(names, learn(list(told)), strict=True)}, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
