"""The mark tells whose a page is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.page_mark import stamp, state

PAGE = "---\ntitle: A\n---\n\n# A\n\nText\n"


def test_a_stamped_page_is_ours_and_its_mark_comes_first() -> None:
    text = stamp(PAGE)
    assert text.startswith("---\nbriefing: ")
    assert text.split("\n", 2)[2] == PAGE.split("\n", 1)[1]
    assert state(text) == "ours"


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("Text", "Other text"),
        lambda t: t.replace("title: A", "title: B"),
        lambda t: t + "\n",
        lambda t: t.replace("briefing: ", "briefing: 0"),
        lambda t: t.replace("title: A", "title: A\nbriefing: 0000000000000000"),
        lambda t: t.replace("---\nbriefing", "---\n# note\nbriefing"),
        lambda t: t.replace("Text", "<<<<<<< HEAD\nText\n=======\nOther\n>>>>>>> branch"),
        lambda t: (
            "---\n<<<<<<< HEAD\n" + t.removeprefix("---\n").replace("title", "=======\nbriefing: 1\n>>>>>>> x\ntitle")
        ),
        lambda t: "<<<<<<< HEAD\n" + t,
    ],
)
def test_a_page_that_was_changed_is_edited(change: Callable[[str], str]) -> None:
    assert state(change(stamp(PAGE))) == "edited"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A\n",
        PAGE,
        "---\n",
        "---\ntitle: x",
        "Text\n\n---\nbriefing: 0123456789abcdef\n---\n",
        "\n".join(line for line in stamp(PAGE).split("\n") if not line.startswith("briefing:")),
    ],
)
def test_a_page_without_the_mark_is_somebody_elses(text: str) -> None:
    assert state(text) == "theirs"


def test_line_ends_and_a_byte_order_mark_do_not_count() -> None:
    assert state(stamp(PAGE).replace("\n", "\r\n")) == "ours"
    assert state("\ufeff" + stamp(PAGE)) == "ours"


def test_only_a_page_with_front_matter_can_be_stamped() -> None:
    with pytest.raises(ValueError, match="begins with front matter"):
        stamp("# A\n")


@given(body=st.text())
def test_any_page_we_stamp_is_ours(body: str) -> None:
    text = stamp("---\ntitle: A\n---\n" + body.replace("\r", ""))
    assert state(text) == "ours"
