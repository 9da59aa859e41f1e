"""How far the clause around a date goes, at its limits of words and characters."""

from __future__ import annotations

import pytest

from generator.facts.timeline.boundaries import pairs
from generator.facts.timeline.clause import _whole_behind, clause_around
from generator.facts.timeline.items import gist


def around(text: str, words: str = "Monday") -> str:
    start = text.index(words)
    first, last = clause_around(text, start, start + len(words))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The boats sank on Monday, the lake froze.", "The boats sank on Monday"),  # four words beside the date
        ("Boats sank on Monday, the lake froze.", "Boats sank on Monday, the lake froze."),
        ("The lake froze; the boats sank on Monday.", "the boats sank on Monday."),
        ("The lake froze; they sank Monday.", "The lake froze; they sank Monday."),
        ("The lake froze: the boats sank on Monday.", "the boats sank on Monday."),
        ("The lake froze — the boats sank on Monday — nobody cared.", "the boats sank on Monday"),
        ("The lake froze although the boats sank on Monday.", "the boats sank on Monday."),
        ("The boats sank on Monday because the lake froze.", "The boats sank on Monday"),
        ("The boats sank on Monday and were raised by cranes.", "The boats sank on Monday"),
        ("The boats sank on Monday and Tuesday near the lake.", "The boats sank on Monday and Tuesday near the lake."),
        ("The boats sank on Monday: nobody was hurt there.", "The boats sank on Monday"),
    ],
)
def test_a_clause_ends_where_another_begins_if_it_has_four_words_beside_its_date(text: str, clause: str) -> None:
    assert around(text) == clause


def boats(count: int) -> str:
    return " ".join(f"boat{n}" for n in range(count))


@pytest.mark.parametrize(
    ("before", "after", "first", "last", "size"),
    [
        (20, 19, "boat0", "boat18", 40),
        (20, 20, "boat0", "boat18", 40),
        (21, 20, "boat1", "boat18", 40),
        (25, 60, "boat5", "boat18", 40),
        (60, 0, "boat40", "Monday", 21),
    ],
)
def test_a_long_clause_is_cut_at_forty_words_half_of_them_before_its_date(
    before: int, after: int, first: str, last: str, size: int
) -> None:
    found = around(f"{boats(before)} Monday {boats(after)}".strip()).split()
    assert (found[0], found[-1], len(found)) == (first, last, size)


@pytest.mark.parametrize(("characters", "whole"), [(800, True), (801, False)])
def test_so_many_characters_on_either_side_are_looked_at(characters: int, whole: bool) -> None:
    before, after = " the boats sank on ", " the boats sank there "
    word = "x" * (characters - len(before))
    assert around(f"zz {word}{before}Monday").startswith("x") is whole
    assert around(f"zz {word}{before}Monday").endswith("boats sank on Monday")
    word = "x" * (characters - len(after))
    assert around(f"Monday{after}{word} zz").endswith("x") is whole
    assert around(f"Monday{after}{word} zz").startswith("Monday the boats sank there")


def test_a_conjunction_that_leaves_too_little_beside_a_date_does_not_part_it_from_another() -> None:
    text = "The old boats sank on Monday when ice came Friday"
    spans = [(text.index(day), text.index(day) + 6) for day in ("Monday", "Friday")]
    first, last = clause_around(text, *spans[0], spans[1:])
    assert text[first:last] == "The old boats sank on Monday"
    first, last = clause_around(text, *spans[1], spans[:1])
    assert text[first:last] == text
    longer = text.replace("ice came", "the ice came on")
    spans = [(longer.index(day), longer.index(day) + 6) for day in ("Monday", "Friday")]
    first, last = clause_around(longer, *spans[1], spans[:1])
    assert longer[first:last] == "the ice came on Friday"
    short = "They sank Monday when the ice came on Friday."
    spans = [(short.index(day), short.index(day) + 6) for day in ("Monday", "Friday")]
    first, last = clause_around(short, *spans[0], spans[1:])
    assert short[first:last] == short


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a (b) c", ["(b)"]),
        ("a (b [c] d) e", ["(b [c] d)", "[c]"]),
        ("a “b” c", ["“b”"]),
        ('a "b" "c"', ['"b"', '"c"']),
        ("a (b", []),
        ("a b) c", []),
        ("a (b] c)", ["(b] c)"]),
        ("a (b [c) d]", ["(b [c)"]),
        ("((a) b)", ["((a) b)", "(a)"]),
    ],
)
def test_brackets_and_quotation_marks_are_found_in_pairs(text: str, found: list[str]) -> None:
    assert [text[first:last] for first, last in pairs(text)] == found


def test_the_gist_of_a_clause_is_its_longer_words_cut_short() -> None:
    assert gist("The harbours of Varn were closing; the sea was not.") == {"harbou", "varn", "closin"}
    assert gist("abc abcd abcdefg") == {"abcd", "abcdef"}


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("and the dam broke", 4),
        ("because dams broke", 8),
        ("and broke the dam", None),
        ("and the dam", None),
        ("and the", None),
        ("and broke", None),
        ("and ", None),
        ("the dam broke", None),
    ],
)
def test_a_clause_behind_a_conjunction_is_whole_with_a_subject_and_a_verb(text: str, behind: int | None) -> None:
    assert _whole_behind(text, 0, len(text)) == behind
    assert _whole_behind(f"now {text} it", 4, 4 + len(text)) == (behind and behind + 4)
