"""Atom (RFC 4287) and JSON Feed (https://jsonfeed.org/version/1.1) for the site and for each topic.

An entry is a statement, new on the day on which its first source was added. A statement without any day is in no feed:
a feed must say when, and the generator has no clock.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...model import Asset, Fact
from ...text.edtf import parse_edtf
from ...text.escape import clean
from ..carriers import articles, support, told_in
from ..context import Context, PageContext
from ..views.difference_views import disputes, positions
from ..wording import listing, shorten
from .urls import Addresses

_MOST = 50
_TITLE_WORDS = 14
_NAMESPACE = uuid.UUID("6e5b1a52-6c0f-5a1e-9d6b-0b7f6f0a9c11")
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A statement in a feed: `day` is a full date, `path` the topic page it stands on."""

    fact: Fact
    day: str
    path: str
    topics: tuple[str, ...]


def feeds(context: Context, site: str) -> tuple[Asset, ...]:
    """All feeds; none where no statement has a day. `site` is the address of the site, or "" where it has none yet."""
    everything = [f for f in context.facts.values() if any(t in context.topics for t in f.topics)]
    news = _entries(everything, "index.md", context)
    if not news:
        return ()  # a feed must say when it changed last
    made = _both("", context.config.title, "index.md", news, news[0].day, context, site)
    for briefing in context.brief.briefings:
        title = f"{context.topics[briefing.topic].title} – {context.config.title}"
        page = f"topics/{briefing.topic}.md"
        entries = _entries(briefing.facts, page, context)
        made += _both(f"-{briefing.topic}", title, page, entries, news[0].day, context, site)
    return made


def _both(
    suffix: str, title: str, page: str, entries: list[FeedEntry], newest: str, context: Context, site: str
) -> tuple[Asset, ...]:
    title, updated = clean(title), entries[0].day if entries else newest
    return (
        _atom(f"feed{suffix}.xml", title, page, entries, updated, context, site),
        _json(f"feed{suffix}.json", title, page, entries, context, site),
    )


def _entries(facts: Iterable[Fact], page: str, context: Context) -> list[FeedEntry]:
    entries = []
    for fact in facts:
        topics = tuple(t for t in fact.topics if t in context.topics)
        day = fact.first_added or max((_published(s, context) for s in articles(fact.quotes)), default="")
        if topics and len(day) == 10:
            entries.append(
                FeedEntry(fact, day, page if page.startswith("topics/") else f"topics/{topics[0]}.md", topics)
            )
    return sorted(entries, key=lambda e: e.day, reverse=True)[:_MOST]


def _published(source: str, context: Context) -> str:
    """The day on which a source came out, or "" where its date gives no day of a year."""
    day = (context.analyses[source].article.metadata.published or "").partition("/")[0][:10]
    made = parse_edtf(day)
    return day if made and made.day and made.year.isdigit() else ""


def _id(*parts: str) -> str:
    return uuid.uuid5(_NAMESPACE, "\x1f".join(parts)).urn


def _digest(fact: Fact, context: Context) -> bool:
    told = told_in(fact)
    return told is None or context.labels[told.source].digest


def in_marks(fact: Fact, context: Context) -> str:
    """The words of a statement, between quotation marks where they are a report's own."""
    text = clean(fact.text)
    return text if _digest(fact, context) else f"“{text}”"


def _credit(fact: Fact, path: str, context: Context, to: Addresses) -> str:
    """How far it had got, who carries it, and where sources differ, with the place where both sides stand."""
    names = listing(context.labels[s].short for s in articles(fact.quotes))
    page = PageContext(context, "")
    status = f"{fact.status}; " if fact.status else ""
    here = path.removeprefix("topics/").removesuffix(".md")
    differ = [
        f"; sources differ: {positions(one)}, see {to.page(f'topics/{topic}.md', one.id)}"
        for one, topic in disputes([fact], context, here)
    ]
    return clean(f"{status}{support(fact, page)}; {names}{''.join(differ)}")


def _day(day: str) -> str:
    return f"{day}T00:00:00Z"


def _atom(
    path: str, title: str, page: str, entries: list[FeedEntry], updated: str, context: Context, site: str
) -> Asset:
    to = Addresses(site, path)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": context.brief.language})
    ET.SubElement(feed, "id").text = _id(context.config.title, page)
    ET.SubElement(feed, "title").text = title
    ET.SubElement(feed, "updated").text = _day(updated)
    author = ET.SubElement(feed, "author")
    ET.SubElement(author, "name").text = clean(context.config.title)
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": to.page(page)})
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": to.file(path)})
    for entry in entries:
        item = ET.SubElement(feed, "entry")
        ET.SubElement(item, "id").text = _id(context.config.title, page, entry.fact.id)
        ET.SubElement(item, "title").text = shorten(in_marks(entry.fact, context), _TITLE_WORDS)
        ET.SubElement(item, "updated").text = _day(entry.day)
        href = to.page(entry.path, entry.fact.id)
        ET.SubElement(item, "link", {"rel": "alternate", "type": "text/html", "href": href})
        for topic in entry.topics:
            ET.SubElement(item, "category", {"term": topic, "label": clean(context.topics[topic].title)})
        text = f"{in_marks(entry.fact, context)} ({_credit(entry.fact, entry.path, context, to)})"
        ET.SubElement(item, "content", {"type": "text"}).text = text
    ET.indent(feed)
    return Asset(path, b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="utf-8") + b"\n")


def _json(path: str, title: str, page: str, entries: list[FeedEntry], context: Context, site: str) -> Asset:
    to = Addresses(site, path)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": to.page(page),
        "feed_url": to.file(path),
        "language": context.brief.language,
        "authors": [{"name": clean(context.config.title)}],
        "items": [
            {
                "id": _id(context.config.title, page, e.fact.id),
                "url": to.page(e.path, e.fact.id),
                "title": shorten(in_marks(e.fact, context), _TITLE_WORDS),
                "content_text": f"{in_marks(e.fact, context)} ({_credit(e.fact, e.path, context, to)})",
                "date_published": _day(e.day),
                "tags": [clean(context.topics[t].title) for t in e.topics],
            }
            for e in entries
        ],
    }
    return Asset(path, (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode())
