"""The dateline that opens an agency's report: "LUND, Sweden, June 6 (Agency) -- ". It dates the report alone."""

from __future__ import annotations

import re

_PLACE = r"[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}"
_MIXED = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_AGENCY = r"\([\w./& -]{2,30}\)"
_RULE = r"(?:--|[–—_-])\s+(?=\S)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,\s{_MIXED}){{0,2}}(?:,\s(?P<date>{_DATE}))?(?:\s{_AGENCY})?"
    rf"|{_MIXED}(?:,\s{_MIXED}){{0,2}}(?:,\s(?P<day>{_DATE})(?:\s{_AGENCY})?|\s{_AGENCY})"
    rf"|(?P<bare>{_DATE})(?:\s{_AGENCY})?|)\s?{_RULE}"
)


def dateline(text: str) -> tuple[int, str | None]:
    """(where the text behind the dateline of the sentence `text` begins, the date in it or None). 0 without one."""
    found = _DATELINE.match(text)
    return (found.end(), found["date"] or found["day"] or found["bare"]) if found else (0, None)
