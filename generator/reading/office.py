"""DOCX by mammoth and RTF by striprtf, both in a child process; what the file says about itself is read here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Dropped, Metadata, Paragraph, SourceFile
from ..text.language_tags import language_code
from .encoding import check_limits
from .flatten import flatten
from .html.page import parse
from .packed import Archive, parse_xml
from .rtf_shown import shown_rtf
from .word_parts import notes, shown_parts

Runner = Callable[[str, bytes, Limits], Any]

_DC = "{http://purl.org/dc/elements/1.1/}"
_PARTS = (".xml", ".rels")
_TITLE = re.compile(rb"\{\\title\s+((?:[^{}\\]|\\'[0-9a-fA-F]{2}){1,400})\}")
_AUTHOR = re.compile(rb"\{\\author\s+((?:[^{}\\]|\\'[0-9a-fA-F]{2}){1,400})\}")


def read_docx(file: SourceFile, limits: Limits, run: Runner) -> tuple[Document, ...]:
    """The document in `file`, without its headers and footers. Every XML part is checked before mammoth sees any."""
    archive = Archive(file.data, limits)
    parts = {name: parse_xml(archive.read(name), limits, name) for name in archive.names if _is_part(name)}
    dropped = tuple(Dropped(number, text, "footnote") for number, text in enumerate(notes(parts), 1))
    made = call(run, "docx", shown_parts(parts), limits)
    paragraphs = flatten(parse(f"<html><body>{made['html']}</body></html>", limits)) if made["html"].strip() else ()
    if not paragraphs:
        raise UnreadableError("the document holds no text")
    meta = if_named(_properties(parts), paragraphs)
    first = paragraphs[0]
    if meta.title is None and first.role == "heading":
        meta = Metadata(title=first.text, author=meta.author, language=meta.language)
    if first.text == meta.title and len(paragraphs) > 1:
        paragraphs = paragraphs[1:]
    return (Document(file.path, "docx", meta, paragraphs, structured=True, dropped=dropped),)


def _is_part(name: str) -> bool:
    return name.lower().endswith(_PARTS)


def if_named(meta: Metadata, paragraphs: tuple[Paragraph, ...]) -> Metadata:
    """`meta` without an author whom the text does not name: who made a file need not have written what is in it, and
    nobody said that he wants to be known for it."""
    said = " ".join(f"{p.text}" for p in paragraphs).casefold()
    named = meta.author and re.search(rf"(?<!\w){re.escape(meta.author.casefold())}(?!\w)", said)
    return meta if named else replace(meta, author=None)


def read_rtf(file: SourceFile, limits: Limits, run: Runner) -> tuple[Document, ...]:
    """The document in `file`, a paragraph a line. Title and author are those of its information group."""
    if not file.data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("no RTF: it does not begin with {\\rtf")
    text = str(call(run, "rtf", shown_rtf(file.data), limits)["text"])
    check_limits(text, limits)
    lines = (" ".join(line.replace("|", " | ").split()).strip("| ") for line in text.split("\n"))
    paragraphs = tuple(Paragraph(line) for line in lines if line)
    if not paragraphs:
        raise UnreadableError("the document holds no text")
    meta = Metadata(title=_info(_TITLE, file.data), author=_info(_AUTHOR, file.data))
    return (Document(file.path, "rtf", if_named(meta, paragraphs), paragraphs, structured=True),)


def call(run: Runner, task: str, data: bytes, limits: Limits) -> dict[str, Any]:
    """What the child makes of `data`, or how to install what it misses."""
    try:
        made: dict[str, Any] = run(task, data, limits)
    except ModuleNotFoundError as error:
        raise UnreadableError(
            f"{task.upper()} needs {error.name}, which is not installed: pip install 'briefing[{task}]'"
        ) from None
    return made


def _properties(parts: Mapping[str, etree._Element]) -> Metadata:
    root = parts.get("docProps/core.xml")
    if root is None:
        return Metadata()
    said = {key: " ".join((root.findtext(_DC + key) or "").split()) or None for key in ("title", "creator", "language")}
    return Metadata(title=said["title"], author=said["creator"], language=language_code(said["language"]))


def _info(pattern: re.Pattern[bytes], data: bytes) -> str | None:
    found = pattern.search(data[:100_000])
    if not found:
        return None
    plain = re.sub(rb"\\'([0-9a-fA-F]{2})", lambda hit: bytes([int(hit[1], 16)]), found[1])
    return " ".join(plain.decode("cp1252", "replace").split()) or None
