"""Front matter as web clippers and reference managers write it (Obsidian Web Clipper, MarkDownload, Zotero): their keys
by ours, and the forms of their values."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..text.edtf import normal_date
from .written_date import edtf_day

_MEANT = {
    "url": "source link uri",
    "retrieved": "created clipped saved accessed accessdate access-date",
    "published": "date issued pubdate date_published date-published",
    "author": "authors byline creator creators",
    "publisher": "site site_name sitename website publication publicationtitle container-title journal",
    "language": "lang",
}
CLIPPED = {theirs: ours for ours, words in _MEANT.items() for theirs in words.split()}
"""Their keys, in lower case, by what says the same in ours."""

_SILENT = """
tags description excerpt summary keywords category categories aliases cssclass cssclasses type itemtype citekey
citationkey doi isbn issn image cover favicon domain words draft layout slug updated modified
"""
PASSED_OVER = frozenset(_SILENT.split())
"""Their keys, in lower case, that are known and say nothing that is needed here."""

_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_MOST_NAMES = 50
_DEEPEST = 4


def written_day(text: str) -> str | None:
    """The date that a tool wrote, as EDTF: "2024-05-01T10:22:33 (UTC +02:00)", "May 1, 2024"."""
    return normal_date(text) or edtf_day(text)


def without_brackets(name: str) -> str:
    """A name without the brackets that make it a link in a wiki."""
    return _WIKI_LINK.sub(r"\1", name).strip()


def leaves(node: yaml.Node, depth: int = 0) -> list[yaml.Node]:
    """What a list holds, and its lists hold (`[[Jane Doe]]` without quotation marks is a list in a list); a value that
    is no list as the one thing in it; null as nothing."""
    return list(_leaves(node, depth))[:_MOST_NAMES]


def _leaves(node: yaml.Node, depth: int) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode) and depth < _DEEPEST:
        for item in node.value:
            yield from _leaves(item, depth + 1)
    elif node.tag != "tag:yaml.org,2002:null":
        yield node
