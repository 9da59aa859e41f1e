"""One date as one source tells it: the clause that holds it, the names in it, the facts it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from ...model import Analysis, Anchor, DateMention, Fact, NameMention, Quote, Sentence, Topics
from ...text.ids import quote_id
from ...text.name_words import EVENTS
from ...text.words import STOPWORDS
from ..names.keys import spelling_key
from ..names.people import parts
from .clause import clause_around
from .resolve import day_of_writing, full_day, resolve

_Mention = TypeVar("_Mention", NameMention, DateMention)
_WORD = re.compile(r"[^\W_]+")
_TITLE_WORDS = 6


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

    sentence: Sentence
    names: Sequence[NameMention]
    dates: Sequence[DateMention]
    told: Sequence[tuple[str, Quote]]
    topics: tuple[str, ...]
    people: frozenset[str]


def items_of(analyses: Sequence[Analysis], facts: Sequence[Fact], topics: Topics) -> list[Item]:
    """Every date of every source, in the order of the sources and of their text."""
    told, covered = _facts_by_sentence(facts), _topics_by_sentence(topics)
    people = frozenset(n.text for a in analyses for n in a.names if n.kind == "person")
    items: list[Item] = []
    for analysis in analyses:
        names, dates = _by_sentence(analysis.names), _by_sentence(analysis.dates)
        day = day_of_writing(analysis)
        for mention in analysis.dates:
            at = mention.sentence
            spot = (analysis.article.id, at)
            around = _Around(
                analysis.sentences[at], names.get(at, []), dates[at], told.get(spot, []), covered.get(spot, ()), people
            )
            items.append(_item(len(items), analysis, mention, day, around))
    return items


def _by_sentence(mentions: Sequence[_Mention]) -> dict[int, list[_Mention]]:
    found: dict[int, list[_Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def _topics_by_sentence(topics: Topics) -> Mapping[tuple[str, int], tuple[str, ...]]:
    covered: dict[tuple[str, int], tuple[str, ...]] = {}
    for coverage in topics.coverage:
        for sentence in coverage.sentences:
            spot = (coverage.source, sentence)
            covered[spot] = tuple(dict.fromkeys((*covered.get(spot, ()), coverage.topic)))
    return covered


def _facts_by_sentence(facts: Sequence[Fact]) -> Mapping[tuple[str, int], list[tuple[str, Quote]]]:
    told: dict[tuple[str, int], list[tuple[str, Quote]]] = {}
    for fact in facts:
        for quote in fact.quotes:
            told.setdefault((quote.source, quote.sentence), []).append((fact.id, quote))
    return told


def _item(order: int, analysis: Analysis, mention: DateMention, day: str | None, around: _Around) -> Item:
    quote = _quote(mention, around)
    date = resolve(mention, day)
    people, others = _people_and_others(around)
    return Item(
        order=order,
        mention=mention,
        quote=quote,
        date=date,
        anchor=_anchor(mention, date, analysis.article.metadata.published, day),
        planned=_planned(mention, date, day),
        published=day,
        called=_called(analysis),
        paragraph=around.sentence.paragraph,
        people=frozenset(parts(name.text)[1] for name in people),
        names=frozenset(spelling_key(name.text) for name in others),
        events=frozenset(spelling_key(n.text) for n in around.names if _is_event(n.text) and _overlaps(n, quote)),
        stems=gist(quote.text),
        facts=tuple(dict.fromkeys(fact for fact, told in around.told if _overlaps(told, quote))),
        topics=around.topics,
    )


def _people_and_others(around: _Around) -> tuple[list[NameMention], list[NameMention]]:
    people = [name for name in around.names if name.text in around.people]
    return people, [name for name in around.names if name.text not in around.people]


def _quote(mention: DateMention, around: _Around) -> Quote:
    sentence, at = around.sentence, around.sentence.start
    others = [(other.start - at, other.end - at) for other in around.dates if other is not mention]
    first, last = clause_around(sentence.text, mention.start - at, mention.end - at, others)
    text, source = sentence.text[first:last], sentence.source
    return Quote(quote_id(source, text), source, text, sentence.paragraph, sentence.index, at + first, at + last)


def _overlaps(one: NameMention | Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


def _anchor(mention: DateMention, date: str | None, published: str | None, day: str | None) -> Anchor | None:
    """What gave `date`, if it is more than the words alone give."""
    if mention.editor:
        return Anchor("editor", words=mention.editor)
    if mention.year_from:
        return Anchor("sentence", words=mention.year_from)
    if published is None or date is None or date == mention.value or "XXXX" in date:
        return None
    known = Anchor("published", published)
    return known if day in (None, published) else Anchor("writer", day or "", base=known)


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
