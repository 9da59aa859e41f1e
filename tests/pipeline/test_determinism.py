"""Promise 8: same input, same bytes, on any machine, locale, time zone, hash seed or file order."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.shipped import SHIPPED, shipped_files

SETTINGS = {
    "one": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "two": {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kolkata", "LC_ALL": "C", "PYTHONUTF8": "0", "LANGUAGE": "de"},
}


def built(root: Path, name: str) -> dict[str, bytes]:
    project = root / name / "project"
    (project / "sources").mkdir(parents=True)
    (project / "docs").mkdir()
    for path in sorted(shipped_files(), reverse=name == "two"):
        shutil.copy(SHIPPED / path, project / path)
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
