"""Pages that list other pages: a row of teasers, each with a headline that leads elsewhere and a few words under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from lxml import etree
from lxml.html import HtmlElement

from ...model import Paragraph
from ..written_date import without_dates
from .blocks import HtmlBlock, key_of
from .jsonld import article_nodes

LIST = "a list of teasers, not an article"
_FEWEST = 3  # teasers of a list
_LONGEST, _SHORT = 75, 32  # words of a teaser beside its headline, and of one that shows by its length what it is
_SHARE, _TOLD = 0.7, 0.5  # of the words taken for an article that teasers hold; of the teasers that show what they are
_FEWEST_LETTERS = 12  # of a headline
_BELOW = 5  # blocks of a teaser beside its headline
_MORE = re.compile(
    r"(\.\.\.|…|\[…\]|»|›|→|\b(read|learn|see) more|\bcontinue reading|\bfull story|\bweiterlesen|\bmehr( lesen)?|"
    r"\blire (la suite|plus)|\ble[ei]r m[aá]i?s|\bleggi (tutto|di più)|\blees (meer|verder)|"
    r"\bläs mer|続きを読む|もっと見る)\W*$",
    re.IGNORECASE,
)
_CARD = ("article", "li", "tr")


@dataclass(frozen=True, slots=True)
class _Teaser:
    """A headline, where it leads, and what stands under it; `below` counts the words of that."""

    href: str
    head: HtmlBlock
    body: tuple[HtmlBlock, ...]

    @property
    def below(self) -> int:
        return sum(len(block.text.split()) for block in self.body)

    def words(self, kept: frozenset[str]) -> int:
        """How many of its words are among those taken for an article."""
        return sum(len(block.text.split()) for block in (self.head, *self.body) if block.key in kept)

    def is_told(self, on_a_list: bool) -> bool:
        """Whether it shows that it is a teaser: by a date, an open end, its own box, or, `on_a_list`, its shortness."""
        shown = any(_MORE.search(block.text) or _is_date(block.text) for block in self.body)
        around = (self.head.element, *self.head.element.iterancestors())
        return shown or (on_a_list and self.below <= _SHORT) or any(element.tag in _CARD for element in around)


def is_list(tree: HtmlElement, blocks: Sequence[HtmlBlock], paragraphs: Sequence[Paragraph], url: str | None) -> bool:
    """Whether a page is a list of teasers: they hold most of the words that were taken for an article. A page that says
    that it is an article is none."""
    said = _said(tree)
    if said == "article":
        return False
    kept = _kept(blocks, paragraphs)
    teasers = [t for t in _teasers(blocks, url or "") if 0 < t.below <= _LONGEST and t.words(kept)]
    told = sum(teaser.is_told(said == "list") for teaser in teasers)
    if len({teaser.href for teaser in teasers}) < _FEWEST or told < _TOLD * len(teasers):
        return False
    words = sum(len(p.text.split()) for p in paragraphs)
    return sum(teaser.words(kept) for teaser in teasers) >= _SHARE * max(1, words)


def _kept(blocks: Sequence[HtmlBlock], paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The keys of the blocks that were taken for an article."""
    text = "\n".join(key_of(p.text) for p in paragraphs)
    return frozenset(block.key for block in blocks if block.key and block.key in text)


def _said(tree: HtmlElement) -> str | None:
    """What a page says of itself: that it is an article, or a list."""
    said = {(e.get("property") or e.get("name") or "").lower(): (e.get("content") or "") for e in tree.iter("meta")}
    kind = said.get("og:type", "").lower()
    articles = {str(node.get("headline")) for node in article_nodes(tree)}
    if kind == "article" or "article:published_time" in said or 0 < len(articles) < _FEWEST:
        return "article"
    return "list" if kind in ("website", "blog") or articles else None


def _teasers(blocks: Sequence[HtmlBlock], url: str) -> Iterator[_Teaser]:
    """Each headline that leads to another page, with the few words after it, up to the next."""
    links = [_leads_to(block, url) for block in blocks]
    heads = _headlines(blocks, links)
    for n, following in zip(heads, [*heads[1:], len(blocks)], strict=False):
        body = [
            b
            for b, href in zip(blocks[n + 1 : following], links[n + 1 : following], strict=True)
            if _is_body(b, href, links[n])
        ]
        yield _Teaser(links[n] or "", blocks[n], tuple(body[:_BELOW]))


def _headlines(blocks: Sequence[HtmlBlock], links: Sequence[str | None]) -> list[int]:
    """The places of blocks that lead elsewhere, the first of those that lead to one page."""
    heads: list[int] = []
    for n, block in enumerate(blocks):
        if links[n] and len(block.key) >= _FEWEST_LETTERS and not (heads and links[heads[-1]] == links[n]):
            heads.append(n)
    return heads


def _is_body(block: HtmlBlock, href: str | None, lead: str | None) -> bool:
    """Whether a block after a headline can be a teaser's own: no heading, and no link to yet another page."""
    return not block.heading and href in (None, lead)


def _is_date(text: str) -> bool:
    """Whether a short block is little more than a date."""
    return len(text) <= 60 and len(without_dates(text)) < len(text) - 6


def _leads_to(block: HtmlBlock, url: str) -> str | None:
    """The address of another page to which the whole of a block leads."""
    link = _link_of(block)
    href = "" if link is None else (link.get("href") or "").strip()
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
        return None
    try:
        whole = urldefrag(urljoin(url, href))[0]
    except ValueError:
        return None
    return whole if whole != urldefrag(url)[0] else None


def _link_of(block: HtmlBlock) -> etree._Element | None:
    """The link around a block, or the one in it that holds all of its text."""
    around = next((e for e in (block.element, *block.element.iterancestors()) if e.tag == "a"), None)
    inner = (e for e in block.element.iter("a") if key_of("".join(map(str, e.itertext()))) == block.key)
    return around if around is not None else next(inner, None)
