"""Promise 1 and the words of editors: they are shown as the editors', never as a source's, and what they put between
quotation marks stands word for word in a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..config import Config
from ..errors import Problem
from ..model import Correction, Note, OwnLine, SiteContent, Slip
from ..text.escape import clean
from .quotes import short
from .seen import Seen

_MARKED = re.compile(r"“([^“”]+)”|„([^„“]+)“|«([^«»]+)»|\"([^\"]+)\"")
_FEWEST = 3  # words: fewer are a word that is spoken of, no quotation


def check_editorial(brief: SiteContent, config: Config) -> Iterator[Problem]:
    """Problems of what editors quote: it stands in a source, and is no longer than a quote may be."""
    for row in brief.editorial.in_force:
        for words in (words for text in _own(row.correction) for words in _quoted(text)):
            signed, long = row.correction.signed, len(words.split())
            if not _said(words, brief):
                yield Problem(
                    signed.where,
                    f"promise 1: stands between quotation marks and in no source: {short(words)}",
                    line=signed.line,
                    hint="quote word for word, or leave the quotation marks out",
                )
            elif long > config.quotes.max_words and not config.publish_full_text:
                limit = f"a quote of {long} words, where quotes.max_words is {config.quotes.max_words}"
                yield Problem(signed.where, f"{limit}: {short(words)}", line=signed.line)


class EditorsWords:
    """What the pages of `brief` may show as an editor's."""

    def __init__(self, brief: SiteContent) -> None:
        self._words: dict[str, set[str]] = {
            row.id: {clean(text) for text in _shown(row.correction)} for row in brief.editorial.in_force
        }
        self._words |= {f"w-{one.id}": {clean(one.because or "")} for one in brief.editorial.withdrawn}

    def problems(self, page: Seen) -> Iterator[Problem]:
        """Problems of what `page` shows as an editor's."""
        where = f"docs/{page.path}"
        for one in page.editors:
            if not one.apart:
                yield Problem(where, f"promise 1: shows an editor's words as a source's: {short(one.words)}")
            elif one.words not in self._words.get(one.correction, ()):
                told = f"promise 1: shows other words than those of the correction {one.correction}"
                yield Problem(where, f"{told}: {short(one.words)}")


def _own(one: Correction) -> tuple[str, ...]:
    """What an editor writes to be read on a topic's page."""
    if isinstance(one, OwnLine | Note):
        return (one.text,)
    return (one.meant,) if isinstance(one, Slip) else ()


def _shown(one: Correction) -> tuple[str, ...]:
    """All words of an editor's that pages show."""
    return (*_own(one), one.signed.because)


def _quoted(text: str) -> Iterator[str]:
    for found in _MARKED.finditer(text):
        words = next(group for group in found.groups() if group)
        if len(words.split()) >= _FEWEST:
            yield words.strip(" .,;…")


def _said(words: str, brief: SiteContent) -> bool:
    wanted = " ".join(words.split())
    return any(wanted in " ".join(p.text.split()) for a in brief.analyses for p in a.article.paragraphs)
