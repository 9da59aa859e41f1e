"""Values that many tests start from, and a tiny project in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.web import Web, serving


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what comes out now as what tests/projects expects")


# The same examples in every run, and none judged by the clock of a busy machine.
settings.register_profile("suite", derandomize=True, deadline=None, database=None)
settings.load_profile("suite")

ROOT = Path(__file__).resolve().parents[1]

SETTINGS = """\
title: Harbour briefing
topics:
  - id: port
    title: The port
    scope: What becomes of the port.
    terms: [port, harbour]
  - id: fishing
    title: Fishing
    scope: What becomes of the fishing fleet.
    terms: [fishing, fleet]
"""

FIRST = """\
Council approves the new port

The city council approved the new port on 3 March 2021, the mayor Ana Lind said in a statement. The port will cost 40
million euros and open in 2024, according to the council. Fishing boats will keep their berths in the old harbour.

It is not clear who will pay for the fishing fleet's new fuel dock, the harbour office said.
"""

SECOND = """\
Port vote passes

The new port was approved by the city council on 3 March 2021. The port will cost 45 million euros, the newspaper
reported. Fishing crews protested outside the town hall for two hours.
"""


@pytest.fixture(autouse=True, scope="session")
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Has tests keep a key of their own for what is remembered, and the user's own alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with settings, MkDocs' settings and two sources; nothing rendered yet."""
    root = tmp_path / "project"
    (root / "sources").mkdir(parents=True)
    (root / "briefing.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "sources" / "first.txt").write_text(FIRST, encoding="utf-8")
    (root / "sources" / "second.txt").write_text(SECOND, encoding="utf-8")
    shutil.copy(ROOT / "generator" / "data" / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.fixture
def web() -> Iterator[Web]:
    """A web server on loopback whose answers the test gives."""
    with serving() as served:
        yield served


@pytest.fixture
def briefing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Runs the command in this process: `briefing("-C", folder, "render")` gives (exit code, stdout, stderr)."""
    from click.testing import CliRunner

    from generator.cli import main

    def run(*arguments: object) -> tuple[int, str, str]:
        result = CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=True)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    return run
