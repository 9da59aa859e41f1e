"""The schema that editors complete from, the code that reads, and the guide tell of the same corrections."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
import yaml

from generator.config import schema
from generator.editorial.reading import _MADE
from generator.model import STATUSES, NameKind
from generator.pages.views.editor_views import _VERBS

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "correct.md").read_text(encoding="utf-8")
SCHEMA = schema("editorial")
KINDS = SCHEMA["$defs"]


def test_it_is_a_schema_and_takes_the_example_of_the_guide() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    example = re.findall(r"^```yaml\n(# editorial/.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)[0]
    jsonschema.validate(yaml.load(example, Loader=yaml.BaseLoader), SCHEMA)


def test_every_kind_is_read_shown_and_told_in_the_guide() -> None:
    _, *told = re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)  # behind the head of the table
    assert list(KINDS) == list(_MADE) == told
    assert set(_VERBS.values()) == set(KINDS)


def test_what_one_of_several_may_be_is_that_of_the_model() -> None:
    assert KINDS["status"]["properties"]["status"]["enum"] == [*STATUSES, "none"]
    assert KINDS["name"]["properties"]["kind"]["enum"] == list(get_args(NameKind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_and_each_is_signed(kind: str) -> None:
    found = KINDS[kind]
    assert all(rule["description"] for rule in found["properties"].values())
    assert {"do", "by", "because", "on"} <= set(found["required"])
    assert found["properties"]["do"]["const"] == kind
