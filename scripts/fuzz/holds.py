"""What must hold of anything that is read, whatever it was: `BrokenError` says what does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields

from generator.config import Limits
from generator.errors import BriefingError
from generator.facts.grouping.clauses import clauses
from generator.facts.timeline.resolve import resolve
from generator.model import Analysis, Article, DateMention, Document, Metadata, NameMention, Sentence
from generator.text.edtf import is_edtf, normal_date
from generator.text.escape import link
from generator.text.invisible import visible

# No text of a source holds them once it is read: control characters, what turns a line around, half a character.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DAYS = ("published", "retrieved", "withdrawn")
_PUBLISHED = (None, "2020-10-07", "2020-10", "2020", "2020-10-07~", "0001-01-01", "9999-12-31", "nonsense")


class BrokenError(AssertionError):
    """Something does not hold that must."""


def hold(true: bool, what: str, found: object = "") -> None:
    """Raises BrokenError unless `true`."""
    if not true:
        raise BrokenError(f"{what}: {found!r:.300}")


def reason(error: Exception) -> None:
    """A refusal is one line that can be printed, and tells every problem where it is."""
    if isinstance(error, BriefingError):
        hold(bool(error.problems), "an error tells a problem")
        for problem in error.problems:
            hold(bool(problem.where and problem.message), "a problem says where and what", problem)
            hold("\n" not in problem.message, "a problem is one line", problem.message)
        return
    text = str(error)
    hold(bool(text.strip()) and "\n" not in text and not _CONTROL.search(text), "a reason is one printable line", text)


def lucid(text: str, what: str) -> None:
    """`text` holds no character that nobody sees."""
    found = _CONTROL.search(text)
    hold(found is None, f"{what} without control characters", text[max(0, found.start() - 20) :] if found else "")
    hold(visible(text) == text, f"{what} without what is invisible", text)


def metadata(said: Metadata) -> None:
    """What is told of a source: lines that can be seen, dates of the calendar."""
    for field in fields(Metadata):
        value = getattr(said, field.name)
        if isinstance(value, str):
            lucid(value, field.name)
    for name in _DAYS:
        value = getattr(said, name)
        hold(value is None or is_edtf(value) or normal_date(value) == value, f"{name} is EDTF", value)


def document(made: Document) -> None:
    """A reader's document."""
    metadata(made.metadata)
    for paragraph in made.paragraphs:
        lucid(paragraph.text, "a paragraph")
        hold(bool(paragraph.text.strip()), "a paragraph has text", paragraph)


def article(made: Article) -> None:
    """A cleaned article: text in each paragraph, a reason for each line that was dropped."""
    metadata(made.metadata)
    for paragraph in made.paragraphs:
        lucid(paragraph.text, "a paragraph of an article")
        hold(bool(paragraph.text.strip()), "a paragraph of an article has text", paragraph)
    hold(all(one.reason for one in made.dropped), "what is dropped has a reason", made.dropped)


def sentences(made: Iterable[Sentence], of: Article) -> None:
    """Every sentence is a stretch of its paragraph, and anchors are of one sentence each."""
    anchors = set()
    for one in made:
        text = of.paragraphs[one.paragraph - 1].text
        hold(text[one.start : one.end] == one.text == one.text.strip() != "", "a sentence is verbatim", one)
        anchors.add(one.anchor)
        pieces(one.text)
    hold(len(anchors) == len(tuple(made)), "each sentence has an anchor of its own", anchors)


def pieces(text: str) -> None:
    """Clauses lie within their sentence, in order and apart, and lose no word but those between them."""
    before = 0
    found = clauses(text)
    hold(bool(found), "a sentence has a clause", text)
    for piece in found:
        hold(before <= piece.start <= piece.end <= len(text), "clauses lie in their sentence, in order", (text, found))
        before = piece.end


def analysis(made: Analysis) -> None:
    """All that points into an article points at what it says it does."""
    texts = [paragraph.text for paragraph in made.article.paragraphs]
    sentences(made.sentences, made.article)
    mentions: tuple[NameMention | DateMention, ...] = (*made.names, *made.dates)
    for mention in mentions:
        text = texts[made.sentences[mention.sentence].paragraph - 1]
        hold(text[mention.start : mention.end] == mention.text, "a mention is verbatim", mention)
    for one in made.attributions:
        text = texts[made.sentences[one.sentence].paragraph - 1]
        hold(0 <= one.start <= one.end <= len(text), "an attribution lies in its paragraph", one)
    hold(all(0 <= index < len(made.sentences) for index in made.summary), "a summary is of sentences", made.summary)
    days(made)


def days(made: Analysis) -> None:
    """A date is EDTF, or not known, whatever the day of its source."""
    for mention in made.dates:
        for published in _PUBLISHED:
            found = resolve(mention, published)
            hold(found is None or is_edtf(found), "a date is EDTF", (mention, published, found))


def address(url: str | None) -> None:
    """An address that may be published becomes a link that cannot leave its attribute, or none."""
    made = link(url)
    hold(made is None or re.fullmatch(r"https?://[a-z0-9.-]+[^\s<>\"'`()*\[\]{}|\\^\x00-\x20]*", made) is not None,
         "a link holds nothing that has a meaning", made)  # fmt: skip


LIMITS = Limits()
