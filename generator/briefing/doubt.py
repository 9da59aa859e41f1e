"""How much a statement loses, as a line of the bottom line, by what sources say against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import STATUSES, Difference, Fact
from ..text.contained import Contained

_BOLDEST, _DISPUTED, _SUPERSEDED = 4.0, 0.3, 1.5
_DEVELOPMENT = 0.4  # what a status gains that nobody disputes
_BOLD_WORDS = {
    "signed": re.compile(r"\bsign(?:s|ed|ing|ature)\b", re.IGNORECASE),
    "ratified": re.compile(r"\bratif(?:y|ies|ied|ying|ication)\b", re.IGNORECASE),
    "in force": re.compile(r"\bin(?:to)? force\b", re.IGNORECASE),
}


class Doubts:
    """What the sources say against statements. Make one of all differences, and ask it of every fact."""

    def __init__(self, differences: Sequence[Difference]) -> None:
        self._statuses = {d.id: _boldest(d) for d in differences if d.kind == "status"}
        found = {_BOLD_WORDS[boldest] for boldest in self._statuses.values() if boldest in _BOLD_WORDS}
        self._bold_words = tuple(sorted(found, key=lambda words: words.pattern))
        sides: dict[str, list[tuple[int, bool]]] = {}
        for number, revision in enumerate(d for d in differences if d.kind == "revision"):
            for text, side in _sides(number, revision):
                sides.setdefault(text, []).append(side)
        self._texts, self._sides = Contained(sides), sides

    def of(self, fact: Fact) -> float:
        """Most where `fact` takes the boldest side of a dispute on how far a thing had got, if only by its words; much
        where a later report has revised its figure; less than nothing for a development that nobody disputes. Figures,
        dates and names that differ cost nothing: a disputed fact at the core is told, with its sides."""
        disputes = [self._statuses[id] for id in fact.differences if id in self._statuses]
        if fact.status in disputes or self._is_bold(fact):
            return _BOLDEST
        superseded = self._is_superseded(fact)
        return (
            _DISPUTED * bool(disputes) + _SUPERSEDED * superseded - _DEVELOPMENT * (bool(fact.status) and not disputes)
        )

    def _is_bold(self, fact: Fact) -> bool:
        return fact.status != "approved for signing" and any(words.search(fact.text) for words in self._bold_words)

    def _is_superseded(self, fact: Fact) -> bool:
        """Whether the words of `fact` hold an earlier figure of a revision, and not the latest."""
        held = [side for text in self._texts.related(fact.text) for side in self._sides[text]]
        latest = {number for number, last in held if last}
        return any(number not in latest for number, _ in held)


def _boldest(difference: Difference) -> str:
    known = [STATUSES.index(p.value) for p in difference.positions if p.value in STATUSES]
    return STATUSES[max(known)] if known else ""


def _sides(number: int, revision: Difference) -> Iterator[tuple[str, tuple[int, bool]]]:
    """The words of a revision's sides, each with its number, and whether it is the latest."""
    for position in revision.positions:
        for quote in position.quotes:
            if quote.text:
                yield quote.text, (number, position is revision.positions[-1])
