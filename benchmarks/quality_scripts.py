"""Keyphrases in languages of other scripts against phrases that readers named: `python -m benchmarks.quality_scripts`.

The texts, twenty a language, and their phrases are our own (`benchmarks/texts/`). F1@5 and F1@10 of macro precision and
macro recall; a phrase counts where the stems of its words are those of a named one. Without the extra
`briefing[scripts]` the same texts are measured as they are then read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from generator.analysis.keyphrases.ranking import find_keyphrases
from generator.model import Article, Metadata, Paragraph
from generator.text import segmenter
from generator.text.sentences import split
from generator.text.words import stem

TEXTS = Path(__file__).parent / "texts"
FLOORS = {"zh": 0.48, "ja": 0.58, "th": 0.49, "ar": 0.52, "hi": 0.54}  # F1@10, with the segmenter
LANGUAGES = tuple(FLOORS)


def keyphrases(text: str, language: str) -> list[str]:
    """What `text` is said to be about, best first."""
    article = Article("a", "a.txt", "text", Metadata(language=language), (Paragraph(text, "body", 1),))
    return [found.phrase for found in find_keyphrases(article, split(article, language), language)]


def measure(language: str, most: int) -> float:
    """F1 of the first `most` keyphrases of each text of `language`."""
    rows = yaml.safe_load((TEXTS / f"{language}.yml").read_text(encoding="utf-8"))
    precision = recall = 0.0
    for row in rows:
        found = _keys(keyphrases(row["text"], language)[:most], language)
        wanted = _keys(row["gold"], language)
        hits = len(found & wanted)
        precision += hits / max(1, len(found)) / len(rows)
        recall += hits / len(wanted) / len(rows)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _keys(phrases: Sequence[str], language: str) -> set[str]:
    return {"".join(stem(word, language) for word in re.split(r"[\s_]+", phrase)) for phrase in phrases}


def main() -> int:
    """Prints a line a language; 1 where one fell below its floor."""
    cut = segmenter.installed()
    fell = 0
    for language, floor in FLOORS.items():
        at5, at10 = measure(language, 5), measure(language, 10)
        how = f"floor {floor:.3f}" if cut else "extra `scripts` not installed"
        print(f"keyphrases {language}: F1@5 {at5:.3f}  F1@10 {at10:.3f}  ({how})", flush=True)
        fell += cut and at10 < floor
    return min(fell, 1)


if __name__ == "__main__":
    sys.exit(main())
