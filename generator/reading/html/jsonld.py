"""What a page says about itself in JSON-LD (https://schema.org/Article), read defensively: it is a stranger's data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(Article|Posting|Report|Review|Recipe|HowTo|Chapter)$", re.IGNORECASE)
_PAGE = re.compile(r"(WebPage|AboutPage|FAQPage|CreativeWork|Book|VideoObject)$", re.IGNORECASE)
_SITE = re.compile(r"WebSite$")
_BODIES = ("articleBody", "reviewBody", "text")
_MOST_NODES = 5_000
_LONGEST = 1_000_000  # characters of one script


@dataclass(frozen=True, slots=True)
class Stated:
    """The fields we use, each None or empty where it is not stated."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    language: str | None = None


def stated(tree: HtmlElement) -> Stated:
    """The first statement of each field, those about an article before those about a page."""
    nodes = [node for script in filter(is_json_ld, tree.iter("script")) for node in _nodes(script.text or "")]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    ranked = [*_of_type(nodes, _ARTICLE), *_of_type(nodes, _PAGE)]
    publishers = (_names(n.get("publisher"), by_id) for n in ranked)
    sites = (_names(n, by_id) for n in _of_type(nodes, _SITE))
    authors = (_names(n.get("author"), by_id) for n in ranked)
    return Stated(
        headline=_first(ranked, "headline"),
        authors=next(filter(None, authors), ()),
        published=_first(ranked, "datePublished"),
        modified=_first(ranked, "dateModified"),
        publisher=next(chain.from_iterable(chain(publishers, sites)), None),
        language=_first(ranked, "inLanguage"),
    )


def is_json_ld(script: HtmlElement) -> bool:
    """Whether a script element holds JSON-LD rather than a program."""
    return (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json"


def article_nodes(tree: HtmlElement) -> tuple[dict[str, Any], ...]:
    """What a page says in JSON-LD of articles."""
    nodes = [node for script in filter(is_json_ld, tree.iter("script")) for node in _nodes(script.text or "")]
    return tuple(_of_type(nodes, _ARTICLE))


def article_bodies(tree: HtmlElement) -> tuple[str, ...]:
    """The texts of articles that a page gives in JSON-LD."""
    texts = (node.get(key) for node in article_nodes(tree) for key in _BODIES)
    return tuple(text for text in texts if isinstance(text, str) and text.strip())


def _nodes(text: str) -> list[dict[str, Any]]:
    """Every object in the JSON `text`, in order; none where it is broken, too deep or too large."""
    if len(text) > _LONGEST:
        return []
    try:
        waiting: list[Any] = [json.loads(text.strip().removesuffix(";"), strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    while waiting and len(found) < _MOST_NODES:
        value = waiting.pop()
        if isinstance(value, dict):
            found.append(value)
            waiting += reversed(list(value.values()))
        elif isinstance(value, list):
            waiting += reversed(value)
    return found


def _of_type(nodes: list[dict[str, Any]], wanted: re.Pattern[str]) -> list[dict[str, Any]]:
    return [node for node in nodes if any(isinstance(t, str) and wanted.search(t) for t in _types(node))]


def _types(node: dict[str, Any]) -> list[Any]:
    types = node.get("@type")
    return types if isinstance(types, list) else [types]


def _first(nodes: list[dict[str, Any]], key: str) -> str | None:
    values = (node.get(key) for node in nodes)
    return next((v for v in values if isinstance(v, str) and v.strip()), None)


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """The names in an author or publisher: a text, an object with a name, a reference to one, or a list of these."""
    names = []
    for item in value[:20] if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("name") or by_id.get(str(item.get("@id")), {}).get("name")
        if isinstance(item, list):
            item = item[0] if item else None
        if isinstance(item, str) and item.strip():
            names.append(item)
    return tuple(names)
