"""What is measured as one source added is one source added."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scale import again, corpus


def test_one_source_is_added(tmp_path: Path) -> None:
    project = tmp_path / "project"
    corpus.write(project, 4)
    before = {path.name: path.read_bytes() for path in (project / "sources").iterdir()}
    again.add_one(project, 4)
    after = {path.name: path.read_bytes() for path in (project / "sources").iterdir()}
    assert before.items() <= after.items()
    assert sorted(Path(name).suffix for name in after.keys() - before.keys()) == [".txt", ".yml"]
    assert again.two_cores(project) > 0
