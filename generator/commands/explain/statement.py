"""Why a statement is one, where its origins come from, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...briefing.bottom_line import worth
from ...editorial import paste
from ...facts.grounds import Pair, grounds
from ...facts.workings import THRESHOLD
from ...model import Fact, Origin, Quote, TopicContent
from ...pages.questions import heading
from ...pages.wording import words_of
from .known import Known
from .words import shortened

_LEAST = 0.005  # a part that is told


def told_statement(fact: Fact, all_known: Known) -> Iterator[str]:
    """Everything that is known of one statement."""
    yield f"{fact.id}  {fact.text}"
    yield f"  topics {', '.join(fact.topics)}; {fact.kind}; weight {fact.weight:.2f}" + (
        f"; status {fact.status}" if fact.status else ""
    )
    yield f"  first told by a source added {fact.first_added or 'on a day that is not given'}"
    yield from ("", "quotes, first the one that it is told in")
    yield from _quotes(fact)
    yield from _grouping(fact, all_known)
    for briefing in all_known.site.brief.briefings:
        if fact.id in {one.id for one in briefing.facts}:
            yield from _worth(fact, briefing, all_known)
    for difference in (d for d in all_known.site.brief.facts.differences if d.id in fact.differences):
        yield from (
            "",
            f"difference {difference.id}: {heading(difference, words_of(all_known.site.brief.language))}",
        )
    yield from _to_paste(fact, all_known)


def _to_paste(fact: Fact, all_known: Known) -> Iterator[str]:
    """Corrections to begin with, as lines of a file in editorial/: of the statement, and of its first difference. What
    stands for something that a person has to say is `…`."""
    differences = {d.id: d for d in all_known.site.brief.facts.differences}
    first = next((differences[id] for id in fact.differences if id in differences), None)
    yield from (
        "",
        "to correct it, paste what you mean of this into a file of editorial/, and fill in what is …",
    )
    yield "corrections:"
    yield from paste("hide", fact).splitlines()
    if len(fact.quotes) > 1:
        yield from paste("split", fact, tuple(q for q in fact.quotes if q.id != fact.id)[:1]).splitlines()
    yield from (paste("dismiss", first).splitlines() if first else ())


def _quotes(fact: Fact) -> Iterator[str]:
    origins = {origin.key: origin for origin in fact.origins}
    for quote in fact.quotes:
        yield f"  {quote.id}  {quote.source}, paragraph {quote.paragraph}: {shortened(quote.text)}"
        yield f"    {_origin(quote, origins)}" + ("" if quote.shown else "; not shown, within the limits on quoting")


def _origin(quote: Quote, origins: Mapping[str, Origin]) -> str:
    """Who a quote goes back to, and why."""
    origin = origins.get(quote.origin)
    reasons = {
        "speaker": "said to be said by them, here or where else this source speaks of it",
        "voices": "voices without a name",
        "declared": "declared in the source's metadata",
        "author": "in the words of the article's author",
        "house": "papers of one house that name nobody",
        "publisher": "names nobody: the publisher's own",
        "unnamed": "names nobody, and no publisher is known",
    }
    if origin is None:
        return f"origin {quote.origin or 'none'}, counted with another of this source"
    name = origin.name or origin.source or "nobody"
    said = f"; attributed to {quote.by}" if quote.by else ""
    return f"origin {name} ({origin.kind}): {reasons[origin.kind]}{said}"


def _grouping(fact: Fact, all_known: Known) -> Iterator[str]:
    found = grounds(fact, all_known.site.brief.facts.facts, all_known.site.brief.topics, all_known.workings)
    if found.joined:
        yield from ("", f"why one statement (groups form from a mean probability of {THRESHOLD})")
        yield from (line for pair in found.joined for line in _pair(pair))
    if found.outside:
        yield from ("", "nearest that stayed outside")
        yield from (line for pair in found.outside for line in _pair(pair))


def _pair(pair: Pair) -> Iterator[str]:
    apart = f", kept apart: {pair.apart}" if pair.apart else ""
    other = f", in {pair.fact}" if pair.fact else ""
    yield f"  {pair.probability:.2f}{apart}  {pair.one.sentence.source} and {pair.other.sentence.source}{other}"
    yield f"    {shortened(pair.one.text)}"
    yield f"    {shortened(pair.other.text)}"
    yield f"    {_parts(pair.parts)}; shared: {', '.join(pair.terms)}"


def _worth(fact: Fact, briefing: TopicContent, all_known: Known) -> Iterator[str]:
    """What speaks for and against a statement as a line of a topic's bottom line, and which place it has."""
    found = worth(briefing.facts, briefing.differences, all_known.topics[briefing.topic])
    if fact.id not in found:
        yield from ("", f"bottom line of {briefing.topic}: cannot stand alone, or is an opinion")
        return
    totals = {id: sum(parts.values()) for id, parts in found.items()}
    place = sum(total > totals[fact.id] for total in totals.values()) + 1
    told = "chosen" if any(fact.id in line.facts for line in briefing.bottom_line) else "not chosen"
    ranked = sorted(found[fact.id].items(), key=lambda part: (-abs(part[1]), part[0]))
    yield from (
        "",
        f"bottom line of {briefing.topic}: {told}, {place} of {len(totals)} by worth, {totals[fact.id]:.2f}",
    )
    yield f"  {_parts(ranked)}"


def _parts(parts: Iterable[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {value:+.2f}" for name, value in parts if abs(value) >= _LEAST)
