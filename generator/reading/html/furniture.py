"""What clings to an article after extraction: its title again, bylines, advertisements, and the tail of "read next".

The patterns are English, because that is what they were measured on; a page in another language only keeps more."""

from __future__ import annotations

import re

from ...model import Dropped, Metadata, Paragraph
from ..consent import REASON as CONSENT
from ..consent import consent_texts
from .blocks import key_of

_TAIL_FROM = 0.4  # a section "Read this next" before this share of the text is an aside, not the article's end
_HEAD_LINES, _HEAD_WORDS, _TAIL_WORDS, _FURNITURE_WORDS = 6, 18, 9, 40
_THINGS = "(articles?|stories|story|posts?|reading|reads|news|videos|coverage|blogs?)"
_OFFERS = "(articles?|stories|posts?|reading|content|services|products|topics|news|links?|resources|pages|guides?)"
_TAIL = re.compile(
    "("
    "(read|up|watch|what to read|coming up|whats) (this )?next( article| post)?|(also|see also) read(ing)?|"
    "(you|readers) (may|might|could|will|ll)?( also| want to)? ?(like|love|enjoy|be interested in)( these)?|"
    "(our |more |the )?(popular|trending|featured|latest|recent|other|most (read|popular)|top)( [a-z]+)? "
    f"{_THINGS}|(our |more |the )?(related|recommended|suggested)( [a-z]+)? {_OFFERS}( and links)?|"
    "recommended (for you|by .{0,20})|"
    "more ([a-z]+ )?(news|stories|articles|posts|reading|like this)|more (from|on) .{1,40}|"
    "(follow|connect with|find|join) (us|me)( on .{0,40})?|"
    "(subscribe|sign up|stay (in touch|connected|updated|informed))( (to|for|with) .{0,60})?|"
    "(our |the )?([a-z]+ )?newsletter( sign up)?|share (this|your|on|with)( [a-z]+){0,3}|"
    "about the (author|writer|contributor)s?|about (us|me)|author bio|"
    "(leave|post|add|write) (a|your) (comment|reply)|([0-9]+ )?(comments?|responses|thoughts on .{0,60})|"
    "join the (conversation|discussion)|republish (this|our) [a-z]+|sponsored( content| links)?|"
    "(post )?navigation|(our|trusted by( our)?) (customers|clients|partners|sponsors)|tags|filed under.{0,40}|"
    "categories|topics in this article|bibliographic and citation tools|how (was|did you like) this (issue|article)|"
    "thanks for (visiting|reading)|cookie (policy|settings|preferences)|privacy policy|contact us|get in touch|"
    "need help)"
)
_FURNITURE = re.compile(
    r"\W*((advertisement|sponsored|promoted)\b.{0,40}|(read|learn|see|show|view|find out|load) more\W*|"
    r"skip to (main )?content|click here.{0,60}|share( this)?( (article|post|story|on .{0,40}))?|"
    r"(copyright|©|\(c\)) .{0,160}|.{0,80}\ball rights reserved\W*|\d{1,3}([-–]\d{1,3})? ?min(ute)?s?( read)?|"
    r"(subscribe|sign up) .{0,140}(newsletter|inbox|updates|email).{0,60}|.{0,60}delivered .{0,20}to your inbox.{0,40}|"
    r"(last )?(updated|published|posted)( on)?:? .{0,40}|jump to.{0,10}|follow (us|me).{0,60}|back to top|"
    r"see full bio)",
    re.IGNORECASE,
)
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATELINE = re.compile(
    rf"\W*(by .{{2,60}}|([a-z]{{3,9}},? )?{_MONTH}\.? \d{{1,2}},? \d{{4}}.{{0,20}}|"
    rf"\d{{1,2}} {_MONTH}\.?,? \d{{4}}.{{0,20}})",
    re.IGNORECASE,
)


def without_furniture(
    paragraphs: tuple[Paragraph, ...], meta: Metadata
) -> tuple[tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """`paragraphs` without what clings to them, and what was taken away, with reasons."""
    end = _tail(paragraphs)
    consent = consent_texts([p.text for p in paragraphs])
    kept, dropped = [], []
    prose_began = False
    for index, paragraph in enumerate(paragraphs):
        prose_began = prose_began or index >= _HEAD_LINES or len(paragraph.text.split()) > _HEAD_WORDS
        reason = CONSENT if index in consent else _reason(paragraph.text, meta, prose_began)
        reason = "after the article" if index >= end else reason
        if reason:
            dropped.append(Dropped(paragraph.line or 0, paragraph.text, reason))
        else:
            kept.append(paragraph)
    return tuple(kept), tuple(dropped)


def _reason(text: str, meta: Metadata, prose_began: bool) -> str | None:
    if not prose_began:
        key = key_of(text)
        if meta.title and key == key_of(meta.title):
            return "title"
        if _DATELINE.fullmatch(text) or (meta.author and key == key_of(meta.author)):
            return "byline or date"
    if len(text) < 300 and len(text.split()) < _FURNITURE_WORDS and _FURNITURE.fullmatch(text):
        return "page furniture"
    return None


def _tail(paragraphs: tuple[Paragraph, ...]) -> int:
    """The index of the paragraph with which the page turns from the article to something else."""
    total, so_far = sum(len(p.text) for p in paragraphs), 0
    for index, paragraph in enumerate(paragraphs):
        words = re.findall(r"[^\W_]+", paragraph.text.replace("’", "").replace("'", "").lower())[: _TAIL_WORDS + 1]
        late = so_far >= _TAIL_FROM * total and index > 0
        if late and len(words) <= _TAIL_WORDS and _TAIL.fullmatch(" ".join(words)):
            return index
        so_far += len(paragraph.text)
    return len(paragraphs)
