"""What the sources established, as corrections look into it: statements by their quotes, differences, dates, names."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Difference, Event, Fact, Facts, Place, Quote, Target
from ..text.words import normal
from .locate import Located
from .nearest import nearest


class Found:
    """The facts as they were found, before anything is hidden."""

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts = facts
        self._language = language
        self._ids = {quote.id: quote.text for fact in facts.facts for quote in fact.quotes}
        self._by_paragraph: dict[tuple[str, int], list[tuple[Fact, Quote]]] = {}
        for fact in facts.facts:
            for quote in fact.quotes:
                self._by_paragraph.setdefault((quote.source, quote.paragraph), []).append((fact, quote))

    def statement(self, at: Located) -> Fact | None:
        """The statement that is made of the words at one of the places: that of the very quote before all others."""
        told = [
            (fact.id == at.target.id, quote.id == at.target.id, shared, fact.weight, fact)
            for place in at.places
            for fact, quote in self._by_paragraph.get((place.source, place.paragraph), ())
            if (shared := place.shares(quote))
        ]
        return max(told, key=lambda one: (*one[:4], one[4].id))[4] if told else None

    def moved(self, at: Located, fact: Fact) -> bool:
        """Whether the id of a target is none of its statement's any more."""
        return not at.sure and at.target.id not in {fact.id, *(quote.id for quote in fact.quotes)}

    def event(self, places: Iterable[Place]) -> Event | None:
        """The line of the timeline that the words at one of `places` date."""
        at = list(places)
        return next((e for e in self.facts.timeline if any(p.shares(q) for q in e.quotes for p in at)), None)

    def spellings(self) -> tuple[Target, ...]:
        """Every spelling of every name, with the name's id."""
        return tuple(Target(n.id, text) for n in self.facts.names for text in (n.name, *(a.text for a in n.aliases)))

    def words_of(self, id: str) -> str | None:
        """The words of the quote with that id."""
        return self._ids.get(id)

    def similar(self, words: str) -> tuple[Target, ...]:
        """The statements whose quotes are most like `words`, each by its id and that quote's words."""
        return nearest(words, (Target(q.id, q.text) for f in self.facts.facts for q in f.quotes), self._language)

    def difference(self, target: Target) -> Difference | None:
        """The difference of that id, else the one that is about these words or of which they are a quote."""
        every = self.facts.differences
        wanted = normal(target.words)
        ways = (
            lambda d: d.id == target.id,
            lambda d: normal(d.about) == wanted,
            lambda d: any(normal(q.text) == wanted for p in d.positions for q in p.quotes),
        )
        for fits in ways:
            found = [d for d in every if fits(d)]
            if len(found) == 1:
                return found[0]
        return None

    def similar_differences(self, words: str) -> tuple[Target, ...]:
        """The differences that are most like `words`, by what they are about and by their quotes."""
        texts = (
            (d, text)
            for d in self.facts.differences
            for text in (d.about, *(q.text for p in d.positions for q in p.quotes))
        )
        near = nearest(words, (Target(d.id, text) for d, text in texts), self._language)
        about = {d.id: d.about for d in self.facts.differences}
        return tuple(Target(one.id, about[one.id]) for one in near)
