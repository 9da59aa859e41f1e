"""A project on a machine without YAKE: its own engine builds it, the other says what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = (
    "title: Port\nkeyphrases: {engine: %s}\ntopics:\n  - {id: port, title: Port, scope: The port., terms: [port]}\n"
)
TEXT = "The council voted on Tuesday to widen the basin of the port. The port will open again in May, Ana Brandt said."
WITHOUT = "import sys; sys.modules['yake'] = None; from generator.__main__ import main; main()"


def run(project: Path, engine: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    (project / "sources").mkdir()
    (project / "sources" / "port.txt").write_text(TEXT, encoding="utf-8")
    (project / "briefing.yml").write_text(SETTINGS % engine, encoding="utf-8")
    command = [sys.executable, "-c", WITHOUT, "-q", "-C", str(project), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_the_own_engine_renders_a_project(tmp_path: Path) -> None:
    done = run(tmp_path, "own", "render")
    assert (done.returncode, done.stderr) == (0, "")
    assert "basin" in (tmp_path / "docs" / "keyphrases.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("render",), ("inspect", "sources/port.txt")], ids=" ".join)
def test_yakes_engine_says_what_is_missing(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(tmp_path, "yake", *arguments[:1], *(str(tmp_path / name) for name in arguments[1:]))
    assert done.returncode == 2, done.stderr
    assert "keyphrases.engine: YAKE is not installed" in done.stderr
    assert "Traceback" not in done.stderr
