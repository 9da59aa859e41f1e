"""What opens an agency's report is its dateline, and nothing else is."""

from __future__ import annotations

import pytest

from generator.text.datelines import dateline_end


@pytest.mark.parametrize(
    "opening",
    [
        "LUND -- ",
        "LUND, June 6 -- ",
        "ST. ORLA, Sweden, June 6 (Agency) -- ",
        "NEW LUND, 6 June 2005 (A/P) - ",
        "LUND (Agency) _ ",
        "LUND: ",
        "Lund, Jan. 3 (Agency) -- ",
        "New Lund, June 6 – ",
        "Lund (Agency) — ",
        "Feb 1 -- ",
        "6 February (Agency) -- ",
        "-- ",
    ],
)
def test_a_dateline_ends_before_the_report(opening: str) -> None:
    assert dateline_end(f"{opening}The mill burned.") == len(opening)


@pytest.mark.parametrize(
    "text",
    [
        "Lund -- a town of mills -- burned.",
        "Vell said: we sail.",
        "The mill -- and it was old -- burned.",
        "LUND burned -- twice.",
        "LUND-BASED mills burned.",
        "In June 6 - 7 mills burned.",
        "LUND -- ",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert dateline_end(text) == 0
