"""Mails (.eml) and web pages saved as mails (.mhtml): both are MIME, read by Python's own email package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import groupby
from typing import cast

from ..config import Limits
from ..errors import UnreadableError
from ..model import Document, Dropped, Metadata, Paragraph, SourceFile
from .encoding import beyond, check_limits, decode
from .flatten import flatten
from .html.page import decode_html, parse, read_page
from .web import address

_QUOTED = re.compile(r"\s*>|On .{5,200} wrote:\s*$|-{2,} ?(Original Message|Forwarded message)")
_SIGNATURE = "-- "
_WORTH = 200  # characters that a page's article must have to stand for a mail's whole HTML part


def read_mail(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """The mail in `file`: its HTML part as a page is read, else its plain text without quoted mails and signature."""
    message = _message(file.data, limits)
    parts = _texts(message)
    html, plain = parts.get("text/html"), parts.get("text/plain")
    if html is None and plain is None:
        raise UnreadableError("no text part in the mail")
    meta = _mail_metadata(message)
    notes = tuple(f"attachment not read: {name}" for name in _attachments(message))
    if html is not None:
        paragraphs, dropped = _html(html, file.path, limits)
    else:
        paragraphs, dropped = _plain(_decoded(cast(Message, plain), limits), limits)
    if not paragraphs:
        raise UnreadableError("the mail holds no text of its own")
    return (Document(file.path, "eml", meta, paragraphs, structured=True, dropped=dropped, notes=notes),)


def read_mhtml(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """The page in `file`, as browsers save it with everything it shows: its main HTML part and its address."""
    message = _message(file.data, limits)
    part = _texts(message).get("text/html")
    if part is None:
        raise UnreadableError("no HTML part in the saved page")
    text, notes = _markup(part, limits)
    document = read_page(text, file.path, limits, "mhtml", notes)
    locations = (
        message.get("Snapshot-Content-Location"),
        part.get("Content-Location"),
        message.get("Content-Location"),
    )
    url = next((found for place in locations if (found := address(str(place or "")))), None)
    subject = _line(message.get("Subject"))
    meta = document.metadata
    meta = replace(meta, url=meta.url or url, title=meta.title or subject or None, retrieved=_sent(message))
    return (replace(document, metadata=meta),)


def _message(data: bytes, limits: Limits) -> EmailMessage:
    try:
        message = message_from_bytes(data, policy=policy.default)
        for count, (depth, _) in enumerate(_walk(message, 1), 1):
            if count > limits.entries:
                raise UnreadableError(beyond(count, "parts of a mail", limits.entries, "entries"))
            if depth > limits.nesting:
                raise UnreadableError(beyond(depth, "parts within one another", limits.nesting, "nesting"))
    except RecursionError:
        raise UnreadableError(
            f"more parts within one another than the limit of {limits.nesting:,} or than can be read at all; "
            "`limits.nesting` in briefing.yml raises it"
        ) from None
    if not message.keys():
        raise UnreadableError("no mail: it has no header")
    return message


def _walk(part: Message, depth: int) -> Iterator[tuple[int, Message]]:
    waiting = [(depth, part)]
    while waiting:
        depth, part = waiting.pop()
        yield depth, part
        if part.is_multipart():
            inner = cast("list[Message]", part.get_payload())
            waiting += [(depth + 1, child) for child in reversed(inner)]


def _texts(message: EmailMessage) -> dict[str, Message]:
    """The first part of each text type that is no attachment."""
    found: dict[str, Message] = {}
    for _, part in _walk(message, 1):
        kind = part.get_content_type()
        if kind == "application/xhtml+xml":
            kind = "text/html"
        if part.get_content_disposition() != "attachment" and kind in ("text/html", "text/plain"):
            found.setdefault(kind, part)
    return found


def _attachments(message: EmailMessage) -> Iterator[str]:
    for _, part in _walk(message, 1):
        if part.get_content_disposition() == "attachment":
            yield _line(part.get_filename()) or part.get_content_type()


def _payload(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _decoded(part: Message, limits: Limits) -> str:
    data, charset = _payload(part), str(part.get_content_charset() or "")
    if not data.strip():
        raise UnreadableError("the mail's text is empty")
    try:
        return data.decode(charset).replace("\r\n", "\n").replace("\r", "\n") if charset else decode(data, limits)[0]
    except (UnicodeDecodeError, LookupError):
        return decode(data, limits)[0]


def _markup(part: Message, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The HTML of `part`; the encoding that its header names goes before the one that the markup names."""
    charset = str(part.get_content_charset() or "")
    try:
        return (_payload(part).decode(charset), ()) if charset else decode_html(_payload(part), limits)
    except (UnicodeDecodeError, LookupError):
        return decode_html(_payload(part), limits)


def _html(part: Message, path: str, limits: Limits) -> tuple[tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """The article in the HTML part where there is one, else all its text: most mails are no pages."""
    text, _ = _markup(part, limits)
    everything = flatten(parse(text, limits))
    try:
        page = read_page(text, path, limits, "eml")
    except UnreadableError:
        return everything, ()
    share = sum(len(p.text) for p in page.paragraphs)
    if share < _WORTH or share < 0.5 * sum(len(p.text) for p in everything):
        return everything, ()
    return page.paragraphs, page.dropped


def _plain(text: str, limits: Limits) -> tuple[tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """The paragraphs of a mail's plain text, which end at a blank line as at a dropped one."""
    check_limits(text, limits)
    lines = list(_plain_lines(text))
    runs = (list(run) for own, run in groupby(lines, key=_is_own) if own)
    made = tuple(Paragraph(" ".join(line.text for line in run), "body", run[0].number) for run in runs)
    return made, tuple(Dropped(line.number, line.text, line.reason) for line in lines if line.reason and line.text)


@dataclass(frozen=True, slots=True)
class _PlainLine:
    number: int
    text: str
    reason: str | None  # for which it is dropped


def _plain_lines(text: str) -> Iterator[_PlainLine]:
    signature = False
    for number, line in enumerate(text.split("\n"), 1):
        signature = signature or line == _SIGNATURE
        quoted = _QUOTED.match(line[:300]) is not None
        yield _PlainLine(number, line.strip(), "signature" if signature else "quoted mail" if quoted else None)


def _is_own(line: _PlainLine) -> bool:
    return line.text != "" and line.reason is None


def _mail_metadata(message: EmailMessage) -> Metadata:
    name, sender = parseaddr(_line(message.get("From")))
    sent = _sent(message)
    return Metadata(
        title=_line(message.get("Subject")) or None,
        author=name or sender or None,
        published=sent,
        published_from="header Date" if sent else None,
    )


def _line(value: object) -> str:
    """A header's text on one line; the policy has decoded its words already."""
    return " ".join(str(value or "").encode("utf-8", "replace").decode().split())


def _sent(message: EmailMessage) -> str | None:
    """The day of the Date header, in the sender's own time zone."""
    try:
        return parsedate_to_datetime(str(message.get("Date"))).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
