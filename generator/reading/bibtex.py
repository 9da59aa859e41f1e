"""BibTeX, by bibtexparser: the first entry of a file, with names of `@string` looked up and TeX read as letters.

Values are joined at `#` here, which the library leaves to its users; what TeX means by a command, pylatexenc knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ..errors import UnreadableError

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Entry

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIELDS = {"title", "author", "journal", "journaltitle", "publisher", "date", "year", "month"} | {
    "urldate", "url", "langid",
}  # fmt: skip
_LONGEST, _DEEPEST = 2_000, 50  # characters of a value that are looked at; braces within braces
_CLOSING = {"{": "}", '"': '"'}
_BARE = re.compile(r"(?<!\\)[%&#$]")  # typed as they are by people, commands to TeX
_IN_ADDRESS = re.compile(r"\\url|\\(?=[&%$#_~])|[{}]")


def read_entry(text: str) -> dict[str, str]:
    """What the first entry says that is neither @comment, @string nor @preamble: its fields by their names in lower
    case, as a reader sees them, `author` with "; " between names. Raises UnreadableError."""
    from bibtexparser.splitter import Splitter

    library = Splitter(text).split()
    known = _known_names(library)
    values = {field.key.lower(): field.value for field in reversed(_first_entry(library).fields)}
    return {key: _shown(key, _joined(values[key], known)) for key in values if key in _FIELDS}


def _known_names(library: Library) -> dict[str, str]:
    """What each name stands for: a month's for itself, one of `@string` for the value given there."""
    known = {month: month for month in MONTHS}
    for definition in library.strings:
        known[definition.key.lower()] = _joined(definition.value, known)
    return known


def _first_entry(library: Library) -> Entry:
    from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

    for block in library.blocks:
        entry = block.ignore_error_block if isinstance(block, DuplicateFieldKeyBlock) else block
        if isinstance(entry, ParsingFailedBlock):
            raise UnreadableError(f"BibTeX: what begins in line {(entry.start_line or 0) + 1} has no end or no key")
        if isinstance(entry, Entry):
            return entry
    raise UnreadableError("no BibTeX entry")


def _joined(value: str, known: Mapping[str, str]) -> str:
    """The parts of a value put together: `"A " # name # {B}`, with `name` looked up. An unknown name is nothing."""
    joined, rest = "", value[:_LONGEST].strip()
    while rest:
        end = _end(rest)
        part, rest = rest[:end].strip(), rest[end:].lstrip("# \t\r\n")
        joined += part[1:-1] if part[:1] in _CLOSING else part if part.isdigit() else known.get(part.lower(), "")
    return joined[:_LONGEST]


def _end(value: str) -> int:
    """Where the first part of a value ends: behind its brace or quotation mark, or before the next `#`."""
    closing = _CLOSING.get(value[0])
    if closing is None:
        return (value + "#").index("#", 1)
    ends = (at + 1 for at, depth in enumerate(_depths(value)) if at and depth == 0 and value[at] == closing)
    return next(ends, len(value))


def _depths(value: str) -> accumulate[int]:
    return accumulate((char == "{") - (char == "}") for char in value)


def _shown(key: str, value: str) -> str:
    if max(_depths(value), default=0) > _DEEPEST:
        raise UnreadableError(f"BibTeX: more than {_DEEPEST} braces within one another")
    if key == "url":
        return _IN_ADDRESS.sub("", value)
    return "; ".join(_names(value)) if key == "author" else _plain(value)


def _names(value: str) -> list[str]:
    """The names in a value of `author`, given name first. What stands in braces is one name and is not turned."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    parts = (parse_single_name_into_parts(name, strict=False) for name in split_multiple_persons_names(value))
    return [plain for part in parts if (plain := _plain(part.merge_first_name_first))]


def _plain(value: str) -> str:
    """A value as a reader sees it: accents as letters, braces and commands gone."""
    try:
        text: str = _decoder().latex_to_text(_BARE.sub(lambda found: "\\" + found[0], value))
    except Exception:  # pylatexenc answers some broken commands with an IndexError
        text = re.sub(r"[\\{}]", "", value)
    return " ".join(unicodedata.normalize("NFC", text).split())


@cache
def _decoder() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text()
