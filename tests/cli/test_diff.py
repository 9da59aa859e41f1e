"""`briefing diff` in a real git repository, and the two lines after a build."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

THIRD = """\
Pier closes

The old pier was closed by the city council on 5 March 2021. The port will cost 40 million euros, the mayor said.
"""


def git(folder: Path, *arguments: str) -> None:
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True, timeout=30)


@pytest.fixture
def committed(project: Path, briefing: Run) -> Path:
    """A project in a repository, rendered and committed."""
    assert briefing("-C", project, "render")[0] == 0
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "first")
    return project


def test_after_a_source_was_added_two_lines_tell_it_in_facts(committed: Path, briefing: Run) -> None:
    (committed / "sources" / "third.txt").write_text(THIRD, encoding="utf-8")
    _, _, err = briefing("-C", committed, "render")
    lines = [line for line in err.splitlines() if line.startswith(("statements:", "differences:"))]
    assert len(lines) == 2
    assert " new" in lines[0]
    _, _, again = briefing("-C", committed, "render")
    assert "statements:" not in again, "nothing changed since"


def test_diff_is_against_the_last_commit(committed: Path, briefing: Run) -> None:
    assert briefing("-C", committed, "diff")[1] == "no statement and no difference changed\n"
    (committed / "sources" / "third.txt").write_text(THIRD, encoding="utf-8")
    briefing("-C", committed, "render")
    code, out, _ = briefing("-C", committed, "diff")
    assert code == 0 and out.startswith("+ third: ")
    assert "Gained a source (1)" in out and "(third)" in out
    git(committed, "add", "-A")
    git(committed, "commit", "-qm", "second")
    assert "+ third: " in briefing("-C", committed, "diff", "HEAD~1")[1]


def test_diff_takes_the_data_of_a_published_site(committed: Path, briefing: Run) -> None:
    assert briefing("-C", committed, "build")[0] == 0
    published = committed.parent / "published.json"
    published.write_bytes((committed / "site" / "briefing.json").read_bytes())
    (committed / "sources" / "second.txt").unlink()
    briefing("-C", committed, "render")
    data = json.loads(briefing("-C", committed, "diff", published, "--json")[1])
    assert data["sources_removed"] == ["second"]
    assert {row["kind"] for row in data["changes"]} & {"gone", "lost"}
    assert briefing("-C", committed, "diff", published, "--markdown")[1].startswith("### What changes in facts\n")


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("nosuch", "nosuch: expected a commit or a file, found neither"),
        ("--output=x", "No such option"),
        ("https://example.org/briefing.json", "expected a file or a commit, found an address"),
    ],
)
def test_what_cannot_be_compared_is_told_in_words(committed: Path, briefing: Run, old: str, told: str) -> None:
    code, out, err = briefing("-C", committed, "diff", old)
    assert (code, out) == (2, "")
    assert told in err


def test_outside_a_repository_and_before_a_render_it_says_what_to_do(project: Path, briefing: Run) -> None:
    code, _, err = briefing("-C", project, "diff")
    assert code == 2 and "run `briefing render`" in err
    briefing("-C", project, "render")
    code, _, err = briefing("-C", project, "diff")
    assert code == 2 and "briefing.json of a built site" in err


def test_a_record_that_is_stale_or_of_an_unfinished_merge_is_written_anew(project: Path, briefing: Run) -> None:
    briefing("-C", project, "render")
    kept = project / "docs" / ".statements.json"
    sound = kept.read_text(encoding="utf-8")
    kept.write_text("<<<<<<< ours\n", encoding="utf-8")
    assert briefing("-C", project, "render", "--check")[0] == 1
    assert briefing("-C", project, "render")[0] == 0
    assert kept.read_text(encoding="utf-8") == sound


def test_against_a_commit_without_pages_all_is_new(project: Path, briefing: Run) -> None:
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "sources alone")
    briefing("-C", project, "render")
    out = briefing("-C", project, "diff")[1]
    assert out.startswith("+ first: ") and "New statements (" in out and "Gone" not in out
