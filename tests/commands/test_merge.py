"""`briefing merge`, in a real repository: two branches that each add a source, and what git cannot merge of docs/."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
LIGHTHOUSE = "A lighthouse for the port\n\nThe port will get a lighthouse of forty metres in 2030, an engineer said.\n"
DOCK = "A dock for the port\n\nThe port will get a fuel dock in its old basin by 2031, the council said.\n"


@pytest.fixture
def git(project: Path, briefing: Run) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs git in the project, whose pages are rendered and committed on `main`."""
    who = {
        f"GIT_{role}_{what}": "someone@farhaven.example"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    quiet = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_EDITOR": "true"}

    def run(*arguments: str, fails: bool = False) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["git", *arguments], cwd=project, env={**os.environ, **who, **quiet}, capture_output=True, text=True
        )
        assert bool(done.returncode) == fails, done.stdout + done.stderr
        return done

    briefing("-q", "-C", project, "render")
    run("init", "-q", "-b", "main")
    run("add", "-A")
    run("commit", "-qm", "Start")
    return run


def on_branch(
    project: Path, briefing: Run, git: Callable[..., object], name: str, files: dict[str, str | None]
) -> None:
    """A branch off the first commit on which `files` are written, or removed, and the pages made."""
    git("checkout", "-q", "-b", name, "main")
    for path, text in files.items():
        if text is None:
            (project / path).unlink()
        else:
            (project / path).write_text(text, encoding="utf-8")
    assert briefing("-q", "-C", project, "render")[0] == 0
    git("add", "-A")
    git("commit", "-qm", name)


def in_conflict(git: Callable[..., subprocess.CompletedProcess[str]]) -> list[str]:
    return git("diff", "--name-only", "--diff-filter=U").stdout.split()


def test_two_branches_that_each_add_a_source_are_merged_by_one_command(
    project: Path, briefing: Run, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    on_branch(project, briefing, git, "one", {"sources/lighthouse.txt": LIGHTHOUSE})
    on_branch(project, briefing, git, "two", {"sources/dock.txt": DOCK})
    git("merge", "one", fails=True)
    conflicts = in_conflict(git)
    assert {"docs/topics/port.md", "docs/sources/index.md"} <= set(conflicts), "a true conflict"
    assert "<<<<<<<" in (project / "docs" / "topics" / "port.md").read_text(encoding="utf-8")

    code, _, err = briefing("-C", project, "merge")
    assert code == 0, err
    assert err.startswith(f"docs/: {len(conflicts)} in conflict, made anew from what was merged; ")
    assert in_conflict(git) == []
    git("commit", "-q", "--no-edit")
    assert git("status", "--porcelain").stdout == "", "nothing is left"
    assert briefing("-C", project, "render", "--check")[0] == 0
    page = (project / "docs" / "topics" / "port.md").read_text(encoding="utf-8")
    assert "lighthouse" in page and "fuel dock" in page and "<<<<<<<" not in page, "nothing is lost"
    assert not list(project.rglob("*.edited*"))
    assert len(git("log", "-1", "--format=%P").stdout.split()) == 2


def test_a_source_that_one_branch_takes_away_takes_its_page_along(
    project: Path, briefing: Run, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    on_branch(project, briefing, git, "one", {"sources/second.txt": None})
    on_branch(project, briefing, git, "two", {"sources/dock.txt": DOCK})
    git("merge", "one", fails=True)
    assert briefing("-C", project, "merge")[0] == 0
    git("commit", "-q", "--no-edit")
    assert git("status", "--porcelain").stdout == ""
    assert briefing("-C", project, "render", "--check")[0] == 0
    assert not (project / "docs" / "sources" / "second.md").exists()


def test_a_rebase_is_resolved_the_same_way(
    project: Path, briefing: Run, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    on_branch(project, briefing, git, "one", {"sources/lighthouse.txt": LIGHTHOUSE})
    on_branch(project, briefing, git, "two", {"sources/dock.txt": DOCK})
    git("rebase", "one", fails=True)
    assert briefing("-C", project, "merge")[0] == 0
    git("rebase", "--continue")
    assert git("status", "--porcelain").stdout == ""
    assert briefing("-C", project, "render", "--check")[0] == 0


def test_what_pages_are_made_from_comes_first_and_nothing_is_touched(
    project: Path, briefing: Run, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    text = (project / "briefing.yml").read_text(encoding="utf-8")
    for name in ("one", "two"):
        settings = text.replace("Harbour briefing", f"Harbour {name}")
        on_branch(project, briefing, git, name, {"briefing.yml": settings, f"sources/{name}.txt": DOCK})
    git("merge", "one", fails=True)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and ".git" not in path.parts}
    code, _, err = briefing("-C", project, "merge")
    assert code == 2
    assert "briefing.yml" in err.partition(":")[0]
    assert before == {p: p.read_bytes() for p in project.rglob("*") if p.is_file() and ".git" not in p.parts}
    (project / "briefing.yml").write_text(text.replace("Harbour briefing", "Harbour both"), encoding="utf-8")
    git("add", "briefing.yml")
    assert briefing("-C", project, "merge")[0] == 0
    git("commit", "-q", "--no-edit")
    assert git("status", "--porcelain").stdout == ""


def test_a_persons_page_is_left_to_the_person(
    project: Path, briefing: Run, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (project / "docs" / "own.md").write_text("# Ours\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "A page of ours")
    for name, source in (("one", LIGHTHOUSE), ("two", DOCK)):
        on_branch(project, briefing, git, name, {"docs/own.md": f"# Ours, by {name}\n", f"sources/{name}.txt": source})
    git("merge", "one", fails=True)
    code, _, err = briefing("-C", project, "merge")
    assert code == 1
    assert err.splitlines()[-1] == "docs/own.md: still in conflict, and no generated page"
    assert in_conflict(git) == ["docs/own.md"]
    assert "by one" in (project / "docs" / "own.md").read_text(encoding="utf-8")


def test_a_page_that_somebody_edited_with_its_mark_in_place_is_kept(
    project: Path, briefing: Run, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    on_branch(project, briefing, git, "one", {"sources/lighthouse.txt": LIGHTHOUSE})
    on_branch(project, briefing, git, "two", {"sources/dock.txt": DOCK})
    page = project / "docs" / "method.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    git("commit", "-qam", "By hand")
    git("merge", "one", fails=True)
    before = page.read_bytes()
    code, _, err = briefing("-C", project, "merge")
    assert code in (1, 2) and "docs/method.md" in err
    assert page.read_bytes() == before


def test_without_a_conflict_nothing_happens_and_without_git_that_is_said(
    project: Path, briefing: Run, git: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    assert briefing("-C", project, "merge") == (0, "", "no generated page is in conflict\n")
    (project / ".git").rename(tmp_path / "elsewhere")
    code, _, err = briefing("-C", project, "merge")
    assert (code, "git says: not a git repository" in err) == (2, True)
