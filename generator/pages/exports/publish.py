"""What stands in site/ beside the pages: data, feeds, citations, pictures, and a map for language models.

These are made when the site is built, not when pages are rendered: they need the address of the site, and pictures cost
more than all pages together.
"""

from __future__ import annotations

from importlib import resources

from ...config import Config
from ...model import Asset, Site, TopicContent
from ...text.escape import clean, inline
from ..carriers import support
from ..context import Context, PageContext
from ..pictures import cards, pictures
from ..views.difference_views import disputes, positions
from ..views.editor_views import own_lines
from .bibliography import citations
from .news import news
from .urls import Addresses
from .web_feeds import feeds, feeds_of_topics, in_marks


def publish(site: Site, config: Config, address: str = "") -> tuple[Asset, ...]:
    """Every file beside the pages. `address` is the site's own, such as `https://owner.github.io/repo/`, or "": then
    files name each other by relative addresses."""
    context = Context(site.brief, config)
    followed = feeds(context, address)
    return (
        *site.assets,
        _schema(),
        news(context),
        *followed,
        *citations(context, address),
        _llms(context, address, tuple(a.path for a in followed if a.path == "feed.json")),
        *pictures(context),
        *cards(context),
    )


def feed_paths(site: Site, config: Config) -> frozenset[str]:
    """The feeds of the site and its topics that `publish` makes: none of sources without a date, for a feed must say
    when."""
    return frozenset(feeds_of_topics(Context(site.brief, config)))


def _schema() -> Asset:
    return Asset(
        "briefing.schema.json",
        (resources.files("generator.data") / "export.schema.json").read_text(encoding="utf-8").encode(),
    )


def _llms(context: Context, address: str, news: tuple[str, ...]) -> Asset:
    """https://llmstxt.org: what the site is and where its parts are, in a few lines of Markdown. `news` is the feed of
    all statements, where there is one."""
    to = Addresses(address, "llms.txt")
    config = context.config
    lines = [
        f"# {clean(config.title)}",
        "",
        f"> {clean(config.description or 'A cited briefing made from sources.')}",
        "",
        "Every statement is a passage of a source, word for word, with its source. Articles are not origins: pages "
        "count both. A digest is an account of a report in other words, not the report.",
        "",
        *(line for briefing in context.brief.briefings for line in _bottom_line(briefing, context, to)),
        "## Topics",
        "",
    ]
    lines += [f"- [{_label(t.title)}]({to.page(f'topics/{t.id}.md')}): {clean(t.scope)}" for t in config.topics]
    lines += [
        "",
        "## Data",
        "",
        f"- [All statements, sources, differences, dates and names]({to.file('briefing.json')}): JSON, described by "
        f"[its schema]({to.file('briefing.schema.json')})",
        f"- [Sources]({to.file('sources.csl.json')}): CSL-JSON; also as [BibTeX]({to.file('sources.bib')})",
        *(f"- [News]({to.file(feed)}): JSON Feed; also as [Atom]({to.file('feed.xml')})" for feed in news),
        f"- [Method and limits]({to.page('method.md')})",
        "",
    ]
    return Asset("llms.txt", "\n".join(lines).encode())


def _bottom_line(briefing: TopicContent, context: Context, to: Addresses) -> list[str]:
    """The bottom line of a topic, each statement with its status, its support, and where its sources differ."""
    own = own_lines(briefing.topic, PageContext(context, ""))["own_lines"]
    if not briefing.bottom_line and not own:
        return []
    lines = [f"Bottom line on {inline(context.topics[briefing.topic].title)}:", ""]
    lines += [f"- {one.text} ({one.signed})" for one in own]
    for one in briefing.bottom_line:
        facts = [context.facts[id] for id in one.facts]
        notes: list[str] = [inline(facts[0].status)] if facts[0].status else []
        notes.append(inline(support(facts[0], PageContext(context, ""))))
        for d, topic in disputes(facts, context, briefing.topic):
            address = to.page(context.places.topic(topic, d.id), d.id)
            notes.append(f"[sources differ: {inline(positions(d, context.words))}]({address})")
        lines.append(f"- {inline(in_marks(facts[0], context))} ({'; '.join(notes)})")
    return [*lines, ""]


def _label(text: str) -> str:
    return clean(text).translate({ord("["): "(", ord("]"): ")"})
