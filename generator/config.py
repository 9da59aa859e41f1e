"""briefing.yml as a frozen value. Its JSON Schema (`generator/data/briefing.schema.json`) is the reference of every
key; this module reads the file, reports every problem at once with its line, and fills in the defaults."""

from __future__ import annotations

import difflib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import jsonschema
import yaml

from .errors import BriefingError, Problem
from .model import NameKind


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the site. `exclude` is the key `not`: phrases in which a term does not count."""

    id: str
    title: str
    scope: str
    terms: tuple[str, ...]
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameRule:
    """A maintainer's word on a name: `aliases` are it, `exclude` (the key `not`) are not."""

    name: str
    kind: NameKind | None = None
    aliases: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteLimits:
    """`max_words` of one quote; `max_share` of a report's words that may be published in all."""

    max_words: int = 45
    max_share: float = 0.35


@dataclass(frozen=True, slots=True)
class Limits:
    """What is too much for one source: bytes, characters, parts, and what a parser may use up in seconds and bytes."""

    file_bytes: int = 20_000_000
    text_chars: int = 2_000_000
    line_chars: int = 100_000
    unpacked_bytes: int = 100_000_000
    ratio: int = 200
    entries: int = 1_000
    pages: int = 1_000
    elements: int = 40_000
    nesting: int = 200
    seconds: int = 20
    memory_bytes: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, in the order of briefing.yml."""

    title: str
    topics: tuple[Topic, ...]
    description: str = ""
    language: str = "en"
    names: tuple[NameRule, ...] = ()
    quotes: QuoteLimits = field(default_factory=QuoteLimits)
    publish_full_text: bool = False
    limits: Limits = field(default_factory=Limits)


def schema() -> dict[str, Any]:
    """The JSON Schema of briefing.yml, as a mapping."""
    text = (resources.files("generator.data") / "briefing.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _is_integer(_: Any, value: Any) -> bool:
    """Whether `value` is a whole number as people write one: `30`, and neither `30.0` nor `true`."""
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(_: Any, value: Any) -> bool:
    """Whether `value` is a number; YAML's `.nan` is none."""
    return _is_integer(_, value) or (isinstance(value, float) and not math.isnan(value))


_JSON_SCHEMA = jsonschema.Draft202012Validator
_VALIDATOR = jsonschema.validators.extend(
    _JSON_SCHEMA, type_checker=_JSON_SCHEMA.TYPE_CHECKER.redefine_many({"integer": _is_integer, "number": _is_number})
)


def parse(text: str, where: str = "briefing.yml") -> Config:
    """The settings in `text`. Raises BriefingError with every problem, each with its line and a near match."""
    node, raw = _load(text, where)
    if not isinstance(node, yaml.MappingNode):
        raise BriefingError(Problem(where, "expected settings such as `title:` and `topics:`, found none"))
    problems = [*_repeated(node, where)]
    for wrong in _VALIDATOR(schema()).iter_errors(raw):
        problems += _explain(wrong, node, raw, where)
    problems += _same_ids(node, raw, where)
    if problems:
        raise BriefingError(*sorted(problems, key=lambda p: (p.line or 0, str(p))))
    return _build(raw)


def _load(text: str, where: str) -> tuple[yaml.Node | None, Any]:
    """`text` as YAML nodes, which know their lines, and as plain values. Aliases are refused: a few lines of them can
    stand for gigabytes, or for themselves without end."""
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise BriefingError(_alias(event, where))
        return yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise BriefingError(_syntax(error, where)) from None
    except ValueError as error:  # such as a day that no calendar has
        raise BriefingError(Problem(where, f"not valid YAML: {error}", hint="quote the value")) from None
    except RecursionError:
        raise BriefingError(Problem(where, "expected settings, found lists or groups nested too deeply")) from None


def _alias(event: yaml.AliasEvent, where: str) -> Problem:
    return Problem(
        where,
        f"expected a value, found the alias `*{event.anchor}`",
        line=event.start_mark.line + 1 if event.start_mark else None,
        hint="write out what it stands for, or quote a text that starts with `*`",
    )


def _build(raw: dict[str, Any]) -> Config:
    def rows(key: str) -> list[dict[str, Any]]:
        return [
            {("exclude" if k == "not" else k): tuple(v) if isinstance(v, list) else v for k, v in row.items()}
            for row in raw.get(key) or ()
        ]

    plain = {k: v for k, v in raw.items() if k in {"title", "description", "language", "publish_full_text"}}
    return Config(
        **plain,
        topics=tuple(Topic(**row) for row in rows("topics")),
        names=tuple(NameRule(**row) for row in rows("names")),
        quotes=QuoteLimits(**raw.get("quotes", {})),
        limits=Limits(**raw.get("limits", {})),
    )


def _syntax(error: yaml.YAMLError, where: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    return Problem(
        where,
        f"not valid YAML: {what}",
        line=mark.line + 1 if mark else None,
        hint="indent with spaces, and quote a value that holds `: ` or starts with a special character",
    )


def _walk(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _walk(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _walk(value)


def _repeated(root: yaml.Node, where: str) -> Iterator[Problem]:
    for mapping in _walk(root):
        seen: dict[str, int] = {}
        for key, _ in mapping.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                yield Problem(where, f"set twice, first in line {seen[key.value]}", line=line, key=str(key.value))
            seen.setdefault(key.value, line)


def _line(root: yaml.Node, path: list[str | int], last_key: str | None = None) -> int:
    """The line of the value at `path`, or of `last_key` within it."""
    node = root
    line = root.start_mark.line + 1
    for step in [*path, *([last_key] if last_key is not None else [])]:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == step:
                    node, line = value, key.start_mark.line + 1
    return line


def _name(path: list[str | int], raw: Any) -> str:
    """`topics.5g.terms` rather than `topics.0.terms`: a list item is called by its id or name where it has one."""
    words, value = [], raw
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
        label = value.get("id", value.get("name")) if isinstance(step, int) and isinstance(value, dict) else None
        words.append(str(label) if isinstance(label, str) else str(step + 1) if isinstance(step, int) else str(step))
    return ".".join(words)


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
}


def _explain(error: Any, root: yaml.Node, raw: Any, where: str) -> list[Problem]:
    path = list(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema["properties"])
        return [_unknown(str(key), known, path, root, raw, where) for key in error.instance if key not in known]
    if error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        mine = [key for key in missing if f"'{key}'" in error.message]
        about = error.schema["properties"]
        return [
            Problem(
                where,
                f"`{key}` is missing: {about[key]['description']}",
                line=_line(root, path),
                key=_name(path, raw) or None,
            )
            for key in mine
        ]
    return [Problem(where, _expected(error), line=_line(root, path), key=_name(path, raw))]


def _unknown(key: str, known: list[str], path: list[str | int], root: yaml.Node, raw: Any, where: str) -> Problem:
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    hint = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(known)}"
    return Problem(
        where,
        "unknown setting",
        line=_line(root, path, key),
        key=".".join(filter(None, [_name(path, raw), key])),
        hint=hint,
    )


def _expected(error: Any) -> str:
    found = "nothing" if error.instance is None else json.dumps(error.instance, ensure_ascii=False, default=str)
    found = found if len(found) <= 60 else found[:57] + "…"
    want = error.validator_value
    sayings = {
        "type": f"expected {_TYPES.get(str(want), want)}",
        "minItems": f"expected at least {want} item{'s' if want != 1 else ''}",
        "minimum": f"expected {want} or more",
        "maximum": f"expected {want} or less",
        "pattern": f"expected {_PATTERNS.get(str(want), f'text that matches {want}')}",
        "enum": f"expected one of {', '.join(map(str, want)) if isinstance(want, list) else want}",
        "not": f"expected another id than {' or '.join(want['enum']) if isinstance(want, dict) else want}, which the "
        "site needs itself",
    }
    return f"{sayings.get(error.validator, error.message)}, found {found}"


def _same_ids(root: yaml.Node, raw: Any, where: str) -> Iterator[Problem]:
    topics = raw.get("topics") if isinstance(raw, dict) else None
    seen: dict[str, int] = {}
    for index, topic in enumerate(topics if isinstance(topics, list) else ()):
        name = topic.get("id") if isinstance(topic, dict) else None
        if not isinstance(name, str):
            continue
        line = _line(root, ["topics", index, "id"])
        if name in seen:
            yield Problem(
                where,
                f"another topic has this id, in line {seen[name]}",
                line=line,
                key=f"topics.{name}.id",
                hint="give each topic an id of its own",
            )
        seen.setdefault(name, line)
