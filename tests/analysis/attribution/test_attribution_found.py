"""Who is said to say what: tests/golden/attribution, each case a paragraph with "speaker (medium): what is said"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.analysis.attribution.find_attributions import find_attributions
from generator.model import Article, Attribution, Metadata, Paragraph
from generator.text import sentences

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "attribution"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['text'][:60]}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def said_in(text: str) -> tuple[Attribution, ...]:
    article = Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(text),))
    return find_attributions(sentences.split(article))


@pytest.mark.parametrize("case", CASES)
def test_attributions_found(case: dict[str, Any]) -> None:
    text = " ".join(case["text"].split())
    found = [
        f"{a.speaker}{f' ({a.medium})' if a.medium else ''}{', in doing' if a.act else ''}: {text[a.start : a.end]}"
        for a in said_in(text)
    ]
    assert found == (case.get("said") or [])


@pytest.mark.parametrize(
    "piece", ["said ", ", said the man ", "“said ”", "according to ", "a b, the c, ", "he told him, "]
)
def test_long_runs_take_linear_time(piece: str) -> None:
    text = (piece * 2000)[:5000]
    assert all(0 <= a.start < a.end <= len(text) for a in said_in(text))
