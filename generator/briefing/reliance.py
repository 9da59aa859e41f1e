"""What a page rests on, in words, where that is less than it looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Analysis, Coverage, Fact


def reliance(facts: Sequence[Fact], covered: Sequence[Coverage], known: Mapping[str, Analysis]) -> tuple[str, ...]:
    """Sentences in fixed words; empty where a page rests on several origins reported in their own words."""
    said = []
    digests = sum(known[c.source].article.metadata.is_digest for c in covered)
    if digests:
        every = (
            "This page rests"
            if digests == len(covered)
            else f"This page rests in part ({digests} of {len(covered)} sources)"
        )
        said.append(
            f"{every} on digests: accounts in this project’s own words of what each report says, "
            "not quotations from the reports."
        )
    if len(covered) == 1:
        said.append("All of it comes from one article.")
    elif len({origin for f in facts for origin in f.origins}) == 1:
        said.append(f"All of it goes back to one origin, carried by {len(covered)} articles.")
    return tuple(said)
