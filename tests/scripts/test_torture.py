"""`make torture`: what it tries, what it calls lost, and a few of its faults on two commands."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from generator.disk import journal, lock, open_project
from generator.run_pipeline import rendered
from scripts.torture import __main__ as torture
from scripts.torture.faults import CALLS, ERRORS, WHATS, Counts, Fault, faults, places
from scripts.torture.trial import Ended, ended_badly, lost
from scripts.torture.verbs import VERBS, fresh


def test_places_are_spread_over_all_calls() -> None:
    assert places(3, 12) == [1, 2, 3]
    assert places(100, 3) in ([1, 50, 100], [1, 51, 100])
    assert places(9, 1) == [5]
    assert places(0, 3) == []


def test_every_place_is_killed_at_and_some_have_everything() -> None:
    counts = Counts()
    for _ in range(9):
        counts.one_more("rename")
    tried = list(faults(counts, 3, 1))
    assert {f.call for f in tried} == {"rename"}
    assert [f.at for f in tried if f.what == "kill"] == [1, 5, 9]
    assert {f.what for f in tried if f.at == 5} == set(WHATS)
    assert len([f for f in tried if f.at == 1]) == 2
    assert all(hasattr(errno, name) for name in ERRORS)


def test_what_is_half_new_is_lost() -> None:
    before, after = {"docs/a": b"1", "docs/b": b"1", "x": b""}, {"docs/a": b"2", "docs/b": b"2", "x": b""}
    assert lost(before, after, before) == lost(before, after, after) == []
    assert lost(before, after, {**before, "docs/a": b"2"}) == ["docs"]
    assert lost(before, after, {**after, ".briefing/aside/new-1": b""}) == ["the rest"]


@pytest.mark.parametrize(
    ("end", "what", "says"),
    [
        (Ended(-9, ""), "kill", []),
        (Ended(2, "docs/a.md: no space left on device"), "ENOSPC", []),
        (Ended(130, "stopped"), "interrupt", []),
        (Ended(130, "stopped"), "EIO", ["ended with 130"]),
        (Ended(2, ""), "EIO", ["without a word"]),
        (Ended(1, "Traceback (most recent call last):"), "EIO", ["a traceback"]),
        (Ended(2, "/x/.venv/lib/a.css: no space"), "ENOSPC", ["names a file that is not the project's: /x/.venv/lib/"]),
    ],
)
def test_a_command_ends_in_words_of_its_own(end: Ended, what: str, says: list[str]) -> None:
    found = list(ended_badly(end, Fault("write", 1, what)))
    assert len(found) == len(says)
    assert all(one.startswith(said) for one, said in zip(found, says, strict=True))


def test_every_command_that_writes_is_tried() -> None:
    assert set(VERBS) == {"render", "build", "add", "withdraw", "upgrade", "init", "merge"}


@pytest.fixture(scope="module", autouse=True)
def warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Loads once what the copies of this process need."""
    root = tmp_path_factory.mktemp("warm") / "project"
    fresh(root, VERBS["init"], lambda root, arguments: None)
    with rendered(open_project(root)):
        pass


@pytest.mark.parametrize("name", ["render", "withdraw", "init"])
def test_a_few_faults_of_each_kind_lose_nothing(tmp_path: Path, name: str) -> None:
    made = torture.torture(name, 1, 0, tmp_path)
    assert made.wrong == []
    assert {f.call for f in made.tried} == {call for call in CALLS if made.calls[call]}
    assert min(made.calls[call] for call in ("open", "write", "rename", "fsync")) > 0
    assert len(made.tried) >= 14
    last = list(torture.rows(name, made))[-1].split()
    assert last == [name, "all", str(sum(made.calls.values())), *[str(len(made.tried))] * 2, "0"]


@pytest.mark.parametrize("broken", ["no recovery", "no journal"])
def test_it_is_not_asleep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """Where nothing is ended that was stopped, or nothing is written down before it is done, there are losses."""
    if broken == "no recovery":
        monkeypatch.setattr(lock, "recover", lambda root: None)
    else:
        monkeypatch.setattr(journal, "write", lambda root, steps: None)
    made = torture.torture("render", 4, 0, tmp_path, ["rename"])
    assert any(fault.what == "kill" for fault, _ in made.wrong)
