"""The word lists as they are looked up, and words with their places."""

from __future__ import annotations

import pytest

from generator.facts.lexicons import _meanings, _phrasal, _sides, _spelled, _stems, lexicons
from generator.facts.tokens import plain, words
from generator.model import STATUSES


def test_opposites_know_their_pair_and_their_side() -> None:
    assert _sides([["rise grow", "fall"], ["win", "lose fall"]]) == {
        "rise": ((0, 0),), "grow": ((0, 0),), "fall": ((0, 1), (1, 1)), "win": ((1, 0),), "lose": ((1, 1),),
    }  # fmt: skip


def test_a_stem_has_the_meaning_of_the_first_line_that_holds_it() -> None:
    assert _meanings(["ship boat", "boat raft", "pier quay"]) == {
        "ship": "ship", "boat": "ship", "raft": "ship", "pier": "pier", "quay": "pier",
    }  # fmt: skip


def test_a_spelt_out_word_is_found_whole() -> None:
    ((pattern, spelling),) = _spelled({"tv": "television|tele"})
    assert spelling == "tv" and pattern.sub("tv", "tele and television, teleport") == "tv and tv, teleport"


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("they cut off it", "they sever it"),
        ("they cutting off it", "they sever it"), ("he cuts off it", "he sever it"),
        ("they set up it", "they found it"),
        ("they call off it", "they cancel it"), ("they calls off it", "they cancel it"),
        ("they cut up it", "they cut up it"), ("they sing off it", "they sing off it"), ("Call off it", "cancel it"),
        ("they raise off it", "they lift it"), ("they raised off it", "they lift it"),
    ],
)  # fmt: skip
def test_a_phrasal_verb_has_its_plain_verb(text: str, plainly: str) -> None:
    pattern, replaced = _phrasal({"sever": "cut off", "found": "set up", "cancel": "call off", "lift": "raise off"})
    assert callable(replaced) and pattern.sub(replaced, text) == plainly


def test_the_lists_are_of_one_scale() -> None:
    known = lexicons()
    assert known is lexicons() and set(known.status.values()) == set(range(len(STATUSES)))
    assert known.status["signed"] == STATUSES.index("signed")
    assert {form.split()[0] for form in known.status} == known.status_openings
    assert known.past < known.finite and "said" in known.reporting
    assert known.number_words["twelve"] == "12" and set(known.numbers.values()) == set(known.number_words.values())
    assert _stems("ships boats") == {"ship", "boat"}


def test_words_have_their_places() -> None:
    assert [tuple(word) for word in words("A B-c, 1,200.5!")] == [("a", 0, 1), ("b-c", 2, 5), ("1,200.5", 7, 14)]
    for text in ("Orla's U.S. dock_yard 4x 12.", "1.2.3 x’y a&b", ""):
        assert plain(text) == tuple(word.text for word in words(text))
    assert plain("Orla's dock_yard 4x 12.") == ("orla's", "dock", "yard", "4x", "12")
    assert words("Orla") == words("orla") and plain("ORLA") == ("orla",)
