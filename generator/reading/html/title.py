"""An article's title: the words of its heading, without the name of the site around them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from .blocks import key_of

_CUT = re.compile(r"\s+(?:[|•»«·⋅]|::|[-–—~])\s+|\s*\|\s*")
_BAR = re.compile(r"[|•»«·⋅]|::")
_LONGEST = 1_000
_SITE_WORDS = 6
_SHARED = 0.5  # of the heading's words must be known from the page's other titles
_COMMON = frozenset([
    "a", "an", "and", "at", "by", "for", "from", "how", "in", "is", "of", "on", "or", "the", "to", "what",
    "why", "with", "you", "your",
])  # fmt: skip


def choose_title(headings: Iterable[str], stated: Iterable[str], sites: Iterable[str]) -> str | None:
    """The title of the page whose first-level headings, other statements of its title (best first) and names of its
    site (and its domain) are given. A heading that shares its words with another statement is the title; else it is
    the first statement without the site's name."""
    site_keys = frozenset(key for key in map(key_of, sites) if len(key) > 2)
    others = [title for title in (without_site(tidy(text), site_keys) for text in stated) if title]
    known = [_words(title) for title in others]
    real = [h for h in map(tidy, headings) if len(h) > 2 and key_of(h) not in site_keys]
    if not others:
        return without_site(real[0], site_keys) if real else None
    scored = [(max(_agreement(_words(h), k) for k in known), -i, h) for i, h in enumerate(real)]
    best = max(scored, default=(0.0, 0, ""))
    if best[0] >= _SHARED or (len(real) == 1 and len(_words(real[0])) >= 4 and best[0] > 0):
        return without_site(best[2], site_keys)
    return others[0]


def without_site(title: str, site_keys: frozenset[str]) -> str:
    """`title` without a site's name at its end or start: a part set off by a bar, or by a dash
    where we know the name."""
    while cuts := list(_CUT.finditer(title)):
        last, first = cuts[-1], cuts[0]
        if _is_site(title[last.end() :], last[0], title[: last.start()], site_keys):
            title = title[: last.start()].strip()
        elif key_of(title[: first.start()]) in site_keys:
            title = title[first.end() :].strip()
        else:
            break
    head, colon, rest = title.partition(": ")
    return rest.strip() if colon and rest and key_of(head) in site_keys else title


def tidy(text: str) -> str:
    """`text` on one line, with character references resolved that were escaped twice."""
    return " ".join(html.unescape(text[:_LONGEST]).split())


def _is_site(part: str, mark: str, rest: str, site_keys: frozenset[str]) -> bool:
    key, words = key_of(part), len(part.split())
    if not rest.strip():
        return False
    if key in site_keys or any(len(key) > 3 and (key in s or (len(s) > 5 and s in key)) for s in site_keys):
        return words <= _SITE_WORDS + 4
    return bool(_BAR.search(mark)) and words <= _SITE_WORDS and len(rest.split()) >= 2


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.lower())) - _COMMON


def _agreement(heading: frozenset[str], title: frozenset[str]) -> float:
    return len(heading & title) / max(1, min(len(heading), len(title)))
