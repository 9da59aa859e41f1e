"""How many bytes of HTML what a page tells takes, as far as that can be told before the page is made: rather more than
less, so that no page takes more than it was given room for. `python -m benchmarks.scale` prints the largest page."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Analysis, Difference, Event, Fact, Name, Quote
from ..text.room import Room, leading

_ENTRY = 230  # of a source in the list at the foot of a page, beside its names and addresses
_PLACE = 75  # of one more sentence that such an entry leads to
_NUMBER = 95  # of a source's number behind words
_QUOTED = 130  # around the words of a quote
_STATEMENT = 620  # around what a statement says: its anchor, its permalink, who carries it
_DIFFERENCE = 1000  # the heading, which stands in two tables of contents too
_SIDE = 260
_DISPUTE = 180
_DAY = 220
_ROW = 750  # of a source in a list of sources
_SENTENCE = 300
_NAME = 700  # two of three bytes in the table of contents
_TOPIC = 130
_BARE = 55  # of a number without words
_PHRASE = 260
_BACK = 130  # of a place where a sentence is cited


def text(words: str | None) -> int:
    """Of some words, escaped."""
    if not words:
        return 0
    return len(words.encode("utf-8", "replace")) + 4 * sum(map(words.count, '&<>"'))


def quote(one: Quote) -> int:
    """Of a quote with its number; of one whose words are kept back, the place alone."""
    return (_QUOTED + text(one.text) if one.shown else 0) + _NUMBER + _PLACE


def passages(fact: Fact, room: Room) -> tuple[Quote, ...]:
    """The quotes of a statement that a page shows, best first, the one in whose words it is told among them: all where
    there is room for them."""
    told = [q for q in fact.quotes if q.shown and q.text == fact.text][:1]
    shown = leading(fact.quotes, map(quote, fact.quotes), room.one)
    return shown if not told or told[0] in shown else (*told, *shown)


def statement(fact: Fact, room: Room) -> int:
    """Of a statement: its words twice, as it is told and among its passages, and the numbers of its sources, with the
    words of those that are not among its passages."""
    shown = passages(fact, room)
    elsewhere = (
        min(room.one, cited(quote for quote in fact.quotes if quote not in shown)) if shown != fact.quotes else 0
    )
    numbers = min(room.numbers, len({q.source for q in fact.quotes}))
    origins = sum(text(origin.name) + 4 for origin in fact.origins[: room.names])
    beside = _DISPUTE * len(fact.differences) + _NUMBER * numbers + origins
    return _STATEMENT + text(fact.text) + sum(map(quote, shown)) + elsewhere + beside


def cited(quotes: Iterable[Quote]) -> int:
    """Of the numbers of sources, each with the words cited."""
    return sum(_NUMBER + _PLACE + (text(q.text) if q.shown else 0) for q in quotes)


def difference(one: Difference, room: Room) -> int:
    """Of a difference: its sides, each with a quote and the numbers of the others."""
    sides = one.positions[: room.sides]
    each = room.one // max(1, len(sides))
    held = sum(_SIDE + 4 * text(p.value) + min(each, cited(p.quotes)) + sum(map(quote, p.quotes[:1])) for p in sides)
    return _DIFFERENCE + 3 * text(one.subject) + held


def event(one: Event, room: Room) -> int:
    """Of an event of the timeline: the words of one source, and the numbers of the others with theirs."""
    return _DAY + 2 * text(one.words) + sum(map(quote, one.quotes[:1])) + min(room.one, cited(one.quotes[1:]))


def entry(analysis: Analysis) -> int:
    """Of a source in the list at the foot of a page."""
    meta = analysis.article.metadata
    names = min(text(meta.title or analysis.article.path), 360) + min(text(meta.publisher), 300)
    return _ENTRY + names + 2 * len(analysis.article.id) + text(meta.url)


def date(one: Event) -> int:
    """Of a line of a topic's own timeline."""
    return _DAY + 2 * text(one.words) + sum(map(quote, one.quotes))


def row(analysis: Analysis) -> int:
    """Of a source in a list of sources."""
    meta = analysis.article.metadata
    return _ROW + min(text(meta.title), 500) + min(text(meta.publisher), 200) + 2 * len(analysis.article.id)


def sentence(length: int, cites: int) -> int:
    """Of a sentence on its source's page, `length` the bytes of its text, cited at so many places."""
    return _SENTENCE + length + _BACK * cites


def name(one: Name, room: Room) -> int:
    """Of a name: its heading, which stands in a table of contents too, its spellings, topics and numbers of sources."""
    spelt = sum(text(alias.text) + 4 for alias in one.aliases)
    numbers = _BARE * min(4 * room.numbers, len(one.sources))
    return _NAME + 4 * text(one.name) + spelt + numbers + _TOPIC * len(one.topics)


def keyphrase(phrase: str, sources: int, room: Room) -> int:
    """Of a phrase of the index, with the numbers of its sources."""
    return _PHRASE + text(phrase) + _BARE * min(4 * room.numbers, sources)
