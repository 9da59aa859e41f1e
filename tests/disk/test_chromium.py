"""Printing with browsers that are none: what is written, what is told, and that nothing is left or left running."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.disk.chromium import APPS, NAMES, find_browser, print_page
from generator.errors import UnprintedError
from tests.conftest import ROOT
from tests.signals import as_from_a_terminal

HEAD = (
    b"%PDF-1.4\n1 0 obj\n<</Title (x)\n/CreationDate (D:20261122164028+00'00')\n/ModDate (D:20261122164028+00'00')>>\n"
)
GOOD = HEAD + b"2 0 obj\n<</Type /Page\n>>\ntrailer\n%%EOF\n"

# A browser: a script that finds where to print, and then does one of these.
BROWSER = """\
#!{python}
import os, signal, subprocess, sys, time
from pathlib import Path
arguments = dict(a.split("=", 1) for a in sys.argv[1:] if "=" in a)
target = Path(arguments["--print-to-pdf"])
page = Path(sys.argv[-1].removeprefix("file://"))
GOOD = {good!r}
{does}
"""

Browser = Callable[[str], str]


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Writes a browser that does as told and gives its path."""

    def make(does: str) -> str:
        path = tmp_path / "bin" / "chromium"
        path.parent.mkdir(exist_ok=True)
        path.write_text(BROWSER.format(python=sys.executable, good=GOOD, does=textwrap.dedent(does)), encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    return make


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Path]:
    """A folder that is empty again in the end."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    yield folder
    assert list(folder.iterdir()) == []


def test_what_is_printed_is_written_whole_and_without_dates(browser: Browser, scratch: Path, tmp_path: Path) -> None:
    target = tmp_path / "site" / "pdf" / "port.pdf"
    print_page(browser("target.write_bytes(GOOD)"), "<p>Port", target, scratch)
    data = target.read_bytes()
    assert len(data) == len(GOOD)  # a PDF counts its bytes
    assert b"Date" not in data
    assert data.split() == re.sub(rb"/(Creation|Mod)Date \([^)]*\)", b"", GOOD).split()
    assert [p.name for p in target.parent.iterdir()] == ["port.pdf"]


def test_the_numbers_that_a_run_gives_to_headings_of_tables_are_ranks(
    browser: Browser, scratch: Path, tmp_path: Path
) -> None:
    target = tmp_path / "port.pdf"
    made = []
    for first in (632, 998):
        heads = "".join(f"/ID (node{first + n:08})" for n in (7, 0, 7, 2)).encode()
        print_page(browser(f"target.write_bytes(GOOD.replace(b'(x)', {heads!r}))"), "<p>Port", target, scratch)
        made.append(target.read_bytes())
    assert made[0] == made[1]
    assert re.findall(rb"node\d+", made[0]) == [b"node00000002", b"node00000000", b"node00000002", b"node00000001"]


def test_a_browser_is_given_the_page_a_profile_of_its_own_and_no_network(
    browser: Browser, scratch: Path, tmp_path: Path
) -> None:
    does = f"""
        Path({str(tmp_path / "heard")!r}).write_text("\\n".join([page.read_text(), *sys.argv[1:]]))
        target.write_bytes(GOOD)
    """
    print_page(browser(does), "<p>Pört", tmp_path / "port.pdf", scratch)
    page, *flags = (tmp_path / "heard").read_text(encoding="utf-8").splitlines()
    assert page == "<p>Pört"
    assert {"--headless", "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND"} <= set(flags)
    assert next(f for f in flags if f.startswith("--user-data-dir=")).startswith(f"--user-data-dir={scratch}/print-")
    assert ("--no-sandbox" in flags) == (os.geteuid() == 0)


WRONG = {
    "fails and says why": (
        'print("[1:1:ERROR:dbus/bus.cc:405] Failed"); print("[9:9:1122/1.2:FATAL:zygote.cc(1)] No usable sandbox!"); '
        "sys.exit(3)",
        "the browser ended with 3 and said: No usable sandbox!",
    ),
    "fails in silence": ("sys.exit(1)", "the browser ended with 1 and said nothing"),
    "is killed": ("os.kill(os.getpid(), signal.SIGKILL)", "the browser ended with -9 and said nothing"),
    "writes nothing": (
        'print("[1:1:ERROR:headless.cc:4] Page load failed: net::ERR_ACCESS_DENIED")',
        "the browser wrote no PDF and said: Page load failed: net::ERR_ACCESS_DENIED",
    ),
    "writes rubbish": (
        'target.write_text("<html>")',
        "what the browser wrote is no PDF with a page and said nothing",
    ),
    "stops half-way": (
        "target.write_bytes(GOOD[:-9])",
        "what the browser wrote is no PDF with a page and said nothing",
    ),
    "writes no page": (
        'target.write_bytes(GOOD.replace(b"/Page", b"/Font"))',
        "what the browser wrote is no PDF with a page and said nothing",
    ),
    "says too much": (
        'sys.stderr.buffer.write(b"\\x1b[31m\\xff" + b"x" * 9000); sys.exit(1)',
        "the browser ended with 1 and said: [31m\ufffd" + "x" * 195,
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_browser_that_goes_wrong_is_told_in_words_and_leaves_nothing(
    name: str, browser: Browser, scratch: Path, tmp_path: Path
) -> None:
    does, says = WRONG[name]
    target = tmp_path / "port.pdf"
    with pytest.raises(UnprintedError) as told:
        print_page(browser(does), "<p>Port", target, scratch)
    assert str(told.value) == says
    assert not target.exists()


def running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"


def ended(pid: int) -> bool:
    until = time.monotonic() + 10
    while running(pid) and time.monotonic() < until:
        time.sleep(0.05)
    return not running(pid)


HANGS = """
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path({pids!r}).write_text(f"{{os.getpid()}} {{child.pid}}")
    target.write_bytes(GOOD[:99])
    time.sleep(600)
"""


def test_a_browser_that_hangs_is_ended_with_its_children(browser: Browser, scratch: Path, tmp_path: Path) -> None:
    pids, target = tmp_path / "pids", tmp_path / "port.pdf"
    with pytest.raises(UnprintedError) as told:
        print_page(browser(HANGS.format(pids=str(pids))), "<p>Port", target, scratch, seconds=3)
    assert str(told.value) == "the browser took more than 3 seconds and said nothing"
    assert not target.exists()
    assert all(ended(int(pid)) for pid in pids.read_text(encoding="utf-8").split())


def test_an_interrupted_print_ends_the_browser_and_cleans_up(browser: Browser, scratch: Path, tmp_path: Path) -> None:
    pids, target = tmp_path / "pids", tmp_path / "port.pdf"
    code = (
        "import sys\nfrom pathlib import Path\nfrom generator.disk.chromium import print_page\n"
        "print_page(sys.argv[1], '<p>Port', *map(Path, sys.argv[2:]))"
    )
    command = [sys.executable, "-c", code, browser(HANGS.format(pids=str(pids))), str(target), str(scratch)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, preexec_fn=as_from_a_terminal) as printing:
        until = time.monotonic() + 30
        while not (pids.exists() and pids.read_text(encoding="utf-8")) and time.monotonic() < until:
            time.sleep(0.05)
        printing.send_signal(signal.SIGINT)
        _, said = printing.communicate(timeout=30)
    assert b"KeyboardInterrupt" in said
    assert not target.exists()
    assert all(ended(int(pid)) for pid in pids.read_text(encoding="utf-8").split())


def test_what_a_browser_leaves_running_is_ended_too(browser: Browser, scratch: Path, tmp_path: Path) -> None:
    pids, target = tmp_path / "pids", tmp_path / "port.pdf"
    does = f"""
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        Path({str(pids)!r}).write_text(str(child.pid))
        target.write_bytes(GOOD)
    """
    began = time.monotonic()
    print_page(browser(does), "<p>Port", target, scratch)
    assert time.monotonic() - began < 30
    assert target.exists()
    assert ended(int(pids.read_text(encoding="utf-8")))


def test_a_program_that_is_none_is_told(scratch: Path, tmp_path: Path) -> None:
    path = tmp_path / "chromium"
    path.write_text("no program", encoding="utf-8")
    path.chmod(0o755)
    with pytest.raises(UnprintedError, match=r"^the browser cannot be started: exec format error$"):
        print_page(str(path), "<p>Port", tmp_path / "port.pdf", scratch)


def test_a_browser_is_found_by_its_usual_names_or_by_the_one_that_is_set(browser: Browser, tmp_path: Path) -> None:
    path = Path(browser("pass"))
    where = {"PATH": str(path.parent)}
    assert find_browser(where) == str(path)
    for name in NAMES[1:]:
        path = path.rename(path.with_name(name))
        assert find_browser(where) == str(path)
    own = path.rename(path.with_name("ours"))
    none = {"PATH": str(tmp_path)}
    assert find_browser(none) in {None, *APPS}
    assert find_browser({**none, "BRIEFING_CHROMIUM": str(own)}) == str(own)
    assert find_browser({**where, "BRIEFING_CHROMIUM": "ours"}) == str(own)
    own.with_name("chromium").symlink_to(own)
    assert find_browser({**where, "BRIEFING_CHROMIUM": "/nowhere/chromium"}) is None
