"""What holds for any scrape: nothing vanishes or is made up, hostile lines hurt no others, and the model matters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Limits
from generator.model import Article, SourceFile
from generator.reading import clean, read
from generator.reading.scrape.line_features import features, measure
from generator.reading.scrape.line_model import Weights, label, shipped, viterbi
from generator.text.invisible import visible
from tests.hostile import LINES

STORY = [
    "The ferry to the island will sail again on Monday after a winter of repairs, the port authority said.",
    "Engineers replaced both engines and much of the car deck, and found more rust than anyone had expected.",
    "The work cost 4.2 million crowns, which is twice what the first estimate had said it would cost.",
]
PRINTED = st.characters(codec="utf-8", exclude_categories=["Cc"])
PIECES = [
    *STORY,
    "",
    "Home",
    "Share",
    "Leave a comment",
    "Photo: Reuters",
    "• An item",
    "12 March 2031",
    "More…",
    "Read on...",
]


def article(text: str) -> Article:
    (document,) = read(SourceFile("sources/a.txt", text.encode("utf-8")), Limits())
    return clean(document, "a")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(PRINTED, max_size=60)))
def test_every_line_is_kept_or_dropped_with_a_reason_and_nothing_is_made_up(lines: list[str]) -> None:
    text = "\n".join([STORY[0], *lines])
    found = article(text)
    assert all(d.reason for d in found.dropped)
    source = "".join(visible(text).split())
    parts = [p.text for p in found.paragraphs] + [d.text for d in found.dropped]
    assert all("".join(part.split()) in source for part in parts if "mojibake" not in "".join(found.notes))
    if not found.notes:
        told = sum(c.isalnum() for part in parts for c in part)
        assert told >= sum(c.isalnum() for c in source)


def test_reading_twice_gives_the_same() -> None:
    text = "\n".join(PIECES * 3)
    assert article(text) == article(text)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:8])
def test_a_hostile_line_costs_no_other_line(line: str) -> None:
    found = article("\n".join(["Ferry returns", *STORY, line, STORY[0][:-1] + line[:300]]))
    assert set(STORY) <= {p.text for p in found.paragraphs}


def test_the_model_tells_prose_from_what_stands_around_it() -> None:
    page = ["Home", "World", "Sport", "Weather", "Contact us", *STORY, "Share", "Related articles", "Privacy policy"]
    lines = [measure(text, number, 0) for number, text in enumerate(page, 1)]
    assert label(lines, shipped()) == [text in STORY for text in page]
    nothing = Weights(bias=-1.0, switch=1.0, weights=dict.fromkeys(shipped().weights, 0.0))
    assert not any(label(lines, nothing))


def test_the_shipped_weights_are_those_of_the_features() -> None:
    assert list(features([measure(STORY[0], 1, 0)])[0]) == list(shipped().weights)


def test_viterbi_bridges_a_doubtful_line_and_not_a_certain_one() -> None:
    assert viterbi([3, -0.5, 3], 1.0) == [True, True, True]
    assert viterbi([3, -5, 3], 1.0) == [True, False, True]
    assert viterbi([-3, 0.5, -3], 1.0) == [False, False, False]
    assert viterbi([], 1.0) == []


def test_metadata_names_the_language_before_the_text_does() -> None:
    assert article("\n".join(STORY)).metadata.language == "en"
    assert article("---\nlanguage: de\n---\n" + "\n".join(STORY)).metadata.language == "de"
    assert article("Ja.").metadata.language is None
