"""Wire copies and light rewrites, by containment of sampled word shingles.

After A. Broder, "On the resemblance and containment of documents" (1997): runs of five words are hashed, those whose
hash is 0 modulo 4 stand for the text, and a source that shares most of the shorter one's runs is its copy. Containment
finds a short cut of a long report, which resemblance does not.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence

from ..model import Analysis

_WORD = re.compile(r"[^\W_]+")
_RUN = 5
_SAMPLE = 4
_CONTAINED = 0.6
_FEWEST = 4  # fewer sampled runs than this say nothing


def copies(analyses: Sequence[Analysis]) -> tuple[tuple[str, str], ...]:
    """(id of a copy, id of the source it copies), in the order of `analyses`, which is oldest first."""
    sampled = [_shingles(analysis) for analysis in analyses]
    holders: dict[int, list[int]] = defaultdict(list)
    root: dict[int, int] = {}
    for doc, mine in enumerate(sampled):
        shared = Counter(other for shingle in sorted(mine) for other in holders[shingle])
        originals = [
            other
            for other, count in sorted(shared.items())
            if len(mine) >= _FEWEST and count >= _CONTAINED * min(len(mine), len(sampled[other]))
        ]
        if originals:
            root[doc] = root.get(originals[0], originals[0])
        for shingle in mine:
            if len(holders[shingle]) < 20:
                holders[shingle].append(doc)
    return tuple((analyses[doc].article.id, analyses[first].article.id) for doc, first in sorted(root.items()))


def _shingles(analysis: Analysis) -> frozenset[int]:
    words = [w for p in analysis.article.paragraphs if p.role == "body" for w in _WORD.findall(p.text.lower())]
    runs = (" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
    return frozenset(code for run in runs if (code := zlib.crc32(run.encode("utf-8", "replace"))) % _SAMPLE == 0)
