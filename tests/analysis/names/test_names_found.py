"""Which words of an article are names: one case a file entry in tests/golden/names."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.analysis.names.find_names import find_names
from generator.model import Article, Metadata, Paragraph
from generator.text import sentences

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "names"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['case']}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def article(text: str) -> Article:
    """An article with a paragraph for each block of `text`."""
    blocks = (" ".join(block.split()) for block in text.strip().split("\n\n"))
    return Article("a", "sources/a.txt", "text", Metadata(), tuple(Paragraph(block) for block in blocks))


@pytest.mark.parametrize("case", CASES)
def test_names_found(case: dict[str, Any]) -> None:
    made = article(case["text"])
    cut = sentences.split(made)
    mentions = find_names(cut)
    for mention in mentions:
        paragraph = made.paragraphs[cut[mention.sentence].paragraph - 1].text
        assert paragraph[mention.start : mention.end] == mention.text
    found = [f"{mention.text} | {mention.kind}" for mention in mentions]
    assert found == case["names"]


def test_mentions_never_overlap_on_odd_input() -> None:
    made = article(
        "(AI) (AI) ((A) B's C's’ 's ’ — “X” Y/Z A.B.C. D-E-f G & H & & I Ministry of of the and ( IoT ) 13th"
    )
    cut = sentences.split(made)
    mentions = find_names(cut)
    spans = [(m.sentence, m.start, m.end) for m in mentions]
    assert spans == sorted(spans)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(spans))


def test_no_sentences_no_names() -> None:
    assert find_names(()) == ()
