"""What is used of YAKE, and the only module that imports it: how telling a word is, and its lists of function words.

R. Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", Information Sciences
509 (2020). YAKE rejects every candidate with a word that mixes letters and digits ("5G", "COVID-19") and cuts the text
by rules of its own; here its term objects get counts of our own words, so that its five features (case, position,
frequency, relatedness to context, spread over sentences) speak of the same words as all else.
"""

from __future__ import annotations

import math
import unicodedata
from importlib import resources
from importlib.util import find_spec
from statistics import median

from ..errors import BriefingError, Problem
from .word_counts import TextCounts, WordCounts

_FEATURES = ["wrel", "wfreq", "wspread", "wcase"]  # the fifth, "wpos", asks numpy for a median, which costs most of all


def require() -> None:
    """Raises BriefingError where YAKE is not installed."""
    try:
        found = find_spec("yake")
    except ValueError:
        found = None
    if found is None:
        hint = "install it, or set `own`, which does without"
        raise BriefingError(Problem("briefing.yml", "YAKE is not installed", None, "keyphrases.engine", hint))


class _Neighbours:
    """What YAKE's terms ask of their networkx graph, and no more: how many edges lead out and in, and their weight."""

    def __init__(self) -> None:
        self.word = WordCounts()

    def out_edges(self, term: int, data: bool = False) -> list[tuple[int, int, dict[str, float]]]:
        """The edges to the words that follow; with `data`, one that has the weight of all."""
        return _edges(self.word.after, data)

    def in_edges(self, term: int, data: bool = False) -> list[tuple[int, int, dict[str, float]]]:
        """The edges from the words before; with `data`, one that has the weight of all."""
        return _edges(self.word.before, data)


def _edges(neighbours: list[str], data: bool) -> list[tuple[int, int, dict[str, float]]]:
    if data:
        return [(0, 0, {"tf": float(len(neighbours))})]
    return [(0, 0, {})] * len(set(neighbours))


def weights(text: TextCounts) -> dict[str, float]:
    """How telling each counted word is by YAKE's score, which runs from 0 (telling) up; this turns it round. Raises
    BriefingError where YAKE is not installed."""
    require()
    from yake.data import SingleWord  # with numpy and networkx, a fifth of a second

    stats = {
        "max_tf": float(text.most),
        "avg_tf": text.mean,
        "std_tf": text.deviation,
        "number_of_sentences": text.sentences,
    }
    graph = _Neighbours()
    out: dict[str, float] = {}
    for key, word in text.words.items():
        graph.word = word
        term = SingleWord(key, 0, graph)
        term["tf"] = float(word.count)
        term["tf_a"], term["tf_n"] = float(word.acronyms), float(word.names)
        term["occurs"] = dict.fromkeys(word.sentences)
        term["wpos"] = math.log(math.log(3.0 + median(word.sentences)))
        term.update_h(stats, _FEATURES)
        out[key] = math.log1p(1 / max(float(term.h), 1e-4))
    return out


def function_words(code: str) -> frozenset[str]:
    """YAKE's list of the function words of a language, in lower case; none where it has none or is not installed."""
    try:
        path = resources.files("yake") / "core" / "StopwordsList" / f"stopwords_{code}.txt"
    except ModuleNotFoundError:
        return frozenset()
    words = path.read_text(encoding="utf-8-sig").lower().split() if path.is_file() else []
    return frozenset(unicodedata.normalize("NFC", word) for word in words)
