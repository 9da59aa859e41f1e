"""What the rules of a stylesheet can match: the tags, classes, ids and attribute values of the built pages, and every
word of the scripts, which may set any of them later."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

_WORD = re.compile(r"[A-Za-z_][\w-]*")
# Of a script, what stands between quotes: names of one letter are variables elsewhere. Looked for at every quote, since
# a quote in a regular expression would turn strings and code around.
_QUOTED = re.compile(r"(?=[\"'`]([\w .#:>+~*,=()\[\]-]{1,120})[\"'`])")
_TAG = re.compile(r"<([a-z][\w-]*)")
_COMPOUND = re.compile(r"[A-Za-z]\w*[-_][\w-]*")
_FEATURE = re.compile(r'"([a-z]+(?:\.[a-z]+)+)"')
# In a script, `md-tag--${kind}` or "language-" is the beginning of a name that is put together at run time.
_BEGINNING = re.compile(r"([A-Za-z_][\w-]*[-_])(?:\$\{|[\"'`])")
_PROPERTY = re.compile(r"--[A-Za-z_][\w-]*")

# Parts that the theme's script makes only where a page asks for them, by the beginning of their class, and what asks: a
# class, a component or a feature of the theme.
MADE_FOR = {
    "footnote": ("footnote", "footnote-ref"),
    "md-annotation": ("annotate", "content.code.annotate"),
    "md-code__button": ("copy", "select", "content.code.copy", "content.code.select"),
    "md-code__nav": ("copy", "select", "content.code.copy", "content.code.select"),
    "md-source": ("md-source",),
    "md-status": ("md-status",),
    "md-tooltip": (
        "annotate",
        "data-preview",
        "content.code.annotate",
        "content.footnote.tooltips",
        "content.tooltips",
        "navigation.instant.preview",
    ),
    "md-version": ("outdated",),
    "tabbed-": ("tabbed-set",),
}


@dataclass(frozen=True, slots=True)
class Used:
    """What some page has or may come to have: `names` are classes, ids, components and features of the theme, `values`
    (attribute, value) pairs in small letters, `properties` the custom properties that something other than the
    stylesheet in question names."""

    tags: frozenset[str]
    names: frozenset[str]
    values: frozenset[tuple[str, str]]
    scripts: frozenset[str]
    beginnings: tuple[str, ...]
    properties: frozenset[str]

    def tag(self, name: str) -> bool:
        return name.lower() in self.tags or name in self.scripts

    def name(self, name: str) -> bool:
        """Whether `name` may be a class or an id."""
        return name in self.names or self._scripted(name)

    def value(self, attribute: str, value: str) -> bool:
        """Whether an attribute may have just this value."""
        if (attribute.lower(), value.lower()) in self.values:
            return True
        return attribute.lower() != "dir" and self._scripted(value)  # scripts read the direction, none sets it

    def _scripted(self, name: str) -> bool:
        for beginning, askers in MADE_FOR.items():
            if name.startswith(beginning):
                return not self.names.isdisjoint(askers)
        return name in self.scripts or name.startswith(self.beginnings)


def collect(pages: Iterable[str], scripts: Iterable[str], sheets: Iterable[str], attributes: frozenset[str]) -> Used:
    """Everything that selectors may ask for. `pages` are whole HTML pages, `scripts` the texts of all script files,
    `sheets` the stylesheets beside the one in question, `attributes` those whose values its selectors compare."""
    tags: set[str] = set()
    names: set[str] = set()
    values: set[tuple[str, str]] = set()
    inline: set[str] = set()  # most pages carry the same few
    words: set[str] = set()
    beginnings: set[str] = set()
    properties: set[str] = set()
    for page in pages:
        properties.update(_PROPERTY.findall(page))
        tree = _parsed(page)
        tags.update(_TAG.findall(page.lower()))
        for value in tree.xpath("//@class | //@id | //@data-md-component"):
            names.update(value.split())
        if tree.xpath("//@data-preview"):
            names.add("data-preview")
        for attribute in attributes:
            values.update((attribute, value.lower()) for value in tree.xpath(f"//@{attribute}"))
        inline.update(tree.xpath("//script[not(@type='application/ld+json')]/text()"))
    for script in (*inline, *scripts):
        words.update(_words(script))
        names.update(_FEATURE.findall(script) if script in inline else ())
        beginnings.update(_BEGINNING.findall(script))
        properties.update(_PROPERTY.findall(script))
    for sheet in sheets:
        properties.update(_PROPERTY.findall(sheet))
    return Used(
        tags=frozenset(tags),
        names=frozenset(names),
        values=frozenset(values),
        scripts=frozenset(words),
        beginnings=tuple(sorted(beginnings)),
        properties=frozenset(properties),
    )


def _parsed(page: str) -> Any:
    """The page as a tree; an empty one where it is no page at all."""
    try:
        tree = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        tree = None
    return etree.Element("html") if tree is None else tree


def _words(script: str) -> set[str]:
    """Every word of a script that may be a name in a page."""
    quoted = {word for text in _QUOTED.findall(script) for word in _WORD.findall(text)}
    return quoted.union(_COMPOUND.findall(script), _TAG.findall(script))
