"""What can be followed by a feed of its own: names and statements that several sources share, the most shared ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ...model import Fact, Name
from ...text.edtf import parse_edtf
from ..carriers import articles, texts
from ..context import Context

NAME_FEED, STATEMENT_FEED = "feeds/name-{}.xml", "feeds/{}.xml"
_MOST_NAMES, _MOST_STATEMENTS = 100, 200
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1)  # of a site: every page of names asks
def followed_names(context: Context) -> dict[str, Name]:
    """The names that have a feed, by id: those that two texts have or more, at most a hundred, and that a statement
    with a day holds."""
    shared = [name for name in context.brief.facts.names if len(texts(name.sources, context)) > 1]
    most = sorted(shared, key=lambda name: -len(name.sources))[:_MOST_NAMES]
    return {name.id: name for name in most if any(day_of(f, context) for f in statements_naming(name, context))}


@lru_cache(maxsize=1)  # of a site: every statement of every page asks
def followed_statements(context: Context) -> dict[str, Fact]:
    """The statements that have a feed, by id: those that two texts carry or more, at most two hundred."""
    shared = [(fact, len(texts(articles(fact.quotes), context))) for fact in _shown(context)]
    several = sorted(((fact, number) for fact, number in shared if number > 1), key=lambda pair: -pair[1])
    return {fact.id: fact for fact, _ in several[:_MOST_STATEMENTS] if day_of(fact, context)}


def statements_naming(name: Name, context: Context) -> Iterator[Fact]:
    """The statements on a page that hold a name, in words that may be shown."""
    spellings = {name.name, name.abbreviation or name.name, *(alias.text for alias in name.aliases)}
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(spellings, key=len, reverse=True)))})(?!\w)")
    return (
        fact for fact in _may_hold(spellings, context) if any(q.shown and found.search(q.text) for q in fact.quotes)
    )


def _may_hold(spellings: Iterable[str], context: Context) -> Iterable[Fact]:
    """The statements on a page, in their order, that have the first word of one of `spellings`."""
    shown, by_word = _by_word(context)
    first = {word[0] for text in spellings if (word := _WORD.search(text))}
    return (shown[n] for n in sorted({n for word in first for n in by_word.get(word, ())}))


@lru_cache(maxsize=1)  # of a site: every name asks
def _by_word(context: Context) -> tuple[tuple[Fact, ...], Mapping[str, Sequence[int]]]:
    """The statements on a page, and which of them have a word in what may be shown of them."""
    shown, by_word = tuple(_shown(context)), dict[str, list[int]]()
    for number, fact in enumerate(shown):
        for word in {word for quote in fact.quotes if quote.shown for word in _WORD.findall(quote.text)}:
            by_word.setdefault(word, []).append(number)
    return shown, by_word


def _shown(context: Context) -> Iterator[Fact]:
    return (fact for fact in context.facts.values() if any(topic in context.topics for topic in fact.topics))


def day_of(fact: Fact, context: Context) -> str:
    """The day on which a statement was new here: that on which its first source was added, or the last of its sources
    came out; "" where neither is known."""
    return fact.first_added or max((published(s, context) for s in articles(fact.quotes)), default="")


def published(source: str, context: Context) -> str:
    """The day on which a source came out, or "" where its date gives no day of a year."""
    day = (context.analyses[source].article.metadata.published or "").partition("/")[0][:10]
    made = parse_edtf(day)
    return day if made and made.day and made.year.isdigit() else ""
