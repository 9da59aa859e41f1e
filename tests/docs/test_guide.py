"""What the guide says to do, done: the smallest project that it gives builds a site."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INDEX = (ROOT / "docs" / "guide" / "index.md").read_text(encoding="utf-8")
SOURCE = """\
Council approves the new port

The city council approved the new port on 3 March 2031, the mayor Ana Lind said in a statement to the press.

Fishing boats will keep their berths in the old basin, and the fish market moves to a hall of its own beside the road.
The hall was built for the railway in another century, and has stood empty since the line to the coast was closed.
Residents had asked for a park there. The council will hear them in May, before any wall of the old hall is moved.
"""


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "-C", str(folder), "build"]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_the_smallest_project_of_the_guide_builds(tmp_path: Path) -> None:
    (settings,) = re.findall(r"^```yaml\n(.*?)^```$", INDEX, re.MULTILINE | re.DOTALL)
    (tmp_path / "briefing.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "port.txt").write_text(SOURCE, encoding="utf-8")
    done = build(tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "topics" / "port" / "index.html").read_text(encoding="utf-8")
    assert "The city council approved the new port on 3 March 2031" in page
