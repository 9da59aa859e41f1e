"""The keys under which spellings are one, abbreviations, and how near two spellings are, at the edges."""

from __future__ import annotations

import pytest

from generator.facts.names.abbreviations import is_short
from generator.facts.names.bodies import _FORMS, _fits, _tells
from generator.facts.names.join import _main, _one, _shared, _worth, kind_of
from generator.facts.names.keys import bag_key, distance, letters, spelling_key
from generator.facts.names.misspellings import _fit, _near, _Spelling, slips
from generator.facts.names.people import parts
from generator.facts.names.table import NameEntry, NameTable
from generator.model import NameKind


def entry(text: str, *sources: str, kind: NameKind = "person", count: int = 1, key: str | None = None) -> NameEntry:
    given = sources or ("a",)
    return NameEntry(key or spelling_key(text), text, given, count, ((kind, count),), tuple((s, 0) for s in given))


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("The Orla Dock", "orla dock", True),
        ("the Orla Dock", "Orla-Dock", True),
        ("Lumen Ltd", "Lumen", True),
        ("Lumen, Ltd.", "Lumen", True),
        ("Lumen Co Ltd", "Lumen", True),
        ("Orla Programme", "Orla Program", True),
        ("Orla Defence Centre", "Orla Defense Center", True),
        ("Orla Organisation", "Orla Organization", True),
        ("Orla Realisation Board", "Orla Realization Board", True),
        ("Kites", "Kite", False),
        ("MBKs", "MBK", True),
        ("Orla insurgents", "Orla rebels", True),
        ("insurgents", "rebels", False),
        ("U.N. Harbour Board", "United Nations Harbor Board", True),
        ("Orla Minister", "Orla Ministry", True),
        ("Orla Dock", "Orla Docks", False),
        ("U.K.", "United Kingdom", True),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str, equal: bool) -> None:
    assert (spelling_key(one) == spelling_key(other)) is equal


def test_two_letters_are_no_plural() -> None:
    assert spelling_key("XS") == spelling_key("Xs") == "xs" and spelling_key("XQs") == "xq"


def test_a_bag_needs_two_telling_words() -> None:
    assert bag_key("Orla Ministry of Docks") == bag_key("Ministry of Docks of Orla") == ("docks", "ministry", "orla")
    assert bag_key("Orla") == bag_key("the of Orla") == bag_key("Orla Orla") == ()
    assert bag_key("Orla's Dock") == bag_key("Orla’s Dock") == ("dock", "orla")
    assert bag_key("Danish Dock") == bag_key("Dock of Denmark") != ()


@pytest.mark.parametrize(
    ("word", "single"),
    [("bodies", "body"), ("ponies", "pony"), ("ties", "ties"), ("lamps", "lamps"), ("ladies", "lady"),
     ("pumpss", "pumpss"), ("dockss", "dockss"), ("stones", "stone"), ("doves", "doves"), ("eries", "eries")],
)  # fmt: skip
def test_a_word_of_a_bag_is_told_in_the_singular_from_six_letters_on(word: str, single: str) -> None:
    assert bag_key(f"qorl {word}") == tuple(sorted(("qorl", single)))


@pytest.mark.parametrize(
    ("a", "b", "most", "far"),
    [
        ("holm", "holm", 1, 0),
        ("holm", "hohm", 1, 1),
        ("holm", "hol", 1, 1),
        ("hol", "holm", 1, 1),
        ("holm", "xolmx", 1, 2),
        ("holm", "xolmx", 2, 2),
        ("holm", "xolmx", 5, 2),
        ("holm", "ho", 1, 2),
        ("holm", "ho", 2, 2),
        ("holm", "abcd", 2, 3),
        ("holm", "abcd", 9, 4),
        ("holm", "ohlm", 2, 2),
        ("kitten", "sitting", 3, 3),
        ("kitten", "sitting", 2, 3),
        ("", "ab", 2, 2),
        ("holmberg", "holm", 3, 4),
    ],
)
def test_the_distance_of_two_words(a: str, b: str, most: int, far: int) -> None:
    assert distance(a, b, most) == far


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("MEA", True), ("U.S.", True), ("IoT", True), ("MoC", True), ("AB", True), ("A", False), ("A.", False),
        ("Ab", False), ("ABab", True), ("ABabc", False), ("ABCDEFGH", True), ("ABCDEFGHI", False), ("A B", False),
        ("ABCDEFabc", False), ("ABCDEFab", True), ("Orla", False),
    ],
)  # fmt: skip
def test_what_is_an_abbreviation(text: str, short: bool) -> None:
    assert is_short(text) is short


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("Karl Holme", True), ("Ana Holme", False), ("Ana Holmes", True), ("Karlholmes", False), ("karl Holmes", False),
        ("Karl Holmes 2", False), ("Karl O'Holm", True),
    ],
)  # fmt: skip
def test_a_misspelling_has_nine_letters_in_two_words(text: str, fit: bool) -> None:
    assert _fit(entry(text)) is fit


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        (entry("Karl Holmes"), entry("Karl Holmas"), True),
        (entry("Karl Holmes"), entry("Karl Holmes"), False),
        (entry("Karl Holmes"), entry("Karl Holmass"), False),
        (entry("Karl Holmes"), entry("Marl Holmes"), False),
        (entry("Karl Holmes"), entry("Karl Holmas", kind="place"), False),
        (entry("Karl Holmes"), entry("Karl Holmas", kind="other"), True),
        (entry("Karl Holmes", kind="other"), entry("Karl Holmas"), True),
        (entry("K. Holmeses"), entry("K. Holmasis"), True),
        (entry("K. Holmeses"), entry("K. Holmasix"), False),
        (entry("K.J Holmeses"), entry("Kj Holmasis"), True),
        (entry("Kjr. Holmeses"), entry("Kjr Holmasis"), False),
        (entry("K Holmeses", kind="organisation"), entry("K Holmasis", kind="organisation"), False),
    ],
)
def test_a_misspelling_differs_by_a_letter_or_beside_initials_by_two(
    one: NameEntry, other: NameEntry, near: bool
) -> None:
    assert _near(_Spelling(one), _Spelling(other)) is near


def test_a_misspelling_that_the_settings_join_is_one_sources_against_two() -> None:
    slip, usual = entry("Karl Holmas", "c"), entry("Karl Holmes", "a", "b")
    assert slips([slip, usual]) == {"Karl Holmas"}
    assert not slips([slip])
    assert not slips([slip, entry("Karl Holmes", "a")])
    assert not slips([slip, entry("Karl Holmes", "a", "c")])
    assert not slips([slip, entry("Karl Holm", "a", "b")])
    both = entry("Karl Holmas", "c", "d")
    assert not slips([both, usual])


def forms(text: str) -> list[str]:
    return [short for form in _FORMS for short in form(text.split())]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Kestrel Shipping Ltd", ["Kestrel", "Kestrel Shipping"]),
        ("Kestrel Shipping Ltd.", ["Kestrel", "Kestrel Shipping"]),
        ("Ltd", []),
        ("KRT TV", ["KRT"]),
        ("TV", []),
        ("Oslo Morning Times", ["Morning Times"]),
        ("Oslo Times", []),
        ("Qorl Morning Times", []),
        ("Kestrel Party", ["Kestrel"]),
        ("Kestrel Blue Party", []),
        ("Party", []),
        ("Norway's Fisheries Board", ["Fisheries Board"]),
        ("Qorl's Fisheries Board", []),
        ("New Zealand's Fisheries Board", ["Fisheries Board"]),
        ("Fisheries Norway's", []),
        ("Kestrel rebels", ["Kestrel", "Kestrels"]),
        ("rebels", ["rebel"]),
        ("Kestrels", ["Kestrel"]),
        ("Kestrelss", []),
        ("Blue Kestrels", []),
    ],
)
def test_what_is_left_out_of_a_longer_name(text: str, short: list[str]) -> None:
    assert forms(text) == short


def test_more_than_one_word_is_left_out_only_in_a_source_that_has_them_all() -> None:
    long = entry("Kestrel Shipping Ltd", "a")
    assert _fits(entry("Kestrel", "a"), long) and not _fits(entry("Kestrel", "b"), long)
    assert _fits(entry("Kestrel Shipping", "b"), long)
    assert _fits(entry("Fisheries Board", "b"), entry("New Zealand's Fisheries Board", "a"))
    assert _tells("Kestrel") and not _tells("Oslo") and not _tells("Danish") and not _tells("Ministry")


def test_the_fullest_spelling_names_a_group() -> None:
    def main(*entries: NameEntry, slips: tuple[str, ...] = (), shared: tuple[str, ...] = ()) -> str:
        return _main(entries, None, frozenset(slips), frozenset(shared))

    assert main(entry("Holm"), entry("Karl Holm")) == "Karl Holm"
    assert main(entry("Karl Holm"), entry("K. Karl Holm")) == "K. Karl Holm"
    assert main(entry("K. Holm"), entry("Karl Holm")) == "Karl Holm"
    assert main(entry("KH"), entry("Holm")) == "Holm"
    assert (
        main(entry("the port pact of Orla", kind="other"), entry("Orla Pact", kind="other")) == "the port pact of Orla"
    )
    assert main(entry("port pact of orla", kind="other"), entry("Orla Pact", kind="other")) == "Orla Pact"
    assert main(entry("port pact", kind="other"), entry("Pact", kind="other")) == "port pact"
    assert main(entry("KARL JAN HOLM"), entry("Karl Holm")) == "Karl Holm"
    assert main(entry("King Harald Holm"), entry("Harald Holm")) == "Harald Holm"
    agency = entry("Norway's Fisheries Board", kind="organisation")
    assert main(agency, entry("Fisheries Board", kind="organisation")) == "Fisheries Board"
    assert main(entry("Karl Holm"), entry("Carl Holm", "a", "b")) == "Carl Holm"
    assert main(entry("Karl Holm", count=2), entry("Carl Holm")) == "Karl Holm"
    assert main(entry("Karl Holm"), entry("Carl Holm")) == "Carl Holm"
    assert main(entry("Karl-Jan Holm"), entry("Karljan Holm", "a", "b")) == "Karl-Jan Holm"
    assert main(entry("Karl Jan Holm"), entry("Holm"), slips=("Karl Jan Holm",)) == "Holm"
    assert main(entry("Karl Jan Holm"), entry("Holm"), shared=("Karl Jan Holm",)) == "Holm"
    assert main(entry("Karl Holm"), slips=("Karl Holm",), shared=("Karl Holm",)) == "Karl Holm"


def test_what_is_worth_the_name() -> None:
    none: frozenset[str] = frozenset()
    assert _worth([entry("Karl Holm")], none)
    assert _worth([entry("Holm")], none)
    assert not _worth([entry("Holm")], frozenset({"holm"}))
    assert _worth([entry("Holm"), entry("Karl Holm")], frozenset({"holm"}))
    assert not _worth([entry("Pact", kind="other")], none)
    assert _worth([entry("Pact", kind="other", count=2)], none)
    assert _worth([entry("Pact", "a", "b", kind="other")], none)
    assert _worth([entry("Pact", kind="other"), entry("Pacts", kind="other")], none)
    assert _worth([entry("Orla Pact", kind="other")], none)
    assert not _worth([entry("port pact", kind="other", count=3)], none)
    assert _worth([entry("port pact", "a", "b", kind="other")], none)


def test_kinds_shared_spellings_and_plurals() -> None:
    assert kind_of([entry("A", kind="other", count=9), entry("A", kind="place")]) == "place"
    assert kind_of([entry("A", kind="other")]) == "other"
    assert (
        kind_of([entry("A", kind="person", count=2), entry("B", kind="place"), entry("C", kind="place", count=2)])
        == "place"
    )
    assert entry("A", kind="other").kind == "other"
    assert NameEntry("a", "A", ("a",), 3, (("other", 5), ("person", 1), ("place", 2)), ()).kind == "place"
    assert _shared([[entry("Holm"), entry("Holm")], [entry("Holm"), entry("Karl")]]) == {"Holm"}
    assert (_one("MBKs"), _one("MBK"), _one("Orlas"), _one("ABS")) == ("MBK", "MBK", "Orlas", "ABS")
    assert parts("S. J. Rao") == (("s", "j"), "rao") and letters("Ä-b 1") == "ab1"


def test_a_table_keeps_apart_what_the_settings_keep_apart() -> None:
    table = NameTable((), {"Karl Holm": ("Carl Holm", "Karel Holm")})
    key = table.key
    assert key("Carl Holm") == "!Carl Holm" and key("Jan Holm") == "janholm"
    assert not table.join(key("Karl Holm"), key("Carl Holm")) and not table.join(key("Carl Holm"), key("Karl Holm"))
    assert table.join("x", key("Karl Holm")) and table.join("x", key("Karl Holm"))
    assert not table.join("x", key("Carl Holm"))
    assert table.join("y", key("Karel Holm")) and not table.join("y", "x") and not table.join("x", "y")
    assert table.join("y", "z") and not table.join("z", "x")
    assert table.root("y") == table.root("z") != table.root("x")
