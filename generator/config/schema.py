"""The JSON Schemas of what a maintainer writes, and what YAML values they take for numbers."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterator
from importlib import resources
from typing import Any

import jsonschema


def schema(name: str = "briefing") -> dict[str, Any]:
    """The JSON Schema of briefing.yml, or that of the `name`, as a mapping."""
    text = (resources.files("generator.data") / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _is_integer(_: Any, value: Any) -> bool:
    """Whether `value` is a whole number as people write one: `30`, and neither `30.0` nor `true`."""
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(_: Any, value: Any) -> bool:
    """Whether `value` is a number; YAML's `.nan` is none."""
    return _is_integer(_, value) or (isinstance(value, float) and not math.isnan(value))


_BLANKS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufdd0-\ufdef]")  # drawn as nothing
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"})


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN and not _BLANKS.match(char) and ord(char) & 0xFFFE != 0xFFFE


def _pattern(_: Any, want: str, value: Any, __: Any) -> Iterator[jsonschema.ValidationError]:
    """Whether `value` is written so; what only holds characters that nobody sees is no text."""
    if isinstance(value, str) and not (re.search(want, value) and any(map(_is_seen, value))):
        yield jsonschema.ValidationError(f"{value!r} does not match {want!r}")


_JSON_SCHEMA = jsonschema.Draft202012Validator
_VALIDATOR = jsonschema.validators.extend(
    _JSON_SCHEMA,
    {"pattern": _pattern},
    type_checker=_JSON_SCHEMA.TYPE_CHECKER.redefine_many({"integer": _is_integer, "number": _is_number}),
)


def violations(raw: Any, against: dict[str, Any] | None = None) -> Iterator[jsonschema.ValidationError]:
    """Every way in which `raw` is not as the schema asks: that of briefing.yml, or another it is held `against`."""
    yield from _VALIDATOR(schema() if against is None else against).iter_errors(raw)
