"""Makes generator/data/same_statement.json: fit_same_statement.py STORIES [--write].

STORIES holds a folder for each story, with sources/, briefing.yml and gold.json: the facts of each topic, with the
quotes that support them. A pair of clauses of two sources is right where one gold fact has quotes in both, and wrong
where their gold facts are others. Prints what the model scores on each story when fitted on the rest (average
precision, and the share of right pairs at a precision of .76), then writes the weights of all. Deterministic. Needs
numpy, which YAKE brings."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from generator import disk
from generator.analysis import analyse
from generator.config import Config, parse
from generator.corpus import read_all
from generator.facts.grouping.clustering import candidates
from generator.facts.grouping.same_statement import features
from generator.facts.grouping.similarity import Similarity
from generator.facts.grouping.terms import Clause, extract_clauses
from generator.topics import assign

ROOT = Path(__file__).resolve().parent.parent
WORD = re.compile(r"\w+")
RIDGE = 0.0003  # of the number of pairs
ROUNDS = 12
PRECISION = 0.76

# The features of each pair, and whether it is right; None where gold does not know one of the clauses.
Rows = tuple[np.ndarray, np.ndarray]


def settings(text: str) -> Config:
    """A story's briefing.yml, whose topics may be a mapping."""
    data = yaml.safe_load(text)
    topics = data["topics"]
    if isinstance(topics, dict):
        topics = [
            {"id": id, "title": t["title"], "scope": t["about"], "terms": [str(term) for term in t["terms"]]}
            for id, t in topics.items()
        ]
    return parse(yaml.safe_dump({"title": data["title"], "topics": topics}, allow_unicode=True), "briefing.yml")


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.lower()))


def held(clause: str, quote: str) -> bool:
    """Whether one is most of the other's words, and no small part of it."""
    one, other = words(clause), words(quote)
    least, most = sorted((one.total(), other.total()))
    common = (one & other).total()
    return least >= 3 and common >= 0.8 * least and common >= 0.3 * most


def measured(story: Path) -> tuple[list[str], Rows]:
    """The names of the features, and what each labelled pair of clauses of the story measures."""
    config = settings((story / "briefing.yml").read_text(encoding="utf-8"))
    gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    files, _ = disk.scan(story / "sources", config.limits)
    articles, _ = read_all(files, config, disk.parse_apart)
    analyses = sorted((analyse(article, config) for article in articles), key=lambda a: a.article.path)
    clauses = extract_clauses(analyses, config.language)
    similarity = Similarity(clauses, config)
    rows = features(clauses, similarity, candidates(similarity.vectors), assign(tuple(analyses), config))
    facts = [labels(clause, Path(analyses[clause.doc].article.path).name, gold) for clause in clauses]
    known = [(pair, row) for pair, row in rows.items() if facts[pair[0]] and facts[pair[1]]]
    right = np.array([bool(facts[i] & facts[j]) for (i, j), _ in known], dtype=float)
    return list(known[0][1]), (np.array([list(row.values()) for _, row in known]), right)


def labels(clause: Clause, file: str, gold: dict[str, Any]) -> set[str]:
    """The gold facts that `clause`, of the source in `file`, is quoted for."""
    return {
        fact["id"]
        for topic in gold["topics"]
        for fact in topic["facts"]
        for quote in fact["support"]
        if file.startswith(quote["source"]) and held(clause.text, quote["quote"])
    }


def fit(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias of a logistic regression with a ridge on what is measured in standard deviations."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    ridge = np.eye(z.shape[1]) * RIDGE * len(y)
    ridge[0, 0] = 0
    w = np.zeros(z.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ w)
    return w[1:] / spread, float(w[0] - (w[1:] * mean / spread).sum())


def scored(rows: Rows, weights: np.ndarray, bias: float) -> tuple[float, float]:
    """Average precision, and the recall at the precision asked."""
    x, y = rows
    order = np.argsort(-(x @ weights + bias), kind="stable")
    hits = np.cumsum(y[order])
    precision = hits / np.arange(1, len(y) + 1)
    enough = np.flatnonzero(precision >= PRECISION)
    return float((precision * y[order]).sum() / y.sum()), float(hits[enough[-1]] / y.sum()) if len(enough) else 0.0


def main(stories: Path, write: bool) -> None:
    names: list[str] = []
    rows: dict[str, Rows] = {}
    for gold in sorted(stories.glob("*/gold.json")):
        names, rows[gold.parent.name] = measured(gold.parent)

    def learn(told: list[str]) -> tuple[np.ndarray, float]:
        return fit(np.vstack([rows[n][0] for n in told]), np.concatenate([rows[n][1] for n in told]))

    for name in rows:
        precision, recall = scored(rows[name], *learn([n for n in rows if n != name]))
        print(f"{name:14} left out: average precision {precision:.3f}, recall at {PRECISION}: {recall:.3f}")
    weights, bias = learn(list(rows))
    made = {
        "about": "log-odds, by feature, that two clauses say the same; made by scripts/fit_same_statement.py",
        "bias": round(bias, 3),
        "weights": {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)},
    }
    text = json.dumps(made, indent=1) + "\n"
    print(text)
    if write:
        (ROOT / "generator" / "data" / "same_statement.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--write" in sys.argv)
