"""Ctrl-C, SIGTERM and SIGHUP end the command with a short line and the exit code that shells give, at any time."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import __main__ as entry
from generator.commands import inspect
from generator.disk.chromium import _run
from tests.signals import as_from_a_terminal

SAYS = "\nstopped\n"


def test_while_the_command_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from generator.__main__ import main; main()"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", SAYS)


def test_while_it_works(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(inspect, "inspect", stopped)
    monkeypatch.setattr(sys, "argv", ["briefing", "inspect", __file__])
    with pytest.raises(SystemExit) as ended:
        entry.main()
    said = capsys.readouterr()
    assert (ended.value.code, said.out, said.err.strip("\n")) == (130, "", SAYS.strip("\n"))


# Stands for a browser that has begun to print and never ends; it has a child, as browsers have.
BROWSER = """\
#!/bin/sh
sleep 300 &
echo $! > {told}.new && mv {told}.new {told}
wait
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_while_a_browser_prints_nothing_stays_behind(project: Path, tmp_path: Path, number: signal.Signals) -> None:
    told, browser = tmp_path / "child", tmp_path / "browser"
    browser.write_text(BROWSER.format(told=told), encoding="utf-8")
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", "-q", "-C", str(project), "build", "--pdf"],
        env={**os.environ, "BRIEFING_CHROMIUM": str(browser)},
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        preexec_fn=as_from_a_terminal,
    )
    _until(told.exists)
    assert list(project.glob(".site-*"))
    run.send_signal(number)
    said = run.communicate(timeout=120)[1]
    assert (run.returncode, said.strip("\n")) == (128 + number, SAYS.strip("\n"))
    assert not list(project.glob(".site-*"))
    _until(lambda: not _alive(int(told.read_text())))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_a_browser_is_being_started_leaves_none_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    """The moment in which the browser runs already and `Popen` has not given it yet."""
    started: list[int] = []

    class Slow(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            started.append(self.pid)
            os.kill(os.getpid(), number)
            time.sleep(0.01)  # in which the signal would interrupt

    monkeypatch.setattr(subprocess, "Popen", Slow)
    before = signal.signal(number, interrupts)
    try:
        with pytest.raises(KeyboardInterrupt):
            _run(["sleep", "300"], tmp_path / "said", 60)
        assert signal.getsignal(number) is interrupts
    finally:
        signal.signal(number, before)
    assert not _alive(started[0])


def interrupts(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_signal_that_was_ignored_stays_so(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGHUP)\n", encoding="utf-8")
    code = (
        f"import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); sys.path.insert(0, {str(tmp_path)!r}); "
        "from generator import __main__ as entry; entry._run = lambda: __import__('click'); entry.main(); print('done')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "done\n", "")


def _until(done: Callable[[], bool], seconds: float = 300) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def _alive(process: int) -> bool:
    """Whether `process` runs; one that has ended and that nobody has asked for yet does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--version"], 0, "briefing, version"),
        (["inspect", "no-such-file.txt"], 1, "no such file"),
        (["bulid"], 2, "Error: No such command 'bulid'."),
        (["--no-such"], 2, "Error: No such option"),
    ],
)
def test_everything_else_ends_as_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["briefing", *arguments])
    with pytest.raises(SystemExit) as ended:
        entry.main()
    assert ended.value.code == code
    assert said in "".join(capsys.readouterr())
