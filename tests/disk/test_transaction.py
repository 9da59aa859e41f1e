"""Several files change together, or none: whatever fails, and wherever the process is killed."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import disk
from generator.disk.transaction import replace_files
from generator.errors import BriefingError

BEFORE = {"docs/a.md": b"a", "docs/topics/b.md": b"b", "docs/gone/c.md": b"c"}
AFTER = {"docs/a.md": b"A", "docs/topics/b.md": b"B", "docs/new/d.md": b"D", "sources/e.txt": b"E"}
PUTS = AFTER
CALLS = ("open", "write", "rename", "mkdir", "fsync", "unlink", "link", "chmod", "stat")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return fresh(tmp_path / "project")


def fresh(root: Path) -> Path:
    """The project as it is before."""
    shutil.rmtree(root, ignore_errors=True)
    for path, data in BEFORE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def there(root: Path) -> dict[str, bytes]:
    """Every file of the project, what is left aside too."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def change(root: Path) -> None:
    with disk.locked(root):
        replace_files(root, PUTS, ["docs/gone/c.md"])


def test_all_change_and_nothing_is_left(root: Path) -> None:
    change(root)
    assert there(root) == AFTER
    assert not (root / "docs" / "gone").exists()
    replace_files(root, {}, ["docs/a.md", "docs/never.md"])
    assert "docs/a.md" not in there(root)


def test_modes_follow_the_folder_and_not_the_umask(root: Path) -> None:
    (root / "docs").chmod(0o775)
    (root / "docs" / "topics").chmod(0o750)
    before = os.umask(0o077)
    try:
        change(root)
    finally:
        os.umask(before)
    modes = {path: (root / path).stat().st_mode & 0o777 for path in ("docs/a.md", "docs/topics/b.md", "docs/new")}
    assert modes == {"docs/a.md": 0o664, "docs/topics/b.md": 0o640, "docs/new": 0o775}


def counted(monkeypatch: pytest.MonkeyPatch, call: str, at: int, act: Callable[[], None]) -> list[int]:
    """Has `act` happen at the call number `at` of `os.call`; gives how many calls there were."""
    genuine, calls = getattr(os, call), [0]

    def counting(*arguments: object, **named: object) -> object:
        calls[0] += 1
        if calls[0] == at:
            act()
        return genuine(*arguments, **named)

    monkeypatch.setattr(os, call, counting)
    return calls


def no_room() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def places(root: Path, call: str) -> Iterator[int]:
    """Each call of a kind that a change makes, by its number."""
    with pytest.MonkeyPatch.context() as patch:
        calls = counted(patch, call, 0, no_room)
        change(root)
    yield from range(1, calls[0] + 1)


@pytest.mark.parametrize("call", CALLS)
def test_where_a_call_fails_nothing_has_changed(root: Path, call: str) -> None:
    for at in places(root, call):
        fresh(root)
        with pytest.MonkeyPatch.context() as patch:
            counted(patch, call, at, no_room)
            try:
                change(root)
            except (OSError, BriefingError) as error:
                assert there(root) == BEFORE, (call, at, error)
        with disk.locked(root):
            pass
        assert there(root) in (BEFORE, AFTER), (call, at)


@pytest.mark.parametrize("call", CALLS)
def test_where_it_is_killed_the_next_command_finds_all_or_nothing(root: Path, call: str) -> None:
    for at in places(root, call):
        fresh(root)
        child = os.fork()
        if not child:
            with pytest.MonkeyPatch.context() as patch:
                counted(patch, call, at, lambda: os.kill(os.getpid(), signal.SIGKILL))
                change(root)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        with disk.locked(root):
            pass
        assert there(root) in (BEFORE, AFTER), (call, at)


def killed_half_way(root: Path) -> None:
    child = os.fork()
    if not child:
        with pytest.MonkeyPatch.context() as patch:  # the first rename is the journal's
            counted(patch, "rename", 3, lambda: os.kill(os.getpid(), signal.SIGKILL))
            change(root)
        os._exit(0)
    os.waitpid(child, 0)
    assert (root / ".briefing" / "journal").is_file()
    assert (root / "docs" / "a.md").read_bytes() + (root / "docs" / "topics" / "b.md").read_bytes() == b"Ab"


def test_what_somebody_did_since_is_left_to_them(root: Path) -> None:
    killed_half_way(root)
    (root / "docs" / "topics" / "b.md").write_bytes(b"by hand")
    with disk.locked(root):
        pass
    assert there(root) == {**BEFORE, "docs/a.md": b"A", "docs/topics/b.md": b"by hand"}


def test_what_can_be_neither_ended_nor_undone_is_told_and_stays_to_be_ended(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_half_way(root)
    with monkeypatch.context() as full:
        full.setattr(os, "rename", lambda *_, **__: no_room())
        with pytest.raises(BriefingError, match=r"cannot be ended: .*: no space left on device"), disk.locked(root):
            pytest.fail("must not get here")
    with disk.locked(root):
        pass
    assert there(root) == AFTER


@pytest.mark.parametrize("path", ["../out.md", "/etc/out.md", ".git/hooks/pre-commit", ".venv/x.py", "docs/../../x"])
def test_a_journal_that_is_none_of_ours_does_nothing(root: Path, path: str) -> None:
    aside = root / ".briefing" / "aside"
    aside.mkdir(parents=True)
    (aside / "new-0").write_bytes(b"evil")
    step = {"number": 0, "path": path, "new": "d" * 64, "old": None, "aside": ".briefing/aside"}
    for text in (json.dumps([step]), "[", '[{"path": 1}]', "{}", "[[]]"):
        (root / ".briefing" / "journal").write_text(text, encoding="utf-8")
        with disk.locked(root):
            pass
        assert there(root) == BEFORE


@pytest.mark.parametrize("top", ["docs", "sources"])
def test_a_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path, top: str) -> None:
    outside, root = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    root.mkdir()
    (root / top).symlink_to(outside)
    with pytest.raises(BriefingError, match=f"{top}/: expected a folder within the project, found a link to"):
        replace_files(root, {f"{top}/a.md": b"x"})
    assert list(outside.iterdir()) == []


def test_a_folder_that_leads_about_within_the_project_is_followed(root: Path) -> None:
    (root / "pages").mkdir()
    (root / "docs" / "new").symlink_to(root / "pages")
    change(root)
    assert (root / "pages" / "d.md").read_bytes() == b"D"


def test_a_link_in_the_place_of_a_page_is_replaced_and_not_written_through(root: Path) -> None:
    (root / "mine").write_bytes(b"mine")
    (root / "docs" / "a.md").unlink()
    (root / "docs" / "a.md").symlink_to(root / "mine")
    change(root)
    assert there(root) == {**AFTER, "mine": b"mine"}
    assert not (root / "docs" / "a.md").is_symlink()


def test_a_disk_without_second_names_keeps_a_copy(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    change(root)
    assert there(root) == AFTER


def test_docs_on_a_disk_of_its_own_are_written_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = os.rename

    def far(old: str, new: str, *, src_dir_fd: int, dst_dir_fd: int) -> None:
        where = str(Path(f"/proc/self/fd/{src_dir_fd}").readlink())
        if where.endswith(".briefing/aside") and new != "e.txt":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        genuine(old, new, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)

    monkeypatch.setattr(os, "rename", far)
    change(root)
    assert there(root) == AFTER


def test_what_is_left_aside_is_nothing_that_git_adds(root: Path) -> None:
    child = os.fork()
    if not child:
        with pytest.MonkeyPatch.context() as patch:
            counted(patch, "fsync", 2, lambda: os.kill(os.getpid(), signal.SIGKILL))
            change(root)
        os._exit(0)
    os.waitpid(child, 0)
    assert {path for path in there(root) if path.startswith("docs/")} == set(BEFORE)
    assert (root / ".briefing" / "aside" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_what_earlier_versions_left_half_written_goes(root: Path) -> None:
    (root / "docs" / "topics" / ".new-abc_1234").write_bytes(b"half")
    (root / "docs" / ".new-mine").write_bytes(b"a person's")
    with disk.locked(root):
        pass
    assert there(root) == {**BEFORE, "docs/.new-mine": b"a person's"}
