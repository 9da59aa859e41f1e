"""CPU of documents written to be slow, beside harmless ones of the same size and format: `python -m
benchmarks.cost_hostile [--site] [--prose] [--sizes=25000,50000,100000] [WORD…]`, of all kinds or those in whose name or
suffix a WORD is.

Asked: at every size at most three times harmless text, and at the largest at most half as much again for each byte as
at the smallest. `--site` takes all of the way to the finished pages of a site of that one source, else it ends with the
analysis. Last, and with `--prose` only, how prose grows: two million characters at most 2.2 times one million. What
`limits` would cut short is read whole here."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.hostile import HARMLESS, KINDS, Kind
from generator.config import Config, Limits, Topic
from generator.errors import BriefingError, UnreadableError
from generator.model import SourceFile, Worked
from generator.one_source import Ways, read_one, work
from generator.pipeline import run
from generator.reading import clean
from generator.reading.native import TASKS, RefusedError
from generator.text.sentences import split

_SIZES, _LONG = (25_000, 50_000, 100_000), (1_000_000, 2_000_000)
_MOST, _GROWTH = 3.0, 1.5
_RUNS = 2
_LEAST = 0.02  # seconds: what costs less is nothing to grow from
_LIMITS = Limits(text_chars=20_000_000, sentences=1_000_000)
_CONFIG = Config("Cost", (Topic("port", "Port", "The port.", ("port", "quay", "ferry")),), limits=_LIMITS)

Way = Callable[[SourceFile], object]


def here(task: str, data: bytes, limits: Limits) -> Any:
    """A parser in this process, whose time is what is measured."""
    try:
        return TASKS[task](data, asdict(limits))
    except RefusedError as error:
        raise UnreadableError(str(error)) from None


def analysed(file: SourceFile) -> Worked:
    """A source as far as its analysis."""
    return work(file, Ways(_LIMITS, "en"), here)


def published(file: SourceFile) -> object:
    """The site of one source."""
    try:
        return run([file], _CONFIG, parser=here)
    except BriefingError:
        return None


def cost(way: Way, name: str, data: bytes) -> float:
    """CPU seconds of the quicker of two runs; of one, where that is long."""
    spent: list[float] = []
    while len(spent) < _RUNS and sum(spent) < 5:
        start = time.process_time()
        way(SourceFile(f"sources/{name}", data))
        spent.append(time.process_time() - start)
    return min(spent)


def costs(way: Way, suffix: str, make: Callable[[int], bytes], sizes: Sequence[int]) -> list[float]:
    """The cost of a kind at each of the sizes."""
    return [cost(way, f"a{suffix}", make(size)) for size in sizes]


def told(kind: Kind, spent: Sequence[float], harmless: Sequence[float], sizes: Sequence[int]) -> bool:
    """Prints what a kind costs; true where it is too much."""
    times = [one / max(other, _LEAST) for one, other in zip(spent, harmless, strict=True)]
    grown = (spent[-1] / sizes[-1]) / (max(spent[0], _LEAST) / sizes[0])
    dear = max(times) > _MOST or (grown > _GROWTH and times[-1] > 1)
    each = " ".join(f"{one:7.2f}" for one in spent)
    print(f"{kind.suffix:7}{kind.name[:34]:35}{each}  {max(times):5.1f} x {'  TOO MUCH' if dear else ''}", flush=True)
    return dear


def wanted(words: Sequence[str]) -> Iterator[Kind]:
    """The kinds in whose name or suffix one of `words` is; all where there are none."""
    return (kind for kind in KINDS if not words or any(word in f"{kind.suffix} {kind.name}" for word in words))


def prose(way: Way, sizes: Sequence[int]) -> bool:
    """Prints how the cost of prose grows; true where twice the text is more than 2.2 times the cost."""
    spent = costs(way, ".md", HARMLESS[".md"], sizes)
    for size, one in zip(sizes, spent, strict=True):
        print(f"prose: {one:6.1f} s for {size:,} characters, {sentences(size):,} sentences", flush=True)
    grown = math.pow(spent[-1] / spent[0], 1 / math.log2(sizes[-1] / sizes[0]))
    print(f"prose: {grown:.2f} times the cost for twice the text (asked: <= 2.2)")
    return grown > 2.2


def sentences(size: int) -> int:
    """How many sentences are read of prose of that size."""
    parts = read_one(SourceFile("sources/a.md", HARMLESS[".md"](size)), _LIMITS, here)
    return sum(len(split(clean(part, "a"))) for part in parts)


def hostile(way: Way, kinds: Sequence[Kind], sizes: Sequence[int]) -> bool:
    """Prints what each of the kinds costs; true where one of them is more than asked."""
    suffixes = sorted({kind.suffix for kind in kinds})
    base = {suffix: costs(way, suffix, HARMLESS[suffix], sizes) for suffix in suffixes}
    print("harmless, at", *sizes)
    for suffix, spent in base.items():
        print(f"{suffix:7}" + " ".join(f"{one:7.2f}" for one in spent), flush=True)
    dear = [k for k in kinds if told(k, costs(way, k.suffix, k.make, sizes), base[k.suffix], sizes)]
    print(f"{len(kinds)} kinds, {len(dear)} of them more than asked")
    return bool(dear)


def main(arguments: Sequence[str]) -> int:
    """Prints every figure; 1 where one is more than asked."""
    words = [word for word in arguments if not word.startswith("--")]
    sizes = next((tuple(map(int, a[8:].split(","))) for a in arguments if a.startswith("--sizes=")), None)
    way: Way = published if "--site" in arguments else analysed
    way(SourceFile("sources/a.md", HARMLESS[".md"](5_000)))  # word lists are read once
    if "--prose" in arguments:
        return int(prose(way, sizes or _LONG))
    dear = hostile(way, list(wanted(words)), sizes or _SIZES)
    return int(dear | (not words and prose(way, _LONG)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
