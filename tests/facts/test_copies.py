"""Which sources are versions of one text: copies, short cuts, rewrites, and what an agency sends out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Config
from generator.facts.copies import (
    _COPY,
    _candidates,
    _families,
    _found,
    _holding,
    _most,
    _sampled,
    _Shared,
    _shared,
    _Text,
    _within,
    copies,
)
from generator.model import Analysis

from .conftest import analysed, settings

DAM = [
    "The spillway of the Orla dam gave way shortly after dawn, and water reached the streets of Brenn within an hour.",
    "Engineers had lowered the lake by two metres in the week before because of cracks in the northern wing wall.",
    "The mayor of Brenn asked everybody on the left bank to go to the school on the hill and to take blankets along.",
    "A helicopter lifted eleven people from the roof of the paper mill, where the ground floor had filled with mud.",
    "The company that runs the dam has declined to say when the cracks were first seen by its own inspectors.",
    "Trains between Brenn and the coast will not run before the bridge over the millrace has been inspected by divers.",
    "The regional office for water had given the wall its second best mark at the last inspection four years ago.",
    "Farmers below the dam were told to move their cattle, and most of them did so before the water arrived.",
]
OTHER = [
    "The opposition in the regional assembly wants to know who signed the last report on the state of the wall.",
    "Insurers expect claims for three hundred houses, two schools and the cold stores of the fruit growers.",
    "A concert that was planned for the weekend in the old brewery has been moved to the next valley.",
    "Volunteers filled four thousand bags with sand from the quarry before the army came with more of them.",
    "The fire brigade pumped out the cellar of the hospital, which kept its power throughout the morning.",
    "A teacher who keeps the rain gauge said that she had never emptied it twice on the same day before.",
]
DAY = {"published": "2031-03-04", "publisher": "Northern Wire"}


def found(
    sources: Mapping[str, list[str]], families: Mapping[str, str] | None = None, **metadata: Mapping[str, str]
) -> dict[str, str]:
    config = settings("dam")
    made = [_source(name, text, metadata.get(name, DAY), config) for name, text in sources.items()]
    return dict(copies(made, families or {}))


def _source(name: str, sentences: list[str], metadata: Mapping[str, str], config: Config) -> Analysis:
    return analysed(name, "\n\n".join(sentences), config, **metadata)


def test_the_fullest_version_stands_for_all() -> None:
    assert found({"first": DAM[:6], "second": DAM, "cut": DAM[:4]}) == {"first": "second", "cut": "second"}


def test_the_newest_of_equally_full_versions_stands_for_them() -> None:
    late = {**DAY, "published": "2031-03-05"}
    assert found({"old": DAM, "new": DAM}, new=late) == {"old": "new"}


REWRITTEN = [OTHER[0], OTHER[2], OTHER[5], *DAM[:3], DAM[4]]  # somewhat more than half of it stands in the first text


@pytest.mark.parametrize(
    ("metadata", "tied"),
    [
        (DAY, True),
        ({**DAY, "published": "2031-03-05"}, True),
        ({**DAY, "published": "2031-03-06"}, False),
        ({**DAY, "publisher": "Southern Wire"}, False),
        ({"publisher": "Northern Wire"}, False),
        ({"published": "2031-03-04"}, False),
    ],
)
def test_most_of_an_agency_s_text_with_a_new_lead_is_a_version_within_a_day(
    metadata: Mapping[str, str], tied: bool
) -> None:
    assert bool(found({"a": DAM, "b": REWRITTEN}, b=metadata)) is tied


def test_papers_of_one_house_print_versions_of_one_text_as_an_agency_does() -> None:
    texts, sister = {"a": DAM, "b": REWRITTEN}, {**DAY, "publisher": "Southern Wire"}
    assert found(texts, dict.fromkeys(("Northern Wire", "Southern Wire"), "The Wires"), b=sister)
    assert not found(texts, {"Northern Wire": "The Wires"}, b=sister)


def test_whose_text_a_feed_passes_on_is_the_agency() -> None:
    passed_on = {**DAY, "publisher": "Planet", "origin": "Northern Wire", "origin_from": "the feed"}
    assert found({"a": DAM, "b": REWRITTEN}, b=passed_on)
    assert not found({"a": DAM, "b": REWRITTEN}, b={**passed_on, "origin": "Southern Wire"})


def test_what_an_agency_keeps_at_hand_as_background_makes_no_version() -> None:
    assert not found({"a": DAM, "b": [*OTHER, *DAM[:2]]})


def test_two_sentences_are_too_few_however_short_the_text() -> None:
    cut = [DAM[0], DAM[1], OTHER[0], OTHER[1][:60]]
    assert not found({"a": DAM, "b": cut})


def new(tag: str, sentences: int) -> list[str]:
    """Sentences that share nothing with those of another tag."""
    return [f"The {' '.join(f'{tag}{number}{word}' for word in 'abcdefghijklmn')}." for number in range(sentences)]


def test_many_sentences_tell_a_version_the_same_day_however_much_is_new() -> None:
    one, other = [*DAM[:6], *new("x", 20)], [*DAM[:6], *new("y", 20)]
    assert found({"a": one, "b": other})
    assert not found({"a": one, "b": other}, b={**DAY, "published": "2031-03-05"})
    assert not found({"a": [*DAM[:5], *new("x", 20)], "b": other})


def test_short_reports_that_a_full_one_takes_up_are_no_versions_of_each_other() -> None:
    full, one, other = [*DAM, *OTHER], [DAM[0], DAM[1], DAM[4], *new("x", 3)], [*OTHER[:3], *new("y", 3)]
    assert len(found({"full": full, "one": one})) == len(found({"full": full, "other": other})) == 1
    assert len(found({"full": full, "one": one, "other": other})) == 1


def test_sentences_that_a_rewrite_has_touched_here_and_there_are_the_same() -> None:
    light = [one.replace(" of the ", " in its ").replace(" and ", " while ").replace(" a ", " one ") for one in DAM]
    assert found({"a": DAM, "b": light}, b={"publisher": "Southern Wire"})


def bigrams(tag: str, count: int) -> frozenset[int]:
    return frozenset(ord(tag) << 32 | n for n in range(count))


def text(runs: range, *sentences: frozenset[int]) -> _Text:
    return _Text(frozenset(runs), lambda: sentences, "Northern Wire", date(2031, 3, 4))


def test_five_words_in_a_row_are_a_run_and_a_quarter_of_them_are_sampled() -> None:
    words = [f"w{n}" for n in range(404)]
    assert not _sampled(words[:4])
    assert 70 < len(_sampled(words)) < 130
    assert all(code % 4 == 0 for code in _sampled(words))
    assert sum(bool(_sampled(words[n : n + 5])) for n in range(400)) == len(_sampled(words))


@pytest.mark.parametrize(("runs", "pairs"), [(4, [((0, 1), 4)]), (3, [])])
def test_a_text_of_too_few_runs_is_compared_with_none(runs: int, pairs: list[object]) -> None:
    assert list(_candidates([text(range(9)), text(range(runs))])) == pairs


def test_a_run_that_many_have_is_boilerplate() -> None:
    assert len(list(_candidates([text(range(4))] * 21))) == 21 * 20 // 2
    assert len(list(_candidates([text(range(4))] * 22))) == 21 * 20 // 2 + 20


@pytest.mark.parametrize(("held", "same"), [(5, True), (4, False)])
def test_two_sentences_are_one_by_half_of_their_neighbouring_words(held: int, same: bool) -> None:
    shared = bigrams("s", held)
    one, other = shared | bigrams("a", 10 - held), shared | bigrams("b", 10 - held)
    assert bool(_found([one], [other], _holding([other]))[0]) is same


def tied(
    runs: float = 0.0, part: float = 0.0, sentences: int = 0, apart: int = 0, agency: str = "Northern Wire"
) -> bool:
    """Whether two texts of an agency that share so much are one."""
    one = text(range(9))
    other = replace(one, agency=agency, day=date(2031, 3, 4 + apart))
    return bool(_families([one, other], {(0, 1): _Shared(runs, part, sentences)}, [(0, 1)]))


@pytest.mark.parametrize(
    ("known", "one"),
    [
        ({"runs": 0.6, "agency": "other"}, True),
        ({"runs": 0.59, "agency": "other"}, False),
        ({"part": 0.6, "agency": "other"}, True),
        ({"part": 0.59, "agency": "other"}, False),
        ({"part": 0.55, "sentences": 3}, True),
        ({"part": 0.54, "sentences": 3}, False),
        ({"part": 0.55, "sentences": 2}, False),
        ({"part": 0.55, "sentences": 3, "apart": 1}, True),
        ({"part": 0.55, "sentences": 3, "apart": 2}, False),
        ({"part": 0.55, "sentences": 3, "agency": "other"}, False),
        ({"part": 0.55, "sentences": 3, "agency": ""}, False),
        ({"sentences": 6}, True),
        ({"sentences": 5}, False),
        ({"sentences": 6, "apart": 1}, False),
    ],
)
def test_how_much_makes_a_copy_and_how_much_an_agency_s_version(known: dict[str, Any], one: bool) -> None:
    assert tied(**known) is one


@pytest.mark.parametrize(("third", "members"), [(3, [0, 1, 2]), (2, [0, 1]), (None, [0, 1])])
def test_of_an_agency_s_versions_any_two_share_something(third: int | None, members: list[int]) -> None:
    shared = {(0, 1): _Shared(0.0, 0.58, 3), (1, 2): _Shared(0.0, 0.57, 3)}
    if third is not None:
        shared[0, 2] = _Shared(0.0, 0.1, third)
    assert _families([text(range(9))] * 3, shared, list(shared)) == [members]


def test_what_two_texts_share_is_measured_by_the_shorter_one() -> None:
    one, other = text(range(4), bigrams("a", 10), bigrams("b", 10)), text(range(8), bigrams("a", 10))
    assert _shared([one, other], (0, 1), 2, _holding(other.sentences)) == _Shared(0.5, 1.0, 1)
    assert _shared([other, one], (0, 1), 2, _holding(one.sentences)) == _Shared(0.5, 1.0, 1)


_SENTENCES = st.lists(st.frozensets(st.integers(0, 40), min_size=1, max_size=12), min_size=1, max_size=6)


@given(one=_SENTENCES, other=_SENTENCES)
def test_what_is_looked_at_first_leaves_out_no_copy(one: list[frozenset[int]], other: list[frozenset[int]]) -> None:
    both = _within(one).pairs & _within(other).pairs
    assert _within(one).enough(both) or _most(one, both) / _within(one).size < _COPY
