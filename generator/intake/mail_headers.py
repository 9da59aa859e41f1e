"""Mails and saved pages with those of their headers that are needed to read them; the others tell of who got a mail, of
his machines and of its way, and are nobody's business where sources are published."""

from __future__ import annotations

import re

_MAILS = frozenset({".eml", ".mht", ".mhtml"})
_NEEDED = re.compile(
    rb"(?:from|date|subject|mime-version|content-[\w-]+|snapshot-content-location)[ \t]*:", re.IGNORECASE
)
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
_ENDS = re.compile(rb"\r?\n(?:\r?\n)")


def needed_headers(data: bytes, suffix: str) -> bytes:
    """`data` without the headers that a mail or a saved page does not need; a file of another kind as it is."""
    end = _ENDS.search(data) if suffix in _MAILS else None
    if end is None:
        return data
    kept: list[bytes] = []
    keeps = True
    for line in data[: end.start()].splitlines(keepends=True):
        if not line.startswith((b" ", b"\t")):  # else it goes on with the header before it
            keeps = _HEADER.match(line) is None or _NEEDED.match(line) is not None
        kept += [line] if keeps else []
    return b"".join(kept).rstrip(b"\r\n") + data[end.start() :]
