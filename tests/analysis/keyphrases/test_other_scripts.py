"""Keyphrases where words are not parted by spaces, or are joined to others: words and compounds, never clauses."""

from __future__ import annotations

import pytest
import yaml

from benchmarks.quality_scripts import LANGUAGES, TEXTS, keyphrases
from generator.text import segmenter

ZH = "港务局宣布修建防洪堤。渔民协会担心防洪堤影响码头。港务局说，工程明年开始。"
TH = "การท่าเรือประกาศสร้างเขื่อนกันคลื่น สมาคมชาวประมงกังวลว่าเขื่อนกันคลื่นจะปิดท่าเรือ การท่าเรือปฏิเสธ"
AR = "أعلنت هيئة الميناء بناء حاجز الأمواج. وقالت هيئة الميناء إن حاجز الأمواج سيحمي المدينة. "
AR += "ورحبت جمعية الصيادين بالقرار."
HI = "बंदरगाह प्राधिकरण समुद्री दीवार बनाएगा। मछुआरा संघ ने कहा कि समुद्री दीवार से घाट बंद रहेगा।"
JA = "港湾局は防潮堤を建設すると発表した。漁業協同組合は防潮堤に反対している。"


@pytest.mark.parametrize(
    ("language", "text", "phrases", "never"),
    [
        ("zh", ZH, ["港务局", "防洪堤", "渔民协会"], ["宣布", "担心", "明年"]),
        ("th", TH, ["การท่าเรือ", "เขื่อนกันคลื่น", "สมาคมชาวประมง"], ["ประกาศ", "กังวล"]),
        ("ar", AR, ["هيئة الميناء", "حاجز الأمواج", "جمعية الصيادين", "القرار"], ["أعلنت", "وقالت", "سيحمي", "ورحبت"]),
        ("hi", HI, ["बंदरगाह प्राधिकरण", "समुद्री दीवार", "मछुआरा संघ"], ["बनाएगा", "कहा"]),
        ("ja", JA, ["港湾局", "防潮堤", "漁業協同組合"], ["発表", "反対"]),
    ],
)
def test_phrases_are_words_and_compounds(language: str, text: str, phrases: list[str], never: list[str]) -> None:
    found = keyphrases(text, language)
    assert set(phrases) <= set(found), found
    assert not [phrase for phrase in found if any(word in phrase for word in never)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cut", [True, False])
def test_no_clause_is_a_phrase(language: str, cut: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not cut:
        monkeypatch.setattr(segmenter, "_breaker", lambda: None)
    for row in yaml.safe_load((TEXTS / f"{language}.yml").read_text(encoding="utf-8")):
        for phrase in keyphrases(row["text"], language):
            assert phrase in row["text"]
            assert len(phrase.split()) <= 5
            if segmenter.is_unspaced(language):
                assert len(phrase) <= (24 if language == "th" else 12), phrase


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("lo", "ອົງການທ່າເຮືອປະກາດວ່າຈະສ້າງເຂື່ອນ ອົງການທ່າເຮືອກ່າວ", "ອົງການທ່າເຮືອ"),
        ("km", "អាជ្ញាធរកំពង់ផែបានប្រកាស។ អាជ្ញាធរកំពង់ផែមានថវិកា។", "អាជ្ញាធរកំពង់ផែ"),
        ("my", "ဆိပ်ကမ်းအာဏာပိုင်က ကြေညာခဲ့တယ်။ ဆိပ်ကမ်းအာဏာပိုင်က ပြောတယ်။", "ဆိပ်ကမ်းအာဏာပိုင်"),
    ],
)
def test_the_same_serves_lao_khmer_and_burmese(language: str, text: str, wanted: str) -> None:
    assert keyphrases(text, language)[0] == wanted
