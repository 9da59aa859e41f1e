"""Words of the scripts that write no spaces between them: Chinese, Japanese, Thai, Lao, Khmer and Burmese.

ICU's dictionaries cut all six (the package icu4py of the extra `briefing[scripts]`). Without it a stretch stays whole,
and what would need its words goes without them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .language_tags import primary

if TYPE_CHECKING:
    from icu4py.breakers import WordBreaker

HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9f"
HIRAGANA = "\u3041-\u309f"
SOUTH_EAST = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u17d7\u17dc\u17dd"
)
"""Thai, Lao, Burmese and Khmer letters with their marks; all of these are ranges inside a pattern's brackets."""
UNSPACED = HAN + KATAKANA + HIRAGANA + SOUTH_EAST

UNSPACED_LANGUAGES = frozenset(["zh", "yue", "ja", "th", "lo", "km", "my"])
INSTALL = "pip install 'briefing[scripts]'"


def is_unspaced(language: str) -> bool:
    """Whether `language` (its code or a tag of it) writes no spaces between its words."""
    return primary(language) in UNSPACED_LANGUAGES


def installed() -> bool:
    """Whether words of these scripts can be told."""
    return _breaker() is not None


def cut(stretch: str) -> tuple[str, ...]:
    """The words of a stretch of letters of these scripts, in order and without a gap; the whole stretch where they
    cannot be told."""
    breaker = _breaker()
    if breaker is None or len(stretch) < 2:
        return (stretch,)
    return tuple(breaker(stretch, "und"))


@cache
def _breaker() -> type[WordBreaker] | None:
    try:
        from icu4py.breakers import WordBreaker
    except ImportError:
        return None
    return WordBreaker
