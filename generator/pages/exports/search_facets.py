"""What search may narrow by, and the words that a topic is found by though its page does not show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...config import Config
from ...model import Metadata, Site
from ..wording import Words

_TEXTS = ("topic", "publisher", "year", "failed")


@dataclass(frozen=True, slots=True)
class SearchFacets:
    """Of one page: `filters` by their names, and `terms`."""

    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: tuple[str, ...] = ()


def search_facets(site: Site, config: Config, words: Words) -> dict[str, SearchFacets]:
    """What search may narrow by, for each topic and source, by the path of its page. Topics narrow to a topic's page
    and its sources; publishers and years to sources."""
    topics: dict[str, list[str]] = {}
    for briefing in site.brief.briefings:
        for coverage in briefing.coverage:
            topics.setdefault(coverage.source, []).append(briefing.topic)
    titles = {topic.id: " ".join(topic.title.split()) for topic in config.topics}
    found = {f"topics/{t.id}.md": SearchFacets({"topic": (titles[t.id],)}, t.terms) for t in config.topics}
    for analysis in site.brief.analyses:
        id = analysis.article.id
        of = tuple(titles[topic] for topic in topics.get(id, ()))
        found[f"sources/{id}.md"] = _of_source(analysis.article.metadata, of, words)
    return found


def facets_of(found: Mapping[str, SearchFacets], path: str) -> SearchFacets:
    """Those of the page at `path`. A further page of a topic or source lies in a folder of its name, and is narrowed by
    what its first page is narrowed by."""
    folder, _, _ = path.rpartition("/")
    first = found.get(f"{folder}.md")
    return found.get(path) or SearchFacets(first.filters if first else {})


def _of_source(meta: Metadata, topics: tuple[str, ...], words: Words) -> SearchFacets:
    of = {
        "topic": topics,
        "publisher": (" ".join(meta.publisher.split()),) if meta.publisher else (),
        "year": (known,) if (known := words.year(meta.published)) else (),
    }
    return SearchFacets({name: values for name, values in of.items() if values}, of["publisher"])


def box_texts(words: Words) -> dict[str, str]:
    """What the search box says of its own, by the names that its script knows."""
    return {name: words.say(f"search.{name}") for name in _TEXTS}
