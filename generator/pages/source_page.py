"""A source's page: each published sentence with an anchor of its own and where it is cited, then what the source is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model import Analysis, Coverage, Metadata, Page, Sentence, Span
from ..text.escape import Inline, Link, anchor, front, inline, link, optional, own, query
from .context import Context, PageContext
from .places import part_path
from .tags import Tag, searched, shown, source_tags
from .template import page as make
from .views.cited_at import CitedAtView, Citing, cited_at
from .views.newest import updated
from .views.part_views import PartGroup, grouped, part_link
from .views.pointers import Pointer
from .views.publisher_views import publisher_card
from .views.source_metadata import metadata_rows
from .wording import Words, sentence

_MANY = 8  # sentences, above which those that sum the source up are pointed to


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with the parts of it that may be shown. `before` and `after` say that it is cut there; `cited` leads
    to where it is cited; `summary` is 1 for one that sums the source up and is cited nowhere."""

    anchor: Link
    pieces: tuple[Inline, ...]
    before: int
    after: int
    digest: int
    cited: tuple[CitedAtView, ...]
    summary: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A topic of a source, and how far it is its subject."""

    title: Inline
    href: Link
    level: Inline


def source_page(analysis: Analysis, context: Context, cited: Citing) -> Page:
    """The page of one source, which is `cited`; of a long one the first, which leads to the others."""
    article = analysis.article
    path = f"sources/{article.id}.md"
    page = PageContext(context, path)
    label = context.labels[article.id]
    meta = article.metadata
    covered = [c for c in context.coverage.get(article.id, ()) if c.topic in context.topics]
    topics = [context.topics[c.topic] for c in covered]
    tags = source_tags(analysis, topics, context)
    values: dict[str, Any] = {
        "title": inline(label.full),
        "credit": inline(_credit(meta, page.words)),
        "original": None if label.digest else link(meta.url),
        "publisher": publisher_card(meta.publisher, page),
        "digest": int(label.digest),
        "copy_of": _copy_of(article.id, page),
        "cut_off": int(article.cut_off),
        "read_up_to": _read_up_to(analysis, page.words),
        **_quoted(analysis, page, cited),
        "further": _further(analysis, page),
        "heading": page.words.inline("source.used" if label.digest else "source.quoted"),
        "metadata": metadata_rows(analysis, page),
        "topics": tuple(_coverage(c, page) for c in covered),
        "keyphrases": tuple(Pointer(inline(k.phrase), query(k.phrase)) for k in analysis.keyphrases),
        "tags": shown(tags[len(topics) :], page),
        **_reading(analysis, page.words),
    }
    return make(path, "source.md.j2", _front(analysis, context, [t.title for t in topics], tags), values, context.words)


def source_part_page(analysis: Analysis, context: Context, cited: Citing, number: int) -> Page:
    """The page of that `number`, from 2 on, of a source that is too long for one."""
    id, words = analysis.article.id, context.words
    page = PageContext(context, part_path(id, number))
    run = context.places.runs(id)[number - 1]
    title = words.say("timeline.part", title=context.labels[id].full, part=_paragraphs(analysis, run, words))
    digest = context.labels[id].digest
    matter = {"title": front(title, 200), "description": front(title, 155), "search": {"boost": 0.85}}
    summary = {found.index for found in _summing_up(analysis, page)}
    values = {
        "title": inline(title),
        "whole": page.source(id),
        "heading": words.inline("source.used" if digest else "source.quoted"),
        "sentences": tuple(_sentences(analysis, page, summary, cited_at(cited, page), run)),
    }
    return replace(make(page.path, "source_part.md.j2", matter, values, words), listed=False)


def _paragraphs(analysis: Analysis, run: Collection[int], words: Words) -> str:
    """`paragraphs 120 to 240`"""
    first, last = (analysis.sentences[index].paragraph for index in (min(run), max(run)))
    return words.say("source.part", first=words.messages.number(first), last=words.messages.number(last))


def _further(analysis: Analysis, page: PageContext) -> tuple[PartGroup, ...]:
    """The links to the further pages of a long source, each with how many sentences it holds."""
    id = analysis.article.id
    links = (
        ("", part_link(sentence(_paragraphs(analysis, run, page.words)), part_path(id, number), len(run), page))
        for number, run in enumerate(page.all.places.runs(id)[1:], start=2)
    )
    return grouped(links)


def _read_up_to(analysis: Analysis, words: Words) -> Inline | None:
    """How many sentences of a source were read that has more than may be, in words."""
    unread, read = analysis.article.unread, len(analysis.sentences)
    return words.inline("source.read_up_to", unread, read=inline(words.messages.number(read))) if unread else None


def _copy_of(source: str, page: PageContext) -> Inline | None:
    """Of which other source this one is a version, in words."""
    copied = page.all.copies.get(source)
    if not copied:
        return None
    return page.words.inline("source.copy_of", other=anchor(inline(page.all.labels[copied].full), page.source(copied)))


def _coverage(coverage: Coverage, page: PageContext) -> CoverageView:
    title = page.all.titles[coverage.topic]
    return CoverageView(title, page.topic(coverage.topic), page.words.inline(f"source.level.{coverage.level}"))


def _credit(meta: Metadata, words: Words) -> str:
    """`Harbour Gazette, by J. Berg, 4 March 2021`, `digest of a report in Harbour Gazette, undated`."""
    kind = words.say(f"source.{meta.kind}_in" if meta.publisher else f"source.{meta.kind}", publisher=meta.publisher)
    by = [words.say("source.by", author=meta.author)] if meta.author and not meta.is_digest else []
    return ", ".join([kind, *by, words.date(meta.published)])


def _quoted(analysis: Analysis, page: PageContext, cited: Citing) -> dict[str, Any]:
    """The sentences, which of many sum the source up, and of those that do, which the limits on quoting keep back."""
    summary = page.all.summaries.get(analysis.article.id, ())
    told = _summing_up(analysis, page)
    runs = page.all.places.runs(analysis.article.id)
    back = list(dict.fromkeys(str(q.paragraph) for q in summary if not q.shown))
    summing = {found.index for found in told}
    sentences = tuple(_sentences(analysis, page, summing, cited_at(cited, page), runs[0] if runs else None))
    held = page.words.say("source.withheld", len(back), paragraphs=page.words.listing(back)) if back else None
    return {
        "sentences": sentences,
        "in_short": _places(told, page) if len(sentences) > _MANY else (),
        "withheld": optional(held),
    }


def _summing_up(analysis: Analysis, page: PageContext) -> list[Sentence]:
    """The sentences that sum a source up and may be shown."""
    summary = page.all.summaries.get(analysis.article.id, ())
    return [found for q in summary if q.shown and (found := page.all.sentence(q))]


def _places(told: Iterable[Sentence], page: PageContext) -> tuple[Pointer, ...]:
    """The paragraphs of sentences, each leading to the first of them there."""
    first = {found.paragraph: found for found in reversed(tuple(told))}
    links = ((paragraph, page.source(first[paragraph].source, first[paragraph].anchor)) for paragraph in sorted(first))
    return tuple(Pointer(inline(str(paragraph)), href) for paragraph, href in links)


def _sentences(
    analysis: Analysis,
    page: PageContext,
    summary: set[int],
    cited: Mapping[int, tuple[CitedAtView, ...]],
    run: Collection[int] | None,
) -> list[SentenceView]:
    """Each sentence of which something is published, in text order, with where it is `cited`. `summary` are those that
    sum the source up; `run` those that stand on this page, where not all do."""
    by_paragraph: dict[int, list[Span]] = {}
    for span in page.all.shown.get(analysis.article.id, ()):
        by_paragraph.setdefault(span.paragraph, []).append(span)
    made = []
    for found in analysis.sentences if run is None else [analysis.sentences[index] for index in sorted(run)]:
        parts = [
            (max(s.start, found.start), min(s.end, found.end)) for s in sorted(by_paragraph.get(found.paragraph, ()))
        ]
        parts = [(start, end) for start, end in parts if start < end]
        text = analysis.article.paragraphs[found.paragraph - 1].text
        pieces = tuple(inline(text[start:end]) for start, end in parts if text[start:end].strip())
        if pieces:
            places = cited.get(found.index, ())
            made.append(
                SentenceView(
                    anchor=own(found.anchor),
                    pieces=pieces,
                    before=int(parts[0][0] > found.start),
                    after=int(parts[-1][1] < found.end),
                    digest=int(page.all.labels[found.source].digest),
                    cited=places,
                    summary=int(not places and found.index in summary),
                )
            )
    return made


def _reading(analysis: Analysis, words: Words) -> dict[str, Any]:
    """How a source was read, and what of it was left out for which reasons."""
    article = analysis.article
    size = sum(len(p.text.split()) for p in article.paragraphs)
    read = words.say(
        "source.read",
        format=article.format,
        words=words.say("source.words", size),
        paragraphs=words.say("source.paragraphs", len(article.paragraphs)),
    )
    if article.dropped:
        read += " " + words.say("source.dropped", len(article.dropped))
    reasons = Counter(d.reason for d in article.dropped)
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return {
        "read": inline(read),
        "dropped": tuple(
            inline(words.say("source.lines", n, reason=words.phrase("dropped", reason))) for reason, n in ordered
        ),
        "notes": tuple(inline(note) for note in article.notes),
    }


def _front(analysis: Analysis, context: Context, topics: list[str], tags: tuple[Tag, ...]) -> dict[str, Any]:
    article, words = analysis.article, context.words
    title = context.labels[article.id].full
    about = words.say("source.description", credit=_credit(article.metadata, words), title=title)
    about += " " + words.say("source.on", topics=words.listing(topics)) if topics else ""
    return {
        "title": front(title, 200),
        "description": front(about, 155),
        **updated([article.id], context),
        "tags": searched(tags),
        "search": {"boost": 0.85},
    }
