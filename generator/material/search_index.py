"""Tunes the search that Material runs in a reader's browser, at both ends that it leaves open: what of a page goes into
the index, and how much each part of the index weighs.

How Material 9.8 ranks (its search worker, https://github.com/squidfunk/mkdocs-material): every word typed is looked up
as the beginning of words, unstemmed. A section scores the sum over words and fields of rarity x frequency x weight of
the field x weight of the section, whatever its length; that is multiplied by 1 + (share of the words found, and one
more for the head of a page) squared. The best section places its page. By default a title weighs 1,000 times as much
as text and a tag 1,000,000 times, so that "ban" finds Bangkok before it finds a ban; here no field outweighs a section
that holds all words.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

from ..config import Config

INDEX = "search/search_index.json"

# Links to evidence name the same few sources in every section, and counts are the same words everywhere: noise in
# search, though not on the page.
_NOISE = re.compile(
    r'<(a|p) (?=[^<>]*\bclass="(?:chip|cite|support|differs|back|pin|original|headerlink|counts|reliance|evidence'
    r'|corrected|signed)")'
)
_OUT = r'<\1 data-search-exclude="evidence" '

_FIELDS = {"title": {"boost": 3.0}, "text": {"boost": 1.0}, "tags": {"boost": 3.0}, "terms": {"boost": 8.0}}
_SECTIONS = {"bottom-line": 2.0}
_PLACE = re.compile(r"(?:^|/)index\.html$|\.html$|/$")


def hush(content: str) -> str:
    """A page's content with the links to its evidence marked as out of search; Material takes the marks off again."""
    return _NOISE.sub(_OUT, content)


def tune(index: str, config: Config) -> str:
    """Material's search index with other weights: titles, the words that define a topic and bottom lines weigh more
    than text. Tags stand on a page's head alone. What is no index of Material's comes back as it is."""
    try:
        found = json.loads(index)
        fields, entries = found["config"]["fields"], found["docs"]
    except (ValueError, KeyError, TypeError):
        return index
    fields.clear()
    fields.update(_FIELDS)
    terms = {f"topics/{topic.id}": [html.escape(t, quote=False) for t in topic.terms] for topic in config.topics}
    for entry in entries:
        _weigh(entry, terms)
    return json.dumps(found, separators=(",", ":"))


def _weigh(entry: dict[str, Any], terms: dict[str, list[str]]) -> None:
    page, _, section = entry["location"].partition("#")
    if section:
        entry.pop("tags", None)
        if section in _SECTIONS:
            entry["boost"] = entry.get("boost", 1) * _SECTIONS[section]
    elif words := terms.get(_PLACE.sub("", page)):
        entry["terms"] = words
