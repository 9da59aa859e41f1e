"""What an HTML page says about itself: title without the site's name, author, publisher, date, address, language."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from ...model import Metadata
from ...text.language_tags import language_code
from ..web import address
from .author import find_author
from .blocks import HtmlBlock, key_of, spaced_text
from .jsonld import Stated, stated
from .published import around_title, published
from .title import choose_title, tidy

_SITE = ("og:site_name", "application-name", "publisher", "citation_journal_title", "dc.publisher", "al:ios:app_name")
_TITLES = ("og:title", "citation_title", "dc.title", "twitter:title", "parsely-title", "headline")
_LONGEST_TITLE = 300


def metadata(tree: HtmlElement, blocks: list[HtmlBlock]) -> Metadata:
    """The metadata of the page in `tree`, whose blocks are given. A date is given only where the page states it."""
    meta = _meta(tree)
    json_ld = stated(tree)
    url = _address(tree, meta)
    hosts = tuple(_host_names(url))
    site = next((tidy(meta[name][0]) for name in _SITE if name in meta), None) or json_ld.publisher
    sites = [*filter(None, (site, json_ld.publisher)), *hosts]
    title = choose_title([spaced_text(h) for h in tree.iter("h1")], _titles(tree, meta, json_ld), sites)
    near = around_title(blocks, key_of(title or ""))
    date, how = published(tree, {k: v[0] for k, v in meta.items()}, json_ld, near, url)
    return Metadata(
        title=title[:_LONGEST_TITLE] if title else None,
        author=find_author(tree, meta, json_ld.authors, near, blocks, sites),
        publisher=tidy(site) if site else next(iter(hosts), None),
        published=date,
        published_from=how,
        url=url,
        language=_language(tree, meta, json_ld.language),
    )


def _titles(tree: HtmlElement, meta: dict[str, list[str]], json_ld: Stated) -> list[str]:
    """What the page states for its title, best first."""
    texts = (json_ld.headline, *(meta[name][0] for name in _TITLES if name in meta), tree.findtext(".//title"))
    return [text for text in texts if text and text.strip()]


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by their lower-case name, property or itemprop."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if content and name:
            found.setdefault(name.strip().lower(), []).append(content[:2000])
    return found


def _address(tree: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    """The canonical address, or else og:url, where it is a whole http(s) address."""
    links = (e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    for text in (*links, *meta.get("og:url", ()), *meta.get("twitter:url", ())):
        if url := address(text or ""):
            return url
    return None


def _host_names(url: str | None) -> Iterator[str]:
    """The host without `www.`, and its labels that may be the site's name."""
    host = (urlsplit(url).hostname or "") if url else ""
    host = host.removeprefix("www.")
    if host:
        yield host
        yield from (label for label in host.split(".")[:-1] if len(label) > 3)


def _language(tree: HtmlElement, meta: dict[str, list[str]], json_ld: str | None) -> str | None:
    """The ISO 639 code that the page declares. Few pages declare a wrong one, and the text decides where one does."""
    root = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    for text in (root, *meta.get("og:locale", ()), *meta.get("content-language", ()), json_ld):
        if code := language_code(text):
            return code
    return None
