"""Topics for a briefing that has none yet, from the keyphrases and names of its documents. A maintainer edits them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..config import Topic
from ..model import Analysis, Coverage
from ..text.ids import slug
from ..text.matching import matcher
from ..text.words import content_stems, normal
from .topic_keyphrases import topic_keyphrases

_TOPICS, _TERMS, _PHRASES = 5, 6, 60
_FRESH = 0.5  # of the sentences that hold a phrase, the share that no topic before may hold, for it to be a topic
_BESIDE = 0.5  # of the sentences that hold a phrase, the share that must be a topic's, for it to be a term of it
_NEXT = 0.5  # what a sentence beside one of the topic's counts
_NAMES = ("organisation", "agreement", "other")
_RESERVED = frozenset({"index", "site"})

_Place = tuple[str, int]
"""A sentence: its source, and its number there."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase that may be a topic or a term, and the sentences that hold it."""

    text: str
    places: frozenset[_Place]


def propose_topics(analyses: Sequence[Analysis]) -> tuple[Topic, ...]:
    """One to five topics of `analyses`, each with the terms that bring statements to it. A phrase makes a topic where
    most of what holds it is on no topic yet; what is mostly told near it makes its terms."""
    phrases = list(_phrases(analyses))
    heads = _heads(phrases)
    rest = [(phrase, _nearest(phrase, heads)) for phrase in phrases if heads and phrase not in heads]
    made = [_topic(head, [phrase for phrase, near in rest if near == head]) for head in heads] or [_fallback(analyses)]
    return tuple({topic.id: topic for topic in reversed(made)}.values())[::-1]


def _phrases(analyses: Sequence[Analysis]) -> Iterator[_Phrase]:
    """Keyphrases by their weight, then names by how often they stand, each with the sentences that hold it. Those of
    one source come last, where there are several. People, places, publishers and what is counted make no topic."""
    barred = _barred(analyses)
    found: dict[tuple[str, ...], _Phrase] = {}
    for text in (*_keyphrases(analyses), *_names(analyses)):
        key = content_stems(text)
        if key and key not in found and normal(text) not in barred:
            places = _places(text, analyses)
            if places and not _is_counted(text, analyses):
                found[key] = _Phrase(text, places)
    yield from sorted(
        found.values(), key=lambda phrase: len({source for source, _ in phrase.places}) < min(2, len(analyses))
    )


def _barred(analyses: Sequence[Analysis]) -> frozenset[str]:
    names = [(n.text, n.kind) for a in analyses for n in a.names if n.kind in ("person", "place")]
    people = [part for text, kind in names if kind == "person" for part in text.split()]
    papers = [part for a in analyses for part in (a.article.metadata.publisher or "").split()]
    return frozenset(map(normal, (*(text for text, _ in names), *people, *papers)))


def _is_counted(text: str, analyses: Sequence[Analysis]) -> bool:
    """Whether a phrase mostly stands behind a number: "45 million euros"."""
    counted = re.compile(rf"(?:\d|\b[mb]illion|\bhundred|\bthousand)\s+{re.escape(text)}\b", re.IGNORECASE)
    found = [bool(counted.search(s.text)) for a in analyses for s in a.sentences if text.lower() in s.text.lower()]
    return sum(found) * 2 > len(found)


def _keyphrases(analyses: Sequence[Analysis]) -> tuple[str, ...]:
    whole = [Coverage("all", a.article.id, "main", tuple(range(len(a.sentences))), ()) for a in analyses]
    return topic_keyphrases(whole, {a.article.id: a for a in analyses}, _PHRASES)


def _names(analyses: Sequence[Analysis]) -> list[str]:
    named = Counter(name.text for a in analyses for name in a.names if name.kind in _NAMES)
    return [text for text, _ in sorted(named.items(), key=lambda item: (-item[1], item[0]))][:_PHRASES]


def _places(text: str, analyses: Sequence[Analysis]) -> frozenset[_Place]:
    terms = matcher((text,))
    return frozenset((a.article.id, s.index) for a in analyses for s in a.sentences if terms.find(s.text))


def _heads(phrases: Sequence[_Phrase]) -> list[_Phrase]:
    chosen: list[_Phrase] = []
    taken: set[_Place] = set()
    for phrase in phrases:
        if len(phrase.places - taken) > _FRESH * len(phrase.places) and slug(phrase.text) not in {"", *_RESERVED}:
            chosen.append(phrase)
            taken |= phrase.places
        if len(chosen) == _TOPICS:
            break
    return chosen


def _nearest(phrase: _Phrase, heads: Sequence[_Phrase]) -> _Phrase | None:
    """The one of `heads` in whose sentences, or beside them, a phrase mostly stands."""
    worth = {head: _nearness(phrase, head) for head in heads}
    best = max(heads, key=lambda head: worth[head])
    return best if worth[best] >= _BESIDE else None


def _nearness(phrase: _Phrase, head: _Phrase) -> float:
    beside = {(source, index + step) for source, index in head.places for step in (-1, 1)} - head.places
    return (len(phrase.places & head.places) + _NEXT * len(phrase.places & beside)) / len(phrase.places)


def _topic(head: _Phrase, near: Sequence[_Phrase]) -> Topic:
    held = set(content_stems(head.text))
    more = [one.text for one in near if not set(content_stems(one.text)) <= held]
    terms = (head.text, *more[: _TERMS - 1])
    title = head.text[:1].upper() + head.text[1:]
    return Topic(slug(head.text), title, f"Statements on {', '.join(terms[:3])}.", terms)


def _fallback(analyses: Sequence[Analysis]) -> Topic:
    """A topic of all documents, where they hold no phrase that could make one: the words of the first of them."""
    words = [word.strip(".,;:!?“”\"'()") for a in analyses for s in a.sentences for word in s.text.split()]
    terms = tuple(dict.fromkeys(word for word in words if len(word) > 3))[:_TERMS]
    return Topic("documents", "The documents", "What the documents say.", terms or ("the",))
