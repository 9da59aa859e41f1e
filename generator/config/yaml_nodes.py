"""The text of briefing.yml as YAML nodes, which know their lines, and as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from ..errors import BriefingError, Problem

Path = Sequence[str | int]
"""The keys and the places in lists that lead to a value."""


@dataclass(frozen=True, slots=True)
class Written:
    """Settings as they were written: the file's name, its nodes, and its values."""

    where: str
    root: yaml.MappingNode
    raw: dict[str, Any]

    def line_of(self, path: Path) -> int:
        """The line of the value at `path`, or of the last thing on the way to it that is there."""
        node: yaml.Node = self.root
        line = _line(node)
        for step in path:
            found = _child(node, step)
            if found:
                line, node = found
        return line

    def name_of(self, path: Path) -> str:
        """`topics.5g.terms` rather than `topics.0.terms`: an item of a list is called by its id or name where it has
        one."""
        words, value = [], self.raw
        for step in path:
            value = _value(value, step)
            words.append(_called(value, step) if isinstance(step, int) else step)
        return ".".join(words)


Loader = type[yaml.SafeLoader] | type[yaml.BaseLoader]
"""What YAML values become: numbers, dates and so on, or all of them text."""


def read(
    text: str,
    where: str,
    wanted: str = "settings such as `title:` and `topics:`",
    loader: Loader = yaml.SafeLoader,
) -> Written:
    """The settings in `text`. Raises BriefingError where they are not even a mapping of what is `wanted`. Aliases are
    refused: a few lines of them can stand for gigabytes, or for themselves without end."""
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                raise BriefingError(_alias(event, where))
        root = yaml.compose(text, Loader=loader)
        raw = yaml.load(text, Loader=loader)  # noqa: S506 - none of these makes objects
    except yaml.YAMLError as error:
        raise BriefingError(_syntax(error, where, text)) from None
    except ValueError as error:  # such as a day that no calendar has
        raise BriefingError(Problem(where, f"not valid YAML: {error}", hint="quote the value")) from None
    except RecursionError:
        raise BriefingError(Problem(where, "expected settings, found lists or groups nested too deeply")) from None
    if not isinstance(root, yaml.MappingNode):
        raise BriefingError(Problem(where, f"expected {wanted}, found none"))
    return Written(where, root, _as_listed(root, raw))


def _as_listed(node: yaml.Node, value: Any) -> Any:
    """`value` with what YAML takes for a number or a day in a list (`2006`, `12:30`) as the text that stands there: all
    lists of values here are lists of words."""
    if isinstance(node, yaml.MappingNode) and isinstance(value, dict):
        inner = {k.value: v for k, v in node.value if isinstance(k, yaml.ScalarNode)}
        return {key: _as_listed(inner[key], part) if key in inner else part for key, part in value.items()}
    if isinstance(node, yaml.SequenceNode) and isinstance(value, list):
        return [_listed(item, part) for item, part in zip(node.value, value, strict=True)]
    return value


def _listed(node: yaml.Node, value: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.tag.rpartition(":")[2] in ("int", "float", "timestamp") else value
    return _as_listed(node, value)


def repeated(written: Written) -> Iterator[Problem]:
    """Keys that stand twice in one mapping, of which YAML takes the last."""
    for mapping in _mappings(written.root):
        seen: dict[str, int] = {}
        for key, _ in mapping.value:
            if key.value in seen:
                message = f"set twice, first in line {seen[key.value]}"
                yield Problem(written.where, message, line=_line(key), key=str(key.value))
            seen.setdefault(key.value, _line(key))


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _child(node: yaml.Node, step: str | int) -> tuple[int, yaml.Node] | None:
    """What lies at `step` within `node`, with its line, which is that of its key where it has one."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        item = node.value[step]
        return _line(item), item
    if isinstance(node, yaml.MappingNode):
        return next(((_line(key), value) for key, value in reversed(node.value) if key.value == step), None)
    return None


def _value(holder: Any, step: str | int) -> Any:
    try:
        return holder[step]
    except (KeyError, IndexError, TypeError):
        return None


def _called(item: Any, place: int) -> str:
    label = item.get("id", item.get("name")) if isinstance(item, dict) else None
    return label if isinstance(label, str) else str(place + 1)


def _alias(event: yaml.AliasEvent, where: str) -> Problem:
    return Problem(
        where,
        f"expected a value, found the alias `*{event.anchor}`",
        line=event.start_mark.line + 1 if event.start_mark else None,
        hint="write out what it stands for, or quote a text that starts with `*`",
    )


def _syntax(error: yaml.YAMLError, where: str, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else None
    if isinstance(error, yaml.reader.ReaderError):  # a character that YAML does not have
        line = text.count("\n", 0, error.position) + 1
    what = getattr(error, "problem", None) or str(error).partition("\n")[0]
    return Problem(
        where,
        f"not valid YAML: {' '.join(what.split())}",
        line=line,
        hint="indent with spaces, and quote a value that holds `: ` or starts with a special character",
    )
