"""What a maintainer writes about a source, in front matter or in a sidecar: YAML in, checked values out.

Only scalars count, read from YAML's node graph: no object is ever made, no alias ever expanded."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any
from urllib.parse import urlsplit

import yaml

from ..errors import UnreadableError
from ..model import Metadata
from ..text.edtf import normal_date
from ..text.language_tags import language_code
from .clipped import CLIPPED, PASSED_OVER, leaves, without_brackets, written_day

KEYS = tuple(f.name for f in fields(Metadata) if not f.name.endswith("_from"))
_DATES = ("published", "retrieved", "added", "withdrawn")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_LONGEST = 65_536
_LONGEST_VALUE = 2_000
_MOST_SHOWN = 5
_KEY_LINE = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_SLIP = "a slip in what is said about it"
_KINDS = ("report", "digest")
_Pairs = list[tuple[yaml.Node, yaml.Node]]
_LISTS: dict[str, Callable[[str], str]] = {"author": without_brackets, "formerly": str}


def split_front_matter(text: str) -> tuple[str, int]:
    """The YAML between a first line `---` and the next `---` or `...`, and the number of lines up to and with the
    latter; ("", 0) where there is none. A rule at the top of a text (a blank line follows) is none."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---" or not rest.partition("\n")[0].strip():
        return "", 0
    head = rest[: _LONGEST + 1]
    lines = head.split("\n")
    end = next((n for n, line in enumerate(lines) if line.rstrip() in ("---", "...")), None)
    if end is not None:
        return "\n".join(lines[:end]) + "\n", end + 2
    if _KEY_LINE.match(lines[0]):
        raise UnreadableError("line 1: front matter is opened by `---` but never closed by another `---`")
    return "", 0


def parse_metadata(text: str, where: str, first_line: int = 1) -> Metadata:
    """The metadata in the YAML `text`, whose first line is line `first_line` of the file that `where` names. Raises
    UnreadableError with every problem, each with its line and key; a key that is not known is one."""
    node = _compose(text, where, first_line)
    if node is None:
        return Metadata()
    values: dict[str, Any] = {}  # each key is read by its own kind
    problems = list(_read(_keys_of(node, where, first_line), first_line, values))
    return _metadata(values, problems, where, "sidecar")


def parse_front_matter(text: str, first_line: int = 2) -> tuple[Metadata, tuple[str, ...]] | None:
    """The metadata in the front matter `text`, and a note for each key that says nothing here; None where it is a plain
    sentence, no metadata at all. The keys of clippers and of reference managers are understood where ours are not set.
    Raises UnreadableError with every problem of our keys."""
    node = _compose(text, "", first_line)
    if node is None:
        return Metadata(), ()
    if isinstance(node, yaml.ScalarNode):
        return None
    pairs = _keys_of(node, "", first_line)
    values: dict[str, Any] = {}
    problems = list(_read([(k, v) for k, v in pairs if k.value in KEYS], first_line, values))
    notes = tuple(_read_foreign([(k, v) for k, v in pairs if k.value not in KEYS], first_line, values))
    return _metadata(values, problems, "", "front matter"), notes


def _keys_of(node: yaml.Node, where: str, first_line: int) -> _Pairs:
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError(f"{where}line {first_line}: expected keys such as `title:`, found {_found(node)}", _SLIP)
    return [(k, v) for k, v in node.value]


def _metadata(values: dict[str, Any], problems: list[str], where: str, how: str) -> Metadata:
    if problems:
        raise UnreadableError(where + _together(problems), _SLIP)
    if "published" in values:
        values["published_from"] = how
    if "kind" in values:
        values["kind_from"] = how
    return Metadata(**values)


def _compose(text: str, where: str, first_line: int) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line if mark else 0) + first_line
        what = getattr(error, "problem", None) or "nested too deeply"
        raise UnreadableError(f"{where}line {line}: not valid YAML, {_one_line(what)}{_hint(what)}", _SLIP) from None


def _hint(what: str) -> str:
    """By far the commonest slip is a colon within a value."""
    return "; put a value that holds `: ` between quotation marks" if "mapping values" in what else ""


def _read(pairs: _Pairs, first_line: int, values: dict[str, Any]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for key_node, value_node in pairs:
        line = key_node.start_mark.line + first_line
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else _found(key_node)
        if key not in KEYS:
            yield f"line {line}: {_clip(key)}: {_near(key)}"
            continue
        if key in seen:
            yield f"line {line}: {key}: set twice, first in line {seen[key]}"
            continue
        seen[key] = line
        value, expected = _value(key, value_node)
        if expected:
            yield f"line {line}: {key}: expected {expected}, found {_found(value_node)}"
        elif value:
            values[key] = value


def _read_foreign(pairs: _Pairs, first_line: int, values: dict[str, Any]) -> Iterator[str]:
    """Reads what others' keys say into `values` where nothing is set there yet; a note for each that says nothing."""
    for key_node, value_node in pairs:
        said = key_node.value if isinstance(key_node, yaml.ScalarNode) else _found(key_node)
        place = f"front matter, line {key_node.start_mark.line + first_line}: {_clip(said)}"
        key = CLIPPED.get(said.lower())
        if key is None and said.lower() not in PASSED_OVER:
            yield f"{place}: {_near(said)}; passed over"
        elif key and key not in values:
            value, expected = _value(key, value_node, written_day)
            if expected:
                yield f"{place}: expected {expected}; passed over"
            elif value:
                values[key] = value


def _value(
    key: str, node: yaml.Node, loosely: Callable[[str], str | None] = normal_date
) -> tuple[str | tuple[str, ...] | None, str | None]:
    """The value under `key`, or None; and what was expected, where the value is wrong. Dates are read by `loosely`."""
    if node.tag == "tag:yaml.org,2002:null":
        return None, None
    text = _plain(key, node)
    if text is None:
        return None, "a date such as 2020-10-07" if key in _DATES else "text"
    if len(text) > _LONGEST_VALUE:
        return None, f"at most {_LONGEST_VALUE:,} characters"
    if key in _DATES:
        return _date(loosely(text))
    return _READ[key](text) if key in _READ else (text, None)


def _date(day: str | None) -> tuple[str | None, str | None]:
    return day, None if day else "a date such as 2020-10-07, 2020-10, 2020 or XXXX-10-07"


def _url(text: str) -> tuple[str, str | None]:
    return text, None if is_web_address(text) else "an address that starts with https:// or http://"


def _kind(text: str) -> tuple[str, str | None]:
    if text in _KINDS:
        return text, None
    near = "".join(difflib.get_close_matches(text.lower(), _KINDS, n=1))
    return text, "report or digest" + (f" (did you mean {near}?)" if near else "")


def _hash(text: str) -> tuple[str, str | None]:
    return text.lower(), None if re.fullmatch("[0-9A-Fa-f]{64}", text) else "64 hexadecimal digits"


def _language(text: str) -> tuple[str | None, str | None]:
    return language_code(text), None if _LANGUAGE.fullmatch(text) else "a code such as `en`"


def _id(text: str) -> tuple[str, str | None]:
    """The name of a page."""
    fits = _ID.fullmatch(text) and text != "index" and len(text) <= _LONGEST_ID
    return text, None if fits else f"up to {_LONGEST_ID} lower-case letters, digits and single hyphens, not `index`"


def _ids(text: str) -> tuple[tuple[str, ...], str | None]:
    names = tuple(text.split(", "))
    return names, next((expected for name in names if (expected := _id(name)[1])), None)


_READ: dict[str, Callable[[str], tuple[str | tuple[str, ...] | None, str | None]]] = {
    **dict.fromkeys(_DATES, _date),
    "id": _id,
    "formerly": _ids,
    "url": _url,
    "archived": _url,
    "sha256": _hash,
    "kind": _kind,
    "language": _language,
}
"""How the values of a key are read that are not any text: to the value, and what was expected where it is wrong."""


def is_web_address(text: str) -> bool:
    """Whether `text` is one http or https address with a host, and nothing else."""
    if re.search(r"[\s\x00-\x20\x7f<>\"\\^`{|}]", text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not False
    except ValueError:
        return False


def _plain(key: str, node: yaml.Node) -> str | None:
    if key in _LISTS:
        names = [_plain("", item) for item in leaves(node)]
        return None if None in names else ", ".join(_LISTS[key](name) for name in names if name)
    types = ("str", "int", "float", "timestamp")
    if not isinstance(node, yaml.ScalarNode) or node.tag not in [f"tag:yaml.org,2002:{t}" for t in types]:
        return None
    return _one_line(node.value)


def _near(key: str) -> str:
    near = difflib.get_close_matches(key.lower()[:40], KEYS, n=1, cutoff=0.6)
    return f"unknown key, did you mean `{near[0]}`?" if near else "no key that is known"


def _together(problems: list[str]) -> str:
    more = f"; and {len(problems) - _MOST_SHOWN} more" if len(problems) > _MOST_SHOWN else ""
    known = (
        f" (known keys: {', '.join(KEYS)})" if any("no key that is known" in problem for problem in problems) else ""
    )
    return "; ".join(problems[:_MOST_SHOWN]) + more + known


def _found(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a group of keys"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    if not node.tag.startswith("tag:yaml.org,2002:"):
        return f"the tag {_clip(node.tag)}"
    return repr(_clip(str(node.value)))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _clip(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= 60 else line[:59] + "…"
