"""The whole road in scripts without spaces: statements, topics and limits as elsewhere."""

from __future__ import annotations

import json

import pytest

from generator import pipeline
from generator.config import parse
from generator.model import SourceFile

ZH = (
    "港务局昨天宣布，市政府将投资三亿元修建防洪堤。工程从明年春天开始，预计两年完工。渔民协会担心码头关闭，要求给予补偿。",
    "卫生厅发布通知，要求医院上报疫苗库存。一些卫生院缺少冷藏设备，疫苗运输成为难题。",
    "港务局说，防洪堤建成后可以抵御百年一遇的风暴潮。环保组织欢迎这个决定，称铁路运输可以减少碳排放。",
)
TH = (
    "การท่าเรือประกาศว่าเทศบาลจะลงทุนสามร้อยล้านบาทเพื่อสร้างเขื่อนกันคลื่น งานก่อสร้างจะเริ่มในปีหน้าและใช้เวลาสองปี",
    "กรมอนามัยสั่งให้โรงพยาบาลทุกแห่งรายงานจำนวนวัคซีนภายในสิ้นเดือน สถานีอนามัยในชนบทหลายแห่งขาดตู้เย็น",
    "นักโบราณคดีพบสุสานอายุสองพันปีในหุบเขา พิพิธภัณฑ์จะจัดนิทรรศการเครื่องสำริดในปีหน้า",
)


@pytest.mark.parametrize(("language", "paragraphs", "term"), [("zh", ZH, "防洪堤"), ("th", TH, "เขื่อนกันคลื่น")])
def test_a_topic_has_its_statements_within_the_limits(language: str, paragraphs: tuple[str, ...], term: str) -> None:
    settings = (
        f"title: T\nlanguage: {language}\ntopics:\n- {{id: dam, title: {term}, scope: {term}, terms: [{term}]}}\n"
    )
    files = [
        SourceFile(f"sources/{name}.txt", f"---\ntitle: {name}\npublisher: {name}\n---\n{text}\n".encode())
        for name, text in (("one", "\n\n".join(paragraphs)), ("two", "\n\n".join(reversed(paragraphs))))
    ]
    site = pipeline.run(files, parse(settings, "briefing.yml"))
    data = json.loads(next(asset.data for asset in site.assets if asset.path == "briefing.json"))
    told = [fact["text"] for fact in data["facts"] if "dam" in fact["topics"]]
    assert any(term in text for text in told)
    assert all(len(text) < 90 for text in told)
    shown = sum(span.end - span.start for _, spans in site.brief.shown for span in spans)
    assert 0 < shown <= 0.36 * 2 * sum(map(len, paragraphs))
