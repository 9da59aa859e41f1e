"""Whoever keeps a briefing in a clone puts sources of their own in the place of the sample: every test still passes.

The modules that read the sample, or what stands beside it, are run in such a copy; others know nothing of either."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

MADE = re.compile(r"\.git|\.venv.*|site|dist|__pycache__|node_modules|\..*_cache|\.hypothesis|\.coverage.*")
READERS = (
    "tests/docs/test_guide.py", "tests/docs/test_licences.py", "tests/docs/test_reference.py",
    "tests/docs/test_sources.py", "tests/checks/test_extensions.py", "tests/package/test_habits.py",
    "tests/package/test_sdist.py", "tests/package/test_wheel.py", "tests/pages/test_escape.py",
    "tests/pipeline", "tests/projects", "tests/workflows",
)  # fmt: skip
OF_THE_GUIDE = ("tests/docs/test_guide_commands.py",)
"""Modules that read nothing but the guide, which a clone has as it is."""


def made(folder: str, names: list[str]) -> set[str]:
    """What was built or installed, which a clone has not."""
    return {name for name in names if MADE.fullmatch(name) and (Path(folder) == ROOT or name == "__pycache__")}


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    """A copy of the project whose sources, settings and README are others, rendered."""
    root, other = tmp_path / "fork", ROOT / "tests" / "projects" / "harbour"
    shutil.copytree(ROOT, root, ignore=made)
    shutil.rmtree(root / "sources")
    shutil.copytree(other / "sources", root / "sources")
    shutil.copy(other / "briefing.yml", root / "briefing.yml")
    (root / "README.md").write_text("# The harbour\n\nWhat the papers say of it.\n", encoding="utf-8")
    assert run(root, "generator", "-q", "render", "--replace") == ""
    return root


def run(root: Path, *command: str) -> str:
    """What a module of the copy says that fails; "" where it does not."""
    alone = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env={**alone, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    return f"{done.stdout}\n{done.stderr}" if done.returncode else ""


def test_a_clone_with_sources_of_its_own_passes_the_tests(fork: Path) -> None:
    assert (
        run(fork, "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "tests/docs/test_readme.py", *READERS)
        == ""
    )


def test_every_module_that_reads_what_a_maintainer_changes_is_among_them() -> None:
    reads = (
        'ROOT / "sources',
        'ROOT / "briefing.yml"',
        'ROOT / "mkdocs.yml"',
        'ROOT / "docs',
        "SHIPPED",
        'ROOT / "README',
    )
    found = {
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if path != Path(__file__) and any(words in path.read_text(encoding="utf-8") for words in reads)
    }
    assert found
    assert {
        path for path in found if not path.startswith((*READERS, *OF_THE_GUIDE, "tests/docs/test_readme.py"))
    } == set()
