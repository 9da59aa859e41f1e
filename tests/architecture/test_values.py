"""What a stage returns cannot be changed by the next one: dataclasses are frozen, and slotted to catch a wrong name."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "generator"
# What is filled step by step inside one function or room, and never handed on.
FILLED = {"HtmlBlock", "Phrase", "WordCounts", "_Body", "_Found", "_Phrase", "_Quota"}


def test_dataclasses_are_frozen_and_slotted() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            for mark in (ast.unparse(mark) for mark in node.decorator_list if "dataclass" in ast.unparse(mark)):
                assert "slots=True" in mark, f"{path}: {node.name}"
                assert "frozen=True" in mark or node.name in FILLED, f"{path}: {node.name}"
