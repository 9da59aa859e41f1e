"""The dateline that opens an agency's report: "LUND, Sweden, June 6 (Agency) -- ". It dates the report alone."""

from __future__ import annotations

import re

_PLACE = r"[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}"
_MIXED = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_AGENCY = r"\s\([\w./& -]{2,30}\)"
_RULE = r"(?:\s?--|\s[–—_-])"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,\s{_MIXED}){{0,2}}(?:,\s{_DATE})?(?:{_AGENCY})?(?::|{_RULE})"  # a place in capitals
    rf"|{_MIXED}(?:,\s{_MIXED}){{0,2}}(?:,\s{_DATE}(?:{_AGENCY})?|{_AGENCY}){_RULE}"  # a place, and a date or an agency
    rf"|{_DATE}(?:{_AGENCY})?{_RULE}|--)\s+(?=\S)"
)


def dateline_end(text: str) -> int:
    """Where what follows the dateline of the sentence `text` begins; 0 where it opens with none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
