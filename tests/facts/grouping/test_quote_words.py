"""Where a quote begins and ends, by the clauses of its sentence and the limit of words."""

from __future__ import annotations

import pytest

from generator.facts.grouping.quote_spans import alone, quote_spans
from generator.facts.grouping.support import Group
from generator.facts.grouping.terms import Clause
from generator.model import Sentence

Part = tuple[str, str]  # words, and how they go with those before: "free", "bound", "verb" or "frame"


def cut(*parts: Part, doc: int = 0, offset: int = 0) -> tuple[Clause, ...]:
    """The clauses of a sentence that begins at `offset` of its paragraph."""
    text = " ".join(words for words, _ in parts)
    sentence = Sentence("abc"[doc], 0, 1, offset, offset + len(text), text, "s1")
    out, at = [], offset
    for words, link in parts:
        frame = link == "frame"
        out.append(Clause(doc, doc, sentence, at, at + len(words), words, (), frame, "bound" if frame else link))  # type: ignore[arg-type]
        at += len(words) + 1
    return tuple(out)


def quoted(parts: list[Part], groups: list[list[int]], limit: int = 45) -> dict[int, list[str]]:
    """The quotes of a sentence by group; the clause behind its last one is another source's, "x"."""
    clauses = (*cut(*parts), *cut(("x", "free"), doc=1), *cut(("y", "free"), doc=2))
    spans = quote_spans(clauses, [Group(tuple(group)) for group in groups], limit)
    return {number: [s.text for s in statements if s.text not in "xy"] for number, statements in sorted(spans.items())}


def words(letter: str, count: int) -> str:
    return " ".join(f"{letter}{n}" for n in range(count))


ONE, TWO, THREE = words("a", 5), words("b", 5), words("c", 5)


def test_a_sentence_is_whole_unless_two_of_its_parts_are_in_two_shared_facts() -> None:
    parts = [(ONE, "bound"), (TWO, "free")]
    assert quoted(parts, [[0], [1], [2], [3]]) == {0: [f"{ONE} {TWO}"], 2: [], 3: []}
    assert quoted(parts, [[0, 2], [1], [3]]) == {0: [f"{ONE} {TWO}"], 2: []}
    assert quoted(parts, [[0, 2], [1, 3]]) == {0: [ONE], 1: [TWO]}
    assert quoted(parts, [[0, 1, 2], [3]]) == {0: [f"{ONE} {TWO}"], 1: []}
    assert quoted(parts, [[0], [1, 2], [3]]) == {0: [ONE], 1: [TWO], 2: []}


def test_what_only_hands_over_goes_with_what_it_hands_over() -> None:
    assert quoted([(ONE, "frame"), (TWO, "free")], [[0], [1, 2], [3]]) == {1: [f"{ONE} {TWO}"], 2: []}
    parts = [(ONE, "bound"), (TWO, "frame"), (THREE, "free")]
    assert quoted(parts, [[0, 3], [1], [2, 4]]) == {0: [ONE], 2: [f"{TWO} {THREE}"]}
    parts = [(ONE, "frame"), (TWO, "frame"), (THREE, "free")]
    assert quoted(parts, [[0, 3], [1], [2, 4]]) == {0: [ONE], 2: [f"{TWO} {THREE}"]}


@pytest.mark.parametrize(("count", "link", "whole"), [(23, "free", True), (24, "free", False), (24, "bound", True)])
def test_a_long_sentence_is_cut_before_a_clause_of_its_own_that_is_in_no_fact(
    count: int, link: str, whole: bool
) -> None:
    long = words("b", count)
    found = quoted([(ONE, "bound"), (long, link)], [[0, 2], [1], [3]])
    assert found == ({0: [f"{ONE} {long}"], 2: []} if whole else {0: [ONE], 1: [long], 2: []})


@pytest.mark.parametrize(
    ("limit", "texts"),
    [
        (15, [f"{ONE} {TWO} {THREE}"]),
        (14, [ONE, f"{TWO} {THREE}"]),
        (10, [ONE, f"{TWO} {THREE}"]),
        (9, [ONE, TWO, THREE]),
        (4, [words("a", 4), words("b", 4), words("c", 4)]),
    ],
)
def test_a_quote_grows_from_its_core_as_far_as_the_limit_allows(limit: int, texts: list[str]) -> None:
    parts = [(ONE, "frame"), (TWO, "bound"), (THREE, "bound")]
    found = quoted(parts, [[0], [1, 3], [2], [4]], limit)
    assert sorted(text for texts in found.values() for text in texts) == texts


def shortened(text: str, limit: int) -> str:
    (clause,) = cut((text, "bound"), offset=7)
    one = alone((clause,), 0, limit)
    assert (one.start, one.end) == (7, 7 + len(one.text))
    return one.text


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("a b c d e f", 6, "a b c d e f"),
        ("a b c d e f", 5, "a b c d e"),
        ("a b c, d e f", 5, "a b c"),
        ("a b, c d e f", 5, "a b c d e".replace("b", "b,")),  # in the first half already
        ("a b c, d, e f g", 5, "a b c, d"),
        ("a b c d e, f", 5, "a b c d e"),
        ("a b c while d e f", 5, "a b c"),
        ("a (b c, d) e f g", 5, "a (b c, d) e"),
        ("a (b c), d e f g", 5, "a (b c)"),
        ("a b c d such as e f", 6, "a b c d"),
    ],
)
def test_a_clause_that_is_too_long_ends_where_a_part_of_it_does(text: str, limit: int, expected: str) -> None:
    assert shortened(text, limit) == expected


@pytest.mark.parametrize(("limit", "begins"), [(16, "a0"), (15, "a0"), (14, "c0")])
def test_a_second_verb_is_quoted_with_its_subject_where_there_is_room(limit: int, begins: str) -> None:
    clauses = cut((ONE, "bound"), (TWO, "verb"), (THREE, "verb"))
    assert alone(clauses, 2, limit).text.split()[0] == begins
    assert alone(clauses, 0, limit).text == ONE
    assert alone(cut((ONE, "bound"), (TWO, "free")), 1, limit).text == TWO


def test_a_conjunction_is_left_out_where_the_rest_has_happened() -> None:
    clauses = cut(("The port was full,", "bound"), ("especially after Varn banned the cranes.", "bound"), offset=5)
    one = alone(clauses, 1, 45)
    assert (one.text, one.start, one.end) == ("Varn banned the cranes.", 41, 64)
    assert alone(clauses, 1, 3).text == "Varn banned the"
    future = cut(("The port would be full,", "bound"), ("especially after Varn banned the cranes.", "bound"))
    assert alone(future, 1, 45).text == "especially after Varn banned the cranes."


def test_a_statement_tells_which_clauses_put_it_there() -> None:
    clauses = (*cut((ONE, "bound"), (TWO, "bound")), *cut(("x", "free"), doc=1))
    (one,) = quote_spans(clauses, [Group((0, 2)), Group((1,))], 45)[0][:1]
    assert (one.clauses, one.core) == ((0, 1), (0,))
