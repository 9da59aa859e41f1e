"""Whole tiny projects: sources in, pages and data out, compared byte for byte.

`pytest tests/projects --bless` writes what comes out now as what is expected; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import disk
from generator.pipeline import run

HERE = Path(__file__).parent
PROJECTS = sorted(path.parent for path in HERE.glob("*/briefing.yml"))
KEPT = ("briefing.json",)


def made(project: Path) -> dict[str, bytes]:
    opened = disk.open_project(project)
    files, skipped = disk.scan(opened.sources, opened.config.limits)
    site = run(files, opened.config, skipped)
    pages = {f"docs/{page.path}": page.text.encode("utf-8") for page in site.pages}
    return pages | {f"site/{asset.path}": asset.data for asset in site.assets if asset.path in KEPT}


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_pages_and_data(project: Path, request: pytest.FixtureRequest) -> None:
    expected, got = project / "expected", made(project)
    if request.config.getoption("--bless"):
        for path, data in got.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
        for stale in {p for p in expected.rglob("*") if p.is_file()} - {expected / path for path in got}:
            stale.unlink()
    there = {p.relative_to(expected).as_posix(): p.read_bytes() for p in expected.rglob("*") if p.is_file()}
    assert sorted(got) == sorted(there)
    for path, data in got.items():
        assert data.decode("utf-8").splitlines() == there[path].decode("utf-8").splitlines(), path


def test_there_are_projects() -> None:
    assert len(PROJECTS) >= 2
