"""`make mutate` changes what can be told by a test, one place at a time, and knows which tests hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts import mutate
from scripts.mutate import ROOMS, ROOT, TESTS, WIDER, holders, mutants, mutated, shown

CODE = '''"""A room."""
from __future__ import annotations

_LEAST: int | None = 3


def more(a: int | str, b: list[int] | None = None) -> bool | None:
    return a > _LEAST and not b
'''


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "generator" / "facts" / "room.py"
    path.parent.mkdir(parents=True)
    path.write_text(CODE, encoding="utf-8")
    monkeypatch.setattr(mutate, "ROOT", tmp_path)
    return path


def test_each_place_is_changed_once_and_types_are_let_be(project: Path) -> None:
    found = mutants(("facts",), 1)
    assert Counter(mutant.line for mutant in found) == {4: 1, 8: 3}, "the number; >, and, not"
    assert mutants(("facts/room.py",), 1) == found == mutants(("facts",), 1)
    assert len({tuple(mutants(("facts",), seed)) for seed in range(9)}) > 1
    assert all(before == CODE != after for before, after in map(mutated, found))


def test_a_change_is_shown_with_both_lines(project: Path) -> None:
    number = next(mutant for mutant in mutants(("facts",), 1) if mutant.line == 4)
    head, old, new = shown(number).splitlines()
    assert (head, old) == ("generator/facts/room.py:4", "    -_LEAST: int | None = 3")
    assert new.split("=")[0] == "    +_LEAST: int | None "
    assert int(new.split("=")[1]) in (2, 4)


@pytest.mark.parametrize("passing", [True, False])
def test_a_change_is_taken_back(project: Path, monkeypatch: pytest.MonkeyPatch, passing: bool) -> None:
    seen: list[str] = []

    def passes(_: Sequence[str]) -> bool:
        seen.append(project.read_text(encoding="utf-8"))
        return passing

    monkeypatch.setattr(mutate, "passes", passes)
    monkeypatch.setitem(mutate._SHARED, "folder", str(project.parents[2]))
    monkeypatch.setitem(mutate._SHARED, "until", float("inf"))
    assert mutate.trial(mutants(("facts",), 1)[0]) is passing
    assert len(seen) == (2 if passing else 1), "wider tests run on what the near ones let live"
    assert CODE not in seen
    assert project.read_text(encoding="utf-8") == CODE
    monkeypatch.setitem(mutate._SHARED, "until", 0.0)
    assert mutate.trial(mutants(("facts",), 1)[0]) is None


def test_every_file_of_the_rooms_has_tests_and_they_are_there() -> None:
    for row in (*TESTS, *WIDER):
        assert all((ROOT / path).exists() for path in row[1].split()), row
    for path in (path for room in ROOMS for path in (ROOT / "generator" / room).rglob("*.py")):
        assert len(list(holders(path.relative_to(ROOT).as_posix()))) >= 1, path


def test_near_tests_come_first() -> None:
    assert next(iter(holders("generator/facts/names/join.py"))) == [mutate.ALWAYS, "tests/facts/names"]
    assert next(iter(holders("generator/facts/origins.py")))[1].startswith("tests/facts/test_")
