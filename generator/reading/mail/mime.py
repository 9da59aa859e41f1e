"""The parts of a MIME message, read by Python's own email package within limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from typing import Any, cast

from ...config import Limits
from ...errors import UnreadableError
from ..encoding import as_declared, beyond, decode
from ..html.page import decode_html

_MAIL = "message/rfc822"


class _Lenient(policy.EmailPolicy):
    """A header that Python's own parser fails at is a line of text."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header `name`, parsed by what it is where that can be done."""
        try:
            return super().header_fetch_parse(name, value)
        except (AttributeError, LookupError, TypeError, ValueError):
            return _as_text(super().header_fetch_parse, value)


def _as_text(parse: Callable[[str, str], Any], value: str) -> str:
    try:
        return str(parse("x-text", value))
    except (AttributeError, LookupError, TypeError, ValueError):
        return " ".join(str(value).split())


_POLICY = _Lenient()


def open_message(data: bytes, limits: Limits) -> EmailMessage:
    """The message in `data`. Raises UnreadableError where it is none, or has more parts or deeper ones than allowed."""
    try:
        message = cast("EmailMessage", message_from_bytes(data, policy=_POLICY))
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
            waiting += [(depth + 1, child) for child in reversed(_children(part))]


def _children(part: Message) -> list[Message]:
    return cast("list[Message]", part.get_payload())


def _own(message: Message) -> Iterator[Message]:
    """The parts of a message, but not those of the mails within it."""
    waiting: list[Message] = [message]
    while waiting:
        part = waiting.pop()
        yield part
        if part.is_multipart() and not is_mail(part):
            waiting += reversed(_children(part))


def is_mail(part: Message) -> bool:
    """Whether a part is a whole mail."""
    return part.get_content_type() == _MAIL


def text_parts(message: Message) -> dict[str, Message]:
    """The first part of each text type that is no attachment."""
    found: dict[str, Message] = {}
    for part in _own(message):
        kind = part.get_content_type()
        if kind == "application/xhtml+xml":
            kind = "text/html"
        if part.get_content_disposition() != "attachment" and kind in ("text/html", "text/plain"):
            found.setdefault(kind, part)
    return found


def attached_mails(message: Message) -> list[EmailMessage]:
    """The mails that a message carries whole, in its order."""
    return [cast("EmailMessage", inner) for part in _own(message) if is_mail(part) for inner in _children(part)[:1]]


def count_attachments(message: Message) -> int:
    """How many files are attached; a mail is none."""
    return sum(part.get_content_disposition() == "attachment" and not is_mail(part) for part in _own(message))


def plain_text(part: Message, limits: Limits) -> str:
    """The text of a part in plain text. Raises UnreadableError where it is empty."""
    data, charset = _payload(part), str(part.get_content_charset() or "")
    if not data.strip():
        raise UnreadableError("the mail's text is empty")
    told = as_declared(data, charset)
    return told[0].replace("\r\n", "\n").replace("\r", "\n") if told else decode(data, limits)[0]


def markup(part: Message, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The HTML of `part` and notes on it; the encoding that its header names goes before the one that it names."""
    data, charset = _payload(part), str(part.get_content_charset() or "")
    return as_declared(data, charset) or decode_html(data, limits)


def _payload(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
