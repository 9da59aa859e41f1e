"""Promise 8: same input, same bytes, on any machine, locale, time zone, hash seed or file order."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

SETTINGS = {
    "one": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "two": {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kolkata", "LC_ALL": "C", "PYTHONUTF8": "0", "LANGUAGE": "de"},
}

KEPT = ("assets", "guide", "reference")  # what a person wrote of docs/


def built(root: Path, name: str) -> dict[str, bytes]:
    project = root / name / "project"
    (project / "sources").mkdir(parents=True)
    for file in ("briefing.yml", "mkdocs.yml"):
        shutil.copy(ROOT / file, project / file)
    sources = sorted((ROOT / "sources").iterdir(), reverse=name == "two")
    for source in sources:
        shutil.copy(source, project / "sources" / source.name)
    (project / "docs").mkdir()
    for path in ROOT.joinpath("docs").rglob("*"):
        if path.is_file() and (path.name == ".nav.yml" or path.relative_to(ROOT / "docs").parts[0] in KEPT):
            target = project / "docs" / path.relative_to(ROOT / "docs")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    kept = {
        k: v
        for k, v in os.environ.items()
        if k not in {"SOURCE_DATE_EPOCH", "LANG"} and not k.startswith(("LC_", "PYTHON"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-C", project, "build"],
        env={**kept, **SETTINGS[name]}, cwd=root / name, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made = [p for top in ("docs", "site") for p in (project / top).rglob("*") if p.is_file()]
    return {p.relative_to(project).as_posix(): p.read_bytes() for p in made}


def test_same_input_same_bytes(tmp_path: Path) -> None:
    one, two = built(tmp_path, "one"), built(tmp_path, "two")
    assert sorted(one) == sorted(two)
    assert [path for path in one if one[path] != two[path]] == []
