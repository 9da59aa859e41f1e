"""Names that are looked up by an index are those that a comparison of each with each would join."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.facts.names.keys import distance
from generator.facts.names.people import _alike, _Bearers, _fathers_and_sons, _Given
from generator.facts.names.spelling_parts import parts_near, parts_of
from generator.facts.names.table import NameEntry, NameTable
from generator.text.personal_names import agree, parse

WORD = st.text("abcd", min_size=4, max_size=9)
EDIT = st.tuples(st.sampled_from(["put", "cut", "turn"]), st.integers(1, 9), st.sampled_from("abz"))
NAMES = st.sampled_from(
    ["S. Rao", "Sunil Rao", "Sunil K. Rao", "Sara Rao", "King Rao", "Prince Sunil Rao", "Bob Rao", "Robert Rao",
     "R. Rao", "Sunil Rao Jr", "Robert K Rao", "Robert L Rao", "Rob Rao"]
)  # fmt: skip


def _edited(word: str, edits: list[tuple[str, int, str]]) -> str:
    for kind, at, letter in edits:
        at = min(at, len(word))
        word = word[:at] + ("" if kind == "cut" else letter) + word[at + (kind != "put") :]
    return word


def _plain(a: str, b: str) -> int:
    """The Levenshtein distance, as it is defined."""
    if not a or not b:
        return len(a) + len(b)
    return min(_plain(a[1:], b) + 1, _plain(a, b[1:]) + 1, _plain(a[1:], b[1:]) + (a[0] != b[0]))


@given(st.text("ab", max_size=5), st.text("ab", max_size=5), st.integers(1, 2))
def test_a_distance_does_not_depend_on_what_both_words_begin_and_end_with(a: str, b: str, most: int) -> None:
    assert distance(a, b, most) == distance(f"ab{a}ba", f"ab{b}ba", most) == min(_plain(a, b), most + 1)


@given(WORD, st.lists(EDIT, max_size=2))
def test_two_spellings_that_are_near_have_a_part_in_common(word: str, edits: list[tuple[str, int, str]]) -> None:
    other, most = _edited(word, edits), max(1, len(edits))
    assert not set(parts_near(other, most)).isdisjoint(parts_of(word))


@given(st.lists(NAMES, min_size=1, max_size=9))
def test_names_that_agree_are_found_by_what_stands_first_in_them(texts: list[str]) -> None:
    names = [parse(text) for text in texts]
    given_names = _Given(names)
    for name in names:
        near = given_names.near(name)
        assert [n for n in near if agree(name, names[n])] == [n for n, one in enumerate(names) if agree(name, one)]
    each = [(a, b) for a in names for b in names if a is not b and (a.style or len(a.given[0]) > 1)]
    assert _alike(names) == all(agree(a, b) for a, b in each if b.style or len(b.given[0]) > 1)


@given(st.lists(st.tuples(NAMES, st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=6))
def test_a_father_and_a_son_are_two_in_one_source(told: list[tuple[str, str, str]]) -> None:
    bearers = [_entry(text, f"{n}", *dict.fromkeys(sources)) for n, (text, *sources) in enumerate(told)]
    named = [(bearer, parse(bearer.text)) for bearer in bearers]
    assert _fathers_and_sons(bearers, [name for _, name in named]) == any(
        one.suffix != other.suffix and one.given[:1] == other.given[:1] and bool({*a.sources} & {*b.sources})
        for a, one in named
        for b, other in named
    )


@given(
    st.lists(st.tuples(NAMES, st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=3),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True),
)
def test_a_surname_stands_for_whom_all_its_bearers_looked_at_would_tell(
    told: list[tuple[str, str, str]], joined: list[tuple[int, int]], sources: list[str]
) -> None:
    table = NameTable((), {})
    bearers = [_entry(text, f"{n}", *dict.fromkeys(held)) for n, (text, *held) in enumerate(told)]
    for one, other in joined:
        table.join(f"{one}", f"{other}")
    alone = _entry("Rao", "alone", *sources)
    roots = {table.root(bearer.key) for bearer in bearers}
    mine = [bearer for bearer in bearers if {*bearer.sources} & {*sources}]
    everywhere = {*sources} <= {source for bearer in mine for source in bearer.sources}
    here = mine[0] if everywhere and len({table.root(bearer.key) for bearer in mine}) == 1 else None
    assert _Bearers(table, bearers).meant(alone) is (bearers[0] if len(roots) == 1 else here)
    assert _Bearers(table, bearers).holds("alone") == ("alone" in roots)


def _entry(text: str, key: str, *sources: str) -> NameEntry:
    return NameEntry(key, text, sources, 1, (("person", 1),), tuple((source, 0) for source in sources))
