"""The limits within which a sentence is cut into clauses."""

from __future__ import annotations

import pytest

from generator.facts.grouping.clauses import clauses, opener, verbless


def cut(text: str) -> list[str]:
    return [text[p.start : p.end] for p in clauses(text)]


CUTS = [
    ("The lake froze; two old boats sank.", 1),
    ("The lake froze over; two old boats sank.", 2),
    ("The lake froze over; two boats sank.", 1),
    ("A lake froze; two old boats sank.", 1),
    ("The lake froze over, but two old boats sank.", 2),
    ("The lake froze over but two boats sank.", 1),
    ("The lake froze over and they sank two boats.", 2),
    ("The lake froze over and boats were sunk there.", 1),
    ("The lake froze over, and boats were sunk there.", 2),
    ("The lake froze over, which was a great pity.", 2),
    ("The lake froze over, which the many very old men saw.", 1),
    ("The lake froze over, which the old men saw.", 2),
    ("They sold ropes, nets, and boats were on show.", 1),
    ("They sold ropes to many, according to Ann, and it was very late.", 2),
    ("The lake (it froze over; two old boats sank) is deep.", 1),
    ("The pilots warned that the old lake froze.", 2),
    ("The pilots hated that the old lake froze.", 1),
    ("They warned pilots that the old lake froze.", 2),
    ("They warned the pilots that the old lake froze.", 1),
    ("The lake froze over as two old boats were sold.", 2),
    ("The lake froze over as it was still very cold.", 1),
    ("The lake was as cold as old boats were wet.", 1),
    ("The lake froze over as two old boats and nets with ropes were sold.", 1),
    ("The lake froze over as well as boats were built.", 1),
    ("The lake froze over, sinking two very old boats.", 2),
    ("The lake froze over, including two very old boats.", 1),
    ("The deep blue lake, sinking two very old boats.", 1),
    ("The lake froze over despite two warm days there.", 2),
    ("The lake was frozen despite two warm days there.", 2),
    ("The lake with boats froze despite two warm days.", 1),
    ("The lake froze over, said Ann, the boats were old.", 2),
]


@pytest.mark.parametrize(("text", "count"), CUTS)
def test_where_a_sentence_is_cut(text: str, count: int) -> None:
    assert len(cut(text)) == count


def boats(count: int) -> str:
    return " ".join(["boat"] * count)


@pytest.mark.parametrize(("subject", "parts"), [(8, 2), (9, 1)])
def test_a_finite_verb_stands_near_the_beginning_of_a_clause(subject: int, parts: int) -> None:
    assert len(cut(f"The lake froze over, but {boats(subject)} sank there.")) == parts
    assert len(cut(f"The lake froze over, but {boats(subject)} was there.")) == parts


@pytest.mark.parametrize(("subject", "length"), [(12, 6), (13, 0)])
def test_the_subject_behind_a_conjunction_has_so_many_words(subject: int, length: int) -> None:
    assert opener(f"after {boats(subject)} banned it.", "It froze, ") == length


def test_a_long_sentence_is_cut_near_its_start_only() -> None:
    part = "the lake froze over there; "
    pieces = clauses(part * 200)
    assert 4000 // len(part) - 1 <= len(pieces) - 1 <= 4000 // len(part)


def test_what_reports_near_the_end_of_a_clause_is_a_frame() -> None:
    rest = " that the old lake froze."
    assert clauses(f"The old minister said{rest}")[0].frame
    assert not clauses("The old minister said it.")[0].frame
    assert clauses(f"The old minister for the lake said{rest}")[0].frame
    assert not clauses(f"The minister who was ill said{rest}")[0].frame


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("A lake of ice", True), ("A lake froze", False), ("A lake is old", False), ("Boats mourn", False)],
)
def test_a_fragment_has_no_verb(text: str, is_so: bool) -> None:
    assert verbless(text) is is_so


@pytest.mark.parametrize(("opens", "count"), [("Monday", 1), ("9", 1), ("boats", 2)])
def test_what_follows_since_may_be_a_time(opens: str, count: int) -> None:
    assert len(cut(f"The lake froze over since {opens} were sold there.")) == count
