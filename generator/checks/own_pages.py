"""Pages of docs/ that a person keeps, held against those that are generated: links that lead nowhere, long quotes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from lxml import html

from ..config import Config
from ..errors import Problem
from ..model import Page, Site
from ..text.counting import words_in
from ..text.quoting import quoted_freely
from .pages import seen
from .quotes import short
from .seen import rendered

_MARKED = re.compile(r'“([^“”]+)”|"([^"]+)"')


@dataclass(frozen=True, slots=True)
class _Link:
    """A link of an own page: as it is written, and the page and the anchor of docs/ that it leads to."""

    page: Page
    href: str
    target: str
    anchor: str


def dead_links(own: Sequence[Page], site: Site, there: frozenset[str]) -> tuple[Problem, ...]:
    """A problem for each page or anchor that is not there and that a link of an `own` page leads to, at the first such
    link. `there` are the paths of all pages of docs/ that stay. Anchors are looked for on generated pages only: what
    an extension of a person's own makes of a page is not known here."""
    generated = _generated(own, site)
    anchors = cache(lambda target: frozenset(seen(generated[target]).ids))
    dead: dict[tuple[str, str], list[_Link]] = {}
    for link in (link for page in own for link in _links(page)):
        if link.target not in there and link.target not in generated:
            dead.setdefault((link.target, ""), []).append(link)
        elif link.anchor and link.target in generated and link.anchor not in anchors(link.target):
            dead.setdefault((link.target, link.anchor), []).append(link)
    return tuple(_dead(links) for _, links in sorted(dead.items()))


def _generated(own: Sequence[Page], site: Site) -> dict[str, Page]:
    mine = {page.path for page in own}
    return {page.path: page for page in site.pages if page.path not in mine}


def _links(page: Page) -> Iterator[_Link]:
    for href in seen(page).links:
        parts = urlsplit(href)
        path = unquote(parts.path)
        if not (parts.scheme or parts.netloc or path.startswith("/")) and path.endswith(".md"):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
            yield _Link(page, href, target, unquote(parts.fragment))


def _dead(links: Sequence[_Link]) -> Problem:
    first = links[0]
    lines = first.page.text.split("\n")
    line = next((number for number, text in enumerate(lines, start=1) if first.href in text), None)
    what = f"an anchor that docs/{first.target} has not" if first.anchor else "a page that is not there"
    more = f" ({len(links)} links lead there)" if len(links) > 1 else ""
    where = f"docs/{first.page.path}"
    return Problem(where, f"leads to {what}: {first.href}{more}", line=line, hint="mend the link, or take it out")


def long_quotes(own: Sequence[Page], site: Site, config: Config) -> Iterator[Problem]:
    """Passages of reports on `own` pages that are longer than a quote may be."""
    most = config.quotes.max_words
    texts = _texts(site, config) if own else []
    for page in own:
        for quote in dict.fromkeys(_quotes(rendered(page))):
            words = words_in(quote)
            source = next((path for path, text in texts if quote in text), None) if words > most else None
            if source:
                message = f"quotes {words} words of {source}, where quotes.max_words is {most}: {short(quote)}"
                yield Problem(f"docs/{page.path}", message, level="warning")


def _texts(site: Site, config: Config) -> list[tuple[str, str]]:
    """The path and the words of each source for which the limits on quoting hold."""
    articles = [a.article for a in site.brief.analyses if not quoted_freely(a.article.metadata, config)]
    return [(a.path, " ".join(word for p in a.paragraphs for word in p.text.split())) for a in articles]


def _quotes(tree: html.HtmlElement) -> Iterator[str]:
    """What stands between quotation marks on a page, or in a block of its own."""
    found = [match[1] or match[2] for match in _MARKED.finditer(tree.text_content())]
    found += [element.text_content() for element in tree.iter("blockquote")]
    yield from (" ".join(text.strip(' “”"\n').split()) for text in found)
