"""`limits.sentences`: a longer source is read up to there; every place that tells of the source says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

_SETTINGS = (
    "title: Harbour\ntopics:\n  - {id: basin, title: Basin, scope: The basin., terms: [basin, council]}\n"
    "limits: {sentences: 3}\n"
)
_TOLD = (
    "sources/long.md: warning: read up to sentence 3: 5 sentences, more than the limit of 3; "
    "`limits.sentences` in briefing.yml raises it"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    for name, count in (("long", 5), ("short", 3)):
        days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")[:count]
        text = " ".join(f"The council of {name.title()}mar will dig the basin anew on {day}." for day in days)
        (tmp_path / "sources" / f"{name}.md").write_text(f"# {name.title()}\n\n{text}\n", "utf-8")
    (tmp_path / "briefing.yml").write_text(_SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("verb", ["render", "check"])
def test_a_command_says_it_once(project: Path, verb: str) -> None:
    told = CliRunner().invoke(main, ["-C", str(project), verb])
    assert told.output.count("read up to sentence") == 1
    assert _TOLD in told.output
    page = project / "docs" / "sources" / "long.md"
    assert page.is_file() == (verb == "render")
    if verb == "render":
        said = "Only the first 3 sentences of this source were read; 2 sentences behind them were left out."
        assert said in page.read_text("utf-8")
        assert "Only the first" not in (project / "docs" / "sources" / "short.md").read_text("utf-8")
        assert "Thursday" not in page.read_text("utf-8")


def test_one_sentence_alone_is_enough_for_the_message(project: Path) -> None:
    (project / "briefing.yml").write_text(_SETTINGS.replace("3}", "4}"), encoding="utf-8")
    CliRunner().invoke(main, ["-C", str(project), "render"])
    assert "; one sentence behind them was left out" in (project / "docs" / "sources" / "long.md").read_text("utf-8")


def test_inspect_says_it(project: Path) -> None:
    path = str(project / "sources" / "long.md")
    told = CliRunner().invoke(main, ["-C", str(project), "inspect", "--json", path])
    row = json.loads(told.stdout)
    assert (row["sentences"], row["unread"]) == (3, 2)
    assert "read up to sentence 3 of 5" in CliRunner().invoke(main, ["-C", str(project), "inspect", path]).stdout


def test_no_sentence_at_all_is_no_limit(project: Path) -> None:
    (project / "briefing.yml").write_text(_SETTINGS.replace("3}", "0}"), encoding="utf-8")
    told = CliRunner().invoke(main, ["-C", str(project), "check"])
    assert "limits.sentences" in told.output
    assert told.exit_code != 0
