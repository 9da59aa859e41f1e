"""Who speaks for whom, and what a report calls a name: "Acme's chief Ana Ruiz" speaks for Acme, "the mayor, Olaf Berg"
is meant by "the mayor", and "Acme, a shipping company" by "the company"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import Analysis, Name
from ...text.name_words import HONORIFICS, ROYAL, TITLES
from .lookup import Lookup, named

_ROLE = "|".join(
    sorted(
        re.escape(title) + "s?"
        for title in TITLES - {"correspondent", "reporter", "editor"} | {"official", "member", "aide", "consultant"}
    )
)
_OTHER_TIME = re.compile(r"\b(?:former|ex|then|rival|one-time|onetime|late|fired|ousted|outgoing)\b", re.I)
_OTHER_CLAUSE = re.compile(r"[“”\";:]|(?<!who )\b(?:is|was|has|had|were|are)\b")
_JUST_BEFORE = 12  # characters in front of the first name that may tell of another time
_LONGEST_GAP = 90  # characters between a name and the body that it speaks for
_NO_TITLE = "and|or|but|with|to|in|on|at|by|for|from|alongside|as|before|after|when|where|than|over|about|near|while"
_TITLE_BETWEEN = re.compile(
    rf"^(?:['’]s)? (?:(?!(?:{_NO_TITLE})\b)[\w&-]+ ){{0,4}}?(?:(?:{_ROLE}) and )?(?:{_ROLE}),? $", re.I
)
_TITLE_OF = re.compile(
    rf"^, (?!and |or |but )(?:(?:an?|the|its|who is an?) )?(?:[\w-]+,? ){{0,5}}?(?:{_ROLE}) (?:[\w-]+ ){{0,5}}?"
    r"(?:of|at|for|with|from)(?: the)? $",
    re.I,
)
_APPOSED = re.compile(r"^, (?:an? |the )?$", re.I)
_TITLE_AFTER = re.compile(rf"^(?:['’]s)? (?:[\w-]+ ){{0,4}}?(?:{_ROLE})\b", re.I)
_TITLE_BEFORE = re.compile(rf"\b(?:{_ROLE}) (?:of|for|at)(?: the)? $", re.I)
_BRACKET = re.compile(r"^(?: ?\([^)]*\))?,? $")
_OF = re.compile(r"^ of(?: the)? $")
_MOUTHPIECE = re.compile(r"^(?:['’]s) (?:[\w-]+ )?(?:spokes\w+|secretary|lawyer|aide|office),? $", re.I)
_OWNS = re.compile(r"['’]s ")
_UNIT = re.compile(
    r"\b(?:division|department|unit|bureau|branch|office|committee|directorate|brigade|battalion)$", re.I
)
_CALLED = re.compile(r"^(?: \([^)]*\))?(?:,| _) (?:an?|the|its|[\w.]+['’]s) ((?:[\w-]+ ){0,4}[\w-]+)(?:,|\.| _|$)")
_INNER = re.compile(r" (?:of|for|on) ")
_TITLES_IN_FRONT = re.compile(r"((?:[\w-]+ ){0,2}[\w-]+) $")

Spot = tuple[int, int, int, Name]


@dataclass(frozen=True, slots=True)
class Affiliations:
    """`speaks_for` maps the id of a name to the body that it speaks for; `called` what reports call names, in small
    letters, to those names in the order of their ids."""

    speaks_for: Mapping[str, Name]
    called: Mapping[str, tuple[Name, ...]]

    def origin(self, name: Name) -> Name:
        """The body that a name speaks for in the end, or the name itself."""
        seen = {name.id}
        while name.id in self.speaks_for and self.speaks_for[name.id].id not in seen:
            name = self.speaks_for[name.id]
            seen.add(name.id)
        return name


def affiliations(analyses: Sequence[Analysis], lookup: Lookup) -> Affiliations:
    """What the sources tell of names by the words right beside them."""
    votes: dict[str, Counter[str]] = {}
    called: dict[str, set[str]] = {}
    by_id: dict[str, Name] = {}
    for analysis in analyses:
        for text, spots in _sentences(analysis, lookup):
            for spot in spots:
                by_id[spot[3].id] = spot[3]
                for word in _calls(text, spot):
                    called.setdefault(word, set()).add(spot[3].id)
            for one, other in _pairs(text, spots):
                votes.setdefault(one.id, Counter())[other.id] += 1
    sure = {one: by_id[bodies.most_common(1)[0][0]] for one, bodies in votes.items() if _one(bodies)}
    return Affiliations(sure, {word: tuple(by_id[i] for i in sorted(ids)) for word, ids in called.items()})


def _one(votes: Counter[str]) -> bool:
    """Whether one body has more votes than any other."""
    counts = votes.most_common(2)
    return len(counts) == 1 or counts[0][1] > counts[1][1]


def _sentences(analysis: Analysis, lookup: Lookup) -> Iterator[tuple[str, list[Spot]]]:
    """The text of each sentence that names somebody, with the names in it; offsets are those of the sentence."""
    sentences = {s.index: s for s in analysis.sentences}
    spots: dict[int, list[Spot]] = {}
    for index, start, end, name in named(analysis, lookup):
        at = sentences[index].start
        spots.setdefault(index, []).append((index, start - at, end - at, name))
    for index, mine in spots.items():
        yield sentences[index].text, mine


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbouring names of a sentence: what stands before the first, between them, and behind the second."""

    one: Name
    other: Name
    before: str
    gap: str
    after: str

    @property
    def kinds(self) -> tuple[bool, bool]:
        """Which of them are people."""
        return self.one.kind == "person", self.other.kind == "person"

    @property
    def near(self) -> bool:
        """Whether one may tell of the other: in one clause, and of the present."""
        apart = _OTHER_TIME.search(self.before[-_JUST_BEFORE:] + self.gap) or _OTHER_CLAUSE.search(self.gap)
        return self.one.id != self.other.id and len(self.gap) < _LONGEST_GAP and not apart


def _pairs(text: str, spots: Sequence[Spot]) -> Iterator[tuple[Name, Name]]:
    """(who, for whom) by what stands between two neighbouring names."""
    for number, (_, start, end, one) in enumerate(spots):
        for _, begin, stop, other in spots[number + 1 : number + 3]:
            pair = _Pair(one, other, text[:start], text[end:begin], text[stop:])
            if pair.near:
                yield from _told(pair)


def _told(pair: _Pair) -> Iterator[tuple[Name, Name]]:
    for kinds, body, forward, rule in _RULES:
        speaker, spoken_for = (pair.one, pair.other) if forward else (pair.other, pair.one)
        if pair.kinds == kinds and (not body or spoken_for.kind in _BODIES) and rule(pair):
            yield speaker, spoken_for
            return


def _mouthpiece(pair: _Pair) -> bool:
    """As in "Ana Ruiz's spokesman Olaf Berg"."""
    return bool(_MOUTHPIECE.match(pair.gap))


def _titled(pair: _Pair) -> bool:
    """As in "Acme chief executive Ana Ruiz"."""
    return bool(_TITLE_BETWEEN.match(pair.gap))


def _titled_of(pair: _Pair) -> bool:
    """As in "the director of Acme (A.C.), Ana Ruiz"."""
    return bool(_BRACKET.match(pair.gap) and _TITLE_BEFORE.search(pair.before))


def _described(pair: _Pair) -> bool:
    """As in "Ana Ruiz, a spokeswoman at Acme", "Ana Ruiz, Acme's lawyer", "Ana Ruiz of Acme"."""
    apposed = _APPOSED.match(pair.gap) and _TITLE_AFTER.match(pair.after)
    return bool(_TITLE_OF.match(pair.gap) or apposed or _OF.match(pair.gap))


def _unit(pair: _Pair) -> bool:
    """As in "the army's Seventh Division"."""
    return pair.one.kind in _BODIES and bool(_OWNS.fullmatch(pair.gap) and _UNIT.search(pair.other.name))


_BODIES = ("organisation", "other")  # for whom others may speak
# Which of the two are people, whether the one spoken for must be a body, whether the first speaks, and what shows it.
_RULES: tuple[tuple[tuple[bool, bool], bool, bool, Callable[[_Pair], bool]], ...] = (
    ((True, True), False, False, _mouthpiece),
    ((False, True), True, False, _titled),
    ((False, True), True, False, _titled_of),
    ((True, False), True, True, _described),
    ((False, False), True, False, _unit),
)


def _calls(text: str, spot: Spot) -> Iterator[str]:
    """What a name is called by the words beside it: its title, an apposition, the noun at the head of a body's name."""
    _, start, end, name = spot
    after = _CALLED.match(text[end : end + 90])
    if after:
        yield from _tails(after[1].lower())
    if name.kind == "person":
        before = _TITLES_IN_FRONT.search(text[:start])
        words = before[1].lower().split() if before else []
        if words and words[-1] in TITLES - HONORIFICS - ROYAL:
            yield from _tails(" ".join(words))
    elif name.kind == "organisation":
        yield from _tails(_INNER.split(name.name.lower().rstrip("."))[0])


def _tails(phrase: str) -> Iterator[str]:
    """The last word and the last two words of a phrase."""
    words = phrase.split()
    yield words[-1]
    if len(words) > 1:
        yield " ".join(words[-2:])
