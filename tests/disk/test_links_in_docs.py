"""What in docs/ is a link out of the project is not read, not compared, not written through and not published."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import disk
from generator.disk.linked import leading_out, read_own
from generator.disk.record import RECORD
from generator.disk.settings_text import settings_text
from generator.errors import BriefingError
from generator.model import Page
from generator.text.page_mark import stamp

Run = Callable[..., tuple[int, str, str]]
SECRET = "a secret of the machine"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """docs/ with a page, and with links: out of the project, within it, and to nowhere."""
    docs = tmp_path / "project" / "docs"
    docs.mkdir(parents=True)
    (tmp_path / "secret.md").write_text(SECRET, encoding="utf-8")
    (tmp_path / "project" / "mine.md").write_text("# Mine", encoding="utf-8")
    (docs / "page.md").write_text("# A page", encoding="utf-8")
    for name, target in (("out", tmp_path / "secret"), ("mine", tmp_path / "project" / "mine"), ("no", tmp_path / "x")):
        (docs / f"{name}.md").symlink_to(target.with_suffix(".md"))
    return docs


def test_what_a_link_brings_in_from_outside_is_not_read(docs: Path) -> None:
    own = disk.own_pages(docs, lambda path: False)
    assert [(page.path, page.text) for page in own] == [("mine.md", "# Mine"), ("page.md", "# A page")]
    changes = disk.plan(docs, [Page("out.md", "new")])
    assert [page.path for page in changes.write] == ["out.md"]
    assert SECRET not in "".join(disk_diff(docs, changes))
    disk.apply(docs, changes)
    assert (docs.parents[1] / "secret.md").read_text(encoding="utf-8") == SECRET
    assert not (docs / "out.md").is_symlink()
    assert (docs / "out.md").read_text(encoding="utf-8") == "new"


def disk_diff(docs: Path, changes: disk.Changes) -> list[str]:
    from generator.disk.docs import diff

    return list(diff(docs, changes))


def test_a_marked_page_outside_is_neither_deleted_nor_compared(docs: Path) -> None:
    (docs.parents[1] / "secret.md").write_text(stamp(f"---\ntitle: x\n---\n\n{SECRET}\n"), encoding="utf-8")
    changes = disk.plan(docs, [])
    assert (changes.delete, changes.edited, changes.taken) == ((), (), ())


def test_a_file_that_is_swapped_for_a_link_is_not_opened(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_symlink", lambda path: False)  # as it was when it was looked at
    with pytest.raises(OSError, match="symbolic links"):
        read_own(docs.parent, docs / "out.md")
    assert read_own(docs.parent, docs / "page.md") == b"# A page"
    assert read_own(docs.parent, docs / "none" / "page.md") is None


def test_the_record_is_not_read_from_outside(docs: Path) -> None:
    (docs / RECORD).symlink_to(docs.parents[1] / "secret.md")
    assert disk.read_record(docs) is None
    (docs / RECORD).unlink()
    (docs / RECORD).write_text("{}", encoding="utf-8")
    assert disk.read_record(docs) == "{}"


def test_a_folder_of_pages_that_leads_out_is_refused_before_it_is_compared(docs: Path) -> None:
    (docs / "topics").symlink_to(docs.parents[1])
    with pytest.raises(BriefingError, match="docs/topics/: expected a folder within the project, found a link to"):
        disk.plan(docs, [Page("topics/secret.md", "new")])


def test_folders_and_files_that_lead_out_are_found(docs: Path) -> None:
    (docs / "away").symlink_to(docs.parents[1])
    (docs / "here").symlink_to(docs.parent)
    paths = [docs / name for name in ("page.md", "mine.md", "out.md", "away/secret.md", "here/mine.md")]
    assert [path.relative_to(docs).as_posix() for path in leading_out(docs.parent, paths)] == [
        "out.md",
        "away/secret.md",
    ]


def test_nothing_from_outside_is_on_the_site(
    project: Path, briefing: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    for name in ("page.md", "file.txt"):
        (away / name).write_text(f"# {SECRET}", encoding="utf-8")
    (project / "docs").mkdir()
    (project / "docs" / "folder").symlink_to(away)
    (project / "docs" / "page.md").symlink_to(away / "page.md")
    (project / "docs" / "file.txt").symlink_to(away / "file.txt")
    (project / "docs" / "own.txt").write_text("mine", encoding="utf-8")
    code, _, err = briefing("-C", project, "build")
    assert code == 0, err
    site = project / "site"
    assert (site / "own.txt").is_file()
    assert not [path for path in site.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    for name in ("folder/page.md", "folder/file.txt", "page.md", "file.txt"):
        assert f"docs/{name}: leads out of the project, and is not published" in caplog.messages


def test_settings_are_not_read_beyond_their_limit_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    large = tmp_path / "briefing.yml"
    with large.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(BriefingError, match="expected a short settings file, found 300,000,000 bytes"):
        settings_text(large)
    os.mkfifo(tmp_path / "pipe.yml")
    assert settings_text(tmp_path / "pipe.yml") == ""
