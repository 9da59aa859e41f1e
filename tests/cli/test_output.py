"""Where nobody takes what is printed, the exit code says so, and nothing else is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).resolve().parents[2]
FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")

PRINTS = [
    ["--version"], ["--help"], ["build", "--help"], ["diff", "--json"], ["diff"], ["upgrade"], ["check", "--json"],
    ["check", "--annotations"], ["inspect", "sources/first.txt"], ["inspect", "--json", "sources/first.txt"],
    ["explain", "first"], ["render", "--check"], ["withdraw", "sources/first.txt", "--because", "a slip"],
]  # fmt: skip


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    (root / "sources").mkdir()
    (root / "briefing.yml").write_text(
        "title: T\ntopics:\n  - {id: port, title: Port, scope: s, terms: [port, nothing]}\n", encoding="utf-8"
    )
    for name in ("first", "second"):
        text = f"The {name} port\n\nThe {name} port was approved on 3 March 2021, the council said in a statement.\n"
        (root / "sources" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(root, "-q", "render").returncode == 0
    (root / "old.json").write_bytes((root / "docs" / ".statements.json").read_bytes())
    return root


def run(
    root: Path, *arguments: str, stdout: IO[str] | None = None, stderr: IO[str] | int | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=root, check=False, text=True, env=environment, stdout=stdout, stderr=stderr)


@pytest.mark.parametrize("arguments", PRINTS, ids=" ".join)
def test_a_full_disk_behind_standard_output_is_exit_2(rendered: Path, arguments: list[str]) -> None:
    if arguments[0] == "diff":
        arguments = [*arguments, "old.json"]
    if arguments[0] == "render":
        (rendered / "docs" / "index.md").unlink()
    with FULL.open("w") as full:
        done = run(rendered, *arguments, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2, done.stderr
    assert "standard output: no space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_errors_that_nobody_takes_change_no_exit_code(rendered: Path) -> None:
    with FULL.open("w") as full:
        assert run(rendered, "render", stderr=full).returncode == 0
        assert run(rendered, "explain", "no-such", stderr=full).returncode == 2


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_taken_by_no_file(rendered: Path, closed: str) -> None:
    (rendered / "docs" / "index.md").unlink()  # there is something to do, and to say
    before = {path: path.read_bytes() for path in rendered.rglob("*.txt")}
    line = f'"$0" -m generator render {closed}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert (
        subprocess.run(["sh", "-c", line, sys.executable], cwd=rendered, check=False, env=environment).returncode == 0
    )
    assert {path: path.read_bytes() for path in rendered.rglob("*.txt")} == before
