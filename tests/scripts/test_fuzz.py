"""What `make fuzz` tries: every target holds for what it begins with, for what broke it once, and for a few inputs made
by chance; and what breaks is kept and told."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import pytest

from generator.model import Document, Metadata, Paragraph
from scripts.fuzz import holds
from scripts.fuzz.__main__ import outcome
from scripts.fuzz.one import Finds, mutations, watched
from scripts.fuzz.seeds import FOUND
from scripts.fuzz.targets import Target, targets

TARGETS = targets()
SLOW = ("road",)
TRIED = 12


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_a_target_holds_for_its_seeds_and_for_some_chance_inputs(target: Target) -> None:
    assert target.seeds
    for data in target.seeds:
        target.check(data)
    for data in islice(mutations(target.seeds, random.Random(target.name)), 2 if target.name in SLOW else TRIED):
        target.check(data)


def test_what_was_found_belongs_to_a_target() -> None:
    assert {path.name for path in FOUND.iterdir()} <= {target.name for target in TARGETS}


@pytest.mark.parametrize(
    "text", ["bell \x07", "turned \u202egnp.exe", "half \ud800", "soft\u00adhyphen", "nothing\u200bwide"]
)
def test_text_that_nobody_sees_does_not_hold(text: str) -> None:
    with pytest.raises(holds.BrokenError, match="a paragraph without"):
        holds.document(Document("a", "text", Metadata(), (Paragraph(text),), structured=True))


@pytest.mark.parametrize("day", ["7 October", "2020-13-01", "2020-02-31"])
def test_a_day_that_is_no_date_does_not_hold(day: str) -> None:
    with pytest.raises(holds.BrokenError, match="published is EDTF"):
        holds.metadata(Metadata(published=day))


@pytest.mark.parametrize("reason", ["", "two\nlines", "bell \x07"])
def test_a_reason_that_cannot_be_printed_does_not_hold(reason: str) -> None:
    with pytest.raises(holds.BrokenError, match="one printable line"):
        holds.reason(ValueError(reason))


def test_what_breaks_is_kept_once_for_each_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finds = Finds(tmp_path)

    def check(data: bytes) -> None:
        if data != b"sound":
            raise ValueError(data)

    for data in (b"sound", b"one", b"two"):
        watched(check, finds)(data)
    assert len(finds) == 1
    assert [path.read_bytes() for path in tmp_path.iterdir() if not path.suffix] == [b"one"]
    made = outcome("edtf", capsys.readouterr().out + "stat::number_of_executed_units: 3\n", (), 0)
    assert made.tried == 3
    assert len(made.broken) == 1


@pytest.mark.parametrize(
    ("printed", "left", "code", "broken"),
    [
        ("stat::peak_rss_mb: 90", (), 0, 0),
        ("", ("timeout-1", "corpus"), 70, 1),
        ("", ("crash-1", "oom-2"), 77, 2),
        ("Segmentation fault", (), -11, 1),
    ],
)
def test_a_process_that_ends_badly_has_broken_something(
    printed: str, left: tuple[str, ...], code: int, broken: int
) -> None:
    assert len(outcome("pdf", printed, left, code).broken) == broken
