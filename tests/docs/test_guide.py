"""What the guide says to do, done: the smallest project that it gives builds a site."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

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


PAGES = sorted([*(ROOT / "docs" / "guide").glob("*.md"), *(ROOT / "docs" / "reference").glob("*.md")])


def anchors(page: str) -> set[str]:
    """The anchors that a repository's viewer gives to headings."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", page, flags=re.M | re.S), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_links_lead_somewhere_also_within_pages(path: Path) -> None:
    """MkDocs looks at none of them: these pages are read in the repository."""
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        if not link.startswith("https://"):
            name, _, anchor = link.partition("#")
            target = (path.parent / name).resolve() if name else path
            assert target.is_file(), link
            assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), link
