"""How much work something is, the same on every machine: told by the calls that it makes, not by the time it takes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How many functions `work` calls, of Python and of C. What C does within one call is not seen."""
    return sum(_counted(work).values())


def calls_of(work: Callable[[], object], name: str) -> int:
    """How often `work` calls the Python functions of that name."""
    return _counted(work)[name]


def _counted(work: Callable[[], object]) -> Counter[str]:
    counts: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            counts[frame.f_code.co_name] += 1
        elif event == "c_call":
            counts[""] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counts
