"""Who wrote a page: the names it states, cleaned of everything in a byline that is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from lxml.html import HtmlElement

from .blocks import HtmlBlock, key_of
from .title import tidy

_META = (
    "author", "citation_author", "dc.creator", "dcterms.creator", "dc:creator", "parsely-author", "article:author",
    "sailthru.author", "byl", "article:author_name", "authors", "creator", "twitter:creator:name", "cxenseparse:author",
)  # fmt: skip
_BY = re.compile(
    r"^\W*(?:(?:article |story |post |words |text )?(?:written|posted|published|reviewed|edited|created)? ?by|"
    r"authors?|written by|por|par|von)\b[:\s]+",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s+(?:[|•·⋅–—]|-|on|in|updated|published|posted|last|reviewed|follow|photo)\s.*|\s*[|•·⋅(/].*|"
    r",? (?:[a-z]{3,9}\.? )?[0-9].*|"
    r",? +(?:(?:senior|chief|staff|contributing|associate|managing) )*(?:editor|writer|reporter|correspondent|"
    r"contributor|journalist|ph\.?d|m\.?d|founder|co-founder|ceo|guest)\b.*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|\b(posts?|articles?|view|more|all|about|share|comments?|read|min|privacy|conditions|terms|"
    r"subscribe|newsletter|follow|ago|home|menu|the author|written|bio|contact|updated|published|"
    r"january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|"
    r"dec)\b|©",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w'’.-]*|de|da|di|van|von|der|den|del|la|le|bin|al|el|y|and|&)", re.UNICODE)
_MARKED = re.compile(
    r"\b(author|byline|by-line|writer|contributor)s?\b|author[-_]?name|post[-_]author|entry[-_]author", re.I
)
_LONGEST, _MOST, _MOST_TEXT = 100, 6, 400


def find_author(
    tree: HtmlElement,
    meta: dict[str, list[str]],
    json_ld: tuple[str, ...],
    near: list[HtmlBlock],
    blocks: list[HtmlBlock],
    sites: Iterable[str],
) -> str | None:
    """The authors, parted by "; ", from the page's own statement, its marked byline, or a line "By …" near the title.
    The site's own name stands only where nothing else does."""
    site_keys = frozenset(map(key_of, sites))
    fallback = None
    for names in _candidates(tree, meta, json_ld, near, blocks):
        if all(key_of(name) in site_keys for name in names):
            fallback = fallback or names
        else:
            return "; ".join(names)
    return "; ".join(fallback) if fallback else None


def _candidates(
    tree: HtmlElement,
    meta: dict[str, list[str]],
    json_ld: tuple[str, ...],
    near: list[HtmlBlock],
    blocks: list[HtmlBlock],
) -> Iterator[tuple[str, ...]]:
    stated = map(_clean, (json_ld, *(meta.get(key, ()) for key in _META)))
    lines = chain(_bylines(near, fewest=1), _bylines(blocks, fewest=2))  # away from the title one word is no name
    return filter(None, chain(stated, _marked_names(tree), lines))


def _marked_names(tree: HtmlElement) -> Iterator[tuple[str, ...]]:
    """The names in elements that are marked as an author's."""
    for element in tree.iter("a", "span", "div", "p", "address", "cite", "h2", "h3", "h4", "h5", "li", "strong"):
        if _is_marked(element):
            text = tidy(" ".join(element.itertext()))
            if len(text) <= _LONGEST and all(map(_looks_like_name, names := _clean([text]))):
                yield names


def _bylines(blocks: list[HtmlBlock], fewest: int) -> Iterator[tuple[str, ...]]:
    """The names of lines "By …", each of so many words at least."""
    for block in blocks:
        if len(block.text) <= _LONGEST and _BY.match(block.text):
            names = _clean([block.text])
            if all(_looks_like_name(name) and len(name.split()) >= fewest for name in names):
                yield names


def _is_marked(element: HtmlElement) -> bool:
    stated = " ".join(filter(None, map(element.get, ("rel", "itemprop", "class", "id"))))
    return len(stated) > 3 and bool(_MARKED.search(stated))


def _clean(texts: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for text in texts:
        text = _BY.sub("", tidy(text[:_MOST_TEXT])).strip(" ,;:@")
        for part in re.split(r"\s*;\s*|\s+(?:and|&)\s+(?=[A-Z])|,\s+(?:and\s+)?(?=[A-Z][\w.'-]+ [A-Z])", text):
            name = _END.sub("", f" {part}").strip(" ,;:.|-–—") if " " in part else part.strip(" ,;:.|-–—")
            if 1 < len(name) <= 60 and not _NO_NAME.search(name) and name.lower() not in map(str.lower, names):
                names.append(name)
    return tuple(names[:_MOST])


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 6 and all(_NAME.match(word) for word in words) and words[0][0].isupper()
