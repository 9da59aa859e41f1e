"""What is measured as a build is MkDocs's part of it, and as a preview what a browser gets."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scale import corpus, site


def test_a_site_is_built_and_a_saved_source_shown(tmp_path: Path) -> None:
    project = tmp_path / "project"
    corpus.write(project, 3)
    assert site.build(project) > 0
    assert (project / "site" / "index.html").is_file()
    assert site.serve(project) > 0
