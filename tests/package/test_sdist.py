"""A source distribution holds what `make test` needs, and nothing that was built or installed."""

from __future__ import annotations

import tarfile
from pathlib import Path, PurePosixPath

import pytest
from hatchling.build import build_sdist

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (".github", "benchmarks", "docs", "generator", "requirements", "scripts", "sources", "tests")
FILES = ("Makefile", "pyproject.toml", "briefing.yml", "mkdocs.yml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
         "LICENSE", "SECURITY.md", ".editorconfig", ".gitattributes", ".gitignore",
         ".pre-commit-config.yaml")  # fmt: skip
MADE = {"__pycache__", "node_modules", ".venv", "site", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"}


def test_a_source_distribution_holds_what_the_tests_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with tarfile.open(tmp_path / build_sdist(str(tmp_path))) as packed:
        names = {PurePosixPath(*PurePosixPath(name).parts[1:]) for name in packed.getnames()}
    ours = {path.relative_to(ROOT) for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()}
    wanted = {path.as_posix() for path in ours if not MADE & set(path.parts)} | set(FILES)
    assert wanted <= {name.as_posix() for name in names}
    assert not [name for name in names if MADE & set(name.parts[:1]) or "__pycache__" in name.parts]
