"""Words of scripts that write no spaces, with the extra and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.text import segmenter
from generator.text.words import content_stems, count_words, tokens


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where the extra is not installed."""
    monkeypatch.setattr(segmenter, "_breaker", lambda: None)
    content_stems.cache_clear()
    yield
    content_stems.cache_clear()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("港务局昨天宣布", ["港务局", "昨天", "宣布"]),
        ("2024年的5G网络", ["2024", "年", "的", "5G", "网络"]),
        ("港湾局は昨日、防潮堤を", ["港湾", "局", "は", "昨日", "防潮", "堤", "を"]),
        ("アジア太平洋", ["アジア", "太平洋"]),
        ("การท่าเรือ 5 แห่ง", ["การ", "ท่าเรือ", "5", "แห่ง"]),
        ("ອົງການທ່າເຮືອປະກາດ", ["ອົງການ", "ທ່າເຮືອ", "ປະກາດ"]),
        ("អាជ្ញាធរកំពង់ផែបាន", ["អាជ្ញាធរ", "កំពង់ផែ", "បាន"]),
        ("ဆိပ်ကမ်းအာဏာပိုင်က ကြေညာခဲ့တယ်", ["ဆိပ်ကမ်း", "အာဏာပိုင်", "က", "ကြေညာ", "ခဲ့", "တယ်"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("𠮷港务局", ["𠮷", "港务局"]),
    ],
)
def test_words_are_cut_and_stand_in_the_text(text: str, words: list[str]) -> None:
    assert [t.text for t in tokens(text)] == words
    assert all(text[t.start : t.end] == t.text for t in tokens(text))
    assert count_words(text) == len(words)


def test_a_term_of_a_topic_is_found_within_a_clause() -> None:
    assert set(content_stems("防洪堤", "zh")) <= set(content_stems("市政府将投资修建防洪堤工程", "zh"))
    assert set(content_stems("ท่าเรือ", "th")) <= set(content_stems("เทศบาลจะปรับปรุงท่าเรือเก่า", "th"))


@pytest.mark.usefixtures("without")
def test_without_the_extra_a_stretch_stays_whole() -> None:
    assert not segmenter.installed()
    assert [t.text for t in tokens("港务局昨天宣布5G网络")] == ["港务局昨天宣布", "5G", "网络"]
    assert [t.text for t in tokens("日本の5G技術")] == ["日本", "の", "5G", "技術"]


def test_languages_without_spaces_are_told_by_their_tags() -> None:
    assert all(map(segmenter.is_unspaced, ("zh", "zh-Hant-TW", "zho", "ja_JP", "th", "lo", "km", "my")))
    assert not any(map(segmenter.is_unspaced, ("ko", "vi", "en", "ar", "hi", "")))
