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
_SOME_WORDS = 4
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
    others = [title for text in stated if (title := without_site(tidy(text), site_keys))]
    real = _real(headings, site_keys)
    chosen = _confirmed(real, [_words(title) for title in others]) if others else next(iter(real), None)
    return next(iter(others), None) if chosen is None else without_site(chosen, site_keys)


def _real(headings: Iterable[str], site_keys: frozenset[str]) -> list[str]:
    """The headings that say something, and more than the site's name."""
    return [heading for heading in map(tidy, headings) if len(heading) > 2 and key_of(heading) not in site_keys]


def _confirmed(headings: list[str], known: list[frozenset[str]]) -> str | None:
    """The heading that shares most words with another title; None where none shares enough. A single one of some length
    needs but one."""
    shares = [max(_agreement(_words(heading), words) for words in known) for heading in headings]
    best = max(shares, default=0.0)
    alone = len(headings) == 1 and len(_words(headings[0])) >= _SOME_WORDS and best > 0
    return headings[shares.index(best)] if best >= _SHARED or alone else None


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
