"""Capitalised runs of words: where they stand in a sentence, and where one name in them ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ...text.gazetteer import demonyms, is_place
from ...text.name_words import (
    ABBREVIATED,
    AGREEMENTS,
    COMPOUND_TAILS,
    EVENTS,
    JOINED_BY_AND,
    LEGAL_FORMS,
    MEASURES,
    OFFICE_HOLDERS,
    ORGANISATIONS,
    OWNERS,
    PARTICLES,
    PORTFOLIOS,
    WITH_OF,
)
from ...text.pos_tagger import known, lexical
from ...text.words import word_set

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s?[A-Z])|[^\W_]+(?:(?:[-'’&]|\.(?=[a-z])|(?<=[A-Z])/(?=[A-Z]))[^\W_]+)*['’]?"
)
_OPENING = re.compile(r"(?:^|[.:;?!—–•“\"‘(\[/|>*]|--)\s*['’]?$")
_CONTRACTED = re.compile(
    r"(?:[A-Za-z]+n['’]t|(?:I|You|We|They|He|She|It|That|There|What|Who|Let|Here|How|Where)['’][a-z]+)$", re.I
)
_PARTY_TAG = re.compile(r"^[RDI]-[A-Z]")  # "R-Va."
_UNITS = word_set("kWh mAh kHz mHz mRNA km dBm vCPU vCPUs")
_LOWER_JOINS = ("la-", "de-", "al-", "ul-", "on-", "sur-", "en-")
_HEADS = ORGANISATIONS | AGREEMENTS | EVENTS | MEASURES
_SINGLE_EVENTS = word_set("deal talks election")  # "the deal on Brexit" is no name
_OFFICES_OF_TWO = word_set(
    "ministry department institute office bureau administration agency commission committee council center centre"
)
_BEFORE_PORTFOLIO = ("of", "for", "the", "and")
_SYLLABLE = 5  # letters of the second half of a given name that is a word too: "Ban Ki-moon"
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ship", "ity", "ture", "ics")  # endings of what offices are for
_DESCRIBING = 3  # words in front of "and" that may describe one head: "Special Strategic and Global Partnership"


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
    before = last is not None and last.capital and text[last.end : start] == " "
    closed = head[:1].isupper() and _describes(head, tail, before)
    bare = head if closed else bare
    unit = len(bare) == 1 and last is not None and last.text.isdigit() and last.end == start - 1  # "5 G"
    initial = bool(_OPENING.search(text[max(0, start - 4) : start]))
    mixed = len(bare) > 2 and bare not in _UNITS and not bare[:3].islower()
    capital = not unit and not _PARTY_TAG.match(bare) and (bare[0].isupper() or mixed) and not _CONTRACTED.match(bare)
    return RunWord(bare, bare.lower().replace(".", ""), start, start + len(bare), capital, initial, owner, closed)


def _describes(head: str, tail: str, after_name: bool) -> bool:
    """Whether what follows a hyphen makes a name an adjective: "Oslo-based", but not "Kim Ye-rin"."""
    if not tail[:1].islower() or tail.startswith(_LOWER_JOINS):
        return False
    if tail in COMPOUND_TAILS or tail.endswith("ed") or "-" in tail or is_place(head) or head.lower() in demonyms():
        return True
    return known(tail) and not (after_name and len(tail) <= _SYLLABLE)


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
        if last.closed or not _adjacent(text, last, words[at]) or _company_ends(text, last, words[at]):
            break
        if words[at].capital:
            at += 1
            continue
        joined = _joined(text, words, first, at)
        if not joined:
            break
        at = joined
    return at


def _company_ends(text: str, last: RunWord, following: RunWord) -> bool:
    """Whether a name ends with the full stop of a legal form: "Kestrel Inc. | Shares", but not "Kestrel Co. Ltd"."""
    return last.low in LEGAL_FORMS and text[last.end : following.start] == ". " and following.low not in LEGAL_FORMS


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


def _joined(text: str, words: list[RunWord], first: int, at: int) -> int:
    """Past which word the run goes on across the small word at `at`; 0 where it does not."""
    after = at + 1
    if words[at].text in ("of", "for", "on") and after < len(words) and words[after].text in ("the", "and"):
        after += 1
    link = _Link(text, words, first, at, after)
    if after >= len(words) or not words[after].capital or link.last.owner:
        return 0
    if not _adjacent(text, words[after - 1], words[after]):
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
    named = (head in _HEADS or head.removesuffix("s") in _HEADS) and head not in _SINGLE_EVENTS
    return link.after + 1 if link.small in ("for", "on") and named else 0


def _by_and(link: _Link) -> int:
    """By "and" within one name: "Food and Drug Administration", "Department of Health and Social Security"."""
    if link.small not in ("and", "&") or not link.direct:
        return 0
    end = link.after
    while end < len(link.words) and link.words[end].capital and _adjacent(link.text, *link.words[end - 1 : end + 1]):
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
