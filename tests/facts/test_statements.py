"""What a statement is compared by."""

from __future__ import annotations

import pytest

from generator.facts.statements import FIGURE, cut

from .conftest import analysed, settings


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The ministers met on October 7 and agreed on 12 ferries for the islands.", {"12"}),
        ("The ministers met on 6-7 October and agreed on twelve ferries for the islands.", {"12"}),
        ("The ministers met on 7 October 2031 and agreed on 7 ferries for the islands.", {"2031", "7"}),
        ("The ministers met 3 days after the flood and agreed on ferries for the islands.", {"3"}),
        ("The ferry may take 7 cars, the ministers said of it on Monday.", {"7"}),
    ],
)
def test_the_day_of_a_date_is_no_figure_of_what_is_told(text: str, figures: set[str]) -> None:
    made = cut((analysed("a", text, settings("ferry")),), "en")
    assert {term[1:] for clause in made for term in clause.terms if term[0] == FIGURE} == figures
