"""Work spread over processes gives what it gives in one, whatever becomes of a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Limits
from generator.engines import Engine
from generator.engines.limit import TimeUpError, within
from generator.engines.pool import FEW, pool
from generator.engines.spread import Spread
from generator.model import SourceFile, Worked
from generator.one_source import Ways, work
from tests.conftest import FIRST, ROOT, SECOND
from tests.engines import misbehaving

WAYS = Ways(Limits(), "en")
DIED = "the process that read and analysed it ended before it was done (it crashed, or was killed)"


def files(number: int) -> list[SourceFile]:
    return [SourceFile(f"sources/{n:03}.txt", (FIRST, SECOND)[n % 2].encode()) for n in range(number)]


def in_order(done: object) -> list[Worked]:
    assert isinstance(done, list)
    assert sorted(number for number, _ in done) == list(range(len(done)))
    return [worked for _, worked in sorted(done, key=lambda one: one[0])]


def misbehaves(jobs: int = 2, size: int = 3) -> Spread:
    return replace(pool(jobs), work=misbehaving.work, alone_work=misbehaving.work, size=size)


def test_two_processes_give_what_one_gives() -> None:
    asked = files(FEW)
    assert in_order(list(Engine(jobs=2)(asked, WAYS))) == in_order(list(Engine(jobs=1)(asked, WAYS)))


def test_few_files_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.engines.pool.pool", lambda jobs: pytest.fail("a pool was started"))
    assert len(list(Engine(jobs=2)(files(2), WAYS))) == 2
    assert len(list(Engine(jobs=1)(files(FEW), WAYS))) == FEW


@pytest.mark.parametrize("how", ["exit", "kill", "memory"])
def test_a_process_that_dies_costs_its_source_only(how: str) -> None:
    asked = files(10)
    asked[4] = SourceFile("sources/004.txt", how.encode())
    done = in_order(list(misbehaves()(asked, WAYS)))
    assert [number for number, worked in enumerate(done) if worked.refused] == [4]
    refused = done[4].refused
    assert refused
    assert refused.reason == DIED if how != "memory" else "MemoryError" in refused.reason
    assert done[5] == work(asked[5], WAYS)


def test_several_that_die_are_all_told() -> None:
    asked = [SourceFile(f.path, b"kill") if number % 3 == 0 else f for number, f in enumerate(files(9))]
    done = in_order(list(misbehaves()(asked, WAYS)))
    assert [number for number, worked in enumerate(done) if worked.refused] == [0, 3, 6]


def test_a_process_that_was_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    asked = files(8)
    asked[3] = SourceFile("sources/003.txt", f"once {tmp_path / 'killed'} {FIRST}".encode())
    done = in_order(list(misbehaves()(asked, WAYS)))
    assert (tmp_path / "killed").exists()
    assert [worked.refused for worked in done] == [None] * 8


def test_a_source_that_takes_too_long_is_skipped_with_the_reason() -> None:
    ways = Ways(Limits(seconds=1), "en")
    asked = files(4)
    asked[1] = SourceFile("sources/001.txt", b"hang")
    done = in_order(list(misbehaves()(asked, ways)))
    refused = done[1].refused
    assert refused
    assert refused.reason == (
        "to read and analyse it took more than 1 seconds; `limits.seconds` in briefing.yml raises the limit"
    )
    assert [worked.whole for worked in done] == [True, False, True, True]


def test_the_limit_holds_in_this_process_and_in_any_thread() -> None:
    met: list[str] = []

    def endless() -> None:
        try:
            with within(0.2):
                while True:
                    try:
                        time.process_time()
                    except Exception:
                        met.append("taken for a failure")
        except TimeUpError:
            met.append("met")

    endless()
    thread = threading.Thread(target=endless)
    thread.start()
    thread.join(20)
    assert met == ["met", "met"]
    with within(5):
        pass


SCRIPT = """
import sys
from tests.engines.test_pool import files, WAYS
from generator.engines import Engine
print("begun", flush=True)
print(len(list(Engine(jobs=2)(files(int(sys.argv[1])), WAYS))))
"""


def _script(tmp_path: Path, number: int) -> subprocess.Popen[str]:
    script = tmp_path / "site.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, str(script), str(number)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True)


def test_a_script_of_somebody_is_not_run_in_every_process(tmp_path: Path) -> None:
    with _script(tmp_path, FEW) as script:
        out, _ = script.communicate(timeout=120)
    assert out == f"begun\n{FEW}\n"


def test_no_process_is_left_of_a_run_that_was_killed(tmp_path: Path) -> None:
    with _script(tmp_path, 3_000) as script:
        assert script.stdout and script.stdout.readline() == "begun\n"
        time.sleep(3)
        script.send_signal(signal.SIGKILL)
        assert script.wait(10) == -signal.SIGKILL
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            os.killpg(script.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.2)
    os.killpg(script.pid, signal.SIGKILL)
    pytest.fail("processes were left")
