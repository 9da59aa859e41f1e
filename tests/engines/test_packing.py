"""What is packed comes back as it was, and what is no packed value is told."""

from __future__ import annotations

import zlib
from dataclasses import fields

import pytest

from generator.config import Config
from generator.model import (
    Analysis,
    DateMention,
    InYear,
    MonthName,
    Nearest,
    Part,
    Refusal,
    Relative,
    SourceFile,
    Tied,
    Units,
    Upcoming,
    Weekday,
    Worked,
)
from generator.one_source import ways, work
from generator.packing import _Analysis, _Date, pack, pack_files, unpack, unpack_files
from tests.conftest import FIRST, SECOND

WAYS = ways(Config(title="", topics=()))
TELLING = """\
Ana Lind opens the dock

The dock opened on Friday, two days after the storm, said Ana Lind. In May last year it was closed for three weeks. The
harbour office said last week that it will open again in the coming days. It was built in 1971, ahead of the regatta.
"""
RELATIVE: tuple[Relative, ...] = (
    Weekday(4, "next"), MonthName(5, "last"), InYear(-1, 5, 3), Units("week", -1, "early"), Nearest("weekend"),
    Tied(2, "day", "the storm"), Upcoming("the regatta"),
)  # fmt: skip


def done(text: str, name: str = "sources/a.txt") -> Worked:
    return work(SourceFile(name, text.encode()), WAYS)


@pytest.mark.parametrize("text", [FIRST, SECOND, TELLING], ids=["first", "second", "telling"])
def test_work_comes_back_as_it_was(text: str) -> None:
    worked = done(text)
    assert worked.parts[0].analysis, "there is something to pack"
    again = unpack(pack(worked))
    assert again == worked
    assert pack(again) == pack(worked)


@pytest.mark.parametrize("relative", [None, *RELATIVE], ids=lambda one: type(one).__name__)
def test_every_kind_of_date_comes_back(relative: Relative | None) -> None:
    (part,) = done(TELLING).parts
    assert part.analysis and part.article
    mention = DateMention(0, 1, 5, "then", None, relative, "ahead", "1971", "An editor")
    analysis = Analysis(part.article, (), (), (), dates=(mention,))
    worked = Worked((Part(part.path, part.metadata, part.article, analysis),))
    assert unpack(pack(worked)) == worked


def test_every_kind_of_date_was_tried() -> None:
    assert {type(one).__name__ for one in RELATIVE} == {one.__name__ for one in Relative.__args__}


def test_what_was_refused_comes_back() -> None:
    refused = Worked(refused=Refusal("no key: 'Ana'", "no key"))
    assert unpack(pack(refused)) == refused


def test_no_value_of_an_analysis_or_of_a_date_is_left_out() -> None:
    """A field that the model gains is to be packed too."""
    assert {"article", *_Analysis.__struct_fields__} == {field.name for field in fields(Analysis)}
    assert set(_Date.__struct_fields__) == {field.name for field in fields(DateMention)}


@pytest.mark.parametrize(
    "data",
    [b"", b"no such thing", zlib.compress(b"\xc1"), zlib.compress(b"\x92\x90\x01"), pack(done(FIRST))[:-40],
     zlib.compress(zlib.decompress(pack(done(TELLING))).replace(b"Weekday", b"Weakday"))],
    ids=["nothing", "text", "no msgpack", "another type", "cut short", "no kind of date"],
)  # fmt: skip
def test_other_bytes_are_no_work(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data)


def test_files_come_back_with_what_lies_beside_them() -> None:
    files = (SourceFile("sources/a.txt", b"\xff\x00", (("a.txt.meta.yml", b"title: A"),)), SourceFile("b", b""))
    assert unpack_files(pack_files(files)) == files
