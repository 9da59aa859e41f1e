"""Promises 1 and 7 on the pages as they are rendered: the words of a quote are its source's, and only a report's words
stand as a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from ..errors import Problem
from ..model import Analysis, SiteContent
from ..text.escape import LONGEST, clean
from ..text.quotation import bare
from .quotes import every_quote, short

_QUOTED = "quoted"  # what stands between quotation marks; no <q>, to which readers would add marks of their own
_OWN_PAGE = re.compile(r"sources/(?P<id>[^/]+)\.md")


class Shown:
    """What the pages of `brief` may show as a source's words."""

    def __init__(self, brief: SiteContent) -> None:
        self._sources = {a.article.id: a for a in brief.analyses}
        self._words: dict[str, set[str]] = {}
        self._of_digests: set[str] = set()
        for _, quote in every_quote(brief):
            self._words.setdefault(quote.id, set()).add(bare(clean(quote.text)))
            source = self._sources.get(quote.source)
            if source and source.article.metadata.is_digest:
                self._of_digests.add(quote.id)

    def problems(self, path: str, tree: html.HtmlElement) -> Iterator[Problem]:
        """Problems of the page at `path` of docs/, rendered as `tree`."""
        where = f"docs/{path}"
        for element in tree.iter("span"):
            id = element.get("data-quote")
            if id is None:
                continue
            words = _words(element)
            if bare(words) not in self._words.get(id, ()):
                yield Problem(where, f"promise 1: shows other words than those of the quote {id}: {short(words)}")
            elif element.get("class") == _QUOTED and id in self._of_digests:
                yield Problem(where, f"promise 7: puts a digest in quotation marks: {short(words)}")
        for number in tree.xpath("//a[@data-text]"):
            words = " ".join(number.get("data-text").split())
            if bare(words) not in self._words.get(number.get("data-q") or "", ()):
                yield Problem(where, f"promise 1: a number shows other words than those of its quote: {short(words)}")
        own = _OWN_PAGE.fullmatch(path)
        if own and own["id"] in self._sources:
            yield from _own_words(where, self._sources[own["id"]], tree)


def _own_words(where: str, source: Analysis, tree: html.HtmlElement) -> Iterator[Problem]:
    """Problems of what the page of one source quotes."""
    digest = source.article.metadata.is_digest
    whole, last = "\n".join(clean(p.text, len(p.text)) for p in source.article.paragraphs), 0
    for element in tree.xpath(f"//span[@class='{_QUOTED}']"):
        words = _words(element)
        held = words.removesuffix("…") if len(words) >= LONGEST else words
        at = whole.find(held, last)  # most stand in the order of the text: no search from its start for each
        at = whole.find(held) if at < 0 else at
        if at < 0:
            yield Problem(where, f"promise 1: shows words that {source.article.path} does not hold: {short(words)}")
        elif digest:
            yield Problem(where, f"promise 7: puts a digest in quotation marks: {short(words)}")
        last = max(at, 0)


def _words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
