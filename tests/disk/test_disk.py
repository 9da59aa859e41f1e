"""Files: what is read, what is refused, what is written, and that nothing is lost."""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from pathlib import Path

import pytest

from generator import disk
from generator.config import Limits
from generator.disk.sources import strays
from generator.errors import BriefingError
from generator.model import Asset, Page
from generator.text.page_mark import stamp

PAGE = stamp("---\ntitle: A\n---\n\n# A\n")
NEWER = stamp("---\ntitle: A\n---\n\n# A, newer\n")


def scanned(folder: Path, limits: Limits | None = None) -> tuple[list[str], dict[str, str]]:
    files, skipped = disk.scan(folder, limits or Limits())
    return [f.path for f in files], {s.path: s.reason for s in skipped}


def test_sources_in_order_with_companions(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", "README.md", ".hidden", "b.txt.meta.yml", "a.meta.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    files, skipped = disk.scan(tmp_path, Limits())
    assert [f.path for f in files] == ["sources/a.md", "sources/b.txt", "sources/sub/c.txt"]
    assert [[name for name, _ in f.beside] for f in files] == [["a.meta.yml"], ["b.txt.meta.yml"], []]
    assert skipped == ()
    (tmp_path / "lost.txt.meta.yml").write_text("x", encoding="utf-8")
    assert strays(tmp_path) == (disk.Stray("sources/lost.txt.meta.yml", ".meta.yml", ()),)
    (tmp_path / "found.txt").write_text("x", encoding="utf-8")
    assert strays(tmp_path)[0].without == ("found.txt",)


def test_what_is_no_ordinary_file_within_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "sources"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (inside / "real.txt").write_text("real", encoding="utf-8")
    (inside / "good-link.txt").symlink_to(inside / "real.txt")
    (inside / "bad-link.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "folder-link").symlink_to("/etc")
    (inside / "loop").symlink_to(inside)
    (inside / "nowhere.txt").symlink_to(tmp_path / "none")
    (inside / "empty.txt").touch()
    (inside / "large.txt").write_text("x" * 99, encoding="utf-8")
    os.mkfifo(inside / "pipe.txt")
    files, skipped = scanned(inside, Limits(file_bytes=50))
    assert files == ["sources/good-link.txt", "sources/real.txt"]
    assert skipped == {
        "sources/bad-link.txt": "a link that leaves sources/ is not followed",
        "sources/empty.txt": "the file is empty",
        "sources/folder-link": "a link that leaves sources/ is not followed",
        "sources/large.txt": "too large: 99 bytes, where limits.file_bytes in briefing.yml allows 50",
        "sources/loop": "a linked folder, or one too deep, is not entered",
        "sources/nowhere.txt": "a link that leaves sources/ is not followed",
        "sources/pipe.txt": "not an ordinary file",
    }


@pytest.mark.parametrize("closed", ["sources", "sources/archive"])
def test_a_folder_that_cannot_be_opened_is_told(closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sources" / "archive").mkdir(parents=True)
    (tmp_path / "sources" / "archive" / "old.txt").write_text("old", encoding="utf-8")
    entered = os.scandir

    def scandir(path: Path | str) -> object:
        if Path(path) == tmp_path / closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return entered(path)

    monkeypatch.setattr(os, "scandir", scandir)
    files, skipped = scanned(tmp_path / "sources")
    assert (files, skipped) == ([], {closed: "a folder that cannot be opened: permission denied"})


def test_a_name_cannot_break_a_line(tmp_path: Path) -> None:
    (tmp_path / "new\nline \u202etxt.md").write_text("x", encoding="utf-8")
    files, _ = scanned(tmp_path)
    assert files == ["sources/new\ufffdline \ufffdtxt.md"]


def test_only_marked_pages_are_written_and_deleted(docs_folder: Path) -> None:
    (docs_folder / "old.md").write_text(PAGE, encoding="utf-8")
    (docs_folder / "mine.md").write_text("# Mine\n", encoding="utf-8")
    (docs_folder / "by-hand.md").write_text("# A person's page\n", encoding="utf-8")
    pages = [Page("a.md", PAGE), Page("sub/b.md", PAGE), Page("by-hand.md", PAGE)]
    changes = disk.plan(docs_folder, pages)
    assert ([p.path for p in changes.write], changes.delete, changes.taken) == (
        ["a.md", "sub/b.md"],
        ("old.md",),
        ("by-hand.md",),
    )
    assert disk.apply(docs_folder, changes) == ()
    assert not disk.plan(docs_folder, pages).stale
    assert sorted(p.name for p in docs_folder.iterdir()) == ["a.md", "by-hand.md", "mine.md", "sub"]
    assert (docs_folder / "by-hand.md").read_text(encoding="utf-8") == "# A person's page\n"


def test_bytes_that_do_not_change_are_not_written(docs_folder: Path) -> None:
    disk.apply(docs_folder, disk.plan(docs_folder, [Page("a.md", PAGE)]))
    before = (docs_folder / "a.md").stat().st_mtime_ns
    disk.apply(docs_folder, disk.plan(docs_folder, [Page("a.md", PAGE)]))
    assert (docs_folder / "a.md").stat().st_mtime_ns == before


def test_an_edited_page_stops_everything_and_is_never_lost(docs_folder: Path) -> None:
    edited = PAGE + "a word of my own\n"
    (docs_folder / "a.md").write_text(edited, encoding="utf-8")
    changes = disk.plan(docs_folder, [Page("a.md", NEWER), Page("b.md", PAGE)])
    with pytest.raises(BriefingError) as caught:
        disk.apply(docs_folder, changes)
    assert str(caught.value) == (
        "docs/a.md: this generated page was edited by hand, or merged by git; take it over by deleting its `briefing:`"
        " line at the top, or run `briefing render --replace`, which saves it as a.md.edited and writes it anew"
    )
    assert not (docs_folder / "b.md").exists(), "nothing is written where anything is in doubt"
    assert disk.apply(docs_folder, changes, replace=True) == ("a.md.edited",)
    assert (docs_folder / "a.md.edited").read_text(encoding="utf-8") == edited
    assert (docs_folder / "a.md").read_text(encoding="utf-8") == NEWER


def test_an_edited_page_that_no_source_gives_any_more_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "gone.md").write_text(PAGE + "mine\n", encoding="utf-8")
    changes = disk.plan(tmp_path, [])
    assert (changes.edited, changes.delete) == (("gone.md",), ())


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with (
        disk.locked(tmp_path),
        pytest.raises(BriefingError, match="another `briefing` is writing this project"),
        disk.locked(tmp_path),
    ):
        pass
    with disk.locked(tmp_path):
        pass


def test_a_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    with disk.locked(tmp_path):
        assert [path.name for path in (tmp_path / ".briefing").iterdir()] == ["lock"]
    with pytest.raises(RuntimeError), disk.locked(tmp_path):
        raise RuntimeError
    assert list((tmp_path / ".briefing").iterdir()) == []


def test_two_temporary_folders_are_one_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Users, and tools that give each run a temporary folder of its own, shut each other out too."""
    with disk.locked(tmp_path):
        for name in ("one", "two"):
            monkeypatch.setenv("TMPDIR", str(tmp_path / name))
            monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / name))
            with pytest.raises(BriefingError, match="another `briefing`"), disk.locked(tmp_path):
                pytest.fail("the project is held")


def test_whoever_may_write_in_the_project_may_lock_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o770)
    before = os.umask(0o077)
    try:
        with disk.locked(tmp_path):
            assert (tmp_path / ".briefing" / "lock").stat().st_mode & 0o777 == 0o660
    finally:
        os.umask(before)


def test_a_lock_file_that_its_holder_took_away_locks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file goes between the moment it is opened and the moment it is locked."""
    flock, lock = fcntl.flock, tmp_path / ".briefing" / "lock"
    gone: list[Path] = []

    def first_too_late(handle: int, how: int) -> None:
        if not gone:
            gone.append(lock)
            lock.unlink()
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", first_too_late)
    with disk.locked(tmp_path):
        assert lock.is_file()
        with pytest.raises(BriefingError), disk.locked(tmp_path):
            pass
    assert not lock.exists()


def test_a_failed_build_leaves_the_last_good_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with disk.swapped_in(site, tmp_path) as fresh:
        disk.put_assets([Asset("briefing.json", b"1"), Asset("feeds/a.xml", b"x")], fresh)
    assert (site / "feeds" / "a.xml").read_bytes() == b"x"
    with pytest.raises(RuntimeError), disk.swapped_in(site, tmp_path) as fresh:
        disk.put_assets([Asset("briefing.json", b"2")], fresh)
        raise RuntimeError
    assert (site / "briefing.json").read_bytes() == b"1"
    with disk.swapped_in(site, tmp_path) as fresh:
        disk.put_assets([Asset("briefing.json", b"3")], fresh)
    assert [p.name for p in site.iterdir()] == ["briefing.json"]
    assert [p.name for p in tmp_path.iterdir()] == ["site"], "nothing is left beside it"


def test_what_a_killed_build_left_goes_with_the_next_and_nothing_else_does(tmp_path: Path) -> None:
    site = tmp_path / "site"
    left, theirs = tmp_path / ".site-abc_1234", (".site-backup", ".site-abcd1234", ".other-abc_1234", ".site-")
    (left / "new" / "topics").mkdir(parents=True)
    for name in theirs:  # the second looks like ours, and holds nothing of ours
        (tmp_path / name / "mine").mkdir(parents=True)
    (tmp_path / ".site-link1234").symlink_to(tmp_path / ".site-backup")
    with disk.swapped_in(site, tmp_path) as working, disk.swapped_in(tmp_path / "site", tmp_path) as fresh:
        assert not left.exists()
        assert working.is_dir(), "a build that still works is left alone"
        disk.put_assets([Asset("briefing.json", b"1")], fresh)
        disk.put_assets([Asset("briefing.json", b"2")], working)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*theirs, ".site-link1234", "site"])


def test_a_build_that_was_killed_while_swapping_gives_the_last_good_site_back(tmp_path: Path) -> None:
    site, left = tmp_path / "site", tmp_path / ".site-abc_1234"
    disk.put_assets([Asset("briefing.json", b"good")], left / "old")
    (left / "new").mkdir()
    with pytest.raises(RuntimeError), disk.swapped_in(site, tmp_path):
        raise RuntimeError
    assert (site / "briefing.json").read_bytes() == b"good"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("thing", ["folder", "file", "link"])
def test_a_site_folder_that_holds_something_else_is_left_alone(tmp_path: Path, thing: str) -> None:
    site = tmp_path / "site"
    if thing == "folder":
        site.mkdir()
        (site / "thesis.doc").touch()
    elif thing == "file":
        site.touch()
    else:
        site.symlink_to(tmp_path)
    with pytest.raises(BriefingError, match=r"found (other files|something else)"), disk.swapped_in(site, tmp_path):
        pytest.fail("must not get here")
    assert thing != "folder" or [p.name for p in site.iterdir()] == ["thesis.doc"]
