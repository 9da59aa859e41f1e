"""Where sentences begin, beside other cutters that are installed: `python -m benchmarks.quality_sentences`.

Sentences of our own, a line each, are put together to paragraphs of two to five in three ways
(`benchmarks/texts/sentences_*.txt`; the English ones are newswire with its abbreviations). F1 over the places where a
sentence begins within a paragraph, and CPU seconds for a megabyte. Exits 1 where ours falls below a floor.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from syntok import segmenter

from generator.text.sentences import spans

FLOORS = {"en": 0.97, "de": 0.98, "fr": 0.98, "es": 0.99}
TEXTS = Path(__file__).parent / "texts"

Cutter = Callable[[str, str], set[int]]


class Score(NamedTuple):
    """Precision and recall of beginnings, and the seconds that a megabyte took."""

    precision: float
    recall: float
    seconds: float

    @property
    def f1(self) -> float:
        """Of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def ours(text: str, language: str) -> set[int]:
    """Where our sentences begin."""
    return {start for start, _ in spans(text, language)} - {0}


def plain_syntok(text: str, language: str) -> set[int]:
    """Where syntok's begin, as it comes."""
    return {sentence[0].offset for block in segmenter.analyze(text) for sentence in block if sentence} - {0}


def cutters() -> dict[str, Cutter]:
    """All that are installed, ours last."""
    found: dict[str, Cutter] = {"syntok": plain_syntok}
    if find_spec("pysbd"):
        made = import_module("pysbd").Segmenter
        found["pysbd"] = lambda text, language: (
            {s.start for s in made(language=language, clean=False, char_span=True).segment(text)} - {0}
        )
    if find_spec("nupunkt"):
        cut = import_module("nupunkt").sent_spans
        found["nupunkt"] = lambda text, language: {_begin(text, *span) for span in cut(text)} - {0}
    found["Briefing"] = ours
    return found


def _begin(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())


def paragraphs(language: str) -> Iterator[tuple[str, set[int]]]:
    """Each paragraph and where sentences begin in it, but for the first."""
    lines = (TEXTS / f"sentences_{language}.txt").read_text(encoding="utf-8").splitlines()
    for seed in range(3):
        picked, at = random.Random(seed), 0
        while at < len(lines):
            part = lines[at : at + picked.randint(2, 5)]
            at += len(part)
            starts = [sum(len(line) + 1 for line in part[:i]) for i in range(1, len(part))]
            yield " ".join(part), set(starts)


def measure(cut: Cutter, language: str) -> Score:
    """How well `cut` finds the beginnings in the texts of `language`."""
    right = found = wanted = size = 0
    begun = time.process_time()
    for text, starts in paragraphs(language):
        got = cut(text, language)
        right, found, wanted = right + len(got & starts), found + len(got), wanted + len(starts)
        size += len(text.encode())
    return Score(right / max(1, found), right / wanted, (time.process_time() - begun) / size * 1e6)


def main() -> int:
    """Prints a table; 1 where ours is below a floor."""
    fell = 0
    for language, floor in FLOORS.items():
        for name, cut in cutters().items():
            measure(cut, language)  # loads what it loads
            score = measure(cut, language)
            print(
                f"sentences {language} {name}: precision {score.precision:.3f}  recall {score.recall:.3f}  "
                f"F1 {score.f1:.3f}  {score.seconds:.1f} s/MB",
                flush=True,
            )
        fell += score.f1 < floor
    return min(fell, 1)


if __name__ == "__main__":
    sys.exit(main())
