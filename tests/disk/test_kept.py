"""What is on the disk stays whole when writing fails half-way, and is read in one order, whatever the disk's own is."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from generator import disk
from generator.config import Limits
from generator.disk import site_folder
from generator.disk.docs import diff
from generator.disk.exchange import exchange
from generator.errors import BriefingError
from generator.model import Asset, Page
from generator.text.page_mark import stamp

OLD, NEW = (stamp(f"---\ntitle: {word}\n---\n\n# {word}\n") for word in ("Old", "New"))


def write(docs: Path, *pages: Page) -> None:
    disk.apply(docs, disk.plan(docs, pages))


def test_folders_are_made_and_go_when_they_are_empty(docs_folder: Path) -> None:
    write(docs_folder, Page("a/b/c.md", OLD), Page("a/d.md", OLD))
    write(docs_folder, Page("a/d.md", OLD))
    assert [path.name for path in (docs_folder / "a").iterdir()] == ["d.md"]
    write(docs_folder)
    assert list(docs_folder.iterdir()) == []


def test_an_edited_page_is_set_aside_under_a_name_that_is_free(docs_folder: Path) -> None:
    for number, name in enumerate(("a.md.edited", "a.md.edited-2", "a.md.edited-3")):
        write(docs_folder, Page("a.md", NEW))
        (docs_folder / "a.md").write_text(f"{NEW}by hand {number}\n", encoding="utf-8")
        assert disk.apply(docs_folder, disk.plan(docs_folder, [Page("a.md", NEW)]), replace=True) == (name,)
        assert (docs_folder / name).read_text(encoding="utf-8") == f"{NEW}by hand {number}\n"


def test_a_difference_names_what_would_be_written_and_what_would_go(docs_folder: Path) -> None:
    write(docs_folder, Page("a.md", OLD), Page("b.md", OLD))
    lines = list(diff(docs_folder, disk.plan(docs_folder, [Page("a.md", NEW), Page("c.md", OLD)])))
    assert [line for line in lines if line.startswith(("--- docs", "+++ "))] == [
        "--- docs/a.md (now)", "+++ docs/a.md (from the sources)", "--- docs/b.md (now)", "+++ (gone)",
        "--- docs/c.md (now)", "+++ docs/c.md (from the sources)",
    ]  # fmt: skip
    assert {"-title: Old", "+title: New"} <= set(lines)


def test_a_site_that_cannot_be_swapped_in_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    with disk.swapped_in(site, tmp_path) as fresh:
        disk.put_assets([Asset("briefing.json", b"old")], fresh)
    rename = Path.rename

    def stuck(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("stuck")
        return rename(self, target)

    with monkeypatch.context() as full:
        full.setattr(site_folder, "exchange", lambda one, other: False)
        full.setattr(Path, "rename", stuck)
        with pytest.raises(OSError, match="stuck"), disk.swapped_in(site, tmp_path) as fresh:
            disk.put_assets([Asset("briefing.json", b"new")], fresh)
        assert (site / "briefing.json").read_bytes() == b"old"
        assert shown(tmp_path) == ["site"]
        site.rename(tmp_path / "elsewhere")
        with pytest.raises(OSError, match="stuck"), disk.swapped_in(site, tmp_path) as fresh:
            disk.put_assets([Asset("briefing.json", b"new")], fresh)
    assert shown(tmp_path) == ["elsewhere"]


def shown(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".briefing")


def test_two_sites_change_places_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system can do it, nothing is renamed on the way: at no time is there no site."""
    site = tmp_path / "site"
    disk.put_assets([Asset("briefing.json", b"old")], site)
    if not exchange(site, site):
        pytest.skip("this system cannot exchange folders")
    monkeypatch.setattr(Path, "rename", pytest.fail)
    with disk.swapped_in(site, tmp_path) as fresh:
        disk.put_assets([Asset("briefing.json", b"new")], fresh)
    assert (site / "briefing.json").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_any_command_closes_the_gap_between_two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "public"
    disk.put_assets([Asset("briefing.json", b"old")], site)
    (tmp_path / "briefing.yml").write_text("title: T\ntopics:\n  - {id: a, title: A, scope: s, terms: [x]}\n")
    child = os.fork()
    if not child:  # is killed between the two
        monkeypatch.setattr(site_folder, "exchange", lambda one, other: False)
        rename = Path.rename

        def killed(self: Path, target: Path) -> Path:
            if self.name == "new":
                os.kill(os.getpid(), signal.SIGKILL)
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", killed)
        with disk.swapped_in(site, tmp_path) as fresh:
            disk.put_assets([Asset("briefing.json", b"new")], fresh)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert not site.exists()
    disk.open_project(tmp_path)
    assert (site / "briefing.json").read_bytes() == b"old"
    assert shown(tmp_path) == ["briefing.yml", "public"]


def test_an_empty_folder_is_a_place_for_a_site_and_one_with_files_of_others_is_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    disk.claim(site)
    (site / "briefing.json").mkdir()
    with pytest.raises(BriefingError, match="other files"):
        disk.claim(site)


def test_a_file_is_amended_where_it_is(tmp_path: Path) -> None:
    disk.amend(tmp_path / "none.json", pytest.fail)
    (tmp_path / "index.json").write_bytes("é\n".encode())
    disk.amend(tmp_path / "index.json", lambda text: text * 2)
    assert (tmp_path / "index.json").read_bytes() == "é\né\n".encode()


def scanned(folder: Path, limits: Limits | None = None) -> tuple[list[str], dict[str, str]]:
    files, skipped = disk.scan(folder, limits or Limits())
    return [file.path for file in files], {one.path: one.reason for one in skipped}


def test_sources_come_by_their_paths_whatever_the_order_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["a-b.txt", "a/z.txt", "a/é.txt", "b.txt", "z.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    for name in ("y.txt", "a/empty.txt", "a-empty.txt"):
        (tmp_path / name).touch()
    entered = os.scandir
    for order in (1, -1):
        monkeypatch.setattr(os, "scandir", lambda path, order=order: Entries([*entered(path)][::order]))
        files, skipped = disk.scan(tmp_path, Limits())
        assert [file.path for file in files] == [f"sources/{name}" for name in names]
        assert [one.path for one in skipped] == ["sources/a-empty.txt", "sources/a/empty.txt", "sources/y.txt"]


class Entries(list["os.DirEntry[str]"]):
    """What `os.scandir` gives, in another order."""

    def close(self) -> None:
        """Nothing is open."""


def test_folders_are_entered_twelve_deep_and_files_read_up_to_the_limit(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*map(str, range(13)))
    deep.mkdir(parents=True)
    (deep / "too-deep.txt").write_text("x", encoding="utf-8")
    (deep.parent / "deep.txt").write_text("x" * 50, encoding="utf-8")
    files, skipped = scanned(tmp_path, Limits(file_bytes=50))
    where = "sources/" + "/".join(map(str, range(12)))
    assert files == [f"{where}/deep.txt"]
    assert skipped == {f"{where}/12": "a linked folder, or one too deep, is not entered"}
    (deep.parent / "deep.txt").write_text("x" * 51, encoding="utf-8")
    assert list(scanned(tmp_path, Limits(file_bytes=50))[1]) == [f"{where}/12", f"{where}/deep.txt"]
