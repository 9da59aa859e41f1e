"""One thing measured, two figures: "up to 700 jobs" in one source, "as many as 900 jobs" in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...model import Analysis, Metadata, Name, Question, Quote
from ..build import Evidence
from ..grouping.similarity import Similarity
from .claims import Claim, claims
from .measured import measured
from .one_thing import apart, same
from .quantities import quantities
from .revisions import in_time
from .rounding import agree, exact
from .sides import Found, Side, clause, part

_TOLLS: Mapping[str, Question] = {"dead": "dead", "hurt": "hurt", "missing": "missing"}
_AND = re.compile(r",?\s(?:and|while|but)\s")
_MOST = 200  # figures of one noun: more are not compared


def find(
    groups: Sequence[Sequence[Evidence]], likeness: Similarity, names: Sequence[Name], analyses: Sequence[Analysis]
) -> list[Found]:
    """A difference for each thing to which sources put figures that cannot be one."""
    by_thing: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims(groups, names, analyses):
        role = claim.quantity.role
        by_thing[f"toll: {role.deed}" if role.toll else claim.quantity.noun].append(claim)
    clusters = [cluster for held in by_thing.values() for cluster in _clusters(_first(held)[:_MOST], likeness)]
    sources = {a.article.id: a.article.metadata for a in analyses}
    return [_found(positions, sources) for cluster in clusters if len(positions := _positions(cluster)) > 1]


def _found(positions: Sequence[Sequence[Claim]], sources: Mapping[str, Metadata]) -> Found:
    following = in_time(positions, sources)
    positions = following or positions
    sides = tuple(Side(position[0].words, c.told, _quote(c)) for position in positions for c in position)
    first = min((c for position in positions for c in position), key=lambda c: c.place)
    subject = next(p[0].words for p in positions if first in p)
    question = _TOLLS.get(first.quantity.role.deed, "count") if first.quantity.role.toll else "count"
    return Found("revision" if following else "figure", question, subject, sides, measured(first))


def _quote(claim: Claim) -> Quote:
    """The clause that tells the figure, without what goes on about another one: "60 were hurt and 50 cars burnt"."""
    mine, text = claim.quantity, claim.told.quote.text
    whole = clause(claim.told, mine.start, mine.end)
    begin = whole.start - claim.told.quote.start
    end = begin + len(whole.text)
    if not mine.role.deed:
        return whole
    for other in quantities(text):
        link = _AND.search(text, mine.end, other.start)
        if link and link.end() == other.start and len(text[mine.end : link.start()].split()) > 1:
            end = min(end, link.start())
        link = _AND.search(text, other.end, mine.start)
        if link and link.end() == mine.start and len(text[other.end : link.start()].split()) > 1:
            begin = max(begin, mine.start)
    return part(whole, begin - whole.start + claim.told.quote.start, end - whole.start + claim.told.quote.start)


def _first(held: Sequence[Claim]) -> list[Claim]:
    """Of each source the figure of a thing that it tells first, of an occasion that does not lie back if it can be, and
    what may be the same or is called an earlier one: others that follow may be of other occasions, or of parts."""
    first: dict[tuple[object, ...], Claim] = {}
    out = []
    for claim in sorted(held, key=lambda c: (bool(c.occasion.back), c.place)):
        key = (claim.told.quote.source, claim.quantity.role.deed, claim.quantity.modifiers)
        mine = first.setdefault(key, claim)
        if claim.earlier or agree(claim.quantity, mine.quantity):
            out.append(claim)
    return out


def _clusters(held: Sequence[Claim], likeness: Similarity) -> list[list[Claim]]:
    """The figures that are told of one thing: each is linked to another of its cluster and apart from none."""
    out: list[list[Claim]] = []
    for one in held:
        near = [c for c in out if not _any_apart(c, [one]) and any(same(other, one, likeness) for other in c)]
        mine = [one]
        for cluster in near:
            if not _any_apart(cluster, mine):
                mine = [*cluster, *mine]
                out.remove(cluster)
        out.append(mine)
    return out


def _any_apart(cluster: Sequence[Claim], other: Sequence[Claim]) -> bool:
    return any(apart(a, b) for a in cluster for b in other)


def _positions(cluster: Sequence[Claim]) -> list[list[Claim]]:
    """The figures of a cluster by number; a rounded one stands with the exact one that it may be."""
    out: list[list[Claim]] = []
    for claim in sorted(cluster, key=lambda c: (not exact(c.quantity), c.place)):
        fits = [position for position in out if agree(position[0].quantity, claim.quantity)]
        if fits:
            min(fits, key=lambda p: abs(p[0].quantity.low - claim.quantity.low)).append(claim)
        else:
            out.append([claim])
    return out
