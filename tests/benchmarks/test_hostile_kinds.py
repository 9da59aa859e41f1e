"""Documents written to be slow cost in proportion to their length: counted in calls, not in seconds. What they cost in
seconds, also within the regular expressions, `benchmarks.cost_hostile` prints."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.cost_hostile import analysed
from benchmarks.hostile import HARMLESS, KINDS, Kind
from generator.model import SourceFile, Worked
from tests.counted import calls

_SIZE = 2_000
_GROWTH = 2.5  # times for twice the text: what is counted for each sentence grows by steps
_SPARE = 20_000  # calls that are made once, or where the second half holds more than the first


def _cost(kind: Kind, size: int) -> int:
    file = SourceFile(f"sources/a{kind.suffix}", kind.make(size))
    return calls(lambda: analysed(file))


@pytest.fixture(scope="module", autouse=True)
def word_lists() -> None:
    for suffix, make in HARMLESS.items():
        analysed(SourceFile(f"sources/a{suffix}", make(2_000)))


def _outgrows(kind: Kind, size: int) -> bool:
    return _cost(kind, 2 * size) > _GROWTH * _cost(kind, size) + _SPARE


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "(" not in kind.name], ids=lambda k: f"{k.suffix} {k.name}")
def test_twice_the_text_is_twice_the_work(kind: Kind) -> None:
    """Where it is more, it is a step, which the next doubling does not take again."""
    assert not all(_outgrows(kind, size) for size in (_SIZE, 2 * _SIZE))


def test_there_are_kinds_of_every_format() -> None:
    counts = Counter(kind.suffix for kind in KINDS)
    assert counts.keys() >= {".md", ".txt", ".html", ".rtf", ".eml", ".xml", ".docx", ".epub", ".mhtml", ".pdf"}
    assert len({(kind.suffix, kind.name) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("suffix", HARMLESS)
def test_harmless_text_is_read(suffix: str) -> None:
    worked = analysed(SourceFile(f"sources/a{suffix}", HARMLESS[suffix](3_000)))
    assert isinstance(worked, Worked)
    assert sum(len(part.analysis.sentences) for part in worked.parts if part.analysis) > 20
