"""Mails and saved pages with those of their headers that are needed to read them; the others tell of who got a mail, of
his machines and of its way, and are nobody's business where sources are published. Mails within mails are mails too."""

from __future__ import annotations

import re
from base64 import b64decode, encodebytes
from binascii import Error
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

_MAILS = frozenset({".eml", ".mht", ".mhtml"})
_NEEDED = re.compile(
    rb"(?:from|date|subject|mime-version|content-[\w-]+|snapshot-content-location)[ \t]*:", re.IGNORECASE
)
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
_SPACED = re.compile(rb"\A([!-9;-~]+)[ \t]+:")
_ENDS = re.compile(rb"\r?\n(?:\r?\n)")
_BLANK = re.compile(rb"\r?\n")
_DEEPEST = 40  # parts within one another
_WITHIN = ("message/rfc822", "message/global", "message/news")
_TEXT = "text/plain"


def needed_headers(data: bytes, suffix: str) -> bytes:
    """`data` without the headers that a mail or a saved page does not need, and without those of mails within it; a
    file of another kind as it is."""
    return _kept(data, _TEXT, _DEEPEST) if suffix in _MAILS else data


def _kept(data: bytes, usual: str, deep: int) -> bytes:
    """A mail, or a part of one, with the headers that are needed; without a Content-Type it is of the `usual` kind."""
    end = None if _BLANK.match(data) else _ENDS.search(data)
    if end is None:
        head, rest = b"", data
    else:
        head, rest = data[: end.start()], data[end.start() :]
    told = message_from_bytes(_told(head) + b"\n\n")
    told.set_default_type(usual)
    return _needed(head) + (_body(rest, told, deep - 1) if deep else rest)


def _needed(head: bytes) -> bytes:
    """A head without the headers that are not needed; what is no header stays."""
    return b"".join(line for line, needed in _named(head) if needed is not False).rstrip(b"\r\n")


def _told(head: bytes) -> bytes:
    """The needed headers alone, as they should be written: for others a line that is no header ends a head, and they
    would not learn from a malformed one that there are parts."""
    return b"".join(_SPACED.sub(rb"\1:", line) for line, needed in _named(head) if needed).rstrip(b"\r\n")


def _named(head: bytes) -> Iterator[tuple[bytes, bool | None]]:
    """The lines of a head, each with whether its header is needed; None where it belongs to none."""
    needed: bool | None = None
    for line in head.splitlines(keepends=True):
        if not line.startswith((b" ", b"\t")):  # else it goes on with the header before it
            needed = _NEEDED.match(line) is not None if _HEADER.match(line) else None
        yield line, needed


def _body(rest: bytes, told: Message, deep: int) -> bytes:
    """What follows a head, from its blank line on."""
    blank = _ENDS.match(rest) or _BLANK.match(rest)
    opening, body = (blank[0], rest[blank.end() :]) if blank else (b"", rest)
    if told.get_content_type() in _WITHIN:
        return opening + _within(body, told, deep)
    boundary = told.get_boundary() if told.is_multipart() or told.get_content_maintype() == "multipart" else None
    if not boundary:
        return rest
    usual = _WITHIN[0] if told.get_content_type() == "multipart/digest" else _TEXT
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    parts = re.split(rb"(^--" + mark + rb"(?:--)?[ \t]*\r?(?:\n|\Z))", body, flags=re.MULTILINE)
    # of the pieces, every second is a mark; the first is no part
    return opening + b"".join(
        _kept(piece, usual, deep) if number % 2 == 0 and number and piece else piece
        for number, piece in enumerate(parts)
    )


def _within(body: bytes, told: Message, deep: int) -> bytes:
    """A mail within a mail, also one that is packed as no mail should be."""
    if str(told.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        return _kept(body, _TEXT, deep)
    try:
        return encodebytes(_kept(b64decode(body), _TEXT, deep))
    except (Error, ValueError):
        return body
