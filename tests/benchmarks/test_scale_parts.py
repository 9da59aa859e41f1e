"""`make bench-scale`: a part that fails loses no other, and a larger corpus goes on where a smaller one ends."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from benchmarks.scale import __main__ as scale
from benchmarks.scale import corpus, worker
from benchmarks.scale.tables import with_shares
from benchmarks.scale.worker import Done


def test_a_few_sources_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert scale.main(["2", "--parts", "stages"]) == 0
    said = capsys.readouterr()
    rows = {line[:18].strip(): line[18:].split() for line in said.out.splitlines()}
    assert float(rows["all"][0]) > 0
    assert float(rows["largest KB"][0]) > 1
    assert rows["YAKE alone"] == ["–"]
    assert said.err.startswith("2 sources: writing them\n2 sources: stages …\n2 sources: stages: ")


def test_a_part_that_fails_is_told_and_the_others_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fake(label: str, module: str, words: list[str]) -> Done:
        if module == "again":
            return Done({"first run": 3.0}, whole=False)
        return Done(
            {"stages": {"all": 4.0, "MB": 1.0}, "peers": {"all": 2.0, "MB": 7.0}, "site": {"build": 3.0}}[module],
            whole=True,
        )

    monkeypatch.setattr(scale, "part", fake)
    assert scale.main(["2", "3"]) == 1
    rows = {line[:18].strip(): line[18:].split() for line in capsys.readouterr().out.splitlines()}
    assert rows["all"][:2] == ["4.0", "4.0"]
    assert rows["MB"][:2] == ["1.0", "1.0"], "the stages' own"
    assert rows["times YAKE"][:2] == ["2.0", "2.0"]
    assert rows["first run"][:2] == ["3.0", "3.0"]
    assert rows["build / bare"][:2] == ["1.5", "1.5"]
    assert rows["one added %"] == ["–", "–"]


def test_what_a_part_found_before_it_failed_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = 'words\n{"a": 1.0}\n{"a": 1.0, "b": 2.0}\nhalf a li'
    ended = subprocess.CompletedProcess([], 137, said, "Traceback\nMemoryError\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    assert worker.part("9 sources: x", "x", []) == Done({"a": 1.0, "b": 2.0}, whole=False)
    assert capsys.readouterr().err.endswith("failed after 0 s (137): MemoryError\n")


def test_shares_follow_from_what_is_there() -> None:
    assert with_shares({"one added": 1.0, "first run": 4.0})["one added %"] == 25
    assert with_shares({"one added": 1.0}) == {"one added": 1.0}


def test_the_rest_of_a_corpus_is_written_alone_and_settings_are_added(tmp_path: Path) -> None:
    corpus.write(tmp_path / "all", 5)
    corpus.write(tmp_path / "rest", 5, first=3, settings={"pages": {"sources": "none"}})
    rest = {path.name: path.read_bytes() for path in (tmp_path / "rest" / "sources").iterdir()}
    assert len(rest) == 4
    assert rest.items() <= {p.name: p.read_bytes() for p in (tmp_path / "all" / "sources").iterdir()}.items()
    assert (tmp_path / "rest" / "briefing.yml").read_text(encoding="utf-8").endswith("pages:\n  sources: none\n")
