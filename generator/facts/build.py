"""From groups of statements to facts: quotes with speakers, origins, kind, status, topics, weight and a stable id."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..config import Config
from ..model import Analysis, Fact, FactKind, Origin, OriginKind, Quote, Topics
from ..text import ids
from ..text.counting import words_in
from . import status
from .grouping.quote_spans import Statement
from .grouping.terms import Clause
from .lexicons import lexicons
from .origins import Speaker, Speakers
from .placing import Placing
from .tokens import plain

_DIGIT = re.compile(r"\d")
_FEWEST_WORDS = 4
_DANGLING = re.compile(
    r"^[“\"']?(?:this|that|these|those|it|its|he|she|they|his|her|their|such|there|so|but|and|or|which|who|while|where"
    r"|however|also|as|amid|amidst|especially|because|in the midst)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(  # in small letters: what the sentence says before it is not in the quote
    r"(?:(?:especially|particularly|even|just|shortly|soon|only) )?(?:while|whereas|although|though|because|after"
    r"|before|until|unless|as|when|since|which|who|whose|where|amid|amidst|despite|in the (?:midst|wake) of)\s"
)
_GARBLED = re.compile(  # doubled or glued words: a broken transcript
    r"\b(?!(?:had|that)\b)([a-z]{2,}) \1\b|[a-z]{3}[A-Z][a-z]{2}|[a-z]{2}[.!?][A-Z][a-z]"
)
_ASIDE = 0.6  # what it costs a fact that every source tells it in passing, in a clause that hangs on another
_KIND_WEIGHT: Mapping[FactKind, float] = {"event": 0.4, "background": 0.0, "claim": -0.3, "opinion": -0.8}
_NAMELESS: frozenset[OriginKind] = frozenset({"voices", "unnamed"})  # of whom there may be more than one
_TOPIC_SHARE = 0.4  # of a fact's quotes must speak of a topic for the fact to stand on its page


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement as a quote, with what is known of it: `topics` are those on which it stands. A `guest` is on other
    topics than its fact, and stands in one of its own too. `origin` is one that an editor gave it."""

    quote: Quote
    doc: int
    voice: Speaker | None
    own: bool
    topics: tuple[str, ...]
    marks: tuple[status.StatusMention, ...]
    clauses: tuple[int, ...]
    starts: tuple[int, ...]
    again: bool
    figures: bool
    instruments: bool
    aside: bool
    guest: bool = False
    origin: Origin | None = None

    def at(self, offset: int) -> int:
        """The clause that holds the quote's character `offset`."""
        return next(
            c
            for c, start in zip(reversed(self.clauses), reversed(self.starts), strict=True)
            if start <= offset or c == self.clauses[0]
        )


class Builder:
    """Makes facts of groups. `analyses` are the sources that are grouped, lowest (added, path) first."""

    def __init__(
        self, analyses: Sequence[Analysis], topics: Topics, config: Config, voices: Speakers, copy_of: Mapping[str, str]
    ) -> None:
        self._analyses, self._voices, self._copy_of = analyses, voices, copy_of
        self._placing = Placing(config, topics)
        self._used: set[str] = set()

    def tell(self, cut: Sequence[Clause], statement: Statement, again: bool = False) -> Evidence | None:
        """`statement` as a quote; None for one that is too short to say anything, or stood in its source before, unless
        it is told `again` in support of another fact."""
        sentence = cut[statement.clauses[0]].sentence
        id = ids.quote_id(sentence.source, statement.text)
        if words_in(statement.text) < _FEWEST_WORDS:
            return None
        if not again:
            if id in self._used or all(cut[c].frame for c in statement.clauses):
                return None
            self._used.add(id)
        return self._evidence(cut, statement, id, again)

    def _evidence(self, cut: Sequence[Clause], statement: Statement, id: str, again: bool) -> Evidence:
        first, text = cut[statement.clauses[0]], statement.text
        sentence = first.sentence
        said, known = plain(text), lexicons()
        voice = self._voices.of(sentence.source, sentence.index, statement.start, statement.end)
        given = status.marks(text)
        where = (sentence.paragraph, sentence.index, statement.start, statement.end)
        by = voice.by if voice else None
        return Evidence(
            Quote(id, sentence.source, text, *where, by=by, status=_own_status(given)),
            first.doc,
            voice,
            status.first_person(text),
            self._placing.topics(sentence, text),
            given,
            statement.clauses,
            tuple(cut[c].start - statement.start for c in statement.clauses),
            again,
            bool(_DIGIT.search(text)) or not known.number_words.keys().isdisjoint(said),
            not known.instruments.keys().isdisjoint(said),
            bool(_FRAGMENT.match(first.text)),
        )

    def fact(self, told: Sequence[Evidence], agreement: float) -> Fact | None:
        """The fact of a group, quotes of the earliest source first; None where it is on no topic. `agreement` is the
        mean similarity of its quotes."""
        topics = _shared_topics(told)
        if not told or not topics or told[0].again:
            return None
        told = sorted(told, key=lambda t: (t.again, t.doc, t.quote.sentence))
        first = told[0]
        heard_of = self._voices.origins([(t.quote.source, t.voice, t.own) for t in told], self._copy_of)
        origins = [t.origin or found for t, found in zip(told, heard_of, strict=True)]
        best = min(told, key=_telling)
        ordered = sorted(zip(told, origins, strict=True), key=lambda pair: pair[0] is not best)
        quotes = tuple(replace(t.quote, origin=origin.key) for t, origin in ordered)
        heard = _heard([(t.quote.source, o) for t, o in ordered], self._copy_of)
        labels = _independent(heard)
        aside = all(t.aside for t in told)
        kind = _kind(best)
        return Fact(
            id=first.quote.id,
            text=best.quote.text,
            topics=topics,
            kind="background" if aside and kind == "event" else kind,
            status=_status(best, told),
            quotes=quotes,
            origins=labels,
            weight=round(self._weight(told, labels, kind, agreement) - _ASIDE * aside, 4),
            first_added=self._analyses[first.doc].article.metadata.added,
            most_origins=_most(heard),
        )

    def _weight(self, told: Sequence[Evidence], labels: Sequence[Origin], kind: FactKind, agreement: float) -> float:
        """What a fact carries: independent origins and sources first, then how early and how centrally it is told."""
        sources = {self._copy_of.get(t.quote.source, t.quote.source) for t in told}
        early = sum(1 / (1 + t.quote.sentence) for t in told) / len(told)
        topical = sum(1 for t in told if t.topics) / len(told)
        value = (
            math.log2(1 + len(sources))
            + 0.8 * math.log2(1 + len(labels))
            + 0.6 * early
            + 0.4 * topical
            + 0.5 * agreement
            + _KIND_WEIGHT[kind]
        )
        return round(value, 4)


def by_topic(told: Sequence[Evidence]) -> list[list[Evidence]]:
    """A group of quotes; apart from it, those that are only on topics which too few of the others speak of: no
    statement of a topic may vanish in a fact that is not on its page. They support the group as its guests too."""
    main = set(_shared_topics(told))
    groups: dict[str, list[Evidence]] = {"": []}
    for one in told:
        apart = one.topics and not main & set(one.topics) and not one.again
        groups[""].append(replace(one, again=True, guest=True) if apart else one)
        if apart:
            groups.setdefault(one.topics[0], []).append(one)
    groups[""].sort(key=lambda one: one.again)
    return [groups[key] for key in sorted(groups)]


def told_once(facts: Sequence[Fact]) -> list[Fact]:
    """`facts` without those of a single quote that is told, on all their topics, as a quote of a fact of several
    sources too: no page says a thing once more by itself."""
    held: dict[tuple[str, int], list[tuple[Quote, frozenset[str]]]] = {}
    for fact in facts:
        if len({quote.source for quote in fact.quotes}) > 1:
            for quote in fact.quotes:
                held.setdefault((quote.source, quote.paragraph), []).append((quote, frozenset(fact.topics)))
    return [fact for fact in facts if not (len(fact.quotes) == 1 and _told_too(fact, held))]


def _told_too(fact: Fact, held: Mapping[tuple[str, int], Sequence[tuple[Quote, frozenset[str]]]]) -> bool:
    mine = fact.quotes[0]
    return any(
        topics.issuperset(fact.topics) and quote.start <= mine.start and mine.end <= quote.end
        for quote, topics in held.get((mine.source, mine.paragraph), ())
    )


def _shared_topics(told: Sequence[Evidence]) -> tuple[str, ...]:
    """The topics on which enough of the quotes stand."""
    own = [t for t in told if not t.guest]
    named = [t.topics for t in own]
    found = dict.fromkeys(topic for topics in named for topic in topics)
    return tuple(topic for topic in found if sum(topic in topics for topics in named) >= _TOPIC_SHARE * len(own))


def _rank(told: Evidence) -> int:
    """How well a quote can tell its fact alone, in coarse steps, so that a newcomer does not displace an equal."""
    fragment, dangling = _FRAGMENT.match(told.quote.text), _DANGLING.match(told.quote.text)
    return 4 * bool(fragment) + 2 * bool(dangling) + bool(told.own) + bool(not told.topics)


def _telling(told: Evidence) -> tuple[int, bool, bool, int]:
    """What sorts the quotes of a fact by how well they tell it."""
    return _rank(told), told.again, bool(_GARBLED.search(told.quote.text)), told.doc


def _kind(told: Evidence) -> FactKind:
    return status.kind(told.quote.text, bool(told.voice and told.voice.by), bool(told.marks))


def _heard(origins: Sequence[tuple[str, Origin]], copy_of: Mapping[str, str]) -> tuple[Origin, ...]:
    """The origin of each source that is no copy: its best quote's."""
    first: dict[str, Origin] = {}
    for source, origin in origins:
        first.setdefault(copy_of.get(source, source), origin)
    return tuple(first.values())


def _most(heard: Sequence[Origin]) -> int:
    """How many origins there may be: voices without a name may be others in each source."""
    return len({o.key for o in heard if o.kind not in _NAMELESS}) + sum(o.kind in _NAMELESS for o in heard)


def _independent(heard: Sequence[Origin]) -> tuple[Origin, ...]:
    """One origin for each key, no two of one name."""
    out: dict[str, Origin] = {}
    for origin in heard:
        if origin.key not in out:
            name = origin.name
            taken = name and sum(name == other.name or other.name.startswith(f"{name} (") for other in out.values())
            out[origin.key] = replace(origin, name=f"{name} ({taken + 1})") if taken else origin
    return tuple(out.values())


def _status(best: Evidence, told: Sequence[Evidence]) -> str | None:
    """The status that the best quote gives, else the first that another gives."""
    return next((one.quote.status for one in (best, *told) if one.quote.status), None)


def _own_status(given: Sequence[status.StatusMention]) -> str | None:
    return max(given, key=lambda m: (bool(m.instrument), m.rank)).status if given else None
