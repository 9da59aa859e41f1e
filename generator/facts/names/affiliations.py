"""Who speaks for whom, and what a report calls a name: "Acme's chief Ana Ruiz" speaks for Acme, "the mayor, Olaf Berg"
is meant by "the mayor", and "Acme, a shipping company" by "the company"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import Analysis, Name
from ...text.name_words import HONORIFICS, ROYAL, TITLES
from .lookup import Lookup, named

_ROLE = "|".join(
    sorted(re.escape(title) + "s?" for title in TITLES - {"boss"} | {"official", "member", "aide", "consultant"})
)
_FORMER = re.compile(r"\b(?:former|ex|then|rival|one-time|onetime|late)\b", re.I)
_TITLE_BETWEEN = re.compile(rf"^(?:['’]s)? (?:[\w&-]+ ){{0,5}}?(?:{_ROLE}),? $", re.I)
_TITLE_OF = re.compile(
    rf"^, (?:(?:an?|the|its|who is an?) )?(?:[\w-]+,? ){{0,5}}?(?:{_ROLE}) (?:[\w-]+ ){{0,5}}?"
    r"(?:of|at|for|with|from)(?: the)? $",
    re.I,
)
_APPOSED = re.compile(r"^, (?:an? |the )?$", re.I)
_TITLE_AFTER = re.compile(rf"^(?:['’]s)? (?:[\w-]+ ){{0,4}}?(?:{_ROLE})\b", re.I)
_TITLE_BEFORE = re.compile(rf"\b(?:{_ROLE}) (?:of|for|at)(?: the)? $", re.I)
_BRACKET = re.compile(r"^(?: ?\([^)]*\))?,? $")
_OF = re.compile(r"^ (?:of|from|at|with)(?: the)? $")
_MOUTHPIECE = re.compile(r"^(?:['’]s) (?:[\w-]+ )?(?:spokes\w+|secretary|lawyer|aide|office),? $", re.I)
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
    spots = named(analysis, lookup)
    sentences = {s.index: s for s in analysis.sentences}
    for index in dict.fromkeys(spot[0] for spot in spots):
        at = sentences[index].start
        yield sentences[index].text, [(i, start - at, end - at, name) for i, start, end, name in spots if i == index]


def _pairs(text: str, spots: Sequence[Spot]) -> Iterator[tuple[Name, Name]]:
    """(who, for whom) by what stands between two neighbouring names."""
    for number, (_, start, end, left) in enumerate(spots):
        for _, begin, stop, right in spots[number + 1 : number + 3]:
            gap = text[end:begin]
            if left.id != right.id and len(gap) < 90 and not _FORMER.search(gap) and not re.search('[“”";:]', gap):
                yield from _pair(text, (start, left), gap, (stop, right))


def _pair(text: str, left: tuple[int, Name], gap: str, right: tuple[int, Name]) -> Iterator[tuple[Name, Name]]:
    start, one = left
    stop, other = right
    if other.kind == "person":
        if one.kind == "person":
            yield from [(other, one)] if _MOUTHPIECE.match(gap) else []
        elif _speaks(one) and (
            _TITLE_BETWEEN.match(gap) or (_BRACKET.match(gap) and _TITLE_BEFORE.search(text[:start]))
        ):
            yield other, one
    elif one.kind == "person" and _speaks(other):
        apposed = _APPOSED.match(gap) and _TITLE_AFTER.match(text[stop:])
        if _TITLE_OF.match(gap) or apposed or _OF.match(gap):
            yield one, other
    elif _speaks(one) and _speaks(other) and re.fullmatch(r"['’]s ", gap) and _UNIT.search(other.name):
        yield other, one


def _speaks(name: Name) -> bool:
    """Whether others may speak for a name: no place, no agreement."""
    return name.kind in ("organisation", "other")


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
