"""A wheel holds the package, its data and the mark that it is typed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hatchling.build import build_wheel

ROOT = Path(__file__).resolve().parents[2]


def test_a_wheel_is_typed_and_holds_every_file_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as packed:
        names = set(packed.namelist())
    assert "generator/py.typed" in names
    ours = {path.relative_to(ROOT) for path in (ROOT / "generator").rglob("*") if path.is_file()}
    assert {path.as_posix() for path in ours if "__pycache__" not in path.parts} <= names
