"""The parts of a person's name, and which names can be one person's."""

from __future__ import annotations

import pytest

from generator.text.personal_names import agree, family_first, parse


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana Ruiz", ("", ("ana",), "ruiz", "")),
        ("S.J. Rao", ("", ("s", "j"), "rao", "")),
        ("King Harald", ("king", (), "harald", "")),
        ("King Harald Magnus Aas", ("king", ("magnus", "aas"), "harald", "")),
        ("Karl Holm Jr.", ("", ("karl",), "holm", "jr")),
        ("Karl Holm III", ("", ("karl",), "holm", "iii")),
        ("Min Ye-rin", ("", ("ye-rin",), "min", "")),
        ("André O’Neil", ("", ("andre",), "o’neil", "")),
        ("Holm", ("", (), "holm", "")),
        ("", ("", (), "", "")),
    ],
)
def test_parts(name: str, expected: tuple[str, tuple[str, ...], str, str]) -> None:
    assert tuple(parse(name)) == expected


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Min Ye-rin", True),
        ("Park Mi-Moon", True),
        ("Anna Smith-Jones", False),
        ("Tarnetta Ye-rin", False),
        ("MIN Ye-rin", False),
        ("Ana High-Land", False),  # two words that everybody knows
        ("Min Yerinel-sa", False),  # seven letters are no syllable
        ("Ana Maria Ye-rin", False),
        ("Min Ye", False),
    ],
)
def test_a_family_name_in_front(name: str, first: bool) -> None:
    assert family_first(name.split()) is first


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("S. Rao", "Sunil Rao", True),
        ("Joe Rao", "Joe R. Rao", True),
        ("Jim Holm", "James Holm", True),
        ("Ana Holm", "Eva Holm", False),
        ("Ana M. Holm", "Ana P. Holm", False),
        ("King Harald", "Harald", True),
        ("King Harald", "Prince Harald", False),
        ("King Harald Magnus", "King Harald Olav", False),
        ("Holm", "Ana Holm", False),
    ],
)
def test_who_can_be_one(one: str, other: str, same: bool) -> None:
    assert agree(parse(one), parse(other)) is same
    assert agree(parse(other), parse(one)) is same
