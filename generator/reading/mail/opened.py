"""A mail's own text and sender: those of the mail that it passes on, where it does no more than that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Dropped
from .headers import bare_subject, is_reply, passed_on, sender_name, told_day
from .lines import MailLine
from .passed_on import MailHead, find_head

_SIGNATURE = "-- "
_FEW = 60  # words that somebody adds to a mail that is passed on
HEAD, QUOTED, WORDS, SIGNATURE = "header of a mail", "quoted mail", "words of who passed it on", "signature"


@dataclass(frozen=True, slots=True)
class Sent:
    """Who sent a mail when, under which subject; `inner` where that stands within the text of another mail."""

    subject: str = ""
    sender: str | None = None
    day: str | None = None
    inner: bool = False


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """The lines that are a mail's own text, what was left out of them, and what is known of the mail."""

    sent: Sent
    lines: tuple[MailLine, ...]
    dropped: tuple[Dropped, ...]


def opened(lines: Sequence[MailLine], sent: Sent) -> OpenedMail:
    """The text of the mail `sent`, or of the innermost mail that it passes on; without quoted mails and signature."""
    dropped: list[Dropped] = []
    while head := _within(lines, sent):
        dropped += _left_out(lines[: head.start], WORDS)
        dropped += _left_out(lines[head.start : head.end], HEAD)
        sent = _of_head(head, sent)
        lines, outside = _body(lines[head.end :], head.depth)
        dropped += _left_out(outside, WORDS)
    if not any(_is_own(line) for line in lines) and (inner := _all_quoted(lines)):
        lines, sent = inner, Sent(bare_subject(sent.subject), inner=True)
    kept, others = _without_others(lines)
    return OpenedMail(sent, kept, (*dropped, *others))


def _within(lines: Sequence[MailLine], sent: Sent) -> MailHead | None:
    """The head of the mail that a mail passes on; None where it passes on none, or answers one."""
    head = find_head(lines)
    if head is None:
        return None
    words = _own_words(lines, head)
    if head.inline or is_reply(sent.subject):
        passes = not words or (head.announced and words <= _FEW)
    else:
        said = (head.announced or passed_on(sent.subject)) and not sent.inner
        passes = said or words <= _FEW
    return head if passes else None


def _own_words(lines: Sequence[MailLine], head: MailHead) -> int:
    """How much a mail says itself: before the head of another one, and behind one that is a single line."""
    own = (*lines[: head.start], *(lines[head.end :] if head.inline else ()))
    return sum(len(line.text.split()) for line in own if _is_own(line))


def _of_head(head: MailHead, outer: Sent) -> Sent:
    """What is known of a mail within the mail `outer`, by its own head alone; but its subject may be that of both."""
    subject = head.field("subject") or outer.subject
    latest = None if outer.inner else outer.day
    day = told_day(head.field("date"), head.day_first, latest) if head.field("date") else None
    return Sent(subject, sender_name(head.field("from")), day, inner=True)


def _body(lines: Sequence[MailLine], depth: int) -> tuple[tuple[MailLine, ...], tuple[MailLine, ...]]:
    """The text of a mail within a mail, which is quoted to `depth` where its first line is, and what follows it."""
    first = next((line.depth for line in lines if line.text.strip()), 0)
    if not depth or first < depth:
        return tuple(lines), ()
    made = tuple(_shallower(line, depth) for line in lines if line.depth >= depth or not line.text.strip())
    return made, tuple(line for line in lines if line.depth < depth)


def _all_quoted(lines: Sequence[MailLine]) -> tuple[MailLine, ...]:
    """The lines of a mail that says nothing but what it quotes, without the marks."""
    return tuple(_shallower(line, 1) for line in lines if line.depth)


def _shallower(line: MailLine, depth: int) -> MailLine:
    return replace(line, depth=max(0, line.depth - depth))


def _is_own(line: MailLine) -> bool:
    return line.depth == 0 and line.text.strip() != ""


def _without_others(lines: Sequence[MailLine]) -> tuple[tuple[MailLine, ...], list[Dropped]]:
    """The lines that are neither quoted nor of a signature, blank where others stood, and those others."""
    reasons = list(_reasons(lines))
    kept = tuple(replace(x, text="") if r else x for x, r in zip(lines, reasons, strict=True))
    dropped = [one for x, r in zip(lines, reasons, strict=True) if r for one in _left_out([x], r)]
    return kept, dropped


def _reasons(lines: Sequence[MailLine]) -> Iterator[str | None]:
    heads = _answered(lines)
    signature = False
    for number, line in enumerate(lines):
        signature = signature or line.text == _SIGNATURE
        quoted = line.depth > 0 or number in heads
        yield SIGNATURE if signature else QUOTED if quoted else None


def _answered(lines: Sequence[MailLine]) -> frozenset[int]:
    """The lines that hold the heads of mails which are answered; after a head of several lines, all that follow."""
    found: set[int] = set()
    at = 0
    while head := find_head(lines[at:]):
        end = at + head.end if head.inline else len(lines)
        found.update(range(at + head.start, end))
        at = end
    return frozenset(found)


def _left_out(lines: Sequence[MailLine], reason: str) -> list[Dropped]:
    return [Dropped(line.number or 0, line.text.strip(), reason) for line in lines if line.text.strip()]
