"""The file of questions for search, and the figure that `make audit` prints."""

from __future__ import annotations

import pytest

from tests.browser.questions import Score, read, score


def test_a_file_holds_sets_of_questions_with_one_right_page_or_several() -> None:
    assert read("names:\n  5G: topics/5g/\n  2020: [/timeline/, tags/]\nothers:\n  Who?: names/\n") == {
        "names": {"5G": ("topics/5g/",), "2020": ("timeline/", "tags/")},
        "others": {"Who?": ("names/",)},
    }


@pytest.mark.parametrize(
    "text", ["", "- 5G", "5G: topics/5g/", "names: {}", "names: {5G: }", "names: {5G: []}", "a: [b"]
)
def test_what_is_no_such_file_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="expected sets of questions, such as"):
        read(text)


def test_the_figure_counts_first_places_and_names_the_others() -> None:
    found = {"5G": ["topics/5g/"], "Quad": ["tags/", "names/"], "Mars": ["tags/"], "": []}
    asked = {"5G": ("topics/5g/",), "Quad": ("topics/ipoi/", "names/"), "Mars": ("names/",), "": ("names/",)}
    scored = score("ours", asked, found.__getitem__)
    assert scored.share == 0.25
    assert str(scored).splitlines() == [
        "search: ours: 4 questions, hit@1 1 (0.25)",
        "  missed: Quad: topics/ipoi/ or names/ is 2, first is tags/",
        "  missed: Mars: names/ is not found, first is tags/",
        "  missed: : names/ is not found, first is nothing",
    ]
    assert str(Score("all", 20, ())) == "search: all: 20 questions, hit@1 20 (1.00)"
