"""What a topic page offers for citing it is what each of the three forms asks for, with the day and without."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

Run = Callable[..., tuple[int, str, str]]

BIB = """\
@misc{{briefing-port,
  title = {{{{The port \\& the \\#1}}}},
  author = {{{{Harbour briefing}}}}{}
}}"""
URL = ",\n  url = {https://owner.example/repo/topics/port/}"


@pytest.mark.parametrize(
    ("added", "address", "apa", "bib", "issued"),
    [
        (
            "2026-11-02",
            "https://owner.example/repo/",
            "(2026, November 2)",
            ",\n  year = {2026},\n  month = nov,\n  note = {Version of 2 November 2026}" + URL,
            [2026, 11, 2],
        ),
        (
            "2026-01-31",
            "",
            "(2026, January 31)",
            ",\n  year = {2026},\n  month = jan,\n  note = {Version of 31 January 2026}",
            [2026, 1, 31],
        ),
        ("2026-01", "", "(n.d.)", "", None),
        (None, "", "(n.d.)", "", None),
    ],
)
def test_a_topic_page_is_cited(
    project: Path,
    briefing: Run,
    monkeypatch: pytest.MonkeyPatch,
    added: str | None,
    address: str,
    apa: str,
    bib: str,
    issued: list[int] | None,
) -> None:
    settings = project / "briefing.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("title: The port", "title: 'The port & the #1'"), encoding="utf-8"
    )
    for name in ("first", "second"):
        if added:
            (project / "sources" / f"{name}.meta.yml").write_text(f"added: {added}\n", encoding="utf-8")
    monkeypatch.setenv("SITE_URL", address)
    assert briefing("-C", project, "build")[0] == 0
    page: Any = html.document_fromstring((project / "site/topics/port/index.html").read_bytes())

    place = f" {address}topics/port/" if address else ""
    text = f"Harbour briefing. {apa}. The port & the #1.{place}"
    assert _code(page, "apa") == text
    assert [p.text_content() for p in page.find_class("print-only") if "To cite" in p.text_content()] == [
        f"To cite this page: {text}"
    ]
    assert _code(page, "bibtex") == BIB.format(bib)
    item: dict[str, Any] = {
        "id": "briefing-port",
        "type": "webpage",
        "title": "The port & the #1",
        "container-title": "Harbour briefing",
        "author": [{"literal": "Harbour briefing"}],
    }
    item |= {"issued": {"date-parts": [issued]}} if issued else {}
    item |= {"URL": place.strip()} if place else {}
    assert json.loads(_code(page, "csl-json")) == item
    assert not re.search(r"\n\s*\n", _code(page, "csl-json"))


def _code(page: Any, form: str) -> str:
    return str(page.get_element_by_id(f"cite-{form}").text_content())
