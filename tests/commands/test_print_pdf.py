"""`briefing build --pdf` from the outside, with a browser that is a script, and with none."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

# Prints every page but those on fishing.
BROWSER = """\
#!{python}
import sys
from pathlib import Path
arguments = dict(a.split("=", 1) for a in sys.argv[1:] if "=" in a)
page = Path(sys.argv[-1].removeprefix("file://")).read_text(encoding="utf-8")
if "<title>Fishing" in page:
    sys.exit("[1:1:ERROR:printing.cc:1] No ink")
Path(arguments["--print-to-pdf"]).write_bytes(b"%PDF-1.4 <</Type /Page>> %%EOF")
"""
NAMES = "chromium, chromium-browser, google-chrome, google-chrome-stable, chrome, microsoft-edge, msedge"
LACK = (
    "pdf/: expected Chromium, Chrome or Edge to print with, found none ({}); the site was built without PDFs; "
    "install one of them, or name its program in BRIEFING_CHROMIUM, and build again\n"
)


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder that is the whole PATH, on a machine without the applications of macOS."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("BRIEFING_CHROMIUM", raising=False)
    monkeypatch.setattr("generator.disk.chromium.APPS", ())
    return folder


def links(project: Path, topic: str) -> str:
    return (project / "site" / "topics" / topic / "index.html").read_text(encoding="utf-8")


def test_without_a_browser_the_site_is_built_and_the_lack_is_told(
    project: Path, briefing: Run, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = briefing("-q", "-C", project, "build", "--pdf")
    assert (code, out) == (1, "")
    assert err == LACK.format(f"looked for {NAMES}, and in /Applications")
    assert (project / "site" / "index.html").is_file()
    assert not (project / "site" / "pdf").exists()
    assert "application/pdf" not in links(project, "port")
    monkeypatch.setenv("BRIEFING_CHROMIUM", "/nowhere/chromium")
    code, out, err = briefing("-q", "-C", project, "build", "--pdf")
    assert (code, out) == (1, "")
    assert err == LACK.format("BRIEFING_CHROMIUM names no program: /nowhere/chromium")


def test_a_topic_that_cannot_be_printed_is_told_and_the_others_are_printed(
    project: Path, briefing: Run, nowhere: Path
) -> None:
    program = nowhere / "google-chrome"
    program.write_text(BROWSER.format(python=sys.executable), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    code, out, err = briefing("-C", project, "build", "--pdf")
    assert (code, out) == (1, "")
    assert f"pdf/: 1 of 2 topics printed by {program}\nbuilt site/ from 2 sources into 2 topics, " in err
    assert err.splitlines()[-1] == (
        f"pdf/fishing.pdf: the browser ended with 1 and said: No ink; the browser is {program}"
    )
    assert [p.name for p in (project / "site" / "pdf").iterdir()] == ["port.pdf"]
    assert '<a href="../../pdf/port.pdf" type="application/pdf">PDF</a>' in links(project, "port")
    assert "application/pdf" not in links(project, "fishing")
    assert not [p.name for p in project.iterdir() if p.name.startswith(".site")]
    code, _, err = briefing("-q", "-C", project, "build")
    assert (code, err) == (0, "")
    assert not (project / "site" / "pdf").exists()
    assert "application/pdf" not in links(project, "port")
