"""Keyphrases against gold, beside other rankers on the same texts: `python -m benchmarks.quality_keyphrases DATA`.

DATA holds folders `keyphrases-NAME` with `docs/*.txt` and `gold.json`. F1@10 of macro precision and macro recall over
Porter stems, exact match, as in the literature on Inspec. Exits 1 where ours falls below a floor; where there is no
DATA it says so and exits 0. Ours reads each file as the road does, cleaning included; the peers get the text.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

import snowballstemmer

from benchmarks.rankers import Ranker, all_peers
from generator.analysis import analyse
from generator.config import Config, KeyphraseEngine, KeyphraseRules, Limits
from generator.model import SourceFile
from generator.reading import clean, read

FLOORS = {"inspec": 0.38, "kpcrowd": 0.105}
_PORTER = snowballstemmer.stemmer("porter")


@cache
def _stem(word: str) -> str:
    return str(_PORTER.stemWord(word))


def _normal(phrases: Iterable[str]) -> list[str]:
    cut = (re.findall(r"\w+", phrase.lower().replace("\u2019", "'").replace("'s", "")) for phrase in phrases)
    return list(dict.fromkeys(" ".join(map(_stem, words)) for words in cut if words))


def f1(found: list[list[str]], gold: list[list[str]], most: int = 10) -> float:
    """F1 of macro precision and macro recall of the first `most` phrases."""
    precision = recall = 0.0
    for mine, wanted in zip(found, gold, strict=True):
        first, want = _normal(mine)[:most], set(_normal(wanted))
        hits = len(want.intersection(first))
        precision += hits / max(1, len(first)) / len(gold)
        recall += hits / max(1, len(want)) / len(gold)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ours(text: str, engine: KeyphraseEngine = "yake") -> list[str]:
    """The phrases that the road finds in a plain-text file of `text`."""
    documents = read(SourceFile("sources/text.txt", text.encode("utf-8")), Limits())
    config = Config(title="", topics=(), keyphrases=KeyphraseRules(engine))
    return [k.phrase for k in analyse(clean(documents[0], "text"), config).keyphrases]


def measure(folder: Path) -> dict[str, float]:
    """F1@10 of ours and of each peer on one folder."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = [(folder / "docs" / f"{name}.txt").read_text(encoding="utf-8") for name in sorted(gold)]
    wanted = [gold[name] for name in sorted(gold)]
    rankers: dict[str, Ranker] = {"Briefing": ours, "without YAKE": partial(ours, engine="own"), **all_peers(texts)}
    return {name: f1([rank(text) for text in texts], wanted) for name, rank in rankers.items()}


def main(data: str | None = None) -> int:
    """Prints a table of F1@10 and what fell below its floor; the exit status."""
    folders = [Path(data) / f"keyphrases-{name}" for name in FLOORS] if data else []
    folders = [folder for folder in folders if (folder / "gold.json").is_file()]
    if not folders:
        print(f"keyphrases: not measured, no keyphrases-*/gold.json under DATA={data or '(not given)'}")
        return 0
    fell = 0
    for folder in folders:
        name = folder.name.removeprefix("keyphrases-")
        scores = measure(folder)
        row = "  ".join(f"{peer} {score:.3f}" for peer, score in scores.items())
        print(f"keyphrases F1@10 {name}: {row}  (floor {FLOORS[name]:.3f})", flush=True)
        fell += scores["Briefing"] < FLOORS[name]
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
