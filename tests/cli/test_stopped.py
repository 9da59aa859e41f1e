"""Ctrl-C ends the command with a short line and the exit code that shells give it, whenever it comes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import __main__ as entry
from generator import shell

SAYS = "\nstopped\n"


def test_while_the_command_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from generator.__main__ import main; main()"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", SAYS)


def test_while_it_works(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(shell, "inspect", stopped)
    monkeypatch.setattr(sys, "argv", ["briefing", "inspect", __file__])
    with pytest.raises(SystemExit) as ended:
        entry.main()
    said = capsys.readouterr()
    assert (ended.value.code, said.out, said.err.strip("\n")) == (130, "", SAYS.strip("\n"))


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
