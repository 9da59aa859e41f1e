"""The finished pages: each is rendered with Markdown as MkDocs will, and held against what it may contain."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

import markdown
from lxml import etree, html

from ..errors import Problem
from ..model import Page, Site
from ..remember import remembered
from .editors_words import EditorsWords
from .shown import Shown

EXTENSIONS = ("attr_list", "tables", "toc", "pymdownx.details", "pymdownx.superfences")
"""What mkdocs.yml enables, and nothing more: a test holds the two together."""

_ACTIVE = frozenset(
    {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "button",
        "meta",
        "link",
        "base",
        "svg",
        "math",
        "template",
        "textarea",
        "frame",
        "audio",
        "video",
    }
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as readers get it: its element tree, the ids in it, and where it links to."""

    path: str
    tree: html.HtmlElement
    ids: tuple[str, ...]
    links: tuple[str, ...]


def check_pages(site: Site) -> Iterator[Problem]:
    """Problems of words that are not their source's, links that lead nowhere, ids used twice, and markup that no
    template of ours wrote."""
    rendered = [render(page) for page in site.pages]
    anchors = {page.path: frozenset(page.ids) for page in rendered}
    shown, editors = Shown(site.brief), EditorsWords(site.brief)
    for page in rendered:
        yield from shown.problems(page.path, page.tree)
        yield from editors.problems(page.path, page.tree)
        yield from _markup(page)
        yield from _ids(page)
        yield from _links(page, anchors)
        yield from _cited(page, anchors)


@remembered
def render(page: Page) -> Rendered:
    """`page` rendered as MkDocs will."""
    body = page.text.split("\n---\n", 1)[-1] if page.text.startswith("---\n") else page.text
    made = _maker().reset().convert(body)
    tree = html.fromstring(f"<div>{made}</div>")
    return Rendered(page.path, tree, _values(tree, "//@id"), _values(tree, "//a/@href"))


@cache
def _maker() -> markdown.Markdown:
    """Markdown with the extensions that MkDocs uses; one is good for any number of pages."""
    return markdown.Markdown(extensions=list(EXTENSIONS))


def _values(tree: html.HtmlElement, path: str) -> tuple[str, ...]:
    found = tree.xpath(path)
    return tuple(str(value) for value in found) if isinstance(found, list) else ()


def _cited(page: Rendered, anchors: dict[str, frozenset[str]]) -> Iterator[Problem]:
    """Numbers of sources whose way to the very sentence, which a script opens, leads nowhere."""
    numbers = page.tree.xpath("//a[@data-s]")
    leading = _leading(page) if numbers else {}
    for number in numbers:
        entry = leading.get(number.get("href", "").removeprefix("#"))
        target = _target(page.path, entry) if entry is not None else ""
        if number.get("data-s") not in anchors.get(target, ()):
            yield Problem(
                f"docs/{page.path}",
                f"promise 1: a number leads to a sentence that is not there: {number.get('data-s')}",
            )


def _leading(page: Rendered) -> dict[str, str]:
    """Where the first link within each element with an id leads, by the id: asked once a page, and not once a number,
    of which a long page has thousands."""
    leading: dict[str, str] = {}
    for element in page.tree.iter(etree.Element):
        id = element.get("id")
        first = next(element.iterdescendants("a"), None) if id is not None and id not in leading else None
        if first is not None and first.get("href") is not None:
            leading[id] = first.get("href")
    return leading


def _target(path: str, link: str) -> str:
    """The page of docs/ to which a link of the page at `path` leads."""
    to = unquote(urlsplit(link).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path


def _markup(page: Rendered) -> Iterator[Problem]:
    for element in page.tree.iter(etree.Element):
        tag = str(element.tag)
        if tag in _ACTIVE:
            yield Problem(f"docs/{page.path}", f"an element that may not be on a page: <{tag}>")
        for name in element.attrib:
            if str(name).startswith("on") or str(name) in ("style", "srcdoc", "formaction"):
                yield Problem(f"docs/{page.path}", f"an attribute that may not be on a page: {name} of <{tag}>")
        source = str(element.get("src") or "")
        if urlsplit(source).scheme or source.startswith("//"):
            yield Problem(f"docs/{page.path}", f"loads from elsewhere: {source[:80]}")


def _ids(page: Rendered) -> Iterator[Problem]:
    for one in sorted(id for id, times in Counter(page.ids).items() if times > 1):
        yield Problem(f"docs/{page.path}", f"two elements with the id {one!r}")


def _links(page: Rendered, anchors: dict[str, frozenset[str]]) -> Iterator[Problem]:
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme in ("http", "https"):
            continue
        if parts.scheme or parts.netloc:
            yield Problem(f"docs/{page.path}", f"a link that is not http(s): {link[:80]}")
            continue
        target = _target(page.path, link)
        if not target.endswith(".md"):
            continue  # an asset of the site: MkDocs and the audit follow those
        if target not in anchors:
            yield Problem(f"docs/{page.path}", f"promise 1: leads to a page that is not there: {link[:80]}")
        elif parts.fragment and parts.fragment not in anchors[target]:
            yield Problem(f"docs/{page.path}", f"promise 1: leads to an anchor that is not there: {link[:80]}")
