"""A Dask cluster gives what one machine gives, also where a worker dies in mid-run."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from generator.disk import open_cache, open_project, scan
from generator.engines import remembered_each, spread
from generator.errors import BriefingError
from generator.model import SourceFile, Worked
from generator.one_source import Ways, ways
from tests.conftest import FIRST, ROOT

Run = Callable[..., tuple[int, str, str]]
MANY = 120


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A process of Dask's, which is ended with the block."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as started:
        try:
            yield started
        finally:
            with suppress(ProcessLookupError):
                started.kill()


@contextmanager
def scheduler() -> Iterator[str]:
    """The address of a scheduler on loopback."""
    with process("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show") as started:
        assert started.stderr
        for line in started.stderr:
            found = re.search(r"Scheduler at:\s+(tcp://\S+)", line)
            if found:
                threading.Thread(target=started.stderr.read, daemon=True).start()
                yield found[1]
                return
        pytest.fail("no scheduler came up")


def worker(address: str, name: str, folder: Path) -> list[str]:
    quiet = ["--no-dashboard", "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1", "--memory-limit", "0"]
    return ["dask_worker", address, "--name", name, "--local-directory", str(folder), *quiet]


def pages(project: Path) -> dict[str, bytes]:
    found = sorted((project / "docs").rglob("*"))
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in found if path.is_file()}


def entries(cache: Path) -> int:
    return sum(not path.name.startswith(".") for path in cache.glob("??/*"))


def kill_at_work(worker: subprocess.Popen[str], cache: Path, found: list[int]) -> None:
    """Kills `worker` once something was done, and notes how much."""
    end = time.monotonic() + 300  # a busy machine takes its time to start workers
    while time.monotonic() < end and entries(cache) == 0:
        time.sleep(0.01)
    worker.send_signal(signal.SIGKILL)
    found.append(entries(cache))


def test_a_worker_that_is_killed_in_mid_run_changes_no_byte(
    project: Path, tmp_path: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("pier", "dock", "crane", "quay", "berth", "lock", "buoy", "tug", "barge", "ferry")
    for number in range(MANY):
        name, other = words[number % 10], words[number // 10 % 10]
        text = f"The {name} of {number}\n\nThe {name} was moved on {number % 28 + 1} May, the {other} office said.\n"
        (project / "sources" / f"{number:04}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr("generator.engines.cluster._BATCH", 4)
    found: list[int] = []
    with (
        scheduler() as address,
        process(*worker(address, "a", tmp_path)) as a,
        process(*worker(address, "b", tmp_path)),
    ):
        killer = threading.Thread(target=kill_at_work, args=(a, project / ".briefing" / "cache", found))
        killer.start()
        code, _, said = briefing("-C", project, "render", "--engine", "dask", "--scheduler", address)
        killer.join()
        assert a.wait(10) == -signal.SIGKILL
    assert (code, "skipped" in said) == (0, False), said
    assert 0 < found[0] < MANY + 2, "it was killed while there was work"
    assert entries(project / ".briefing" / "cache") >= MANY + 2 + 1, "each source, what stands, pages"
    made = pages(project)
    assert briefing("-C", project, "render", "--no-cache", "--jobs", "1")[0] == 0
    assert pages(project) == made
    assert len(made) > MANY


def test_what_a_run_that_was_killed_had_done_is_not_done_again(project: Path) -> None:
    for number in range(MANY):
        (project / "sources" / f"{number:04}.txt").write_text(f"{FIRST}\nDock {number} is closed.\n", encoding="utf-8")
    cache = project / ".briefing" / "cache"
    command = [sys.executable, "-m", "generator", "-q", "-C", str(project), "render", "--jobs", "2"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}) as killed:
        kill_at_work(killed, cache, [])  # type: ignore[arg-type]
    there = entries(cache)
    assert 0 < there < MANY + 2
    opened = open_project(project)
    files, _ = scan(opened.sources, opened.config.limits)
    asked: list[str] = []

    def do(missing: Sequence[SourceFile], ways: Ways) -> Iterator[tuple[int, Worked]]:
        for number, file in enumerate(missing):
            asked.append(file.path)
            yield number, Worked()

    assert len(list(remembered_each(do, open_cache(project))(files, ways(opened.config)))) == MANY + 2
    assert len(asked) == MANY + 2 - there


@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1:port", "tcp://127.0.0.1"])
def test_an_address_that_is_none_is_told(project: Path, briefing: Run, address: str) -> None:
    code, _, said = briefing("-C", project, "render", "--engine", "dask", "--scheduler", address)
    assert code == 2
    assert said.startswith(f"--scheduler {address}: expected a Dask scheduler, found none")
    assert "hint" not in said and "Traceback" not in said


def test_a_scheduler_that_is_not_there_is_told(project: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.engines.cluster._SECONDS", 1)
    code, _, said = briefing("-C", project, "render", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert (code, "Traceback" in said) == (2, False)
    assert "--scheduler tcp://127.0.0.1:1: expected a Dask scheduler" in said


def test_without_dask_it_says_how_to_get_it(project: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, _, said = briefing("-C", project, "render", "--engine", "dask")
    assert code == 2
    assert said == ("--engine dask: expected the package distributed, found none; pip install 'briefing[dask]'\n")


def test_workers_of_another_version_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BriefingError, match="expected workers with this version"):
        spread._unpacked((b"another", []))
