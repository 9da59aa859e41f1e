"""Every command that the guide shows, or a new project's README, is run, page by page and in its order, in a project as
a maintainer has it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import FIRST, ROOT, SECOND, SETTINGS

GUIDE = ROOT / "docs" / "guide"
PAGE = """\
<!DOCTYPE html><html lang="en"><head><title>Port vote passes</title>
<meta property="article:published_time" content="2031-03-04"></head><body><article><h1>Port vote passes</h1>
<p>The council of Farhaven approved a new crane for the port on Monday, the mayor said in a statement to the press.</p>
<p>The crane will stand on the north pier and will cost 4 million euros, according to the harbour office.</p>
<p>Dockers fear for their work, and two of their unions have asked for talks before the crane is put up in spring.</p>
</article></body></html>
"""
BRIEFING = """\
#!/bin/sh
case "$*" in
  serve | *https://*) ;; # tests/commands/test_serve.py previews, tests/cli/test_add.py fetches
  *tcp://*) ;; # tests/engines/test_cluster.py works in a cluster
  *) exec "{python}" -m generator "$@" ;;
esac
"""
STUBS = """\
python3() { mkdir -p .venv/bin && : > .venv/bin/activate; }
pip() { :; }
dask() { :; }
pbpaste() { cat ~/Downloads/note.txt; }
"""
"""What the tests do not do again: make an environment, install into it, start a cluster; what another system has."""
DOCK = r"printf 'A dock\n\nThe port will get a dock in 2031, it said.\n' > sources/dock.txt"
TOWER = r"printf 'A tower\n\nThe port will get a tower in 2032, it said.\n' > sources/tower.txt"
COMMIT = "briefing -q render && git add -A && git commit -qm Added"
BEFORE = {
    "merge-two-branches": f"git switch -qc add-dock && {DOCK} && {COMMIT} && git switch -q main && {TOWER} && {COMMIT}",
    "publish-on-pages": DOCK,
    "start": "cd ..",
    "take-a-page-over": "echo Mine. >> docs/method.md",
}
"""What happened before the commands of a page."""
MAY_DIFFER = re.compile(r"git merge |diff ")
"""Commands that end with 1 where they find what the page says they do."""
INSTEAD = {"make site PDF=1": "make -n site PDF=1"}
"""tests/browser/test_print.py prints."""


def commands(path: Path) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


PAGES = [path for path in sorted(GUIDE.glob("*.md")) if commands(path)]
GIVEN = ROOT / "generator" / "data" / "project" / "README.md"
"""What `briefing init` gives to a project as its README."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of somebody with a project, in git with a remote, and documents that were downloaded."""
    root = tmp_path / "project"
    (root / "sources").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "requirements"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, root / name)
    (root / ".venv" / "bin").mkdir(parents=True)
    for name, text in {
        "project/briefing.yml": SETTINGS,
        "project/sources/first.txt": FIRST,
        "project/sources/second.txt": SECOND,
        "project/sources/port-vote.html": PAGE,
        "project/.gitignore": "/.venv/\n/site/\n*.md.edited*\n",
        "project/.venv/bin/briefing": BRIEFING.format(python=sys.executable),
        "project/.venv/site.stamp": "",
        "project/.venv/dev.stamp": "",
        "Downloads/harbour/first.txt": FIRST,
        "Downloads/harbour/second.txt": SECOND,
        "Downloads/port-vote.html": PAGE,
        "Downloads/port-vote.txt": re.sub(r"<[^>]+>", "", PAGE),
        "Downloads/note.txt": SECOND.replace("45 million", "48 million"),
        ".gitconfig": f'[user]\nname = Someone\nemail = someone@farhaven.example\n[url "{tmp_path}/harbour.git"]\n'
        "insteadOf = git@github.com:NAME/harbour.git\n[init]\ndefaultBranch = main\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (root / ".venv" / "bin" / "briefing").chmod(0o755)
    run(
        tmp_path,
        ["briefing -q render", "git init -q", "git add -A", "git commit -qm Start", "git init -q --bare ../harbour.git",
         "git init -q --bare ../remote.git", "git remote add origin ../remote.git", "git push -qu origin main"],
    )  # fmt: skip
    return tmp_path


def run(home: Path, lines: list[str]) -> str:
    """Runs the lines in one shell, in the project, until one fails."""
    known = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTEST_"))}
    paths = f"{home / 'project' / '.venv' / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join([STUBS, "cd project", *lines])],
        cwd=home, capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL,
        env={**known, "HOME": str(home), "PATH": paths, "PYTHONPATH": str(ROOT), "GIT_CONFIG_NOSYSTEM": "1",
             "GIT_EDITOR": "true", "GIT_PAGER": "cat"},
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.mark.parametrize("path", [*PAGES, GIVEN], ids=lambda p: p.stem)
def test_every_command_runs_in_the_order_of_the_page(path: Path, home: Path) -> None:
    lines = [BEFORE.get(path.stem, "")]
    for command in commands(path):
        line = INSTEAD.get(command, command)
        tolerant = f"{{ {line}; }} || [ $? -eq 1 ]" if MAY_DIFFER.match(line) else line
        lines += [f"echo '$ '{line.split()[0]}", tolerant]
    run(home, lines)


def test_the_tutorial_ends_with_a_project_that_is_pushed_and_in_order(home: Path) -> None:
    run(home, [BEFORE["start"], *commands(GUIDE / "start.md")])
    said = run(
        home, ["cd ../harbour", "git status --porcelain", "git --git-dir=../harbour.git ls-tree -r --name-only main"]
    )
    pushed = set(said.split())
    assert {"briefing.yml", ".github/workflows/pages.yml", "docs/index.md", "requirements.txt"} <= pushed
    assert len([path for path in pushed if path.startswith("sources/") and not path.endswith(".meta.yml")]) == 3
    assert (home / "harbour" / "site" / "index.html").is_file()


def test_what_a_page_needs_beforehand_is_still_a_page() -> None:
    assert {*BEFORE} <= {path.stem for path in PAGES}
    assert {*INSTEAD} <= {command for path in PAGES for command in commands(path)}
