"""A project's own wording: a file with the keys of those in `data/wording/`, in whole or in part, whose texts go before
the built-in ones. Every problem in it is told at once, with its line and a near match."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter

import yaml
from babel import Locale, UnknownLocaleError

from ..config import OwnText, read_written, repeated
from ..errors import BriefingError, Problem
from .messages import CATEGORIES, Forms, messages

_NEAR = 0.5
_LOCALE = "locale"


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read of a file so far. `base` are the built-in texts, `plurals` the plural categories of the language."""

    where: str
    base: Mapping[str, Forms]
    plurals: frozenset[str]
    texts: list[OwnText] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, node: yaml.Node, key: str, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(self.where, message, line=node.start_mark.line + 1, key=key or None, hint=hint))


def parse_own(text: str, where: str, language: str) -> tuple[OwnText, ...]:
    """The texts of a wording file of a project in `language`. Raises BriefingError with every problem in it."""
    if _is_empty(text):
        return ()
    written = read_written(text, where, "texts under the keys of the built-in wording")
    built_in = messages(language)
    locale, problems = _locale(written.root, built_in.locale, where)
    read = _Read(where, built_in.forms, frozenset({"other", *locale.plural_form.rules}))
    read.problems.extend([*repeated(written), *problems])
    _group(written.root, "", read)
    if read.problems:
        raise BriefingError(*sorted(read.problems, key=lambda p: (p.line or 0, str(p))))
    return tuple(read.texts)


def _is_empty(text: str) -> bool:
    """Whether a file holds nothing but comments."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())


def _locale(root: yaml.MappingNode, usual: str, where: str) -> tuple[Locale, list[Problem]]:
    """The language of plurals, numbers, lists and months: the file's own, or the usual one."""
    node = next((value for key, value in root.value if key.value == _LOCALE), None)
    try:
        return Locale.parse(str(node.value) if node is not None else usual), []
    except (ValueError, TypeError, UnknownLocaleError):
        line = node.start_mark.line + 1 if node is not None else None
        message = f"expected a language that CLDR knows, found {node.value if node is not None else usual!r}"
        return Locale.parse(usual), [Problem(where, message, line=line, key=_LOCALE, hint="such as `fr` or `pt_BR`")]


def _group(node: yaml.MappingNode, prefix: str, read: _Read) -> None:
    for key_node, value in node.value:
        key = f"{prefix}{key_node.value}"
        if key == _LOCALE:
            read.texts.append(OwnText(key, "other", str(value.value)))
        elif key in read.base:
            _text(key, key_node, value, read)
        elif any(known.startswith(f"{key}.") for known in read.base):
            _inner(key, key_node, value, read)
        else:
            read.wrong(key_node, key, "no page has such a text", _meant(key, read.base))


def _inner(key: str, key_node: yaml.Node, value: yaml.Node, read: _Read) -> None:
    if isinstance(value, yaml.MappingNode):
        _group(value, f"{key}.", read)
    else:
        read.wrong(key_node, key, "expected a group of texts, found none")


def _meant(key: str, known: Mapping[str, Forms]) -> str:
    near = difflib.get_close_matches(key, known, n=1, cutoff=_NEAR)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"known groups: {', '.join(dict.fromkeys(one.partition('.')[0] for one in known))}"


def _text(key: str, key_node: yaml.Node, value: yaml.Node, read: _Read) -> None:
    forms = dict(_forms(value))
    if not forms:
        read.wrong(key_node, key, "expected text, found a list" if value.value else "expected text, found nothing")
        return
    counted = len(read.base[key]) > 1 or "{n}" in read.base[key]["other"]
    wanted = read.plurals if counted else frozenset({"other"})
    if forms.keys() != wanted:
        read.wrong(key_node, key, f"expected {_told(wanted)}, found {_told(frozenset(forms))}")
        return
    for form, text in forms.items():
        _values(key, key_node, form, text, read)
        read.texts.append(OwnText(key, form, text))


def _forms(value: yaml.Node) -> Iterator[tuple[str, str]]:
    """The text of a node by plural category; of a text that no number changes, `other` alone."""
    if isinstance(value, yaml.ScalarNode):
        yield from [("other", str(value.value))] if value.value else []
    elif isinstance(value, yaml.MappingNode):
        yield from ((str(k.value), str(v.value)) for k, v in value.value if isinstance(v, yaml.ScalarNode))


def _told(forms: frozenset[str]) -> str:
    if forms == {"other"}:
        return "a text without forms"
    unknown = sorted(forms - CATEGORIES)
    return f"forms for a number ({', '.join(sorted(forms & CATEGORIES) + unknown)})"


def _values(key: str, node: yaml.Node, form: str, text: str, read: _Read) -> None:
    """Checks that a text takes the values of the built-in one: `{n}` may be left out where a form says its number."""
    try:
        found = _names(text)
    except ValueError:
        read.wrong(node, key, "a curly bracket is not closed, or not opened", "write {{ and }} for brackets themselves")
        return
    known = {name for one in read.base[key].values() for name in _names(one)}
    needed = _names(read.base[key]["other"]) - ({"n"} if form != "other" else set())
    for name in sorted(found - known):
        read.wrong(node, key, f"nothing is put in for {{{name}}}", f"known here: {_listed(known)}")
    for name in sorted(needed - found):
        read.wrong(node, key, f"{{{name}}} is missing in {text!r}", f"known here: {_listed(known)}")


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no values"


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
