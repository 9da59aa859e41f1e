"""`python -m scripts.torture [VERB …]` prints what was tried with each command, what it survived, and what was lost.

For each kind of call and each number of it, a fresh project is made, the command runs in a copy of this process, and
the fault happens there. Then another command opens the project, and what it finds must be what was there before or what
the command makes, and nothing else. After a kill the same command, run once more, must bring about what it would
have."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .faults import CALLS, KILL, WHATS, Counts, Fault, faults
from .trial import copied, ended_badly, found, run, state, then, warm
from .verbs import VERBS, Verb, fresh

_EVERY = 1_000_000


@dataclass
class Tried:
    """What came of a verb: how many calls of each kind it makes, which faults were tried, and what was lost by them."""

    calls: dict[str, int]
    tried: list[Fault] = field(default_factory=list)
    wrong: list[tuple[Fault, str]] = field(default_factory=list)


def torture(name: str, most: int, whole: int, scratch: Path, kinds: Sequence[str] = CALLS) -> Tried:
    """Tries the verb with every fault at its calls of these kinds."""
    verb, model, place = VERBS[name], scratch / f"{name}-model", scratch / "trial"
    fresh(model, verb, _must)
    before, counts = state(model), Counts()
    copied(model, place)
    _must(place, verb.arguments, counts)
    after = state(place)
    made = Tried({call: counts[call] for call in CALLS})
    for fault in faults(counts, most, whole, kinds):
        copied(model, place)
        end = run(place, verb.arguments, fault)
        wrong = [*ended_badly(end, fault), *found(place, before, after)]
        if fault.what == KILL and not wrong:
            wrong += _once_more(place, verb, after)
        made.tried.append(fault)
        made.wrong += [(fault, what) for what in wrong]
    return made


def _must(root: Path, arguments: tuple[str, ...], counts: Counts | None = None) -> None:
    end = run(root, arguments, counts=counts)
    if end.code:
        raise SystemExit(f"{' '.join(arguments)} ends with {end.code} where nothing disturbs it: {end.said}")


def _once_more(place: Path, verb: Verb, after: dict[str, bytes]) -> Iterator[str]:
    return then(place, verb.arguments, verb.again, after)


def rows(name: str, made: Tried) -> Iterator[str]:
    """A line for each kind of call, and one for all."""
    tried, wrong = Counter(f.call for f in made.tried), Counter(f.call for f in {f for f, _ in made.wrong})
    for call in CALLS:
        yield _row(name, call, made.calls[call], tried[call], wrong[call])
    yield _row(name, "all", sum(made.calls.values()), len(made.tried), sum(wrong.values()))


def _row(*cells: str | int) -> str:
    name, call, calls, tried, wrong = cells
    return f"{name:9} {call:7} {calls:6} {tried:7} {int(tried) - int(wrong):9} {wrong:5}"


def main() -> int:
    """Prints the table, and what was lost by which fault."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", 1)[1])
    parser.add_argument("verbs", nargs="*", default=list(VERBS), help="which commands (default: all)")
    parser.add_argument("--most", type=int, default=12, help="places of each kind of call that are tried (0: all)")
    parser.add_argument("--whole", type=int, default=2, help="places at which everything is tried (0: all)")
    options = parser.parse_args()
    wrong: list[str] = []
    print(f"at a place: {', '.join(WHATS)}")
    print(f"{'command':9} {'call':7} {'places':>6} {'tried':>7} {'survived':>9} {'lost':>5}", flush=True)
    with tempfile.TemporaryDirectory(prefix="torture-") as scratch:
        fresh(Path(scratch) / "warm", VERBS["render"], _must)
        warm(Path(scratch) / "warm")
        for name in options.verbs:
            made = torture(name, options.most or _EVERY, options.whole or _EVERY, Path(scratch).resolve())
            print("\n".join(rows(name, made)), flush=True)
            wrong += [f"{name}: {fault}: {what}" for fault, what in made.wrong]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
