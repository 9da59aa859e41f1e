"""A stylesheet without the rules that no page of the site can use, and without blanks and comments.

A rule goes where none of its selectors can match, a custom property where nothing names it, keyframes where nothing
runs them. What is not understood stays as it is, and so does the order of everything. Parsing is tinycss2's
(docs/decisions/0018-light-pages.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tinycss2

from .css_usage import Used

_GROUPS = frozenset({"media", "supports", "layer", "container"})
_ANY_OF = frozenset({"is", "where", "has", "-webkit-any", "-moz-any"})
_NAMED = re.compile(r"var\(\s*(--[\w-]+)")
_COMPARED = re.compile(r"\[\s*([\w-]+)\s*[$^]?=")

Tokens = Sequence[Any]  # of tinycss2's nodes, which carry no types


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors, or a whole at-rule's head, and (property, declaration) pairs; the property is empty for text that is
    kept as it is."""

    head: str
    body: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{self.head}{{{';'.join(text for _, text in self.body)}}}"


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules under a condition."""

    head: str
    body: tuple[Rule | RuleGroup, ...]

    def __str__(self) -> str:
        return f"{self.head}{{{''.join(map(str, self.body))}}}"


def compared_attributes(css: str) -> frozenset[str]:
    """The attributes whose values selectors of `css` compare, in small letters."""
    return frozenset(name.lower() for name in _COMPARED.findall(css))


def trim(css: str, used: Used) -> str:
    """`css` reduced to what `used` can match. Raises ValueError where tinycss2 finds an error in it."""
    rules = list(_read(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), used))
    while True:
        text = "".join(map(str, rules))
        named = set(_NAMED.findall(text))
        fewer = [kept for rule in rules if (kept := _without_properties(rule, named, used))]
        if fewer == rules:
            break
        rules = fewer
    words = set(re.findall(r"[\w-]+", "".join(str(r) for r in rules if not _keyframes(r)))) | used.scripts
    return '@charset "UTF-8";' + "".join(str(r) for r in rules if _keyframes(r) is None or _keyframes(r) in words)


def _read(nodes: Iterable[Any], used: Used) -> Iterator[Rule | RuleGroup]:
    for node in nodes:
        if node.type == "error":
            raise ValueError(f"line {node.source_line}: {node.message}")
        if node.type == "qualified-rule":
            selectors = [part for part in _split(_clean(node.prelude)) if _can_match(part, used)]
            if selectors:
                yield Rule(",".join(map(_selector, selectors)), _declarations(node.content))
        elif node.lower_at_keyword != "charset":
            yield from _at_rule(node, used)


def _at_rule(node: Any, used: Used) -> Iterator[Rule | RuleGroup]:
    head = f"@{node.at_keyword} {_text(_clean(node.prelude))}".rstrip()
    if node.content is None:
        raise ValueError(f"line {node.source_line}: {head} has no block")  # @import and the like have an order to keep
    if node.lower_at_keyword in _GROUPS:
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        body = tuple(_read(inner, used))
        if body:
            yield RuleGroup(head, body)
    else:
        yield Rule(head, (("", _text(_clean(node.content))),))


def _declarations(content: Tokens) -> tuple[tuple[str, str], ...]:
    parsed = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    if any(node.type != "declaration" for node in parsed):
        return (("", _text(_clean(content))),)
    found = []
    for node in parsed:
        value = _text(_clean(node.value)) or " "
        found.append((node.name, f"{node.name}:{value}{'!important' if node.important else ''}"))
    return tuple(found)


def _clean(nodes: Tokens) -> list[Any]:
    """The nodes without comments, and with one blank where blanks matter."""
    kept: list[Any] = []
    for node in nodes:
        if node.type == "comment" or (node.type == "whitespace" and kept and _needs_no_blank(kept[-1])):
            continue
        if node == "," and kept and kept[-1].type == "whitespace":
            kept.pop()
        kept.append(_cleaned(node))
    return kept


def _needs_no_blank(node: Any) -> bool:
    """Whether a blank after `node` says nothing."""
    return bool(node.type == "whitespace" or node == ",")


def _cleaned(node: Any) -> Any:
    """A node whose own nodes are clean."""
    if node.type == "whitespace":
        node.value = " "
    elif node.type == "function":
        node.arguments = _clean(node.arguments)
    elif hasattr(node, "content"):
        node.content = _clean(node.content)
    return node


def _text(nodes: Tokens) -> str:
    return str(tinycss2.serialize(nodes)).strip()


def _selector(nodes: Tokens) -> str:
    """A selector without the blanks around its combinators."""
    kept: list[Any] = []
    for node in nodes:
        combinator = node in (">", "+", "~")
        if combinator and kept and kept[-1].type == "whitespace":
            kept.pop()
        if not (node.type == "whitespace" and kept and kept[-1] in (">", "+", "~")):
            kept.append(node)
    return _text(kept)


def _split(nodes: Tokens) -> Iterator[Tokens]:
    part: list[Any] = []
    for node in nodes:
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _can_match(selector: Tokens, used: Used) -> bool:
    """Whether some page may have every class, id, type and compared attribute value that the selector asks for. What
    stands within `:not()` asks for nothing; of `:is()`, `:where()` and `:has()` one alternative is enough."""
    before: Any = None
    for node in selector:
        if not _part_can_match(node, before, used):
            return False
        before = node
    return True


def _part_can_match(node: Any, before: Any, used: Used) -> bool:
    if node.type == "ident":
        if before == ".":
            return used.name(node.value)
        return before == ":" or before == "|" or used.tag(node.value)
    if node.type == "hash":
        return used.name(node.value)
    if node.type == "[] block":
        return _attribute_can_match(node.content, used)
    if node.type == "function" and node.lower_name in _ANY_OF:
        return any(_can_match(part, used) for part in _split(node.arguments))
    return True


def _attribute_can_match(content: Tokens, used: Used) -> bool:
    parts = [node for node in content if node.type != "whitespace"]
    if len(parts) == 1:
        return used.attribute(parts[0].value)
    if len(parts) == 3 and parts[1] in ("=", "$=", "^="):
        return used.value(parts[0].value, parts[2].value, parts[1].value)
    return True


def _without_properties(rule: Rule | RuleGroup, named: set[str], used: Used) -> Rule | RuleGroup | None:
    if isinstance(rule, RuleGroup):
        inner = tuple(kept for part in rule.body if (kept := _without_properties(part, named, used)))
        return replace(rule, body=inner) if inner else None
    body = tuple(
        pair for pair in rule.body if not pair[0].startswith("--") or pair[0] in named or used.property(pair[0])
    )
    return replace(rule, body=body) if body else None


def _keyframes(rule: Rule | RuleGroup) -> str | None:
    """The name of keyframes, or None for any other rule."""
    found = re.match(r"@(?:-\w+-)?keyframes (\S+)", rule.head)
    return found.group(1) if found else None
