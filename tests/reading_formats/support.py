"""Reading one fixture as the command line reads it."""

from __future__ import annotations

from generator.config import Limits
from generator.disk import parse_apart
from generator.errors import UnreadableError
from generator.model import Document, SourceFile
from generator.reading import read


def read_all(name: str, data: bytes | str, limits: Limits | None = None, **beside: bytes) -> tuple[Document, ...]:
    """The documents in a file called `name`, with the companions `beside` (a double underscore stands for a dot)."""
    raw = data if isinstance(data, bytes) else data.encode()
    companions = tuple((key.replace("__", "."), value) for key, value in beside.items())
    return read(SourceFile(f"sources/{name}", raw, companions), limits or Limits(), parse_apart)


def read_one(name: str, data: bytes | str, limits: Limits | None = None, **beside: bytes) -> Document:
    """The only document in a file."""
    (document,) = read_all(name, data, limits, **beside)
    return document


def texts(document: Document, role: str | None = None) -> list[str]:
    """The texts of the paragraphs, of one role where one is named."""
    return [p.text for p in document.paragraphs if role in (None, p.role)]


def refusal(name: str, data: bytes | str, limits: Limits | None = None) -> str:
    """The reason for which a file is refused."""
    try:
        read_all(name, data, limits)
    except UnreadableError as error:
        return str(error)
    raise AssertionError(f"{name} was read")
