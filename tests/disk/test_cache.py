"""The folder of what is remembered: bounded, shared without harm, and never a way to files elsewhere."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from generator import disk
from generator.disk.cache import FOLDER, Cache, open_cache
from generator.disk.cache_key import sealing_key
from generator.disk.code_version import code_version

KEY = b"k" * 32


def test_a_value_is_there_in_the_next_run_and_git_passes_it_by(tmp_path: Path) -> None:
    cache = open_cache(tmp_path)
    assert cache is not None
    name = cache.name(b"a", b"b")
    assert cache.get(name) is None
    cache.put(name, b"value")
    again = open_cache(tmp_path)
    assert again is not None
    assert again.get(again.name(b"a", b"b")) == b"value"
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"


def test_names_tell_parts_apart() -> None:
    cache = Cache(Path("nowhere"), KEY, b"1")
    assert len({cache.name(b"ab", b"c"), cache.name(b"a", b"bc"), cache.name(b"abc"), cache.name(b"abc", b"")}) == 4


def test_old_entries_go_where_they_are_too_many_and_used_ones_stay(tmp_path: Path) -> None:
    before = Cache(tmp_path, KEY, b"1")
    names = [before.name(bytes([number])) for number in range(6)]
    for age, name in enumerate(names):
        before.put(name, b"x" * 968)  # 1,000 bytes with its seal
        os.utime(tmp_path / name[:2] / name, (1_000_000 - age, 1_000_000 - age))
    left_by_a_kill = tmp_path / names[0][:2] / f".{names[0]}-0badcafe"
    left_by_a_kill.write_bytes(b"y" * 5_000)
    os.utime(left_by_a_kill, (1, 1))
    other = tmp_path / "notes" / "mine.txt"
    other.parent.mkdir()
    other.write_text("not the cache's")
    now = Cache(tmp_path, KEY, b"1")
    assert now.get(names[5]) == b"x" * 968
    now.sweep(0)
    assert now.get(names[4]) is not None, "nothing was written, and nothing is swept"
    now = Cache(tmp_path, KEY, b"1")
    now.get(names[5])
    now.put(now.name(b"new"), b"")
    now.sweep(spare=2_000)
    assert [now.get(name) is not None for name in names] == [True, True, False, False, False, True]
    assert not left_by_a_kill.exists()
    assert other.exists()


def test_many_write_at_once(tmp_path: Path) -> None:
    caches = [Cache(tmp_path, KEY, b"1") for _ in range(8)]
    name = caches[0].name(b"same")

    def write(cache: Cache) -> None:
        for number in range(50):
            cache.put(name, b"same value")
            cache.put(cache.name(bytes([number])), bytes([number]))
            assert cache.get(name) == b"same value"

    threads = [threading.Thread(target=write, args=(cache,)) for cache in caches]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(caches[0].get(caches[0].name(bytes([number]))) == bytes([number]) for number in range(50))
    assert not list(tmp_path.glob("*/.*-*"))


@pytest.mark.parametrize("place", [FOLDER.parent, FOLDER], ids=str)
def test_a_folder_that_is_a_link_is_not_used(tmp_path: Path, place: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    outside.mkdir()
    (root / place).parent.mkdir(parents=True)
    (root / place).symlink_to(outside)
    assert open_cache(root) is None


def test_a_shelf_that_is_a_link_is_not_written_to(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", KEY, b"1")
    name, outside = cache.name(b"a"), tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / name[:2]).symlink_to(outside)
    cache.put(name, b"value")
    assert not list(outside.iterdir())


def test_a_folder_that_cannot_be_written_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / ".briefing").write_text("a file")
    cache = open_cache(tmp_path)
    assert cache is not None
    cache.put(cache.name(b"a"), b"value")
    assert cache.get(cache.name(b"a")) is None
    cache.sweep()


def test_a_key_is_one_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    key = sealing_key()
    assert key and len(key) == 32
    assert sealing_key() == key
    (path,) = tmp_path.rglob("*.key")
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o666)
    assert sealing_key() is None, "anybody may have written it"
    path.chmod(0o600)
    path.write_bytes(b"short")
    assert sealing_key() is None
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    assert sealing_key() is None
    path.unlink()
    assert sealing_key() not in {None, key}


def test_without_a_place_for_a_key_nothing_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert disk.open_cache(tmp_path) is None


def test_the_code_has_a_version() -> None:
    assert len(code_version()) == 16
