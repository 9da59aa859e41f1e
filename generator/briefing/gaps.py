"""What is not known: what the sources say is not clear, and what a reader would ask and no source answers."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Coverage, Difference, Event, Fact
from .bottom_line import says_unknown

_BEFORE_SIGNING = ("proposed", "announced", "agreed", "text finalised", "approved for signing")
_MOST_SAID = 4


def gaps(
    facts: Sequence[Fact],
    every: Sequence[Fact],
    timeline: Sequence[Event],
    differences: Sequence[Difference],
    covered: Sequence[Coverage],
    digests: frozenset[str] = frozenset(),
    apart: int = 0,
) -> tuple[str, ...]:
    """Sentences in fixed words, those that carry a source's own words first. `facts` are those on the page; `every` and
    `timeline` hold also those of which no word may be published, because "no source says" is said of the sources and
    not of the page. `digests` are the ids of the sources that are no reports: what they say stands in no quotation
    marks (promise 7). `apart` of those `covered` are in another language than the site, and nothing is asked of
    them."""
    asked = _asked(facts, every, timeline, differences, bool(apart)) if len(covered) > apart else []
    return (*_said(facts, digests), *_unheard(len(covered), apart), *asked)


def _said(facts: Sequence[Fact], digests: frozenset[str]) -> list[str]:
    told = [(f.text, next((q.source for q in f.quotes if q.text == f.text), "")) for f in facts if says_unknown(f.text)]
    return [
        f"Not known, as a digest puts it: {text}"
        if source in digests
        else f"Not known, in a source’s own words: “{text}”"
        for text, source in told[:_MOST_SAID]
    ]


def _unheard(covered: int, apart: int) -> list[str]:
    if not covered:
        return ["No source speaks of this topic yet."]
    return (
        [f"Sources in another language than this site, whose statements are not compared here: {apart} of {covered}."]
        if apart
        else []
    )


def _asked(
    facts: Sequence[Fact],
    every: Sequence[Fact],
    timeline: Sequence[Event],
    differences: Sequence[Difference],
    others: bool,
) -> list[str]:
    missing = []
    nobody = "No source in this site’s language" if others else "No source"
    statuses = [s for f in every for s in (f.status, *(q.status for q in f.quotes)) if s]
    if statuses and all(status in _BEFORE_SIGNING for status in statuses):
        missing.append(f"{nobody} says that anything here was signed, ratified or in force.")
    if any(d.kind == "status" for d in differences):
        missing.append("The sources do not agree how far it had got: see where they differ.")
    if not any(e.date and not e.planned for e in timeline):
        missing.append(f"{nobody} gives a date that can be resolved for any of it.")
    if not any(any(c.isdigit() for c in word.rstrip("Gg")) for f in every for q in f.quotes for word in q.text.split()):
        missing.append(f"{nobody} gives a figure: no amount, number or share.")
    single = sum(len(f.origins) == 1 for f in facts)
    if facts and single == len(facts):
        missing.append("No statement here has a second, independent origin.")
    return missing
