"""Mails (.eml): the text of the mail, or of the mails that it passes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message

from ...config import Limits
from ...errors import UnreadableError
from ...model import Document, Metadata, Paragraph, SourceFile
from ...text.ids import digest
from ..encoding import check_limits
from ..html.blocks import key_of
from ..html.page import parse, read_page
from .headers import UNNAMED, bare_subject, is_reply, one_line, passed_on, sender_name, sent_day
from .lines import markup_lines, paragraphs, plain_lines
from .mime import attached_mails, count_attachments, markup, open_message, plain_text, text_parts
from .opened import OpenedMail, Sent, opened

_WORTH = 200  # characters that a page's article must have to stand for a mail's whole HTML part
_COVER = 60  # words of a mail that does no more than to pass others on


def read_mail(file: SourceFile, limits: Limits) -> tuple[Document, ...]:
    """The mail in `file`, or each mail that it carries to pass it on: the HTML part as a page is read, else the plain
    text without quoted mails and signature. What one passes on is known by the sender, day and subject of its own."""
    found = [(_key(message), _read(message, file.path, limits)) for message in _passed_on(file.data, limits)]
    if len(found) == 1:
        return (found[0][1],)
    return tuple(replace(document, path=f"{file.path}#{key}") for key, document in dict(found).items())


def _key(message: EmailMessage) -> str:
    """What tells a mail from others: its bytes; of one whose headers cannot be written again, what they hold."""
    try:
        data = message.as_bytes()
    except (UnicodeError, LookupError, ValueError, TypeError, AttributeError):
        parts = (str(part.get_payload()) for part in message.walk() if not part.is_multipart())
        data = "".join((*map(str, message.raw_items()), *parts)).encode("utf-8", "replace")
    return digest(data.decode("latin-1"), length=8)


def _passed_on(data: bytes, limits: Limits) -> Iterator[EmailMessage]:
    """The mails to be read: for one that only carries others, these."""
    waiting = [open_message(data, limits)]
    while waiting:
        message = waiting.pop()
        inner = attached_mails(message)
        if inner and _is_cover(message, limits):
            waiting += reversed(inner)
        else:
            yield message


def _is_cover(message: EmailMessage, limits: Limits) -> bool:
    """Whether a mail that carries others says that it passes them on, or says little itself and is no answer."""
    subject = one_line(message.get("Subject"))
    words = _count_words(text_parts(message), limits)
    return passed_on(subject) or not words or (words <= _COVER and not is_reply(subject))


def _count_words(texts: dict[str, Message], limits: Limits) -> int:
    if plain := texts.get("text/plain"):
        return len(str(plain.get_payload(decode=True) or b"").split())
    html = texts.get("text/html")
    return sum(len(line.text.split()) for line in markup_lines(parse(markup(html, limits)[0], limits))) if html else 0


def _read(message: EmailMessage, path: str, limits: Limits) -> Document:
    """The mail as a document. Raises UnreadableError where it has no text of its own."""
    document = _with_text(text_parts(message), path, limits, _sent(message))
    if not document.paragraphs:
        raise UnreadableError("the mail holds no text of its own")
    return replace(document, notes=tuple(_notes(message, document.metadata)))


def _with_text(texts: dict[str, Message], path: str, limits: Limits, sent: Sent) -> Document:
    if html := texts.get("text/html"):
        return _markup(markup(html, limits)[0], path, limits, sent)
    if plain := texts.get("text/plain"):
        text = plain_text(plain, limits)
        check_limits(text, limits)
        mail = opened(plain_lines(text), sent)
        return _document(path, mail, paragraphs(mail.lines))
    raise UnreadableError("no text part in the mail")


def _sent(message: EmailMessage) -> Sent:
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == "from"), "")
    sender = sender_name(one_line(message.get("From"))) or sender_name(one_line(raw))  # a name as a comment is in that
    return Sent(one_line(message.get("Subject")), sender, sent_day(one_line(message.get("Date"))))


def _notes(message: EmailMessage, metadata: Metadata) -> Iterator[str]:
    if metadata.author is None:
        yield UNNAMED
    if number := count_attachments(message):
        yield f"{number} attachment{'' if number == 1 else 's'} not read"


def _document(path: str, mail: OpenedMail, made: tuple[Paragraph, ...]) -> Document:
    sent = mail.sent
    how = "date of the mail that is passed on" if sent.inner else "header Date"
    meta = Metadata(
        title=(bare_subject(sent.subject) if sent.inner else sent.subject) or None,
        author=sent.sender,
        published=sent.day,
        published_from=how if sent.day else None,
    )
    return Document(path, "eml", meta, made, structured=True, dropped=mail.dropped)


def _markup(text: str, path: str, limits: Limits, sent: Sent) -> Document:
    """The article in an HTML part where there is one, else all its text: most mails are no pages."""
    mail = opened(markup_lines(parse(text, limits)), sent)
    document = _document(path, mail, paragraphs(mail.lines))
    try:
        page = read_page(text, path, limits, "eml")
    except UnreadableError:
        return document
    own = key_of(" ".join(p.text for p in document.paragraphs))
    article = tuple(p for p in page.paragraphs if not mail.dropped or key_of(p.text) in own)
    share = sum(len(p.text) for p in article)
    if share < _WORTH or share < 0.5 * sum(len(p.text) for p in document.paragraphs):
        return document
    return replace(document, paragraphs=article, dropped=(*mail.dropped, *page.dropped))
