"""Lines that say who wrote a report: names of its desk, none of its story."""

from __future__ import annotations

import re

_CREDITS = (
    re.compile(r"\b(?:writer|reporter|correspondent)s?\b.*\bcontributed\b", re.IGNORECASE),
    re.compile(r"\bcontributed to this (?:report|story|article)\b"),
    re.compile(r"^\(?(?i:reporting|writing|editing|compiled|written|reported|edited) by [A-Z]"),
    re.compile(r"^By [A-Z][\w.’'-]+ [A-Z][^.]*$"),
)


def is_credit(sentence: str) -> bool:
    """Whether a sentence only names who wrote, edited or helped with the report."""
    return any(pattern.search(sentence) for pattern in _CREDITS)
