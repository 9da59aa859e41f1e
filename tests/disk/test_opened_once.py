"""Every file is opened once: what was checked is what is read, within the limits, and never from outside."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from generator import disk
from generator.config import Limits
from generator.disk.once import read_inside
from generator.disk.sources import LARGEST_SIDECAR
from generator.errors import UnreadableError


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.txt").write_text("inside", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.txt").write_text("secret", encoding="utf-8")
    return folder


def swapped(monkeypatch: pytest.MonkeyPatch, victim: Path, by: Path, before: str) -> None:
    """Puts a link to `by` in the place of `victim` just before the first call of `os.path.realpath` or `os.open`."""
    module = os.path if before == "realpath" else os
    genuine, done = getattr(module, before), list[Path]()

    def swap(path: object, *arguments: object, **named: object) -> object:
        found = genuine(path, *arguments, **named) if before == "realpath" and not done else None
        if not done and (before == "realpath" or str(path).endswith("a.txt")):
            done.append(victim.rename(victim.with_name("moved")))
            victim.symlink_to(by)
        return found or genuine(path, *arguments, **named)

    monkeypatch.setattr(module, before, swap)


@pytest.mark.parametrize("before", ["realpath", "open"])
@pytest.mark.parametrize("what", ["sub", "sub/a.txt"])
def test_what_is_swapped_for_a_link_is_never_read_from_outside(
    sources: Path, monkeypatch: pytest.MonkeyPatch, before: str, what: str
) -> None:
    swapped(monkeypatch, sources / what, sources.parent / "outside" / what.removeprefix("sub").lstrip("/"), before)
    with suppress(UnreadableError, OSError):
        assert read_inside(sources, sources / "sub" / "a.txt", 100) == b"inside"


def test_a_file_that_grows_while_it_is_read_is_beyond_the_limit(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = os.fstat

    def before(handle: int) -> os.stat_result:
        found = genuine(handle)
        with (sources / "sub" / "a.txt").open("ab") as file:
            file.write(b"x" * 100)
        return found

    monkeypatch.setattr(os, "fstat", before)
    with pytest.raises(UnreadableError, match="too large: 51 bytes"):
        read_inside(sources, sources / "sub" / "a.txt", 50)


def test_a_sidecar_beyond_its_limit_costs_its_source_and_is_not_read(sources: Path) -> None:
    with (sources / "sub" / "a.meta.yml").open("wb") as file:
        file.truncate(300_000_000)
    files, skipped = disk.scan(sources, Limits())
    assert files == ()
    assert [one.path for one in skipped] == ["sources/sub/a.txt"]
    assert skipped[0].reason.startswith("a.meta.yml: too large: 300,000,000 bytes, where")
    (sources / "sub" / "a.txt").unlink()
    assert disk.scan(sources, Limits()) == ((), ())
    assert LARGEST_SIDECAR < 300_000_000


def test_a_pipe_or_a_socket_under_the_name_of_a_document_does_not_hold_a_build(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.meta.yml")
    (tmp_path / "b.txt").write_text("text", encoding="utf-8")
    files, skipped = disk.scan(tmp_path, Limits())
    assert [(file.path, file.beside) for file in files] == [("sources/b.txt", ())]
    assert [(one.path, one.reason) for one in skipped] == [("sources/a.txt", "not an ordinary file")]
    with pytest.raises(UnreadableError, match="not an ordinary file"):
        disk.load(tmp_path / "a.txt", "a.txt", Limits())
