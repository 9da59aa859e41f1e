"""What the command says on a terminal and what elsewhere, and a build that may not be half of one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.exceptions import PluginError

from generator.plugin import BriefingPlugin


def on_a_terminal(*arguments: str) -> str:
    """What the command writes to its stderr where that is a terminal."""
    master, slave = os.openpty()
    command = [sys.executable, "-m", "generator", *arguments]
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=slave, env={**os.environ, "TERM": "xterm-256color"}
    )
    os.close(slave)
    said = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:  # how Linux says that the other end is closed
            break
        if not part:
            break
        said += part
    os.close(master)
    child.communicate()
    assert child.returncode == 0, said
    return said.decode("utf-8", "replace")


def test_a_bar_counts_the_sources_on_a_terminal_and_nowhere_else(project: Path) -> None:
    said = on_a_terminal("-C", str(project), "render")
    assert "reading sources" in said and "2/2" in said
    assert "reading sources" not in on_a_terminal("-q", "-C", str(project), "render")
    command = [sys.executable, "-m", "generator", "-C", str(project), "render"]
    assert "reading sources" not in subprocess.run(command, capture_output=True, text=True, check=True).stderr


@pytest.mark.parametrize(("command", "refused"), [("build", True), ("gh-deploy", True), ("serve", False)])
def test_a_build_of_changed_pages_alone_is_refused(
    command: Literal["build", "gh-deploy", "serve"], refused: bool
) -> None:
    plugin = BriefingPlugin()
    if refused:
        with pytest.raises(PluginError, match="leaves the search index without most pages"):
            plugin.on_startup(command=command, dirty=True)
    else:
        plugin.on_startup(command=command, dirty=True)
    plugin.on_startup(command=command, dirty=False)


def test_how_much_is_said_may_be_asked_before_the_verb_and_after_it(
    project: Path, briefing: Callable[..., tuple[int, str, str]]
) -> None:
    said = [briefing(*before, "-C", project, "render", *after)[2] for before, after in (((), ()), (("-v",), ()))]
    assert "docs/: " in said[0]
    assert "read sources/first.txt" not in said[0]
    assert "read sources/first.txt" in said[1]
    assert briefing("-C", project, "render", "-v")[2] == said[1]
    assert briefing("-q", "-C", project, "render")[2] == ""
    for verb in ("render", "build", "check"):
        assert briefing("-C", project, verb, "-q")[::2] == (0, ""), verb
