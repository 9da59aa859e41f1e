"""Links to the pages that hold what is too long for one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...text.escape import Inline, Link, inline
from ...text.letters import DIGITS, script_name
from ..context import PageContext
from ..periods import told
from ..wording import Words


@dataclass(frozen=True, slots=True)
class PartLink:
    """A further page, by what it holds and how much."""

    text: Inline
    href: Link
    number: Inline


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Further pages under one title, as of one year; no title where a page holds all that it would stand for."""

    title: Inline | None
    parts: tuple[PartLink, ...]


def part_link(text: str, path: str, number: int, page: PageContext) -> PartLink:
    """The link from `page` to the page at `path`, which holds a `number` of things."""
    return PartLink(inline(text), page.to(path), inline(page.words.messages.number(number)))


def grouped(links: Iterable[tuple[str, PartLink]]) -> tuple[PartGroup, ...]:
    """Links by their titles, in the order in which those come."""
    held: dict[str, list[PartLink]] = {}
    for title, link in links:
        held.setdefault(title, []).append(link)
    return tuple(
        PartGroup(None if not title or [one.text for one in parts] == [inline(title)] else inline(title), tuple(parts))
        for title, parts in held.items()
    )


def period(keys: tuple[str, ...], number: int, of: int, words: Words) -> str:
    """`2031`, `May 2031`, `Undated, page 2 of 3`."""
    return paged(told(keys, words) or words.say("parts.undated"), number, of, words)


def letter_told(code: str, words: Words) -> str:
    """A letter, or the name of a script."""
    if not code:
        return words.say("keyphrases.other")
    return script_name(code, words.messages.locale) if len(code) > len(DIGITS) else code


def paged(text: str, number: int, of: int, words: Words) -> str:
    """`text`, and which page of how many that is, where there are several."""
    return words.say("timeline.piece", part=text, number=number, of=of) if of > 1 else text
