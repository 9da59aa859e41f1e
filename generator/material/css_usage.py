"""What the rules of a stylesheet can match: the tags, classes, ids and attribute values of the built pages, and every
word of the scripts, which may set any of them later."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

_WORD = re.compile(r"[A-Za-z_][\w-]*")
# Of a script, what stands between quotes: names elsewhere are variables. Looked for at every quote, since a quote in a
# regular expression would turn strings and code around. One or two letters are keys of the keyboard, but for `js`.
_QUOTED = re.compile(r"(?=[\"'`]([\w .#:>+~*,=()\[\]-]{1,120})[\"'`])")
_TAG = re.compile(r"<([a-z][\w-]*)")
_ATTRIBUTE = re.compile(r"[\s\"']([a-z][\w-]*)(?=[\s=/>])")  # and other words: more is safe
_COMPOUND = re.compile(r"[A-Za-z]\w*[-_][\w-]*")
_FEATURE = re.compile(r'"([a-z]+(?:\.[a-z]+)+)"')
# In a script, `md-tag--${kind}` or "language-" is the beginning of a name that is put together at run time.
_BEGINNING = re.compile(r"([A-Za-z_][\w-]*[-_])(?:\$\{|[\"'`])")
_NAMING = frozenset({"class", "id", "data-md-component"})
_PROPERTY = re.compile(r"--[A-Za-z_][\w-]*")

# Parts that the theme's script makes only where a page asks for them, by the beginning of their class or property, and
# what asks: a class, a component or a feature of the theme.
MADE_FOR = {
    "footnote": ("footnote", "footnote-ref"),
    "--md-mermaid-": ("mermaid",),
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
    stylesheet in question names. `tags` and `attributes` are in small letters."""

    tags: frozenset[str]
    attributes: frozenset[str]
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

    def attribute(self, name: str) -> bool:
        return name.lower() in self.attributes or name in self.scripts

    def value(self, attribute: str, value: str, how: str = "=") -> bool:
        """Whether an attribute may have just this value, or one that begins (`how` "^=") or ends ("$=") with it."""
        attribute, value = attribute.lower(), value.lower()
        if how == "=":  # scripts read the direction, none sets it
            return (attribute, value) in self.values or (attribute != "dir" and self._scripted(value))
        fits = str.startswith if how == "^=" else str.endswith
        return any(name == attribute and fits(found, value) for name, found in self.values)

    def property(self, name: str) -> bool:
        """Whether something beside the stylesheet may name a custom property."""
        return name in self.properties and self._asked(name)

    def _scripted(self, name: str) -> bool:
        return (name in self.scripts or name.startswith(self.beginnings)) and self._asked(name)

    def _asked(self, name: str) -> bool:
        for beginning, askers in MADE_FOR.items():
            if name.startswith(beginning):
                return not self.names.isdisjoint(askers)
        return True


def collect(pages: Iterable[str], scripts: Iterable[str], sheets: Iterable[str], attributes: frozenset[str]) -> Used:
    """Everything that selectors may ask for. `pages` are whole HTML pages, `scripts` the texts of all script files,
    `sheets` the stylesheets beside the one in question, `attributes` those whose values its selectors compare."""
    tags: set[str] = set()
    attributes_there: set[str] = set()
    names: set[str] = set()
    values: set[tuple[str, str]] = set()
    inline: set[str] = set()  # most pages carry the same few
    words: set[str] = set()
    beginnings: set[str] = set()
    properties: set[str] = set()
    for page in pages:
        properties.update(_PROPERTY.findall(page))
        tree = _parsed(page)
        small = page.lower()
        tags.update(_TAG.findall(small))
        attributes_there.update(_ATTRIBUTE.findall(small))
        named, compared = _attributes(tree, attributes)
        names.update(named)
        values.update(compared)
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
        attributes=frozenset(attributes_there),
        names=frozenset(names),
        values=frozenset(values),
        scripts=frozenset(words),
        beginnings=tuple(sorted(beginnings)),
        properties=frozenset(properties),
    )


def _attributes(tree: Any, compared: frozenset[str]) -> tuple[set[str], set[tuple[str, str]]]:
    """The names that a page has or asks for, and the values of `compared` attributes in it. One walk over the page: a
    union in XPath holds each of its nodes against all others, which takes minutes on a long page."""
    names: set[str] = set()
    values: set[tuple[str, str]] = set()
    for element in tree.iter(etree.Element):
        for attribute, value in element.items():
            if attribute in _NAMING:
                names.update(value.split())
            elif attribute == "data-preview":
                names.add(attribute)
            if attribute in compared:
                values.add((attribute, value.lower()))
    return names, values


def _parsed(page: str) -> Any:
    """The page as a tree; an empty one where it is no page at all."""
    try:
        tree = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        tree = None
    return etree.Element("html") if tree is None else tree


def _words(script: str) -> set[str]:
    """Every word of a script that may be a name in a page."""
    quoted = {word for text in _QUOTED.findall(script) for word in _WORD.findall(text) if len(word) > 2 or word == "js"}
    return quoted.union(_COMPOUND.findall(script), _TAG.findall(script))
