"""What a reference manager knows about a document: NAME.csl.json, NAME.ris or NAME.bib beside it.

CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html; RIS: a tag of two letters, two spaces, a
dash; BibTeX: bibtexparser (`bibtex.py`). Only the first entry of a file counts."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Any

from ..config import Limits
from ..errors import UnreadableError
from ..model import Metadata, SourceFile
from ..text.edtf import normal_date
from ..text.language_tags import language_code
from .bibtex import MONTHS, read_entry
from .encoding import decode
from .web import address

_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")


def bibliography(file: SourceFile, limits: Limits) -> Metadata:
    """What the reference files beside `file` say; nothing where there are none. Raises UnreadableError."""
    path = PurePosixPath(file.path)
    beside = {PurePosixPath(name).name: data for name, data in file.beside}
    for ending, parse in ((".csl.json", parse_csl), (".ris", parse_ris), (".bib", parse_bibtex)):
        for stem in (path.name, path.stem):
            data = beside.get(stem + ending)
            if data:
                try:
                    return parse(decode(data, limits)[0])
                except UnreadableError as error:
                    raise UnreadableError(f"{stem + ending}: {error}", error.published) from None
    return Metadata()


def parse_csl(text: str) -> Metadata:
    """The first item of CSL-JSON."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableError("no readable CSL-JSON") from None
    item = found[0] if isinstance(found, list) and found else found
    if not isinstance(item, dict):
        raise UnreadableError("expected an item with a title, found none")
    authors = item.get("author")
    names = [_csl_name(a) for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
    return _metadata(
        {
            "title": item.get("title"),
            "author": "; ".join(filter(None, names)),
            "publisher": item.get("container-title") or item.get("publisher"),
            "published": _csl_date(item.get("issued")),
            "retrieved": _csl_date(item.get("accessed")),
            "url": item.get("URL"),
            "language": item.get("language"),
        },
        "CSL-JSON issued",
    )


def parse_ris(text: str) -> Metadata:
    """The first record of an RIS file."""
    fields = _ris_fields(text)
    if "TY" not in fields:
        raise UnreadableError("no RIS record: it has no TY line")

    def first(*tags: str) -> str | None:
        return next((fields[tag][0] for tag in tags if tag in fields), None)

    return _metadata(
        {
            "title": first("TI", "T1", "CT"),
            "author": "; ".join(map(_turned, (*fields.get("AU", ()), *fields.get("A1", ())))),
            "publisher": first("T2", "JO", "JF", "PB"),
            "published": _slashes(first("DA")) or _slashes(first("PY", "Y1")),
            "retrieved": _slashes(first("Y2")),
            "url": first("UR", "L2"),
            "language": first("LA"),
        },
        "RIS DA" if first("DA") else "RIS PY",
    )


def _ris_fields(text: str) -> dict[str, list[str]]:
    """The values of the first record by their tags."""
    fields: dict[str, list[str]] = {}
    for line in text.split("\n"):
        found = _RIS_LINE.match(line.strip())
        if found and found[1] == "ER":
            break
        if found and found[2].strip():
            fields.setdefault(found[1], []).append(found[2].strip())
    return fields


def parse_bibtex(text: str) -> Metadata:
    """The first entry of a BibTeX file that is none of @comment, @string and @preamble."""
    fields = read_entry(text)
    return _metadata(
        {
            "title": fields.get("title"),
            "author": fields.get("author"),
            "publisher": fields.get("journal") or fields.get("journaltitle") or fields.get("publisher"),
            "published": fields.get("date") or _bib_date(fields.get("year", ""), fields.get("month", "")),
            "retrieved": fields.get("urldate"),
            "url": fields.get("url"),
            "language": fields.get("langid"),
        },
        "BibTeX date",
    )


def _bib_date(year: str, month: str) -> str:
    """A month stands as its name or number, with the day before or behind a name where there is one: "7 oct"."""
    name = re.search("|".join(MONTHS), month.lower())
    day = re.search(r"\d{1,2}", month)
    if name:
        parts = [year, f"{MONTHS.index(name[0]) + 1:02}", *([day[0].zfill(2)] if day else [])]
    else:
        parts = [year, *([month.zfill(2)] if month.isdigit() else [])]
    return "-".join(parts) if year else ""


def _csl_name(name: dict[str, Any]) -> str:
    parts = (name.get("given"), name.get("non-dropping-particle"), name.get("family"), name.get("literal"))
    return " ".join(str(part).strip() for part in parts if isinstance(part, str) and part.strip())


def _csl_date(value: Any) -> str:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    try:
        numbers = [int(part) for part in first[:3]]
    except (TypeError, ValueError):
        return ""
    return "-".join(f"{n:0{4 if i == 0 else 2}}" for i, n in enumerate(numbers))


def _slashes(text: str | None) -> str:
    """RIS dates: 2020/10/07/ with parts left empty."""
    return "-".join(part.zfill(2) for part in (text or "").split("/")[:3] if part.strip().isdigit())


def _turned(name: str) -> str:
    """The name "Family, Given" as "Given Family"."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else name.strip()


def _metadata(said: dict[str, Any], how: str) -> Metadata:
    text = {k: " ".join(v.split())[:500] if isinstance(v, str) else "" for k, v in said.items()}
    date = normal_date(text["published"])
    return Metadata(
        title=text["title"] or None,
        author=text["author"] or None,
        publisher=text["publisher"] or None,
        published=date,
        published_from=how if date else None,
        url=address(text["url"]),
        retrieved=normal_date(text["retrieved"]),
        language=language_code(text["language"]),
    )
