"""What every page needs to know of the whole brief: which source, fact and topic has which name and place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote as percent

from ..config import Config, Topic
from ..model import Analysis, Coverage, Difference, Fact, Quote, Sentence, SiteContent, Span, TopicContent
from ..text.escape import Inline, Link, attribute, inline, link, optional, own
from ..text.quotation import within
from ..text.room import Room, leading, newest
from . import weights
from .citations import Citation, CiteRow, Numbers
from .labels import Label, labels
from .places import Places
from .wording import Words, words_of

_FRAGMENT_WORDS = 5
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Chip:
    """A source's short name, leading to the very sentence."""

    label: Inline
    href: Link
    digest: int


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote on a page. `anchor` is its id where this is its first place on the page, else None; `text` is None where
    the limits keep its words back; `before` and `after` are 1 where its sentence goes on there."""

    id: Link
    anchor: Link | None
    text: Inline | None
    before: int
    after: int
    chip: Chip
    cite: Citation
    by: Inline | None
    paragraph: int
    original: Link | None


class Context:
    """Looks things up in a brief, and makes quotes and links as one page sees them. One for the whole rendering."""

    def __init__(self, brief: SiteContent, config: Config, room: Room = Room()) -> None:  # noqa: B008 - a value
        self.brief = brief
        self.config = config
        self.room = room
        self.words: Words = words_of(config.language, config.wording)
        self.analyses: dict[str, Analysis] = {a.article.id: a for a in brief.analyses}
        self.labels: dict[str, Label] = labels(brief.analyses, self.words)
        self.topics: dict[str, Topic] = {t.id: t for t in config.topics}
        self.briefings: dict[str, TopicContent] = {b.topic: b for b in brief.briefings}
        # A briefing may tell a fact in other words of its quotes; across topics, the fact's own words stand.
        self.facts: dict[str, Fact] = {f.id: f for b in brief.briefings for f in b.facts}
        self.facts.update({f.id: f for f in brief.facts.facts})
        self.differences: dict[str, Difference] = {d.id: d for d in brief.facts.differences}
        self.shown: dict[str, tuple[Span, ...]] = dict(brief.shown)
        self.copies: dict[str, str] = dict(brief.facts.copies)
        self.summaries: dict[str, tuple[Quote, ...]] = dict(brief.summaries)
        self.coverage: dict[str, list[Coverage]] = {}
        for covered in brief.topics.coverage:
            self.coverage.setdefault(covered.source, []).append(covered)
        self.titles: dict[str, Inline] = {t.id: inline(t.title) for t in config.topics}
        self.places = Places(brief, room, self.words, config.pages.sources)

    def sentence(self, quote: Quote) -> Sentence | None:
        """The sentence that a quote lies in."""
        sentences = self.analyses[quote.source].sentences
        return sentences[quote.sentence] if 0 <= quote.sentence < len(sentences) else None


class PageContext:
    """A context as seen from one page: links are relative to it, and each anchor is given out once."""

    def __init__(self, context: Context, path: str) -> None:
        self.all = context
        self.path = path
        self._folder = posixpath.dirname(path) or "."
        self.words = context.words
        self.numbers = Numbers()
        self._given: set[str] = set()

    def to(self, path: str, anchor: str = "") -> Link:
        """The link from this page to another page of docs/, or to an anchor."""
        fragment = f"#{anchor}" if anchor else ""
        if path == self.path:
            return own(fragment or posixpath.basename(path))
        return own(_relative(path, self._folder) + fragment)

    @property
    def own_topic(self) -> str:
        """The topic of which this is a page, "" where it is none of any."""
        folder, _, rest = self.path.removesuffix(".md").partition("/")
        return rest.partition("/")[0] if folder == "topics" else ""

    def topic(self, topic: str, anchor: str = "") -> Link:
        """The link to a topic, or to a statement or difference on the one of its pages that has it."""
        return self.to(self.all.places.topic(topic, anchor), anchor)

    def name(self, name: str) -> Link:
        """The link to a name, on the page that has it."""
        return self.to(self.all.places.name(name), name)

    def source(self, source: str, anchor: str = "") -> Link:
        """The link to a source, or to a sentence on the one of its pages that has it; to where it is listed, if it has
        no page."""
        places = self.all.places
        if not places.has_page(source):
            return self.to(*places.address(source))
        return self.to(places.source(source, anchor), anchor)

    def anchor(self, name: str) -> Link | None:
        """`name` as an id the first time that this page asks for it, else None."""
        if name in self._given:
            return None
        self._given.add(name)
        return own(name)

    def chip(self, source: str, anchor: str = "") -> Chip:
        label = self.all.labels[source]
        return Chip(inline(label.short), self.source(source, anchor), int(label.digest))

    def cite(self, quote: Quote, here: bool = True) -> Citation:
        """The number of a quote's source, with the way to its sentence if its words may be shown; `here` says that they
        stand on this page already, so that the citation need not carry them."""
        if not quote.shown:
            return self.numbers.cite(quote.source)
        sentence = self.all.sentence(quote)
        digest = self.all.labels[quote.source].digest
        text = None if here else attribute(quote.text if digest else within(quote.text))
        at = sentence.anchor if sentence and self._on_first(quote.source, sentence.anchor) else ""
        return self.numbers.cite(quote.source, quote.id, at, quote.paragraph, text)

    def _on_first(self, source: str, anchor: str) -> bool:
        """Whether a sentence stands on the page that the entry of its source leads to."""
        places = self.all.places
        return places.has_page(source) and places.source(source, anchor) == places.source(source)

    def row(
        self,
        quotes: Sequence[Quote],
        here: Collection[str] | None = None,
        room: int | None = None,
        entries: bool = False,
    ) -> CiteRow:
        """The numbers of the sources of `quotes`, one each, as many as there is `room` for, with their `entries` in the
        list at the foot where that is asked. `here` are the ids of those whose words stand on this page already, all
        where it is None."""
        sizes = [weights.cited([quote]) if here is not None and quote.id not in here else 0 for quote in quotes]
        if entries:
            sizes = [size + self.all.places.entries[quote.source] for size, quote in zip(sizes, quotes, strict=True)]
        most = self.all.room.one if room is None else room
        kept = leading(quotes[: self.all.room.numbers], sizes[: self.all.room.numbers], most)
        numbers = tuple(self.cite(quote, here=here is None or quote.id in here) for quote in kept)
        return CiteRow(numbers, self.more(len(quotes) - len(kept)))

    def row_of(self, sources: Sequence[str]) -> CiteRow:
        """The numbers of `sources`, those that came out last where they are too many."""
        kept = newest(sources, self.all.places.days, 4 * self.all.room.numbers)
        return CiteRow(tuple(map(self.numbers.cite, kept)), self.more(len(sources) - len(kept)))

    def more(self, number: int) -> Inline | None:
        """`and 12 more`, where so many are left out."""
        return self.words.inline("cited.more", number) if number else None

    def quote(self, quote: Quote, anchored: bool = True) -> QuoteView:
        sentence = self.all.sentence(quote)
        where = sentence.anchor if sentence and quote.shown else ""
        around = _around(quote, sentence) if sentence else ("", "")
        url = self.all.analyses[quote.source].article.metadata.url
        digest = self.all.labels[quote.source].digest
        return QuoteView(
            id=own(quote.id),
            anchor=self.anchor(quote.id) if anchored else None,
            text=inline(quote.text if digest else within(quote.text)) if quote.shown else None,
            before=int(bool(_WORD.search(around[0]))),
            after=int(bool(_WORD.search(around[1]))),
            chip=self.chip(quote.source, where),
            cite=replace(self.cite(quote), quote=None),  # its words stand right before it
            by=optional(quote.by),
            paragraph=quote.paragraph,
            original=None if digest or not quote.shown else text_fragment(url, quote.text),
        )


def _around(quote: Quote, sentence: Sentence) -> tuple[str, str]:
    """What the sentence says before and after the words quoted."""
    return sentence.text[: max(0, quote.start - sentence.start)], sentence.text[max(0, quote.end - sentence.start) :]


_relative = lru_cache(maxsize=10_000)(posixpath.relpath)  # a page of chips asks for the same few pages again and again


def text_fragment(url: str | None, text: str) -> Link | None:
    """The address of the very words on the publisher's page (https://wicg.github.io/scroll-to-text-fragment/)."""
    if not url or not link(url):
        return None
    words = re.sub(r"\s+", " ", text).strip().split(" ")
    if len(words) <= 2 * _FRAGMENT_WORDS:
        parts = [" ".join(words)]
    else:
        parts = [" ".join(words[:_FRAGMENT_WORDS]), " ".join(words[-_FRAGMENT_WORDS:])]
    wanted = ",".join(percent(part, safe="", errors="replace").replace("-", "%2D") for part in parts)
    return link(f"{url.split('#', 1)[0]}#:~:text={wanted}")
