"""What is on the disk stays whole when writing fails half-way, and is read in one order, whatever the disk's own is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import disk
from generator.config import Limits
from generator.disk.docs import diff
from generator.errors import BriefingError
from generator.model import Asset, Page
from generator.pages.mark import stamp

OLD, NEW = (stamp(f"---\ntitle: {word}\n---\n\n# {word}\n") for word in ("Old", "New"))


def write(docs: Path, *pages: Page) -> None:
    disk.apply(docs, disk.plan(docs, pages))


def test_a_page_is_never_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "a.md"
    write(tmp_path, Page("a.md", OLD))
    assert page.stat().st_mode & 0o777 == 0o644

    def no_room(self: Path, target: Path) -> Path:
        assert page.read_text(encoding="utf-8") == OLD, "the old page is there until the new one is whole"
        assert self.read_text(encoding="utf-8") == NEW
        raise OSError("no room")

    with monkeypatch.context() as full:
        full.setattr(Path, "replace", no_room)
        with pytest.raises(OSError, match="no room"):
            write(tmp_path, Page("a.md", NEW))
    assert page.read_text(encoding="utf-8") == OLD
    write(tmp_path, Page("a.md", NEW))
    assert page.read_text(encoding="utf-8") == NEW


def test_folders_are_made_and_go_when_they_are_empty(tmp_path: Path) -> None:
    write(tmp_path, Page("a/b/c.md", OLD), Page("a/d.md", OLD))
    write(tmp_path, Page("a/d.md", OLD))
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["d.md"]
    write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_edited_page_is_set_aside_under_a_name_that_is_free(tmp_path: Path) -> None:
    for number, name in enumerate(("a.md.edited", "a.md.edited-2", "a.md.edited-3")):
        write(tmp_path, Page("a.md", NEW))
        (tmp_path / "a.md").write_text(f"{NEW}by hand {number}\n", encoding="utf-8")
        assert disk.apply(tmp_path, disk.plan(tmp_path, [Page("a.md", NEW)]), replace=True) == (name,)
        assert (tmp_path / name).read_text(encoding="utf-8") == f"{NEW}by hand {number}\n"


def test_a_difference_names_what_would_be_written_and_what_would_go(tmp_path: Path) -> None:
    write(tmp_path, Page("a.md", OLD), Page("b.md", OLD))
    lines = list(diff(tmp_path, disk.plan(tmp_path, [Page("a.md", NEW), Page("c.md", OLD)])))
    assert [line for line in lines if line.startswith(("--- docs", "+++ "))] == [
        "--- docs/a.md (now)", "+++ docs/a.md (from the sources)", "--- docs/b.md (now)", "+++ (gone)",
        "--- docs/c.md (now)", "+++ docs/c.md (from the sources)",
    ]  # fmt: skip
    assert {"-title: Old", "+title: New"} <= set(lines)


def test_a_site_that_cannot_be_swapped_in_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    with disk.swapped_in(site) as fresh:
        disk.put_assets([Asset("briefing.json", b"old")], fresh)
    rename = Path.rename

    def stuck(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("stuck")
        return rename(self, target)

    with monkeypatch.context() as full:
        full.setattr(Path, "rename", stuck)
        with pytest.raises(OSError, match="stuck"), disk.swapped_in(site) as fresh:
            disk.put_assets([Asset("briefing.json", b"new")], fresh)
        assert (site / "briefing.json").read_bytes() == b"old"
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
        site.rename(tmp_path / "elsewhere")
        with pytest.raises(OSError, match="stuck"), disk.swapped_in(site) as fresh:
            disk.put_assets([Asset("briefing.json", b"new")], fresh)
    assert [path.name for path in tmp_path.iterdir()] == ["elsewhere"]


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
