"""Whatever a hook, a plugin or a template does while a preview is on is told, and the preview goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generator.disk import looks
from generator.later import Later
from generator.preview import on_change, taking_turns, telling
from tests.commands.test_serve import free_port, wait_for

Run = Callable[..., tuple[int, str, str]]
HOOK = """
import pathlib, sys
def on_config(config):
    exec(pathlib.Path(config.docs_dir, "now.txt").read_text())
def on_page_markdown(markdown, page, config, files):
    exec(pathlib.Path(config.docs_dir, "page.txt").read_text())
"""
WHOLE = {
    "raise ValueError('no\\nluck')": "hook.py:4: MkDocs was stopped by ValueError: no luck; run it with -v",
    "sys.exit(3)": "hook.py:4: MkDocs was stopped by SystemExit: 3; run it with -v",
    "raise MemoryError": "mkdocs build: MkDocs had not enough memory; mend it and save",
    "open('/no/such/file')": "/no/such/file: no such file or directory; mend it and save",
    "on_config(config)": "MkDocs was stopped by RecursionError: maximum recursion",
    "raise OSError(28, 'No space left', config.docs_dir + '/x')": "docs/x: no space left; mend it",
}


def hooked(project: Path) -> None:
    (project / "docs").mkdir(exist_ok=True)
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    for name in ("now.txt", "page.txt"):
        (project / "docs" / name).write_text("pass", encoding="utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nhooks: [hook.py]\n", encoding="utf-8")


def test_a_preview_goes_on_whatever_happens_in_it(project: Path, tmp_path: Path) -> None:
    hooked(project)
    port, said = free_port(), tmp_path / "said.txt"
    command = [sys.executable, "-m", "generator", "-C", str(project), "serve", "--address", f"127.0.0.1:{port}"]
    with said.open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)

    def heard(words: str, after: int) -> bool:
        end = time.monotonic() + 60
        while time.monotonic() < end and words not in said.read_text(encoding="utf-8")[after:]:
            time.sleep(0.1)
        return words in said.read_text(encoding="utf-8")[after:]

    def saved(name: str, text: str) -> int:
        before = len(said.read_text(encoding="utf-8"))
        (project / "docs" / name).write_text(text, encoding="utf-8")
        return before

    try:
        assert wait_for("The port", port, "topics/port/")
        for fault, words in WHOLE.items():
            before = saved("now.txt", fault)
            assert heard(words, before), said.read_text()
            assert heard("not rebuilt: the last good site is shown until that is mended", before)
            assert wait_for("The port", port, "topics/port/", 10)
        before = saved("now.txt", "pass")
        assert heard("mended: rebuilt", before)
        for fault in ("raise SystemExit('bye')", "raise ValueError('bad')"):
            before = saved("page.txt", fault)
            assert heard("nothing is shown until that is mended", before), said.read_text()
            before = saved("page.txt", "pass")
            assert heard("mended: rebuilt", before)
            assert wait_for("The port", port, "topics/port/", 10)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=20)
    assert "Traceback" not in said.read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", ["raise ValueError('no')", "sys.exit(0)", "raise MemoryError", "open('/no/such')"])
def test_a_first_build_that_fails_is_one_message(project: Path, briefing: Run, fault: str) -> None:
    hooked(project)
    (project / "docs" / "page.txt").write_text(fault, encoding="utf-8")
    code, out, err = briefing("-q", "-C", project, "serve", "--address", f"127.0.0.1:{free_port()}")
    lines = [line for line in err.splitlines() if not line.startswith("Error reading page")]
    assert (code, out, len(lines)) == (2, "", 1), err
    assert "nothing is served" in lines[0]


def test_what_comes_out_of_a_rebuild_is_told_but_an_interrupt_is_the_users() -> None:
    outcomes: list[BaseException | None] = [ValueError("a"), SystemExit(0), MemoryError(), None, KeyboardInterrupt()]
    said: list[str] = []

    def build() -> None:
        if outcome := outcomes.pop(0):
            raise outcome

    rebuild = telling(build, said.append, lambda: True, lambda error: type(error).__name__)
    assert [rebuild() for _ in range(4)] == [False, False, False, True]
    assert [words.partition("\n")[0] for words in said] == [
        "ValueError",
        "SystemExit",
        "MemoryError",
        "mended: rebuilt",
    ]
    with pytest.raises(KeyboardInterrupt):
        rebuild()


def test_mkdocs_is_as_it_was_after_a_rebuild_that_failed(tmp_path: Path) -> None:
    later = Later()

    def build() -> bool:
        later.forget(tmp_path)
        later.begin()
        raise Abort("no")

    with pytest.raises(Abort):
        taking_turns(build, later)()
    assert not later.begun


def test_what_a_rebuild_wrote_has_nothing_built_again() -> None:
    builds: list[bytes] = []
    state = {"inputs": b"1", "docs": b"a", "used": b""}
    good = [True, True, False, True, True]

    def build() -> bool:
        builds.append(state["inputs"])
        state["used"] = state["docs"]
        return good.pop(0)

    rebuild = on_change(build, lambda: state["inputs"], lambda: state["docs"], lambda: state["used"])
    rebuild()
    rebuild()
    assert builds == [b"1"]
    state["docs"] = b"b"  # a person's own page
    rebuild()
    assert builds == [b"1", b"1"]
    state["inputs"] = b"2"
    rebuild()
    rebuild()
    assert builds == [b"1", b"1", b"2", b"2"], "one that failed is tried again"
    rebuild()
    assert len(builds) == 4


def test_a_look_at_files_tells_what_is_new_gone_or_saved_again(project: Path) -> None:
    sources = project / "sources"
    seen = [looks([sources, project / "briefing.yml", project / "none"])]
    changes: list[Callable[[], object]] = [
        lambda: (sources / "new.txt").write_text("new"),
        lambda: (sources / "new.txt").write_text("now"),
        lambda: os.utime(project / "briefing.yml"),
        lambda: (sources / "new.txt").unlink(),
    ]
    for change in changes:
        assert looks([sources, project / "briefing.yml", project / "none"]) == seen[-1]
        change()
        seen.append(looks([sources, project / "briefing.yml", project / "none"]))
    assert len(set(seen)) == len(seen)
