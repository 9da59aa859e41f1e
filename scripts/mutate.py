"""Changes the code in one place at a time and looks whether a test fails: python scripts/mutate.py [--help].

cosmic-ray makes the changes (other operators, numbers one up and down, conditions turned round, loops that never run).
A place is drawn by chance, from a seed, and one change at that place, so that a place with eleven possible changes
counts no more than one with two. The tests of a room run first and then, on what they let live, those of `WIDER`. Each
run is a fork of this process, which has loaded the libraries already, in a copy of the project."""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("facts", "checks", "briefing", "disk")
# The tests that hold a file: those of the first row whose beginning its path has.
TESTS = (
    ("facts/discrepancies/", "tests/facts/discrepancies"),
    ("facts/grouping/", "tests/facts/grouping"),
    ("facts/names/", "tests/facts/names"),
    ("facts/timeline/", "tests/facts/timeline"),
    ("facts/", "tests/facts/test_instruments.py tests/facts/test_origins.py tests/facts/test_status.py"),
    ("checks/", "tests/checks"),
    ("briefing/", "tests/briefing"),
    ("disk/", "tests/disk"),
)
WIDER = (("facts/", "tests/facts tests/briefing"), ("briefing/", "tests/facts tests/pages"), ("disk/", "tests/cli"))
ALWAYS = "tests/architecture/test_values.py"
LIBRARIES = ("hypothesis", "jinja2", "jsonschema", "lxml.html", "markdown", "numpy", "pytest", "syntok", "yake", "yaml")
LEFT_OUT = (".git", ".venv", ".venv-lock", "site", "node_modules", "__pycache__", ".hypothesis", ".mypy_cache")
SECONDS, MEMORY = 90, 8 << 30  # of processor time and of wall time at rest; bytes
_SHARED: dict[str, Any] = {}  # what a worker was told when it began


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the `occurrence` of what `operator` can change in a file of the package."""

    path: str
    operator: str
    occurrence: int
    line: int


def mutants(rooms: tuple[str, ...], seed: int) -> list[Mutant]:
    """One change for each place in `rooms` where there can be one, in an order that hangs on `seed` alone."""
    chance = random.Random(seed)
    given = [ROOT / "generator" / room for room in rooms]
    paths = sorted(path for one in given for path in ([one] if one.is_file() else one.rglob("*.py")))
    drawn = [chance.choice(there) for path in paths for there in _places(path)]
    chance.shuffle(drawn)
    return drawn


def _places(path: Path) -> list[list[Mutant]]:
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    code = _code(path)
    kinds = {name: get_operator(name)() for name in operator_names() if not get_operator(name).arguments()}
    types, nodes, name = _annotations(code), list(ast_nodes(get_ast(code))), path.relative_to(ROOT).as_posix()
    places: dict[tuple[int, int], list[Mutant]] = {}
    for kind, operator in kinds.items():
        positions = (start for node in nodes for start, _ in operator.mutation_positions(node))
        for occurrence, start in enumerate(positions):
            if not any(begin <= start < end for begin, end in types):
                places.setdefault(start, []).append(Mutant(name, kind, occurrence, start[0]))
    return [places[start] for start in sorted(places)]


@cache
def _code(path: Path) -> str:
    """A file as it was when the changes were drawn: somebody may go on working meanwhile."""
    return path.read_text(encoding="utf-8")


def _annotations(code: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where types stand: they are never evaluated, so no test can tell a change there."""
    fields = [getattr(node, name, None) for node in ast.walk(ast.parse(code)) for name in ("annotation", "returns")]
    return [
        ((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)) for node in fields if node
    ]


def mutated(mutant: Mutant) -> tuple[str, str]:
    """The file before and after the change."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    before = _code(ROOT / mutant.path)
    return before, mutate_code(before, get_operator(mutant.operator)(), mutant.occurrence) or before


def holders(path: str) -> Iterator[list[str]]:
    """The tests that hold a file of the package: near ones, then wider ones."""
    inside = path.removeprefix("generator/")
    for table, more in ((TESTS, [ALWAYS]), (WIDER, [])):
        row = next((row for row in table if inside.startswith(row[0])), None)
        if row:
            yield [*more, *row[1].split()]


def trial(mutant: Mutant) -> bool | None:
    """Whether every test passes in spite of the change; None where the time was over before it began."""
    if time.monotonic() > _SHARED["until"]:
        return None
    changed = Path(_SHARED["folder"]) / mutant.path
    before, after = mutated(mutant)
    changed.write_text(after, encoding="utf-8")
    try:
        return all(passes(tests) for tests in holders(mutant.path))
    finally:
        changed.write_text(before, encoding="utf-8")


def passes(tests: Sequence[str]) -> bool:
    """Whether `tests` pass in this worker's copy; those that do not end are ended, and failed."""
    until = time.monotonic() + 4 * SECONDS  # the machine may have other work
    child = os.fork()
    if not child:
        _run(_SHARED["folder"], tests)
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run(folder: str, tests: Sequence[str]) -> None:
    """What the fork does; it never comes back."""
    code = 1
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        for out in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), out)
        import pytest

        code = int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser", *tests]))
    finally:
        os._exit(code)


def _prepare(folder: str, until: float) -> None:
    """Gives a worker its copy of the project, in which it stays."""
    mine = Path(folder) / str(os.getpid())
    shutil.copytree(ROOT, mine, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    _SHARED.update(folder=str(mine), until=until)
    os.chdir(mine)
    os.environ.update(PYTHONPATH=str(mine), PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0")
    sys.dont_write_bytecode = True
    sys.path[:] = [str(mine), *(path for path in sys.path if path not in ("", str(ROOT), str(ROOT / "scripts")))]


def shown(mutant: Mutant) -> str:
    """A change as the two lines that it turns into one another."""
    before, after = (text.splitlines() for text in mutated(mutant))
    lines = [line for line in difflib.unified_diff(before, after, n=0, lineterm="") if line[:3] not in ("---", "+++")]
    return "\n".join([f"{mutant.path}:{mutant.line}", *(f"    {line}" for line in lines if line[0] in "+-")])


def main() -> None:
    """Tries the changes, prints those that no test found, and the share that was found in each room."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("rooms", nargs="*", default=ROOMS, help="rooms of the package, or files in them (%(default)s)")
    ask.add_argument("--seed", type=int, default=1, help="another seed draws other changes")
    ask.add_argument("--most", type=int, default=300, help="so many changes at most (%(default)s)")
    ask.add_argument("--minutes", type=float, default=40, help="none is begun after so many (%(default)s)")
    ask.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = ask.parse_args()
    order = mutants(tuple(asked.rooms), asked.seed)
    print(f"{len(order)} places, {min(asked.most, len(order))} of them tried", file=sys.stderr)
    for name in LIBRARIES:
        importlib.import_module(name)
    until, results = time.monotonic() + 60 * asked.minutes, []
    with tempfile.TemporaryDirectory() as folder:
        pool = multiprocessing.get_context("fork").Pool(asked.workers, _prepare, (folder, until))
        rows = sorted({tuple(tests) for mutant in order[: asked.most] for tests in holders(mutant.path)})
        if failed := [row for row, passed in zip(rows, pool.map(passes, rows, chunksize=1), strict=True) if not passed]:
            sys.exit(f"these fail without a change: {failed}")
        for mutant, alive in zip(order[: asked.most], pool.imap(trial, order[: asked.most]), strict=True):
            if alive is not None:
                results.append((mutant, alive))
                print(
                    f"{len(results):4} {'alive ' if alive else 'killed'} {mutant.path}:{mutant.line}", file=sys.stderr
                )
        pool.terminate()
    for mutant, alive in sorted(results, key=lambda result: (result[0].path, result[0].line)):
        if alive:
            print(shown(mutant))
    tried, killed = (Counter(m.path.split("/")[1] for m, alive in results if not (dead and alive)) for dead in (0, 1))
    for room, count in sorted(tried.items()):
        print(f"{room:10} {killed[room]:4} of {count:4} killed, {killed[room] / count:.0%}")
    print(f"{'all':10} {killed.total():4} of {tried.total():4} killed, {killed.total() / max(1, tried.total()):.0%}")


if __name__ == "__main__":
    main()
