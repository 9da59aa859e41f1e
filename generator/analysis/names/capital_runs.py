"""Capitalised runs of words: where they stand in a sentence, and where one name in them ends and another begins."""

from __future__ import annotations

from ...text.gazetteer import demonyms, is_place
from ...text.name_words import LEGAL_FORMS, OFFICE_HOLDERS, OWNERS, PORTFOLIOS
from .run_links import HEADS, adjacent, joined
from .run_words import RunWord

_BEFORE_PORTFOLIO = ("of", "for", "the", "and")


def runs_of(text: str, words: list[RunWord]) -> list[list[RunWord]]:
    """The runs of capitalised words that may each be one name, with the small words that join their parts."""
    found, at = [], 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        end = _run_end(text, words, at)
        found += _at_owners(words[at:end])
        at = end
    return found


def _run_end(text: str, words: list[RunWord], first: int) -> int:
    """The end of the run of names that begins at `first`."""
    at = first + 1
    while at < len(words):
        last = words[at - 1]
        office = _office_end(text, words, at)
        if office:
            at = office
            continue
        if last.closed or not adjacent(text, last, words[at]) or _company_ends(text, last, words[at]):
            break
        if words[at].capital:
            at += 1
            continue
        end = joined(text, words, first, at)
        if not end:
            break
        at = end
    return at


def _company_ends(text: str, last: RunWord, following: RunWord) -> bool:
    """Whether a name ends with the full stop of a legal form: "Kestrel Inc. | Shares", but not "Kestrel Co. Ltd"."""
    return last.low in LEGAL_FORMS and text[last.end : following.start] == ". " and following.low not in LEGAL_FORMS


def _office_end(text: str, words: list[RunWord], at: int) -> int:
    """Past the words that say what the office before `at` is for: of "Minister of Food, Water and Energy Ana Ruiz",
    "Ana". 0 where no office is named there."""
    if words[at - 1].low not in OFFICE_HOLDERS or words[at - 1].owner:
        return 0
    end = 0
    while (after := _portfolio_end(text, words, end or at)) > (end or at):
        end = after
    return end


def _portfolio_end(text: str, words: list[RunWord], at: int) -> int:
    """Past the small words at `at` and the fields of office behind them; `at` where there are not both."""
    start = at
    while start < len(words) and words[start].text in _BEFORE_PORTFOLIO:
        start += 1
    end = start
    while end < len(words) and words[end].capital and words[end].low in PORTFOLIOS and _near(text, words, end):
        end += 1
    return end if at < start < end else at


def _near(text: str, words: list[RunWord], at: int) -> bool:
    """Whether nothing but a space or a comma stands before the word."""
    return text[words[at - 1].end : words[at].start] in (" ", ", ", " & ")


def _at_owners(run: list[RunWord]) -> list[list[RunWord]]:
    """`run` cut after each possessive that owns what follows: "Japan's | Foreign Ministry"."""
    parts: list[list[RunWord]] = [[]]
    for number, word in enumerate(run):
        parts[-1].append(word)
        rest = run[number + 1 :]
        if word.owner and rest and not _one_name(parts[-1], rest):
            parts.append([])
    return parts


def _one_name(left: list[RunWord], rest: list[RunWord]) -> bool:
    owner = left[-1]
    if is_place(owner.text) or not any(word.low in HEADS for word in rest):
        return False
    plural = owner.text.endswith("s") and not owner.text[:-1].isupper()
    return owner.low in OWNERS or (plural and (len(left) > 1 or owner.low.rstrip("s") in OWNERS))


def at_countries(part: list[RunWord]) -> list[list[RunWord]]:
    """`part` as one name; as two where it is two countries that a hyphen joins; none where nothing is left of it."""
    if not part:
        return []
    if len(part) != 1 or "-" not in part[0].text:
        return [part]
    word = part[0]
    left, _, right = word.text.partition("-")
    if is_place(word.text) or not ((is_place(left) and is_place(right)) or left.lower() in demonyms()):
        return [part]
    cut = word.start + len(left)
    return [
        [word._replace(text=left, low=left.lower(), end=cut)],
        [word._replace(text=right, low=right.lower(), start=cut + 1, initial=False)],
    ]
