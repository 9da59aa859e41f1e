"""One date as one source tells it: the clause that holds it, the names in it, the facts it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...model import Analysis, Anchor, DateMention, Fact, NameMention, Quote, Sentence, Topics
from ...text.ids import quote_id
from ...text.name_words import EVENTS
from ...text.words import STOPWORDS
from ..names.keys import spelling_key
from ..names.people import parts
from .clause import clause_around
from .resolve import full_day, resolve, shifted

_WORD = re.compile(r"[^\W_]+")
_TITLE_WORDS = 6
_LEAD = 2  # sentences that open a report
_BARE_WEEKDAY = re.compile(r"weekday:(\d)")


@dataclass(frozen=True, slots=True)
class Item:
    """A date in a source. `date` is EDTF where it is known, `anchor` what gave it; `people` are surnames, `names` the
    keys of all names of the sentence, `events` the keys of events that the clause names; `called` is
    the source as a reader knows it."""

    order: int
    mention: DateMention
    quote: Quote
    date: str | None
    anchor: Anchor | None
    planned: bool
    published: str | None
    called: str
    paragraph: int
    people: frozenset[str]
    names: frozenset[str]
    events: frozenset[str]
    stems: frozenset[str]
    facts: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.quote.source


class _Around(NamedTuple):
    """What is known of the sentence of a date; `people` are the names that any source tells to be a person's."""

    names: Sequence[NameMention]
    dates: Sequence[DateMention]
    told: Sequence[tuple[str, Quote]]
    topics: tuple[str, ...]
    people: frozenset[str]


def items_of(analyses: Sequence[Analysis], facts: Sequence[Fact], topics: Topics) -> list[Item]:
    """Every date of every source, in the order of the sources and of their text."""
    told = _facts_by_sentence(facts)
    covered: dict[tuple[str, int], dict[str, None]] = {}
    for coverage in topics.coverage:
        for sentence in coverage.sentences:
            covered.setdefault((coverage.source, sentence), {})[coverage.topic] = None
    people = frozenset(n.text for a in analyses for n in a.names if n.kind == "person")
    items: list[Item] = []
    for analysis in analyses:
        sentences = {s.index: s for s in analysis.sentences}
        names: dict[int, list[NameMention]] = {}
        for name in analysis.names:
            names.setdefault(name.sentence, []).append(name)
        dates: dict[int, list[DateMention]] = {}
        for mention in analysis.dates:
            dates.setdefault(mention.sentence, []).append(mention)
        for mention in analysis.dates:
            spot = (analysis.article.id, mention.sentence)
            around = _Around(
                names.get(mention.sentence, []),
                dates[mention.sentence],
                told.get(spot, []),
                tuple(covered.get(spot, ())),
                people,
            )
            items.append(_item(len(items), analysis, mention, sentences[mention.sentence], around))
    return items


def _facts_by_sentence(facts: Sequence[Fact]) -> Mapping[tuple[str, int], list[tuple[str, Quote]]]:
    told: dict[tuple[str, int], list[tuple[str, Quote]]] = {}
    for fact in facts:
        for quote in fact.quotes:
            told.setdefault((quote.source, quote.sentence), []).append((fact.id, quote))
    return told


def _item(order: int, analysis: Analysis, mention: DateMention, sentence: Sentence, around: _Around) -> Item:
    at = sentence.start
    others = [(other.start - at, other.end - at) for other in around.dates if other is not mention]
    first, last = clause_around(sentence.text, mention.start - at, mention.end - at, others)
    start, end = sentence.start + first, sentence.start + last
    text = sentence.text[first:last]
    quote = Quote(
        quote_id(sentence.source, text), sentence.source, text, sentence.paragraph, sentence.index, start, end
    )
    published, day = analysis.article.metadata.published, day_of_writing(analysis)
    date = resolve(mention, day)
    known = published if date and date != mention.value and "XXXX" not in date else None
    inside = [n for n in around.names if n.start < end and start < n.end]
    return Item(
        order, mention, quote, date, _anchor(mention, known, day),
        _planned(mention, date, day), day, _called(analysis), sentence.paragraph,
        people=frozenset(parts(n.text)[1] for n in around.names if n.text in around.people),
        names=frozenset(spelling_key(n.text) for n in around.names if n.text not in around.people),
        events=frozenset(spelling_key(n.text) for n in inside if _is_event(n.text)),
        stems=gist(text),
        facts=tuple(dict.fromkeys(i for i, q in around.told if q.start < end and start < q.end)),
        topics=around.topics,
    )  # fmt: skip


def _anchor(mention: DateMention, published: str | None, day: str | None) -> Anchor | None:
    if mention.year_from:
        return Anchor("sentence", words=mention.year_from)
    if published is None:
        return None
    known = Anchor("published", published)
    return known if day in (None, published) else Anchor("writer", day or "", base=known)


def day_of_writing(analysis: Analysis) -> str | None:
    """The day of a source by the calendar of its writer: the day of publication, or the one after it where the report
    opens with what happened on the weekday of that. Agencies date by one clock for the whole world."""
    published = analysis.article.metadata.published
    day = full_day(published)
    if day is None:
        return published
    for mention in analysis.dates:
        if mention.sentence >= _LEAD:
            break
        found = _BARE_WEEKDAY.fullmatch(mention.relative or "")
        if found and mention.tense != "ahead":
            return shifted(day.isoformat(), int((int(found[1]) - day.weekday()) % 7 == 1))
    return published


def _called(analysis: Analysis) -> str:
    about = analysis.article.metadata
    title = (about.title or "").split()
    short = " ".join(title[:_TITLE_WORDS]) + ("…" if len(title) > _TITLE_WORDS else "")
    return about.publisher or short or analysis.article.path.rpartition("/")[2]


def gist(text: str) -> frozenset[str]:
    """The telling words of a clause, cut short so that their forms are equal: enough to tell happenings of one day
    apart, at a tenth of the cost of stems."""
    return frozenset(w[:6] for w in _WORD.findall(text.lower()) if len(w) > 3 and w not in STOPWORDS)


def _is_event(name: str) -> bool:
    words = name.replace("’", "").split()
    return len(words) > 2 and words[-1].lower() in EVENTS


def _planned(mention: DateMention, date: str | None, published: str | None) -> bool:
    """Whether what a date dates lay ahead of its source: by its words, and by the two dates where both are known."""
    day = full_day(published)
    if not day or not date or date.startswith("X"):
        return mention.tense == "ahead"
    first = date.split("/")[0]
    own = day.isoformat()[: len(first)]
    return first > own or (first == own and mention.tense == "ahead")
