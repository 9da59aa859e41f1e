"""Atom (RFC 4287) and JSON Feed (https://jsonfeed.org/version/1.1) for the site and for each topic; Atom for each name
and each statement that several sources share.

An entry is a statement, new on the day on which its first source was added; of a statement's own feed, a source that
carries it. What has no day is in no feed: a feed must say when, and the generator has no clock.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...model import Asset, Fact, Name
from ...text.escape import clean
from ..carriers import articles, support, told_in
from ..context import Context, PageContext
from ..places import NAMES
from ..views.difference_views import disputes, positions
from ..views.followed import (
    NAME_FEED,
    STATEMENT_FEED,
    day_of,
    followed_names,
    followed_statements,
    published,
    statements_naming,
)
from ..wording import shorten
from .urls import Addresses

_MOST = 50
_TITLE_WORDS = 14
_DAY = len("2021-03-04")
_OF_SITE, _OF_TOPIC = "feed.xml", "feed-{}.xml"
_NAMESPACE = uuid.UUID("6e5b1a52-6c0f-5a1e-9d6b-0b7f6f0a9c11")
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Something new in a feed, known by `key`: `day` is a full date; it stands at `anchor` of the page `path`."""

    key: str
    title: str
    text: str
    day: str
    path: str
    anchor: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its file, its title, what it is about by page and anchor, and its entries, the newest first. `updated` is
    the day of the newest, or that of the whole site where there is none; `known_by` is what ids are made of where the
    page is one of several that a long one becomes: an id must stay."""

    file: str
    title: str
    page: str
    entries: tuple[FeedEntry, ...]
    updated: str
    anchor: str = ""
    known_by: str = ""


def feeds(context: Context, site: str) -> tuple[Asset, ...]:
    """All feeds; none where no statement has a day. `site` is the address of the site, or "" where it has none yet."""
    title = context.config.title
    news = _feed(_OF_SITE, title, "index.md", _shown(context), context, site)
    if not news.entries:
        return ()  # a feed must say when it changed last
    made = [news]
    for briefing in context.brief.briefings:
        name, page = f"{context.topics[briefing.topic].title} – {title}", f"topics/{briefing.topic}.md"
        made.append(_feed(_OF_TOPIC.format(briefing.topic), name, page, briefing.facts, context, site, news.updated))
    whole = (asset for feed in made for asset in (_atom(feed, context, site), _json(feed, context, site)))
    return (*whole, *(_atom(feed, context, site) for feed in _followed(context, site)))


def feeds_of_topics(context: Context) -> tuple[str, ...]:
    """The files of those feeds that the site and its topics have, as `feeds` makes them."""
    if not any(_may_be_told(fact, context) for fact in _shown(context)):
        return ()
    made = (_OF_SITE, *(_OF_TOPIC.format(briefing.topic) for briefing in context.brief.briefings))
    return tuple(file for atom in made for file in (atom, _as_json(atom)))


def _shown(context: Context) -> Iterator[Fact]:
    return (fact for fact in context.facts.values() if any(topic in context.topics for topic in fact.topics))


def _feed(
    file: str, title: str, page: str, facts: Iterable[Fact], context: Context, site: str, updated: str = ""
) -> Feed:
    """A feed of statements."""
    entries = _newest(facts, page, Addresses(site, file), context)
    return Feed(file, clean(title), page, entries, entries[0].day if entries else updated)


def _followed(context: Context, site: str) -> Iterator[Feed]:
    """The feeds of names, of the statements that name them; and those of statements, of the sources that carry them."""
    for name in followed_names(context).values():
        yield _of_name(name, context, site)
    for fact in followed_statements(context).values():
        yield _of_statement(fact, context)


def _of_name(name: Name, context: Context, site: str) -> Feed:
    file, page = NAME_FEED.format(name.id), context.places.name(name.id)
    entries = _newest(statements_naming(name, context), page, Addresses(site, file), context)
    return Feed(file, clean(f"{name.name} – {context.config.title}"), page, entries, entries[0].day, name.id, NAMES)


def _of_statement(fact: Fact, context: Context) -> Feed:
    topics = tuple(t for t in fact.topics if t in context.topics)
    page = context.places.topic(topics[0], fact.id)
    first = {quote.source: quote for quote in reversed(fact.quotes)}
    title = clean(f"{shorten(in_marks(fact, context), _TITLE_WORDS)} – {context.config.title}")
    days = {source: context.analyses[source].article.metadata.added or published(source, context) for source in first}
    entries = _latest(
        FeedEntry(
            key=source,
            title=clean(context.labels[source].short),
            text=clean(quote.text if quote.shown else context.labels[source].full),
            day=days[source],
            path=page,
            anchor=fact.id,
            topics=topics,
        )
        for source, quote in first.items()
    )
    known_by = f"topics/{topics[0]}.md"
    return Feed(STATEMENT_FEED.format(fact.id), title, page, entries, entries[0].day, fact.id, known_by)


def _newest(facts: Iterable[Fact], page: str, to: Addresses, context: Context) -> tuple[FeedEntry, ...]:
    """The newest of `facts` that have a day and a place, told as entries of the feed of `page`."""
    dated = ((fact, day_of(fact, context)) for fact in facts if _may_be_told(fact, context))
    newest = sorted(dated, key=lambda pair: pair[1], reverse=True)[:_MOST]
    return tuple(_told(fact, page, to, context) for fact, _ in newest)


def _may_be_told(fact: Fact, context: Context) -> bool:
    return len(day_of(fact, context)) == _DAY and any(topic in context.topics for topic in fact.topics)


def _latest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """The newest of those that have a day and a place."""
    known = (entry for entry in entries if entry.topics and len(entry.day) == _DAY)
    return tuple(sorted(known, key=lambda entry: entry.day, reverse=True)[:_MOST])


def _told(fact: Fact, page: str, to: Addresses, context: Context) -> FeedEntry:
    """A statement as an entry of the feed of `page`."""
    topics = tuple(t for t in fact.topics if t in context.topics)
    here = page.removeprefix("topics/").removesuffix(".md") if page.startswith("topics/") else ""
    topic = here or next(iter(topics), "")
    path = context.places.topic(topic, fact.id) if topic else page
    words = in_marks(fact, context)
    return FeedEntry(
        key=fact.id,
        title=shorten(words, _TITLE_WORDS),
        text=f"{words} ({_credit(fact, topic, context, to)})",
        day=day_of(fact, context),
        path=path,
        anchor=fact.id,
        topics=topics,
    )


def _id(*parts: str) -> str:
    return uuid.uuid5(_NAMESPACE, "\x1f".join(parts)).urn


def _digest(fact: Fact, context: Context) -> bool:
    told = told_in(fact)
    return told is None or context.labels[told.source].digest


def in_marks(fact: Fact, context: Context) -> str:
    """The words of a statement, between quotation marks where they are a report's own."""
    text = clean(fact.text)
    return text if _digest(fact, context) else f"“{text}”"


def _credit(fact: Fact, topic: str, context: Context, to: Addresses) -> str:
    """How far it had got, who carries it, and where sources differ, with the place where both sides stand."""
    words, page = context.words, PageContext(context, "")
    names = words.listing(context.labels[s].short for s in articles(fact.quotes))
    differ = [
        words.say("feed.differ", sides=positions(one, words), address=to.page(context.places.topic(at, one.id), one.id))
        for one, at in disputes([fact], context, topic)
    ]
    return clean("; ".join(filter(None, [fact.status, support(fact, page), names, *differ])))


def _day(day: str) -> str:
    return f"{day}T00:00:00Z"


def _about(feed: Feed) -> Sequence[str]:
    """What the ids of a feed and of its entries are made of."""
    about = feed.known_by or feed.page
    return (about, feed.anchor) if feed.anchor else (about,)


def _atom(feed: Feed, context: Context, site: str) -> Asset:
    to, title = Addresses(site, feed.file), context.config.title
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": context.brief.language})
    ET.SubElement(root, "id").text = _id(title, *_about(feed))
    ET.SubElement(root, "title").text = feed.title
    ET.SubElement(root, "updated").text = _day(feed.updated)
    author = ET.SubElement(root, "author")
    ET.SubElement(author, "name").text = clean(title)
    page = to.page(feed.page, feed.anchor)
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": to.file(feed.file)})
    for entry in feed.entries:
        item = ET.SubElement(root, "entry")
        ET.SubElement(item, "id").text = _id(title, *_about(feed), entry.key)
        ET.SubElement(item, "title").text = entry.title
        ET.SubElement(item, "updated").text = _day(entry.day)
        href = to.page(entry.path, entry.anchor)
        ET.SubElement(item, "link", {"rel": "alternate", "type": "text/html", "href": href})
        for topic in entry.topics:
            ET.SubElement(item, "category", {"term": topic, "label": clean(context.topics[topic].title)})
        ET.SubElement(item, "content", {"type": "text"}).text = entry.text
    ET.indent(root)
    return Asset(feed.file, b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="utf-8") + b"\n")


def _as_json(atom: str) -> str:
    """The JSON Feed that stands beside an Atom feed."""
    return f"{atom.removesuffix('.xml')}.json"


def _json(feed: Feed, context: Context, site: str) -> Asset:
    file = _as_json(feed.file)
    to, title = Addresses(site, file), context.config.title
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": to.page(feed.page),
        "feed_url": to.file(file),
        "language": context.brief.language,
        "authors": [{"name": clean(title)}],
        "items": [
            {
                "id": _id(title, *_about(feed), entry.key),
                "url": to.page(entry.path, entry.anchor),
                "title": entry.title,
                "content_text": entry.text,
                "date_published": _day(entry.day),
                "tags": [clean(context.topics[topic].title) for topic in entry.topics],
            }
            for entry in feed.entries
        ],
    }
    return Asset(file, (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode())
