"""What a page rests on, where that is less than it looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Analysis, Coverage, Fact, Reliance


def reliance(facts: Sequence[Fact], covered: Sequence[Coverage], known: Mapping[str, Analysis]) -> tuple[Reliance, ...]:
    """Empty where a page rests on several origins reported in their own words."""
    found = []
    digests = sum(known[c.source].article.metadata.is_digest for c in covered)
    if digests:
        found.append(Reliance("digests", digests, len(covered)))
    if len(covered) == 1:
        found.append(Reliance("article", 1, 1))
    elif len({origin for f in facts for origin in f.origins}) == 1:
        found.append(Reliance("origin", 1, len(covered)))
    return tuple(found)
