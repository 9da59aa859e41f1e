"""What is not known: what the sources say is not clear, and what a reader would ask and no source answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Difference, Fact
from .self_contained import says_unknown, stands_alone

_BEFORE_SIGNING = ("proposed", "announced", "agreed", "text finalised", "approved for signing")
_MOST_SAID = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a topic. `facts` are those on the page; `every` holds also those of which no word may be
    published, because "no source says" is said of the sources and not of the page; `core` are the ids of the facts of
    the bottom line. `digests` are the ids of the sources that are no reports: what they say stands in no quotation
    marks (promise 7). `apart` of the sources `covered` are in another language than the site, and nothing is asked of
    them."""

    facts: Sequence[Fact]
    every: Sequence[Fact]
    core: frozenset[str]
    differences: Sequence[Difference]
    covered: int
    digests: frozenset[str] = frozenset()
    apart: int = 0


def gaps(told: Told) -> tuple[str, ...]:
    """Sentences in fixed words, those that carry a source's own words first."""
    asked = _asked(told) if told.covered > told.apart else []
    return (*_said(told.facts, told.digests), *_unheard(told.covered, told.apart), *asked)


def _said(facts: Sequence[Fact], digests: frozenset[str]) -> list[str]:
    open_ = [f for f in facts if says_unknown(f.text) and stands_alone(f.text)]
    told = [(f.text, next((q.source for q in f.quotes if q.text == f.text), "")) for f in open_]
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


def _asked(told: Told) -> list[str]:
    nobody = "No source in this site’s language" if told.apart else "No source"
    answers = (
        (_is_unsigned(told), f"{nobody} says that anything here was signed, ratified or in force."),
        (
            any(d.kind == "status" for d in told.differences),
            "The sources do not agree how far it had got: see where they differ.",
        ),
        (
            bool(told.facts) and all(len(f.origins) == 1 for f in told.facts),
            "No statement here has a second, independent origin.",
        ),
    )
    return [words for open_, words in answers if open_]


def _is_unsigned(told: Told) -> bool:
    """Whether the core of the topic is an instrument, and no source gives one a status of those that bind."""
    at_core = any(f.status for f in told.facts if f.id in told.core)
    statuses = [s for f in told.every for s in (f.status, *(q.status for q in f.quotes)) if s]
    return at_core and all(status in _BEFORE_SIGNING for status in statuses)
