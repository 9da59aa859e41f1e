"""A source's page: what it is, what it says of which topic, and each published sentence with an anchor of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from ..model import Analysis, Coverage, Fact, Metadata, Page, Quote, Sentence, Span
from ..text.escape import Inline, Link, front, inline, link, optional, own, query
from .context import Context, PageContext
from .tags import Tag, searched, shown, source_tags
from .template import page as make
from .views.newest import updated
from .views.pointers import Pointer
from .wording import count, format_date, listing, sentence

_LEVELS = {"main": "its main subject", "mention": "mentioned"}
_BEFORE_ADDRESS = 4  # lines
_FOUND = {"sidecar": "the file beside it"}


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with the parts of it that may be shown. `before` and `after` say that it is cut there."""

    anchor: Link
    href: Link
    paragraph: int
    pieces: tuple[Inline, ...]
    before: int
    after: int
    digest: int
    cited: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """A line of what is known about a source."""

    name: Inline
    value: Inline
    href: Link | None = None


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A topic of a source, and how far it is its subject."""

    title: Inline
    href: Link
    level: Inline


def source_page(analysis: Analysis, context: Context) -> Page:
    """The page of one source."""
    article = analysis.article
    path = f"sources/{article.id}.md"
    page = PageContext(context, path)
    label = context.labels[article.id]
    copied = context.copies.get(article.id)
    covered = [c for c in context.brief.topics.coverage if c.source == article.id and c.topic in context.topics]
    topics = [context.topics[c.topic] for c in covered]
    tags = source_tags(analysis, topics, context)
    values: dict[str, Any] = {
        "title": inline(label.full),
        "credit": inline(_credit(article.metadata)),
        "digest": int(label.digest),
        "copy_of": Pointer(inline(context.labels[copied].full), page.source(copied)) if copied else None,
        "tags": shown(tags, page),
        "metadata": _metadata(analysis),
        "topics": tuple(_coverage(c, page) for c in covered),
        "keyphrases": tuple(Pointer(inline(k.phrase), query(k.phrase)) for k in analysis.keyphrases),
        **_summaries(analysis, page),
        "sentences": tuple(_sentences(analysis, page)),
        "heading": inline("Sentences used" if label.digest else "Sentences quoted"),
        **_reading(analysis),
    }
    return make(path, "source.md.j2", _front(analysis, context, [t.title for t in topics], tags), values, context.words)


def _coverage(coverage: Coverage, page: PageContext) -> CoverageView:
    title = page.all.titles[coverage.topic]
    return CoverageView(title, page.topic(coverage.topic), inline(_LEVELS[coverage.level]))


def _credit(meta: Metadata) -> str:
    if meta.is_digest:
        words = ["Digest of a report" + (f" in {meta.publisher}" if meta.publisher else "")]
    else:
        words = ["Report" + (f" in {meta.publisher}" if meta.publisher else "")]
        words += [f"by {meta.author}"] if meta.author else []
    return ", ".join([*words, format_date(meta.published)])


def _metadata(analysis: Analysis) -> tuple[MetadataRow, ...]:
    meta = analysis.article.metadata
    of = " of the report" if meta.is_digest else ""
    rows = [
        ("Kind", meta.kind),
        (f"Publisher{of}", meta.publisher or "not given"),
        (f"Author{of}", meta.author),
        ("Published", _published_on(meta)),
        ("Retrieved", format_date(meta.retrieved, "")),
        ("Added", format_date(meta.added, "")),
        ("Language", meta.language),
        ("Note", meta.note),
        ("File", analysis.article.path),
    ]
    made = tuple(MetadataRow(inline(name), inline(value)) for name, value in rows if value)
    return (*made[:_BEFORE_ADDRESS], *_address(meta, of), *made[_BEFORE_ADDRESS:])


def _address(meta: Metadata, of: str) -> tuple[MetadataRow, ...]:
    """Where a source, or the report `of` which it tells, was published, and where an archive keeps it: a line each, or
    none without a safe address."""
    rows = ((f"Address{of}", meta.url), (f"Archived copy{of}", meta.archived))
    return tuple(
        MetadataRow(inline(name), inline(text, 200), address) for name, text in rows if text and (address := link(text))
    )


def _published_on(meta: Metadata) -> str:
    """The day on which a source came out, and where that was found."""
    found = f" (from {_FOUND.get(meta.published_from, meta.published_from)})" if meta.published_from else ""
    return format_date(meta.published) + found


def _summaries(analysis: Analysis, page: PageContext) -> dict[str, Any]:
    """The sentences of the summary, and in one line where those stand that the limits keep back."""
    quotes = dict(page.all.brief.summaries).get(analysis.article.id, ())
    back = list(dict.fromkeys(str(q.paragraph) for q in quotes if not q.shown))
    words = f"Not shown within the limits on quoting: paragraph{'s' if len(back) > 1 else ''} {listing(back)}."
    return {
        "summary": tuple(_summary(q, analysis, page) for q in quotes if q.shown),
        "withheld": optional(words if back else None),
    }


def _summary(quote: Quote, analysis: Analysis, page: PageContext) -> SentenceView:
    found = page.all.sentence(quote) or analysis.sentences[0]
    return _published(found, (inline(quote.text),), page, quote.start > found.start, quote.end < found.end)


def _published(
    found: Sentence,
    pieces: tuple[Inline, ...],
    page: PageContext,
    before: bool,
    after: bool,
    cited: tuple[Pointer, ...] = (),
) -> SentenceView:
    return SentenceView(
        anchor=own(found.anchor),
        href=own(f"#{found.anchor}"),
        paragraph=found.paragraph,
        pieces=pieces,
        before=int(before),
        after=int(after),
        digest=int(page.all.labels[found.source].digest),
        cited=cited,
    )


def _sentences(analysis: Analysis, page: PageContext) -> list[SentenceView]:
    """Each sentence of which something is published, in text order, with the facts that rest on it."""
    by_paragraph: dict[int, list[Span]] = {}
    for span in page.all.shown.get(analysis.article.id, ()):
        by_paragraph.setdefault(span.paragraph, []).append(span)
    cited = _citations(analysis, page)
    made = []
    for found in analysis.sentences:
        parts = [
            (max(s.start, found.start), min(s.end, found.end)) for s in sorted(by_paragraph.get(found.paragraph, ()))
        ]
        parts = [(start, end) for start, end in parts if start < end]
        text = analysis.article.paragraphs[found.paragraph - 1].text
        pieces = tuple(inline(text[start:end]) for start, end in parts if text[start:end].strip())
        if pieces:
            made.append(
                _published(
                    found,
                    pieces,
                    page,
                    parts[0][0] > found.start,
                    parts[-1][1] < found.end,
                    tuple(cited.get(found.index, ())),
                )
            )
    return made


def _citations(analysis: Analysis, page: PageContext) -> dict[int, list[Pointer]]:
    """For each sentence, where on the topic pages it is cited; a second statement of one topic by its number."""
    found: dict[int, list[Pointer]] = {}
    for briefing in page.all.brief.briefings:
        title = page.all.topics[briefing.topic].title
        cited: dict[int, list[str]] = {}
        for fact, quote in _quotes(briefing.facts, analysis.article.id):
            cited.setdefault(quote.sentence, []).append(fact.id)
        for place, facts in cited.items():
            for number, id in enumerate(dict.fromkeys(facts), start=1):
                name = f"{title} ({number})" if number > 1 else title
                found.setdefault(place, []).append(Pointer(inline(name), page.topic(briefing.topic, id)))
    return found


def _quotes(facts: tuple[Fact, ...], source: str) -> list[tuple[Fact, Quote]]:
    return [(fact, quote) for fact in facts for quote in fact.quotes if quote.source == source]


def _reading(analysis: Analysis) -> dict[str, Any]:
    article = analysis.article
    words = sum(len(p.text.split()) for p in article.paragraphs)
    read = f"Read as {article.format}: {count(words, 'word')} in {count(len(article.paragraphs), 'paragraph')}."
    if article.dropped:
        read += f" {sentence(count(len(article.dropped), 'line'))} left out as no part of the article:"
    reasons = Counter(d.reason for d in article.dropped)
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return {
        "read": inline(read),
        "dropped": tuple(inline(f"{count(n, 'line')}: {reason}") for reason, n in ordered),
        "notes": tuple(inline(note) for note in article.notes),
    }


def _front(analysis: Analysis, context: Context, topics: list[str], tags: tuple[Tag, ...]) -> dict[str, Any]:
    article = analysis.article
    label = context.labels[article.id]
    about = f" On {listing(topics)}." if topics else ""
    return {
        "title": front(label.full, 200),
        "description": front(f"{_credit(article.metadata)}: {label.full}.{about}", 155),
        **updated([article.id], context),
        "tags": searched(tags),
        "search": {"boost": 0.7},
    }
