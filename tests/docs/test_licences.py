"""Word lists that come from others keep their notices, in the source and in the package."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "generator" / "data"
DERIVED = [path for path in sorted(DATA.rglob("*.txt")) if "Copyright (c)" in path.read_text(encoding="utf-8")[:600]]
LISTS = [path for path in DERIVED if not path.name.endswith(".LICENSE.txt")]


def test_the_lexicon_says_where_it_is_from() -> None:
    assert [path.name for path in LISTS] == ["word_classes_en.txt"]


@pytest.mark.parametrize("path", LISTS, ids=lambda p: p.name)
def test_a_list_from_elsewhere_has_its_whole_licence_beside_it(path: Path) -> None:
    licence = path.with_name(f"{path.stem}.LICENSE.txt")
    assert licence.name in path.read_text(encoding="utf-8")[:600]
    text = " ".join(licence.read_text(encoding="utf-8").split())
    for part in ("Copyright (c)", "retain the above copyright notice, this list of conditions", "Neither the name",
                 'PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"'):  # fmt: skip
        assert part in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shipped = {found for pattern in project["license-files"] for found in ROOT.glob(pattern)}
    assert {ROOT / "LICENSE", licence} <= shipped
    assert project["license"] == "MIT AND BSD-3-Clause"
