"""Small words within one name: "Ludwig van Beethoven", "Ministry of the Interior", "Food and Drug Administration"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ...text.gazetteer import is_place
from ...text.name_words import (
    ABBREVIATED,
    AGREEMENTS,
    EVENTS,
    JOINED_BY_AND,
    MEASURES,
    ORGANISATIONS,
    PARTICLES,
    PORTFOLIOS,
    WITH_OF,
)
from ...text.pos_tagger import known, lexical
from ...text.words import word_set
from .run_words import RunWord

HEADS = ORGANISATIONS | AGREEMENTS | EVENTS | MEASURES
"""Head nouns of names that are no places."""

_SINGLE_EVENTS = word_set("deal talks election")  # "the deal on Brexit" is no name
_OFFICES_OF_TWO = word_set(
    "ministry department institute office bureau administration agency commission committee council center centre"
)
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ship", "ity", "ture", "ics")  # endings of what offices are for
_DESCRIBING = 3  # words in front of "and" that may describe one head: "Special Strategic and Global Partnership"


def adjacent(text: str, left: RunWord, right: RunWord) -> bool:
    """Whether nothing stands between two words that parts a name."""
    gap = text[left.end : right.start]
    if left.owner:
        gap = re.sub(r"^['’]s?", "", gap, flags=re.I)
    if gap.isspace() and "\n" not in gap:
        return True
    return gap == " & " or (gap.strip() == "." and gap != "." and left.low in ABBREVIATED)


class _Link(NamedTuple):
    """A small word at `at` within a run that begins at `first`; `after` is the word that the run would go on with."""

    text: str
    words: list[RunWord]
    first: int
    at: int
    after: int

    @property
    def small(self) -> str:
        return self.words[self.at].text

    @property
    def last(self) -> RunWord:
        return self.words[self.at - 1]

    @property
    def direct(self) -> bool:
        """Whether no article stands behind the small word."""
        return self.after == self.at + 1

    @property
    def heads(self) -> set[str]:
        return {word.low for word in self.words[self.first : self.at]}


def joined(text: str, words: list[RunWord], first: int, at: int) -> int:
    """Past which word the run goes on across the small word at `at`; 0 where it does not."""
    after = at + 1
    if words[at].text in ("of", "for", "on") and after < len(words) and words[after].text in ("the", "and"):
        after += 1
    link = _Link(text, words, first, at, after)
    if after >= len(words) or not words[after].capital or link.last.owner:
        return 0
    if not adjacent(text, words[after - 1], words[after]):
        return 0
    return next((end for rule in _LINKS if (end := rule(link))), 0)


def _by_particle(link: _Link) -> int:
    """By a particle: "Ludwig van Beethoven"."""
    return link.after + 1 if link.small in PARTICLES and link.direct and not is_place(link.last.text) else 0


def _by_of(link: _Link) -> int:
    """By "of" behind a head: "Ministry of the Interior"."""
    head = link.last.low
    return link.after + 1 if link.small == "of" and (head in WITH_OF or head.removesuffix("s") in WITH_OF) else 0


def _by_for(link: _Link) -> int:
    """By "for" or "on" behind a head: "Convention on Biological Diversity"."""
    head = link.last.low
    named = (head in HEADS or head.removesuffix("s") in HEADS) and head not in _SINGLE_EVENTS
    return link.after + 1 if link.small in ("for", "on") and named else 0


def _by_and(link: _Link) -> int:
    """By "and" within one name: "Food and Drug Administration", "Department of Health and Social Security"."""
    if link.small not in ("and", "&") or not link.direct:
        return 0
    end = link.after
    while end < len(link.words) and link.words[end].capital and adjacent(link.text, *link.words[end - 1 : end + 1]):
        end += 1
    return end if _office_of_two(link) or _one_head(link, end) else 0


def _office_of_two(link: _Link) -> bool:
    """Whether an office is for two things: "Agency for Trade and Customs", but not "Bank of Oslo and Kestrel"."""
    office = link.heads & _OFFICES_OF_TWO and link.heads & {"of", "for", "on"}
    return bool(office) and _ordinary(link.words[link.after])


def _ordinary(word: RunWord) -> bool:
    common = known(word.low) and lexical(word.low) in "NBJ" and not is_place(word.text)
    return word.low in PORTFOLIOS or word.low.endswith(_ABSTRACT) or common


def _one_head(link: _Link, end: int) -> bool:
    """Whether what stands on both sides of "and" describes the head at the end."""
    headed = link.words[end - 1].low in JOINED_BY_AND and end - link.after > 0
    return headed and not is_place(link.last.text) and _plain(link.words, link.first, link.at)


_LINKS: tuple[Callable[[_Link], int], ...] = (_by_particle, _by_of, _by_for, _by_and)


def _plain(words: list[RunWord], first: int, at: int) -> bool:
    """Whether what stands before "and" reads like the describing words of one name ("Food", "Special Strategic")."""
    shown = words[first:at]
    shown = shown[1:] if len(shown) > 1 and is_place(shown[0].text) else shown  # "U.S. Customs and Border Protection"
    return len(shown) <= _DESCRIBING and not any(w.owner or is_place(w.text) or w.text.isupper() for w in shown)
