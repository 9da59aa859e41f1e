"""`--keep-lists` and `keep_lists`: a list of teasers is read where that is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.reading_formats.test_lists import LISTS

SETTINGS = "title: Harbour\ntopics:\n  - {id: basin, title: Basin, scope: The basin., terms: [basin, council]}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "news.html").write_text(LISTS[0], encoding="utf-8")
    (tmp_path / "sources" / "a.txt").write_text(
        "Council to meet\n\nThe harbour council will meet on Tuesday to speak of the basin, its office said.\n", "utf-8"
    )
    (tmp_path / "briefing.yml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def test_inspect(project: Path) -> None:
    page = str(project / "sources" / "news.html")
    told = CliRunner().invoke(main, ["inspect", "--json", page])
    assert told.exit_code == 1
    assert json.loads(told.stdout)["error"].startswith("a list of teasers, not an article")
    told = CliRunner().invoke(main, ["inspect", "--json", "--keep-lists", page])
    assert told.exit_code == 0
    assert json.loads(told.stdout)["notes"] == ["a list of teasers, not an article"]


@pytest.mark.parametrize("verb", ["render", "check"])
def test_by_option_and_by_setting(project: Path, verb: str) -> None:
    def skipped(*options: str) -> bool:
        told = CliRunner().invoke(main, ["-C", str(project), verb, *options])
        return "a list of teasers" in told.output

    assert skipped()
    assert not skipped("--keep-lists")
    (project / "briefing.yml").write_text(f"{SETTINGS}keep_lists: true\n", encoding="utf-8")
    assert not skipped()
