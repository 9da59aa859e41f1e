"""MkDocs may fail in any way: one message says what and where to look, exit 2, and the last good site stays."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import disk
from generator.commands.engine import engine
from generator.errors import BriefingError

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).resolve().parents[2]
GOOD = "the last good site"

FAULTS = {
    "raises": ("raise ValueError('no\\nluck')", "hook.py:2: MkDocs was stopped by ValueError: no luck; run it with -v"),
    "exits": ("raise SystemExit(0)", "hook.py:2: MkDocs was stopped by SystemExit: 0; run it with -v"),
    "interrupts": ("raise KeyboardInterrupt", "hook.py:2: MkDocs was stopped by KeyboardInterrupt; run it"),
    "memory": ("raise MemoryError", "mkdocs build: MkDocs had not enough memory; the last good site stays"),
    "recursion": ("on_page_markdown(*a, **k)", "hook.py:2: MkDocs was stopped by RecursionError: maximum recursion"),
    "killed": ("import os; os.kill(os.getpid(), 9)", "mkdocs build: MkDocs made no site: it was ended from outside ("),
    "leaves": ("import os; os._exit(3)", "mkdocs build: MkDocs made no site: it ended with 3 in the middle of"),
    "full": ("f = open(SITE, 'w'); raise OSError(28, 'No space left on device')", "site/x.html: no space left on dev"),
    "copies": (
        "open(SITE, 'w'); raise OSError(28, 'No space left', '/x/.venv/lib/site-packages/a.css', None, SITE)",
        "site/x.html: no space left; the last good site stays",
    ),
    "reads": (
        "open(SITE, 'w'); raise OSError(28, 'No space left', '/x/.venv/lib/site-packages/a.css')",
        "site/x.html: no space left; the last good site stays",
    ),
    "hangs": ("import time; time.sleep(60)", "mkdocs build: MkDocs made no site: it took more than 1 seconds; `limits"),
}  # fmt: skip


def with_hook(project: Path, body: str) -> None:
    (project / "hook.py").write_text(f"def on_page_markdown(*a, **k):\n    {body}\n", encoding="utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nhooks: [hook.py]\n", encoding="utf-8")


def a_good_site(project: Path) -> None:
    (project / "site").mkdir()
    for name in ("briefing.json", "index.html"):
        (project / "site" / name).write_text(GOOD, encoding="utf-8")


def holds_the_good_site(project: Path) -> bool:
    left = [path for path in project.iterdir() if path.name.startswith(".site")]
    return not left and {path.read_text(encoding="utf-8") for path in (project / "site").iterdir()} == {GOOD}


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_mkdocs_does_is_one_message(project: Path, briefing: Run, fault: str) -> None:
    body, expected = FAULTS[fault]
    with_hook(project, body.replace("SITE", "k['config'].site_dir + '/x.html'"))
    if fault == "hangs":
        settings = project / "briefing.yml"
        settings.write_text(settings.read_text(encoding="utf-8") + "limits: {engine_seconds: 1}\n", encoding="utf-8")
    a_good_site(project)
    code, out, err = briefing("-q", "-C", project, "build")
    assert (code, out, err.count("\n"), "Traceback" in err) == (2, "", 1, False), err
    assert err.startswith(expected), err
    assert holds_the_good_site(project)


def test_what_fails_as_the_settings_are_read_is_told_too(project: Path, briefing: Run) -> None:
    with_hook(project, "pass")
    (project / "hook.py").write_text("import sys\nsys.exit('bye')\n", encoding="utf-8")
    code, _, err = briefing("-q", "-C", project, "build")
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith("hook.py:2: MkDocs was stopped by SystemExit: bye; run it with -v")
    assert not (project / "docs").exists()


@pytest.mark.parametrize(
    ("body", "lack"),
    [
        ("def on_startup(**k):\n    build.build = lambda config, **k: None\n", r"0 of \d+ pages"),
        ("def on_post_build(config, **k):\n    import os\n    os.remove(config.site_dir + '/404.html')\n"
         "    os.rename(config.site_dir + '/index.html', config.site_dir + '/i.html')\n", "no index.html"),
    ],
)  # fmt: skip
def test_a_site_that_is_not_whole_does_not_take_the_place_of_one_that_is(
    project: Path, briefing: Run, body: str, lack: str
) -> None:
    with_hook(project, "return None")
    (project / "hook.py").write_text(f"from mkdocs.commands import build\n{body}", encoding="utf-8")
    a_good_site(project)
    code, _, err = briefing("-q", "-C", project, "build")
    assert (code, bool(re.match(f"mkdocs build: MkDocs made a site with {lack};", err))) == (1, True), err
    assert holds_the_good_site(project)


@pytest.mark.parametrize("verb", ["build", "serve"])
def test_mkdocs_may_be_missing(project: Path, verb: str) -> None:
    code = "import sys; sys.modules['mkdocs'] = None; from generator.__main__ import main; main()"
    command = [sys.executable, "-c", code, "-q", "-C", str(project), verb]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "there is no mkdocs" in run.stderr
    assert "install Briefing again, with all that it needs" in run.stderr


def test_what_mkdocs_started_ends_with_it(project: Path) -> None:
    """Also where the command is ended while it waits: a hook's own child is not left behind."""
    told = project / "told"
    with_hook(project, f"import subprocess; open({str(told)!r}, 'w').write(str(subprocess.Popen(['sleep', '60']).pid))")
    (project / "hook.py").write_text((project / "hook.py").read_text().replace("on_page_markdown", "on_config"))
    with engine(disk.open_project(project)) as mkdocs:
        mkdocs.settings()
        (project / "docs").mkdir()
        mkdocs.pipe.send(("no rendered pages", project / "aside"))
        with pytest.raises(BriefingError):
            mkdocs._answer()
    if told.exists():
        state = Path(f"/proc/{told.read_text()}/stat")
        end = time.monotonic() + 10
        while state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z":
            assert time.monotonic() < end
            time.sleep(0.05)
