"""DOCX by mammoth and RTF by striprtf, both in a child process; what the file says about itself is read here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Metadata, Paragraph, SourceFile
from ..text.language_tags import language_code
from .encoding import check_limits
from .flatten import flatten
from .html.page import parse
from .packed import Archive, parse_xml

Runner = Callable[[str, bytes, Limits], Any]

_DC = "{http://purl.org/dc/elements/1.1/}"
_PARTS = (".xml", ".rels")
_TITLE = re.compile(rb"\{\\title\s+((?:[^{}\\]|\\'[0-9a-fA-F]{2}){1,400})\}")
_AUTHOR = re.compile(rb"\{\\author\s+((?:[^{}\\]|\\'[0-9a-fA-F]{2}){1,400})\}")


def read_docx(file: SourceFile, limits: Limits, run: Runner) -> tuple[Document, ...]:
    """The document in `file`, without its headers and footers. Every XML part is checked before mammoth sees any."""
    archive = Archive(file.data, limits)
    for name in archive.names:
        if name.lower().endswith(_PARTS):
            parse_xml(archive.read(name), limits, name)
    made = call(run, "docx", file.data, limits)
    paragraphs = flatten(parse(f"<html><body>{made['html']}</body></html>", limits)) if made["html"].strip() else ()
    if not paragraphs:
        raise UnreadableError("the document holds no text")
    meta = _properties(archive, limits)
    first = paragraphs[0]
    if meta.title is None and first.role == "heading":
        meta = Metadata(title=first.text, author=meta.author, language=meta.language)
    if first.text == meta.title and len(paragraphs) > 1:
        paragraphs = paragraphs[1:]
    return (Document(file.path, "docx", meta, paragraphs, structured=True),)


def read_rtf(file: SourceFile, limits: Limits, run: Runner) -> tuple[Document, ...]:
    """The document in `file`, a paragraph a line. Title and author are those of its information group."""
    if not file.data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("no RTF: it does not begin with {\\rtf")
    text = str(call(run, "rtf", file.data, limits)["text"])
    check_limits(text, limits)
    lines = (" ".join(line.replace("|", " | ").split()).strip("| ") for line in text.split("\n"))
    paragraphs = tuple(Paragraph(line) for line in lines if line)
    if not paragraphs:
        raise UnreadableError("the document holds no text")
    meta = Metadata(title=_info(_TITLE, file.data), author=_info(_AUTHOR, file.data))
    return (Document(file.path, "rtf", meta, paragraphs, structured=True),)


def call(run: Runner, task: str, data: bytes, limits: Limits) -> dict[str, Any]:
    """What the child makes of `data`, or how to install what it misses."""
    try:
        made: dict[str, Any] = run(task, data, limits)
    except ModuleNotFoundError as error:
        raise UnreadableError(
            f"{task.upper()} needs {error.name}, which is not installed: pip install 'briefing[{task}]'"
        ) from None
    return made


def _properties(archive: Archive, limits: Limits) -> Metadata:
    name = "docProps/core.xml"
    if name not in archive.names:
        return Metadata()
    root = parse_xml(archive.read(name), limits, name)
    said = {key: " ".join((root.findtext(_DC + key) or "").split()) or None for key in ("title", "creator", "language")}
    return Metadata(title=said["title"], author=said["creator"], language=language_code(said["language"]))


def _info(pattern: re.Pattern[bytes], data: bytes) -> str | None:
    found = pattern.search(data[:100_000])
    if not found:
        return None
    plain = re.sub(rb"\\'([0-9a-fA-F]{2})", lambda hit: bytes([int(hit[1], 16)]), found[1])
    return " ".join(plain.decode("cp1252", "replace").split()) or None
