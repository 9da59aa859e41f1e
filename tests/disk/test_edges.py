"""Odd files and folders: each condition of reading, comparing and swapping that no ordinary project meets."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from generator import disk
from generator.config import Limits
from generator.disk.sources import strays
from generator.errors import BriefingError
from generator.model import Asset, Page
from generator.text.page_mark import stamp

PAGE = stamp("---\ntitle: A\n---\n\n# A\n")


def test_changes_come_by_their_paths_and_hidden_folders_are_nobodys_pages(docs_folder: Path) -> None:
    for name in ("z.md", "b/c.md", "a.md", ".cache/old.md"):
        (docs_folder / name).parent.mkdir(exist_ok=True)
        (docs_folder / name).write_text(PAGE, encoding="utf-8")
    changes = disk.plan(docs_folder, [Page("m.md", PAGE)])
    assert changes.delete == ("a.md", "b/c.md", "z.md")
    disk.apply(docs_folder, changes)
    assert (docs_folder / ".cache" / "old.md").is_file()
    edited = PAGE + "mine\n"
    for name in ("x.md", "c.md", "k.md"):
        (docs_folder / name).write_text(edited, encoding="utf-8")
    assert disk.plan(docs_folder, [Page("m.md", PAGE), Page("k.md", PAGE)]).edited == ("c.md", "k.md", "x.md")


def test_a_page_that_is_edited_to_what_belongs_there_is_fresh(tmp_path: Path) -> None:
    broken = PAGE + "more\n"
    (tmp_path / "a.md").write_text(broken, encoding="utf-8")
    assert disk.plan(tmp_path, [Page("a.md", PAGE)]).edited == ("a.md",)
    assert not disk.plan(tmp_path, [Page("a.md", broken)]).stale


@pytest.mark.parametrize(
    ("there", "wanted"), [({}, ["a.md"]), ({"a.md": PAGE}, []), ({"a.md": PAGE + "x\n"}, [])], ids=["new", "old", "own"]
)
def test_any_one_kind_of_change_makes_docs_stale(tmp_path: Path, there: dict[str, str], wanted: list[str]) -> None:
    for name, text in there.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert disk.plan(tmp_path, [Page(path, PAGE) for path in wanted]).stale


def test_a_page_in_no_encoding_of_ours_is_somebodys(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"# caf\xe9\n")
    assert disk.plan(tmp_path, [Page("a.md", PAGE)]).taken == ("a.md",)


def test_a_file_where_a_folder_belongs_holds_no_page(tmp_path: Path) -> None:
    (tmp_path / "topics").write_text("a file", encoding="utf-8")
    assert [page.path for page in disk.plan(tmp_path, [Page("topics/a.md", PAGE)]).write] == ["topics/a.md"]


def test_a_page_that_went_in_the_meantime_is_no_trouble(docs_folder: Path) -> None:
    (docs_folder / "old.md").write_text(PAGE, encoding="utf-8")
    changes = disk.plan(docs_folder, [])
    (docs_folder / "old.md").unlink()
    assert disk.apply(docs_folder, changes) == ()


def test_a_site_in_a_folder_to_be_made_can_be_read_by_a_server(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    site, umask = tmp_path / "public" / "site", os.umask(0o077)
    try:
        with disk.swapped_in(site, tmp_path) as fresh:
            disk.put_assets([Asset("briefing.json", b"1"), Asset("feeds/a.xml", b"1")], fresh)
    finally:
        os.umask(umask)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (site.parent, site, *site.rglob("*"))}
    assert modes == {"public": 0o755, "site": 0o755, "briefing.json": 0o644, "feeds": 0o755, "a.xml": 0o644}


def test_an_old_site_in_a_killed_build_takes_no_newer_ones_place(tmp_path: Path) -> None:
    site, left = tmp_path / "site", tmp_path / ".site-abc_1234"
    disk.put_assets([Asset("briefing.json", b"older")], left / "old")
    disk.put_assets([Asset("briefing.json", b"newer")], site)
    with pytest.raises(RuntimeError), disk.swapped_in(site, tmp_path):
        raise RuntimeError
    assert (site / "briefing.json").read_bytes() == b"newer"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_that_is_named_as_a_killed_build_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious" / "old").mkdir(parents=True)
    (tmp_path / ".site-abc_1234").symlink_to(tmp_path / "precious")
    with pytest.raises(RuntimeError), disk.swapped_in(tmp_path / "site", tmp_path):
        raise RuntimeError
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-abc_1234", "precious"]
    assert (tmp_path / "precious" / "old").is_dir()


@pytest.mark.parametrize("name", [".site-backup", ".site-abc_12345", ".site-ABCD1234"])
def test_a_folder_of_another_name_is_no_killed_build(tmp_path: Path, name: str) -> None:
    (tmp_path / name / "new").mkdir(parents=True)
    with disk.swapped_in(tmp_path / "site", tmp_path):
        pass
    assert (tmp_path / name / "new").is_dir()


def test_the_name_of_a_site_is_no_pattern(tmp_path: Path) -> None:
    (tmp_path / ".sXte-abc_1234" / "new").mkdir(parents=True)
    with disk.swapped_in(tmp_path / "s.te", tmp_path):
        pass
    assert (tmp_path / ".sXte-abc_1234" / "new").is_dir()


def test_a_disk_without_locks_builds_and_sweeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(handle: int, how: int) -> None:
        raise OSError("no locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    (tmp_path / ".site-abc_1234" / "new").mkdir(parents=True)
    with disk.swapped_in(tmp_path / "site", tmp_path) as fresh:
        disk.put_assets([Asset("briefing.json", b"1")], fresh)
    assert (tmp_path / "site" / "briefing.json").is_file()
    assert (tmp_path / ".site-abc_1234").is_dir(), "it may be another build's that still works"


@pytest.mark.parametrize("name", ["README", "readme.txt", "ReadMe.md"])
def test_a_readme_is_no_source(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert disk.scan(tmp_path, Limits()) == ((), ())


def test_names_that_print_alike_come_in_one_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for char in "\u202d\u202e":
        (tmp_path / f"a{char}.txt").write_text(char, encoding="utf-8")
    entered = os.scandir
    for order in (1, -1):
        monkeypatch.setattr(
            os, "scandir", lambda path, order=order: sorted(entered(path), key=lambda e: e.name)[::order]
        )
        files, _ = disk.scan(tmp_path, Limits())
        assert [file.data.decode() for file in files] == ["\u202d", "\u202e"]


def test_a_companion_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("title: secret\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a.txt.meta.yml").symlink_to(tmp_path / "secret")
    assert disk.load(tmp_path / "a.txt", "a.txt", Limits()).beside == ()


def test_a_sources_folder_that_is_a_link_itself_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "sources").symlink_to(tmp_path / "real")
    files, skipped = disk.scan(tmp_path / "sources", Limits())
    assert ([file.path for file in files], skipped) == (["sources/a.txt"], ())


def test_sidecars_beside_nothing_are_told_by_their_paths(tmp_path: Path) -> None:
    lost = ("sub/z.meta.yml", "b.txt.meta.yml", "sub-a.meta.yaml", "c.meta.yml.meta.yml")
    for name in (*lost, "good.txt", "good.meta.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert tuple(stray.path for stray in strays(tmp_path)) == tuple(
        f"sources/{name}" for name in ("b.txt.meta.yml", "c.meta.yml.meta.yml", "sub-a.meta.yaml", "sub/z.meta.yml")
    )


def test_a_project_is_one_by_whatever_way_it_is_reached(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "project")
    with disk.locked(tmp_path / "project"), pytest.raises(BriefingError), disk.locked(tmp_path / "link"):
        pytest.fail("the project is held")


def test_a_link_that_somebody_laid_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "project" / ".briefing").mkdir(parents=True)
    (tmp_path / "project" / ".briefing" / "lock").symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError, match="symbolic links"), disk.locked(tmp_path / "project"):
        pytest.fail("must not get here")
    assert not (tmp_path / "theirs").exists()


SETTINGS = "title: T\ntopics:\n  - {id: a, title: A, scope: s, terms: [x]}\n"


def test_settings_of_a_million_bytes_are_none(tmp_path: Path) -> None:
    file = tmp_path / "briefing.yml"
    file.write_text(SETTINGS + "#" * (1_000_000 - len(SETTINGS)), encoding="utf-8")
    assert disk.read_config(file).title == "T"
    file.write_text(SETTINGS + "#" * (1_000_001 - len(SETTINGS)), encoding="utf-8")
    with pytest.raises(BriefingError, match="expected a short settings file, found 1,000,001 bytes"):
        disk.read_config(file)


def test_settings_may_begin_with_a_byte_order_mark_and_are_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "briefing.yml"
    file.write_text(SETTINGS, encoding="utf-8-sig")
    assert disk.read_config(file).title == "T"
    file.write_bytes(b"# one\n# two\ntitle: caf\xe9\n")
    with pytest.raises(BriefingError, match=r"briefing\.yml:3: expected UTF-8 text; save the file as UTF-8"):
        disk.read_config(file)


def test_settings_that_are_not_there_or_no_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="found no such file; run this in the project's folder"):
        disk.read_config(tmp_path / "briefing.yml")
    with pytest.raises(BriefingError, match="found is a directory"):
        disk.read_config(tmp_path)


def test_a_built_site_is_read_by_its_paths_and_without_what_is_no_text(tmp_path: Path) -> None:
    for name in ("z.html", "b/c.html", "a.html", "b.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "latin.html").write_bytes(b"caf\xe9")
    (tmp_path / "x.css").write_text("x", encoding="utf-8")
    names = ["a.html", "b/c.html", "b.html", "z.html"]
    assert list(disk.built(tmp_path, ".html")) == [(name, name) for name in names]
