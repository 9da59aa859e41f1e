"""What every kind of difference is made of: who holds which value, with the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...model import Difference, DifferenceKind, Position, Question, Quote
from ...text import ids
from ...text.words import stopwords
from ..build import Evidence
from ..grouping.clauses import verbless

_MOST_QUOTES = 4
_FEWEST_WORDS = 6
_LONG = 12  # words: what a longer clause goes on to say behind a term or a time may be left out
_NEAR = 8  # words that follow a term or a time at most where its quote ends before the clause does
_LINK = re.compile(r"(?:,|\s)\s*(?:and|but|yet|while|whereas|that)\s*$")  # what only leads on to the next clause
_VERB_TO = re.compile(r"\w(?:ed|ing|s)\sto$")
_OPENS = re.compile(
    r"\b(?:when|while|whereas|because|although|though|where)\s(?=[A-Z]|(?:the|an?|its?|they|he|she|we|both)\s)"
)
_GOES_ON = re.compile(  # where a phrase may begin that a reader can do without, the last unless a name follows
    r",?\s(?:(?:which|who|whose|that|while|when|where|because|after|before|during|between|among|with|from|as|to)\b"
    r"|(?P<within>(?:for|in|on|at|by)\b(?:\sthe\b)?))"
)


@dataclass(frozen=True, slots=True)
class Side:
    """A statement that holds `value`, and the quote that shows it."""

    value: str
    told: Evidence
    quote: Quote


@dataclass(frozen=True, slots=True)
class Found:
    """Sides of one `question` about a `subject`, in words of a source; `measured` is the noun of what is counted. Those
    of a revision stand oldest first."""

    kind: DifferenceKind
    question: Question
    subject: str
    sides: tuple[Side, ...]
    measured: str = ""


def difference(found: Found) -> Difference | None:
    """`found` as a value, sides in the order in which they were first held, a revision's as they are; None unless two
    sources hold two values of which at least one is held by a source that does not hold the other."""
    values = _by_value(found)
    if len(values) < 2 or len({s.quote.source for s in found.sides}) < 2:
        return None
    positions = tuple(Position(value, _quotes(sides)) for value, sides in values.items())
    topics = [topic for side in found.sides for topic in side.told.topics]
    if not topics:
        return None
    first = min((q.id for p in positions for q in p.quotes[:1]), key=str)
    asked = found.kind, found.question, found.subject
    made = Difference("", tuple(dict.fromkeys(topics)), *asked, positions, found.measured)
    return replace(made, id=f"d-{ids.digest(*asked, first)}")


def _by_value(found: Found) -> dict[str, list[Side]]:
    """The sides of each value, values in the order in which they were first held; of a revision as they follow."""
    values: dict[str, list[Side]] = {}
    for side in found.sides if found.kind == "revision" else sorted(found.sides, key=_held):
        values.setdefault(side.value, []).append(side)
    return values


def _held(side: Side) -> tuple[int, int, int]:
    return side.told.doc, side.quote.paragraph, side.quote.start


def _quotes(sides: Iterable[Side]) -> tuple[Quote, ...]:
    """The quotes of one side, a source's first alone, a few at most."""
    best: dict[str, Quote] = {}
    for side in sides:
        best.setdefault(side.quote.source, side.quote)
    return tuple(best.values())[:_MOST_QUOTES]


def part(quote: Quote, start: int, end: int) -> Quote:
    """The part of a quote between offsets of its text, a quote of its own."""
    text = quote.text[start:end]
    if text == quote.text:
        return quote
    return replace(
        quote, id=ids.quote_id(quote.source, text), text=text, start=quote.start + start, end=quote.start + end
    )


def clause(told: Evidence, start: int, end: int) -> Quote:
    """The clauses of a statement that hold `start:end` of its text; all of it where that leaves too little to read."""
    starts = [at for at in told.starts if at <= start]
    after = [at for at in told.starts if at >= end]
    first, last = max(starts, default=0), min(after, default=len(told.quote.text))
    held = told.quote.text[first:last]
    text = (_LINK.sub("", held) if after else held).rstrip(" ,;")
    return part(told.quote, first, first + len(text)) if len(text.split()) >= _FEWEST_WORDS else told.quote


def phrase(told: Evidence, start: int, end: int) -> Quote:
    """The clause that holds `start:end` of a statement; of a long one no more than tells it, from its subject on, and
    never cut within a name or a list."""
    whole = clause(told, start, end)
    text, offset = whole.text, whole.start - told.quote.start
    if len(text.split()) <= _LONG:
        return whole
    opened = [found.end() for found in _OPENS.finditer(text, 0, start - offset)]
    first = next((at for at in reversed(opened) if _tells(text[at : end - offset])), 0)
    last = next((at for at in _ends(text, end - offset) if _tells(text[first:at])), len(text))
    return part(whole, first, last)


def _ends(text: str, end: int) -> Iterator[int]:
    """Where `text` may end near behind `end`: before a phrase, unless that stands in brackets, names a place, may be
    part of a name, or is what the word before it needs ("agreed to")."""
    for found in _GOES_ON.finditer(text, end):
        before = text[: found.start()]
        if len(before[end:].split()) > _NEAR:
            return
        named = found["within"] and text[found.end() :].lstrip()[:1].isupper()
        bound = named or before.split()[-1] in stopwords() or _VERB_TO.search(text, end, found.end())
        if not bound and before.count("(") == before.count(")") and before.count("“") == before.count("”"):
            yield found.start()


def _tells(text: str) -> bool:
    """Whether a part of a statement can stand for it: a few words with a verb."""
    return len(text.split()) >= _FEWEST_WORDS and not verbless(text)
