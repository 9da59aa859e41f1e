"""Every case in tests/golden/reading: a file (and what lies beside it) read and cleaned, and what must come of it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Limits
from generator.errors import UnreadableError
from generator.model import Article, Metadata, SourceFile
from generator.reading import clean, read

FOLDER = Path(__file__).resolve().parents[1] / "golden" / "reading"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
METADATA = {f.name for f in fields(Metadata)}
KNOWN = {
    "name",
    "path",
    "text",
    "hex",
    "beside",
    "limits",
    "body",
    "roles",
    "lines",
    "dropped",
    "notes",
    "error",
} | METADATA


def _article(case: dict[str, Any]) -> Article:
    data = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode("utf-8")
    beside = tuple((name, text.encode("utf-8")) for name, text in case.get("beside", {}).items())
    file = SourceFile(case.get("path", "sources/case.txt"), data, beside)
    (document,) = read(file, Limits(**case.get("limits", {})))
    return clean(document, "case")


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    assert set(case) <= KNOWN, "a key that nothing looks at"
    if "error" in case:
        with pytest.raises(UnreadableError) as caught:
            _article(case)
        assert str(caught.value) == case["error"]
        return
    article = _article(case)
    found: dict[str, Any] = {
        "body": [p.text for p in article.paragraphs],
        "roles": [p.role for p in article.paragraphs],
        "lines": [p.line for p in article.paragraphs],
        "dropped": {d.line: d.reason for d in article.dropped},
        "notes": list(article.notes),
    }
    found |= {name: getattr(article.metadata, name) for name in METADATA}
    wanted = {key: value for key, value in case.items() if key in found}
    assert wanted, "a case that asks nothing"
    assert {key: found[key] for key in wanted} == wanted
