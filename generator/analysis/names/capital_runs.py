"""Capitalised runs of words: where they stand in a sentence, and where one name in them ends and another begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...text.gazetteer import demonyms, is_place
from ...text.name_words import (
    ABBREVIATED,
    AGREEMENTS,
    EVENTS,
    MEASURES,
    OFFICE_HOLDERS,
    ORGANISATIONS,
    PARTICLES,
    PORTFOLIOS,
    WITH_OF,
)
from ...text.words import word_set

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s?[A-Z])|[^\W_]+(?:(?:[-'’&]|\.(?=[a-z])|(?<=[A-Z])/(?=[A-Z]))[^\W_]+)*['’]?"
)
_OPENING = re.compile(r"(?:^|[.:;?!—–•“\"‘(\[/|>*])\s*['’]?$")
_CONTRACTED = re.compile(
    r"(?:[A-Za-z]+n['’]t|(?:I|You|We|They|He|She|It|That|There|What|Who|Let|Here|How|Where)['’][a-z]+)$", re.I
)
_UNITS = word_set("kWh mAh kHz mHz mRNA km dBm vCPU vCPUs")
_LOWER_JOINS = ("la-", "de-", "al-", "ul-", "on-", "sur-", "en-")
_HEADS = ORGANISATIONS | AGREEMENTS | EVENTS | MEASURES
# Nouns before a possessive within one name: "People's Bank", "Prime Minister's Office".
_OWNERS = word_set(
    "people women men children minister president king queen workers teachers veterans farmers writers governor "
    "mayor lord st"
)
_JOINED_BY_AND = word_set(
    "partnership department ministry committee commission act agency administration council authority "
    "organization organisation office technologies affairs services"
)
_BEFORE_PORTFOLIO = ("of", "for", "the", "and")


class RunWord(NamedTuple):
    """A word of a sentence: `text` is sentence[start:end] without a possessive ending, `low` the same in lower case
    without full stops. `capital` where it is written as a name is, `initial` where a sentence or a quotation begins,
    `owner` where it is a possessive, `closed` where what follows cannot belong to it ("Modi" of "Modi-headed")."""

    text: str
    low: str
    start: int
    end: int
    capital: bool = False
    initial: bool = False
    owner: bool = False
    closed: bool = False


def words_of(text: str) -> list[RunWord]:
    """The words of a sentence."""
    out: list[RunWord] = []
    for found in _TOKEN.finditer(text):
        token, start = found.group(), found.start()
        if token.islower() or not token[0].isalpha():
            # Most words: made without Word's own constructor, which costs as much as the search.
            out.append(tuple.__new__(RunWord, (token, token, start, start + len(token), False, False, False, False)))
        else:
            out.append(_word(text, token, start, out[-1] if out else None))
    return out


def _word(text: str, token: str, start: int, last: RunWord | None) -> RunWord:
    bare = token.rstrip("'’")
    owner = bare != token
    if bare[-2:] in ("'s", "’s", "'S", "’S"):
        bare, owner = bare[:-2], True
    head, _, tail = bare.partition("-")
    closed = bool(tail) and tail[0].islower() and head[:1].isupper() and not tail.startswith(_LOWER_JOINS)
    bare = head if closed else bare
    unit = len(bare) == 1 and last is not None and last.text.isdigit() and last.end == start - 1  # "5 G"
    initial = bool(_OPENING.search(text[max(0, start - 4) : start]))
    mixed = len(bare) > 2 and bare not in _UNITS and not bare[:3].islower()
    capital = not unit and (bare[0].isupper() or mixed) and not _CONTRACTED.match(bare)
    return RunWord(bare, bare.lower().replace(".", ""), start, start + len(bare), capital, initial, owner, closed)


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
        if last.closed or not _adjacent(text, last, words[at]):
            break
        if words[at].capital:
            at += 1
            continue
        joined = _joined(text, words, first, at)
        if not joined:
            break
        at = joined
    return at


def _office_end(text: str, words: list[RunWord], at: int) -> int:
    """Past the words that say what the office before `at` is for: of "Minister of Food, Water and Energy Ana Ruiz",
    "Ana". 0 where no office is named there."""
    if words[at - 1].low not in OFFICE_HOLDERS or words[at - 1].owner:
        return 0
    end, start = 0, at
    while start < len(words) and words[start].text in _BEFORE_PORTFOLIO:
        while start < len(words) and words[start].text in _BEFORE_PORTFOLIO:
            start += 1
        last = start
        while last < len(words) and words[last].capital and words[last].low in PORTFOLIOS and _near(text, words, last):
            last += 1
        if last == start:
            break
        end = start = last
    return end


def _near(text: str, words: list[RunWord], at: int) -> bool:
    """Whether nothing but a space or a comma stands before the word."""
    return text[words[at - 1].end : words[at].start] in (" ", ", ", " & ")


def _adjacent(text: str, left: RunWord, right: RunWord) -> bool:
    gap = text[left.end : right.start]
    if left.owner:
        gap = re.sub(r"^['’]s?", "", gap, flags=re.I)
    if gap.isspace() and "\n" not in gap:
        return True
    return gap == " & " or (gap.strip() == "." and gap != "." and left.low in ABBREVIATED)


def _joined(text: str, words: list[RunWord], first: int, at: int) -> int:
    """Past which word the run goes on across the small word at `at`; 0 where it does not."""
    small, last = words[at].text, words[at - 1]
    after = at + 1
    if small in ("of", "for", "on") and after < len(words) and words[after].text in ("the", "and"):
        after += 1
    if (
        after >= len(words)
        or not words[after].capital
        or not _adjacent(text, words[after - 1], words[after])
        or last.owner
    ):
        return 0
    if small in PARTICLES and after == at + 1 and not is_place(last.text):
        return after + 1
    heads = {word.low for word in words[first:at]}
    if small == "of" and (last.low in WITH_OF or last.low.rstrip("s") in WITH_OF):
        return after + 1
    if small in ("for", "on") and last.low.rstrip("s") in _HEADS and last.low not in ("deal", "talks", "election"):
        return after + 1
    if small in ("and", "&") and after == at + 1:
        end = after
        while end < len(words) and words[end].capital and _adjacent(text, words[end - 1], words[end]):
            end += 1
        under = "of" in heads and bool(heads & {"ministry", "department", "institute", "office", "bureau"})
        if under or (
            words[end - 1].low in _JOINED_BY_AND
            and end - after > 0
            and not is_place(last.text)
            and _plain(words, first, at)
        ):
            return end
    return 0


def _plain(words: list[RunWord], first: int, at: int) -> bool:
    """Whether what stands before "and" reads like the describing words of one name ("Food", "Special Strategic")."""
    return at - first <= 3 and not any(w.owner or is_place(w.text) or w.text.isupper() for w in words[first:at])


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
    if is_place(owner.text) or not any(word.low in _HEADS for word in rest):
        return False
    plural = owner.text.endswith("s") and not owner.text[:-1].isupper()
    return owner.low in _OWNERS or (plural and (len(left) > 1 or owner.low.rstrip("s") in _OWNERS))


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
