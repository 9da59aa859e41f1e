"""Lines that say who wrote a report: names of its desk, none of its story."""

from __future__ import annotations

import re

_AGENCIES = "AP|AFP|UPI|PTI|ANI|Reuters|Xinhua|Yonhap"
_PERSON = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}"
_WRITERS = r"(?i:\b(?:reporter|columnist|staff writer|correspondent)\b|e-?mail\b|@)"
_CREDITS = (
    re.compile(r"\b(?:writer|reporter|correspondent)s?\b.*\bcontributed\b", re.IGNORECASE),
    re.compile(r"\bcontributed to this (?:report|story|article)\b"),
    re.compile(
        r"^\(?(?i:(?:additional |further )?(?:reporting|writing|editing)|compiled|written|reported|edited) by [A-Z]"
    ),
    re.compile(r"^\(?(?i:with (?:\w+ )?inputs? from|source[s:]) ?[A-Z][^.]*[.)]*$"),
    re.compile(rf"^{_PERSON} (?:is|writes|covers)\b.*{_WRITERS}"),
    re.compile(rf"^{_PERSON}(?: ?[/|,–—-] ?| )(?:{_AGENCIES})\.?$"),
    re.compile(rf"^[-–—(/ ]*(?:Copyright\b.*|©.*|(?:{_AGENCIES})[-/ ]*\)?)$"),
    re.compile(r"^By [A-Z][\w.’'-]+ [A-Z][^.]*$"),
)


def is_credit(sentence: str) -> bool:
    """Whether a sentence only names who wrote, edited or helped with the report, or the agency that it is from."""
    return any(pattern.search(sentence) for pattern in _CREDITS)
