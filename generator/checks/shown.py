"""Promises 1 and 7 on the pages as they are rendered: the words of a quote are its source's, and only a report's words
stand as a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Problem
from ..model import Analysis, SiteContent
from ..text.escape import LONGEST, clean
from ..text.quotation import bare
from .quotes import every_quote, short
from .seen import QUOTED, Seen

_OWN_PAGE = re.compile(r"sources/(?P<id>[^/]+)(?:/part-\d+)?\.md")


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

    def problems(self, page: Seen) -> Iterator[Problem]:
        """Problems of what `page` shows."""
        where = f"docs/{page.path}"
        for span in page.spans:
            if span.quote is None:
                continue
            if bare(span.words) not in self._words.get(span.quote, ()):
                yield Problem(
                    where, f"promise 1: shows other words than those of the quote {span.quote}: {short(span.words)}"
                )
            elif span.kind == QUOTED and span.quote in self._of_digests:
                yield Problem(where, f"promise 7: puts a digest in quotation marks: {short(span.words)}")
        for number in page.numbers:
            if number.words is not None and bare(number.words) not in self._words.get(number.quote or "", ()):
                message = f"promise 1: a number shows other words than those of its quote: {short(number.words)}"
                yield Problem(where, message)
        own = _OWN_PAGE.fullmatch(page.path)
        if own and own["id"] in self._sources:
            yield from _own_words(where, self._sources[own["id"]], page)


def _own_words(where: str, source: Analysis, page: Seen) -> Iterator[Problem]:
    """Problems of what the page of one source quotes."""
    digest = source.article.metadata.is_digest
    whole, last = "\n".join(clean(p.text, len(p.text)) for p in source.article.paragraphs), 0
    for words in (span.words for span in page.spans if span.kind == QUOTED):
        held = words.removesuffix("…") if len(words) >= LONGEST else words
        at = whole.find(held, last)  # most stand in the order of the text: no search from its start for each
        at = whole.find(held) if at < 0 else at
        if at < 0:
            yield Problem(where, f"promise 1: shows words that {source.article.path} does not hold: {short(words)}")
        elif digest:
            yield Problem(where, f"promise 7: puts a digest in quotation marks: {short(words)}")
        last = max(at, 0)
