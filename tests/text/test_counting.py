"""Words as limits count them, in scripts with spaces and without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.counting import word_places, words_in
from generator.text.truncate import truncate


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port, at last, opened.", ["The", "port,", "at", "last,", "opened."]),
        ("港务局宣布，5G网络。", ["港务", "局宣", "布，", "5G", "网络。"]),
        ("防潮堤を建設する", ["防潮", "堤を", "建設", "する"]),
        ("การท่าเรือประกาศ", ["การท", "่าเร", "ือปร", "ะกาศ"]),
        ("समुद्री दीवार।", ["समुद्री", "दीवार।"]),
        ("", []),
    ],
)
def test_words_stand_between_spaces_or_are_so_many_letters(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in word_places(text)] == words
    assert words_in(text) == len(words)


@given(st.text(alphabet="aB1 .,”港务局のカกา\n", max_size=60))
def test_nothing_that_is_written_is_in_no_word(text: str) -> None:
    places = word_places(text)
    assert "".join(text[a:b] for a, b in places) == "".join(text.split())
    assert len(places) == words_in(text)


def test_a_long_chinese_sentence_is_cut_at_a_clause() -> None:
    text = "港务局星期一宣布，市政府将投资三亿元修建防洪堤，工程预计两年完工，渔民协会要求政府给予补偿。"
    start, end = truncate(text, 14)
    assert (start, text[start:end]) == (0, "港务局星期一宣布，市政府将投资三亿元修建防洪堤")
