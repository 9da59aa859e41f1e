"""How much a statement loses, as a line of the bottom line, by what sources say against it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import STATUSES, Difference, Fact

_BOLDEST, _DISPUTED, _SUPERSEDED = 4.0, 0.3, 1.5
_DEVELOPMENT = 0.4  # what a status gains that nobody disputes
_BOLD_WORDS = {
    "signed": re.compile(r"\bsign(?:s|ed|ing|ature)\b", re.IGNORECASE),
    "ratified": re.compile(r"\bratif(?:y|ies|ied|ying|ication)\b", re.IGNORECASE),
    "in force": re.compile(r"\bin(?:to)? force\b", re.IGNORECASE),
}


def doubt(fact: Fact, differences: Sequence[Difference]) -> float:
    """Most where `fact` takes the boldest side of a dispute on how far a thing had got, if only by its words; much
    where a later report has revised its figure; less than nothing for a development that nobody disputes. Figures,
    dates and names that differ cost nothing: a disputed fact at the core is told, with its sides."""
    statuses = [d for d in differences if d.kind == "status"]
    if any(_takes_boldest(fact, d) for d in statuses):
        return _BOLDEST
    disputed = any(d.id in fact.differences for d in statuses)
    superseded = any(_is_superseded(fact, d) for d in differences if d.kind == "revision")
    return _DISPUTED * disputed + _SUPERSEDED * superseded - _DEVELOPMENT * (bool(fact.status) and not disputed)


def _is_superseded(fact: Fact, revision: Difference) -> bool:
    """Whether the words of `fact` hold an earlier figure of `revision`, and not the latest."""
    *earlier, latest = revision.positions
    return _holds(fact, [q.text for p in earlier for q in p.quotes]) and not _holds(
        fact, [q.text for q in latest.quotes]
    )


def _holds(fact: Fact, texts: Sequence[str]) -> bool:
    return any(text in fact.text or fact.text in text for text in texts if text)


def _takes_boldest(fact: Fact, difference: Difference) -> bool:
    known = [STATUSES.index(p.value) for p in difference.positions if p.value in STATUSES]
    boldest = STATUSES[max(known)] if known else ""
    if difference.id in fact.differences and fact.status == boldest:
        return True
    words = _BOLD_WORDS.get(boldest)
    return bool(words and words.search(fact.text)) and fact.status != "approved for signing"
