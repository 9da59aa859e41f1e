"""Which sources are versions of one text: copies, short cuts, rewrites, and what an agency sends out again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.facts.copies import copies
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


def found(sources: Mapping[str, list[str]], **metadata: Mapping[str, str]) -> dict[str, str]:
    config = settings("dam")
    return dict(copies([_source(name, text, metadata.get(name, DAY), config) for name, text in sources.items()]))


def _source(name: str, sentences: list[str], metadata: Mapping[str, str], config: object) -> Analysis:
    return analysed(name, "\n\n".join(sentences), config, **metadata)  # type: ignore[arg-type]


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
