"""What was worked out for a file is not worked out again, whatever becomes of what was kept: at worst it costs time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Config, KeyphraseRules, Limits
from generator.disk.cache import Cache
from generator.engines import remembered_each
from generator.model import SourceFile, Worked
from generator.one_source import Ways, work
from generator.pipeline import run
from generator.remember import Memory, remembering
from tests.conftest import FIRST, SECOND

FILES = (SourceFile("sources/a.txt", FIRST.encode()), SourceFile("sources/b.txt", SECOND.encode()))
WAYS = Ways(Limits(), "en")
KEY = b"k" * 32


class Doing:
    """Does the work, and notes on what."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, files: Sequence[SourceFile], ways: Ways) -> Iterable[tuple[int, Worked]]:
        for number, file in reversed(list(enumerate(files))):  # in no order
            self.done.append(file.path)
            yield number, work(file, ways)


def asked(
    folder: Path, files: Sequence[SourceFile] = FILES, ways: Ways = WAYS, key: bytes = KEY, code: bytes = b"1"
) -> list[str]:
    """On which of `files` the work is done again, which gives what it always gives."""
    doing = Doing()
    found = list(remembered_each(doing, Cache(folder, key, code))(files, ways))
    assert found == [work(file, ways) for file in files]
    return sorted(doing.done)


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/*") if path.is_file())


BOTH = [file.path for file in FILES]


def test_it_is_done_once(tmp_path: Path) -> None:
    assert asked(tmp_path) == BOTH
    assert asked(tmp_path) == []
    assert asked(tmp_path, FILES[::-1]) == [], "the order of the files is all the same"


@pytest.mark.parametrize(
    "file",
    [replace(FILES[0], data=FILES[0].data + b"More."), replace(FILES[0], path="sources/c.txt"),
     replace(FILES[0], beside=(("a.txt.meta.yml", b"title: Another"),))],
    ids=["text", "name", "sidecar"],
)  # fmt: skip
def test_a_file_that_is_another_is_worked_on(tmp_path: Path, file: SourceFile) -> None:
    asked(tmp_path)
    assert asked(tmp_path, (file, FILES[1])) == [file.path]


@pytest.mark.parametrize(
    "other",
    [
        {"ways": Ways(Limits(), "de")},
        {"ways": Ways(Limits(), "en", KeyphraseRules("own"))},
        {"ways": Ways(Limits(line_chars=90_000), "en")},
        {"code": b"2"},
        {"key": b"o" * 32},
    ],
    ids=["language", "engine", "limits", "code", "key of another user"],
)
def test_what_was_made_another_way_is_made_anew(tmp_path: Path, other: dict[str, Ways | bytes]) -> None:
    asked(tmp_path)
    assert asked(tmp_path, **other) == BOTH  # type: ignore[arg-type]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def _turned(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def _swapped(path: Path) -> None:
    other = next(one for one in path.parents[1].glob("*/*") if one.is_file() and one != path)
    path.write_bytes(other.read_bytes())


def _linked(path: Path) -> None:
    path.rename(path.with_suffix(".real"))
    path.symlink_to(path.with_suffix(".real"))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE = {
    "cut short": _cut, "a bit turned": _turned, "of another file": _swapped, "a link": _linked, "a folder": _folder,
    "empty": lambda path: path.write_bytes(b""), "foreign": lambda path: path.write_bytes(b"GIF89a" * 99),
    "lost": Path.unlink,
    "a pickle": lambda path: path.write_bytes(b"cos\nsystem\n(S'touch /tmp/briefing-owned'\ntR."),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damage_only_costs_time(tmp_path: Path, damage: object) -> None:
    asked(tmp_path)
    assert callable(damage)
    damage(entries(tmp_path)[0])
    assert len(asked(tmp_path)) == 1


def test_an_entry_that_another_made_with_all_but_the_key_is_none(tmp_path: Path) -> None:
    """Whoever brings files into a project can bring a cache: no word of it may come onto a page."""
    theirs = Cache(tmp_path, b"another key" * 2, b"1")
    ours = Cache(tmp_path, KEY, b"1")
    lie = next(iter(remembered_each(Doing(), None)([replace(FILES[0], data=SECOND.encode())], WAYS)))
    doing = Doing()
    list(remembered_each(lambda files, ways: [(0, lie)], theirs)(FILES[:1], WAYS))
    assert len(entries(tmp_path)) == 1
    assert list(remembered_each(doing, ours)(FILES[:1], WAYS)) == [work(FILES[0], WAYS)]
    assert doing.done == BOTH[:1]


def test_what_was_refused_is_tried_again(tmp_path: Path) -> None:
    bad = SourceFile("sources/a.xyz", b"?")
    assert asked(tmp_path, [bad]) == asked(tmp_path, [bad]) == ["sources/a.xyz"]


def test_a_process_remembers_without_a_folder() -> None:
    memory, doing = Memory(), Doing()
    for _ in range(2):
        with remembering(memory):
            list(remembered_each(doing, None, memory)(FILES, WAYS))
    assert sorted(doing.done) == BOTH


def test_a_site_is_the_same_from_what_is_remembered(tmp_path: Path) -> None:
    config = Config(title="A", topics=())
    same_name = (*FILES, SourceFile("sources/a.md", SECOND.encode()), SourceFile("sources/x.xyz", b"?"))
    plain = run(same_name, config)
    for _ in range(2):
        assert run(same_name, config, each=remembered_each(Doing(), Cache(tmp_path, KEY, b"1"))) == plain
    assert len({one.article.id for one in plain.brief.analyses}) == 3
