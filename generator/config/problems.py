"""What is wrong with settings, in words: what was expected, what was found, in which line, and what was meant."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator
from typing import Any

from ..errors import Problem
from .publishers import folded
from .yaml_nodes import Path, Written

_LONGEST_FOUND = 60
_NEAR = 0.5
_TYPES = {
    "string": "text",
    "array": "a list",
    "object": "a group of settings",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
_PATTERNS = {
    r"\S": "some text",
    "^[a-z]{2,3}$": "a code such as `en`",
    "^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case letters, digits and single hyphens",
    "^f-[0-9a-f]{10}$": "the id of a statement or quote, such as f-0123456789",
    "^d-[0-9a-f]{10}$": "the id of a difference, such as d-0123456789",
    r"^\d{4}-\d{2}-\d{2}$": "a day such as 2026-11-28",
    r"^https?://\S+$": "an address that begins with http:// or https://",
}
_WANTED: dict[str, Callable[[Any], str]] = {
    "type": lambda want: _TYPES.get(first := want if isinstance(want, str) else want[0], first),
    "minItems": lambda want: f"at least {want} item{'s' if want != 1 else ''}",
    "minimum": lambda want: f"{want} or more",
    "maximum": lambda want: f"{want} or less",
    "pattern": lambda want: _PATTERNS.get(want, f"text that matches {want}"),
    "enum": lambda want: f"one of {', '.join(want)}",
    "not": lambda want: f"another id than {' or '.join(want['enum'])}, which the site needs itself",
}
"""What a keyword of the schema asks for, by its value there."""


def explain(error: Any, written: Written) -> list[Problem]:
    """A violation of the schema as problems, each with its line and, of a key that is not known, a near match."""
    return _EXPLAINED.get(str(error.validator), _unexpected)(error, written)


def same_ids(written: Written) -> Iterator[Problem]:
    """Topics whose id another topic has."""
    topics = written.raw.get("topics")
    seen: dict[str, int] = {}
    for index, topic in enumerate(topics if isinstance(topics, list) else ()):
        name = topic.get("id") if isinstance(topic, dict) else None
        if not isinstance(name, str):
            continue
        line = written.line_of(["topics", index, "id"])
        if name in seen:
            yield Problem(
                written.where,
                f"another topic has this id, in line {seen[name]}",
                line=line,
                key=f"topics.{name}.id",
                hint="give each topic an id of its own",
            )
        seen.setdefault(name, line)


def same_publishers(written: Written) -> Iterator[Problem]:
    """Names and other spellings of publishers that stand for two of them."""
    seen: dict[str, tuple[int, int]] = {}
    for place, path, name in _publisher_names(written.raw.get("publishers")):
        line = written.line_of(path)
        other, first = seen.setdefault(folded(name), (place, line))
        if other != place:
            yield Problem(
                written.where,
                f"another publisher goes by {name!r}, in line {first}",
                line=line,
                key=written.name_of(path[:3]),
                hint="let each spelling stand for one publisher",
            )


def _publisher_names(publishers: Any) -> Iterator[tuple[int, Path, str]]:
    for place, one in enumerate(publishers if isinstance(publishers, list) else ()):
        row = one if isinstance(one, dict) else {}
        if isinstance(row.get("name"), str):
            yield place, ["publishers", place, "name"], row["name"]
        aliases = row.get("aliases")
        for number, alias in enumerate(aliases if isinstance(aliases, list) else ()):
            if isinstance(alias, str):
                yield place, ["publishers", place, "aliases", number], alias


def _unknown(error: Any, written: Written) -> list[Problem]:
    known, path = list(error.schema["properties"]), list(error.absolute_path)
    return [
        Problem(
            written.where,
            "unknown setting",
            line=written.line_of([*path, str(key)]),
            key=".".join(filter(None, [written.name_of(path), str(key)])),
            hint=_meant(str(key), known),
        )
        for key in error.instance
        if key not in known
    ]


def _meant(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1, cutoff=_NEAR)
    return f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(known)}"


def _missing(error: Any, written: Written) -> list[Problem]:
    """The key that is missing; the validator gives an error for each."""
    path, about = list(error.absolute_path), error.schema["properties"]
    return [
        Problem(
            written.where,
            f"`{key}` is missing: {about[key]['description']}",
            line=written.line_of(path),
            key=written.name_of(path) or None,
        )
        for key in error.validator_value
        if key not in error.instance and f"'{key}'" in error.message
    ]


def _unexpected(error: Any, written: Written) -> list[Problem]:
    path, wanted = list(error.absolute_path), _WANTED.get(str(error.validator))
    said = f"expected {wanted(error.validator_value)}" if wanted else error.message
    line, key = written.line_of(path), written.name_of(path)
    read_as = error.validator == "type" and "string" in error.validator_value and isinstance(error.instance, bool)
    hint = "put it in quotation marks: YAML takes `no` and `yes` for these" if read_as else None
    return [Problem(written.where, f"{said}, found {_found(error.instance)}", line=line, key=key, hint=hint)]


def _found(value: object) -> str:
    text = "nothing" if value is None else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_FOUND else text[: _LONGEST_FOUND - 3] + "…"


_EXPLAINED: dict[str, Callable[[Any, Written], list[Problem]]] = {
    "additionalProperties": _unknown,
    "required": _missing,
}
