"""What the style sheets within a page and its style attributes declare for an element: as much of the cascade as plain
selectors need. Of a rule with a longer selector only its last part is looked at, and only where it shows something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

Declared = Mapping[str, str]

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([^0-9a-fA-F\n]))")
_HEAD = re.compile(r"[^{};]*[{};]")
_SHOWN_ON = re.compile(r"@(?:media\s+(?:(?:only\s+)?screen|all)\s*$|supports\b|layer\b)", re.IGNORECASE)
_COMPOUND = re.compile(r"(?P<tag>[a-zA-Z][a-zA-Z0-9]*|\*)?(?P<rest>(?:[.#][\w-]+)*)$")
_PART = re.compile(r"[.#][\w-]+")
_COMBINED = re.compile(r"[\s>+~]+")
_MOST = 3_000_000  # characters of style sheets in a page
_NOTHING: Declared = {}
_ON = frozenset({"display", "visibility", "opacity"})


@dataclass(frozen=True, slots=True)
class _Rule:
    """`needs` is the tag, ids and classes that an element must have; `only_shows` ends a longer selector."""

    needs: frozenset[str]
    weight: tuple[int, int, int]
    body: str
    only_shows: bool


class StyleSheet:
    """The rules of a page's own style elements."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._rules: defaultdict[str, list[_Rule]] = defaultdict(list)
        self._known: dict[tuple[str, str | None, str | None, str | None], Declared] = {}
        order = 0
        for selectors, body in _rules("\n".join(texts)[:_MOST]):
            for selector in selectors.split(","):
                order += 1
                if rule := _rule(selector.strip(), body, order):
                    self._rules[max(rule.needs, key=lambda part: (part[0] in ".#", part))].append(rule)

    def declared(self, element: etree._Element) -> Declared:
        """What rules and the style attribute declare for `element`, by property; the last and weightiest word."""
        key = (str(element.tag), element.get("class"), element.get("id"), element.get("style"))
        if key not in self._known:
            self._known[key] = self._declared(*key)
        return self._known[key]

    def _declared(self, tag: str, classes: str | None, id: str | None, style: str | None) -> Declared:
        own = declarations(style) if style else _NOTHING
        names = {tag, *(f".{c}" for c in (classes or "").split()), f"#{id}"}
        fitting = [rule for name in names for rule in self._rules.get(name, ()) if rule.needs <= names]
        if not fitting:
            return own
        found: dict[str, str] = {}
        for rule in sorted(fitting, key=lambda rule: rule.weight):
            found.update(_shows(declarations(rule.body)) if rule.only_shows else declarations(rule.body))
        return {**found, **own}


@lru_cache(maxsize=4096)
def declarations(text: str) -> Declared:
    """The declarations in a style attribute or the body of a rule, by property, in lower case."""
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for part in _unescaped(text).lower().split(";"):
        name, colon, value = part.partition(":")
        value, mark, _ = value.partition("!")
        if colon and name.strip():
            (important if mark else plain)[name.strip()] = " ".join(value.split())
    return {**plain, **important}


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_char, _COMMENT.sub(" ", text)) if "\\" in text or "/*" in text else text


def _char(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return chr(code) if 0 < code < 0x110000 else found[2] or ""


def _shows(declared: Declared) -> Declared:
    off = {"none", "hidden", "collapse", "0"}
    return {name: value for name, value in declared.items() if name in _ON and value not in off}


def _rule(selector: str, body: str, order: int) -> _Rule | None:
    """The rule for one selector; None where it speaks of a state, or of what is no part of the page's text."""
    last = (_COMBINED.split(selector) or [""])[-1]
    compound = _COMPOUND.match(last)
    if not compound:
        return None
    parts = _PART.findall(compound["rest"])
    needs = frozenset([*parts, *([compound["tag"].lower()] if compound["tag"] not in (None, "*") else [])])
    ids = sum(part[0] == "#" for part in parts)
    return _Rule(needs, (ids, len(parts) - ids, order), body, last != selector) if needs else None


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Each selector with the body of its rule, those within `@media screen` too. The work is linear."""
    text = _COMMENT.sub(" ", text)
    at = 0
    while found := _HEAD.match(text, at):
        at, head = found.end(), found[0][:-1].strip()
        if found[0][-1] != "{" or _SHOWN_ON.match(head):
            continue
        if head.startswith("@"):
            at = _after_block(text, at)
            continue
        end = text.find("}", at)
        end = end if end >= 0 else len(text)
        yield head, text[at:end]
        at = end + 1


def _after_block(text: str, at: int) -> int:
    depth = 1
    for brace in re.compile("[{}]").finditer(text, at):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(text)
