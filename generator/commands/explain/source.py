"""How a source was read, what its sentences scored, and where its date and origin come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...analysis.keyphrases.ranking import focus
from ...model import Analysis, Metadata
from ...text.subjects import UNIT
from ...text.summary import scores
from .known import Known
from .words import shortened

_RANKS = ("stands by itself", "opens with what stands elsewhere", "has no word of the subject", "not worth quoting")


def told_source(id: str, all_known: Known) -> Iterator[str]:
    """Everything that is known of one source."""
    analysis = all_known.analyses[id]
    article, meta = analysis.article, analysis.article.metadata
    yield f"{id}  {article.path}, read as {article.format}: {meta.title or 'no title found'}"
    yield f"  {_published(meta)}"
    yield f"  {_origin(meta)}"
    first = dict(all_known.workings.copied).get(id)
    if first:
        yield f"  a copy or a version of {first}: counts once with it"
    yield from (f"  note: {note}" for note in article.notes)
    yield from _dropped(analysis)
    yield from _sentences(analysis, all_known)


def _published(meta: Metadata) -> str:
    if not meta.published:
        return "published: no date found, so that words such as “on Wednesday” stay without one"
    return f"published {meta.published}, from {meta.published_from or 'where it is not recorded'}"


def _origin(meta: Metadata) -> str:
    if meta.origin:
        return f"origin {meta.origin}, declared in its metadata: all of it goes back there"
    return f"publisher {meta.publisher}" if meta.publisher else "no publisher is known"


def _dropped(analysis: Analysis) -> Iterator[str]:
    reasons = Counter(one.reason for one in analysis.article.dropped)
    if reasons:
        yield from ("", f"dropped: {sum(reasons.values())} lines, for these reasons (briefing inspect shows each)")
        yield from (f"  {count:>3}  {reason}" for reason, count in sorted(reasons.items(), key=lambda r: (-r[1], r[0])))


def _sentences(analysis: Analysis, all_known: Known) -> Iterator[str]:
    """Each sentence: on which topics it stands, what speaks for each, whether the summary has it and what it scored
    there, and in which statements it is quoted."""
    id, language = analysis.article.id, analysis.article.metadata.language or all_known.config.language
    scored = scores([s.text for s in analysis.sentences], focus(analysis.keyphrases, language), language)
    yield from ("", "sentences")
    for sentence, (rank, gain) in zip(analysis.sentences, scored, strict=True):
        yield f"  paragraph {sentence.paragraph}: {shortened(sentence.text)}"
        yield f"    topics: {_topics(id, sentence.index, sentence.text, language, all_known)}"
        chosen = "in the summary; " if sentence.index in analysis.summary else ""
        yield f"    summary: {chosen}{_RANKS[rank]}, worth {gain:.2f}"
        quoted = _quoted(id, sentence.index, all_known)
        if quoted:
            yield f"    quoted in {', '.join(quoted)}"


def _topics(id: str, index: int, text: str, language: str, all_known: Known) -> str:
    """`port (own words 2.1, around it 0.3)` for each topic that a sentence stands on; the best of the others else."""
    topics = all_known.site.brief.topics
    on = {c.topic for c in topics.coverage if c.source == id and index in c.sentences}
    around = {one.source: one.sentences for one in topics.around}.get(id, ())
    told = []
    for place, (name, words) in enumerate(all_known.topics.items()):
        own = words.weigher.weigh(text, language)[place].worth
        beside = around[index][place] if index < len(around) else 0
        if name in on or own:
            off = "" if name in on else "not on "
            told.append(f"{off}{name} (own words {own / UNIT:.2f}, around it {beside / UNIT:.2f})")
    return ", ".join(told) or "none"


def _quoted(id: str, index: int, all_known: Known) -> list[str]:
    facts = all_known.site.brief.facts.facts
    return [fact.id for fact in facts if any(q.source == id and q.sentence == index for q in fact.quotes)]
