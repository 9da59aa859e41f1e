"""Who a speaker is, where the document makes that certain: "it" and "they" are who spoke before them, "the statement"
is who issued it, "the mayor" who bears that title, and "the ministry" or "the company" the one such body that the
document names; of several, the one that alone has spoken, or stands close by."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...model import Analysis, Attribution, Name
from ...text.gazetteer import capitals, demonyms
from ...text.gazetteer import key as place_key
from ...text.words import word_set
from .affiliations import Affiliations, Spot
from .lookup import Lookup, named

_NEAR = 2  # sentences back in which a pronoun's speaker spoke, or in which alone a body is named
_LEAD = re.compile(r"^(?:the|an?|its|his|her|their|our|both)\s+", re.I)
_BRACKET = re.compile(r"\s*\([^)]*\)")
_PERSONAL = re.compile(r"^(?:he|she)$", re.I)
_PRONOUN = re.compile(r"^(?:it|he|she|they)$", re.I)
_DOCUMENT = re.compile(
    r"^(?:the|a|this|that|its) (?:joint |official )?(?:statement|release|readout|tweet|post|report|document|note)s?\b",
    re.I,
)
_SELF = re.compile(
    r"^(?:the|this)(?: \w+)? (?:report|article|paper|newspaper|author|writer|piece|story|magazine|column|editorial"
    r"|essay|commentary|analysis|publication|blog)s?$",
    re.I,
)
_SIDES = re.compile(r"^(?:the )?(?:two|both|both sides|two sides|sides)\b", re.I)
_MOUTHPIECES = word_set("spokesman spokeswoman spokesperson official officials executive executives representative")
_COMMON = re.compile(
    r"^(?:(?:the|its|their|his|her)|an?(?= [a-z]+ (?:spokes|official|executive|representative))"
    r"|[A-Z]\w+(?: [A-Z]\w+)?['’]s) (?P<what>(?:[a-z-]+ ){0,3}[a-z-]+)$"
)
_GOVERNMENT = re.compile(r"^(?:the )?(?P<people>\w+(?: \w+)?) (?:government|authorities)$", re.I)


def no_speaker(speaker: str) -> bool:
    """Whether what is written as a speaker is none by itself: a pronoun, a document whose author is not told, or the
    source itself ("the report argues")."""
    return bool(_PRONOUN.match(speaker) or _DOCUMENT.match(speaker) or _SELF.match(speaker) or _SIDES.match(speaker))


@dataclass(frozen=True, slots=True)
class _Place:
    """An attribution in its document: the names that the others are written by, who has spoken before, and the names
    that the document brings up."""

    attribution: Attribution
    every: Sequence[Attribution]
    named: Sequence[Name | None]
    before: Sequence[Name | None]
    spots: Sequence[Spot]

    @property
    def speaker(self) -> str:
        return self.attribution.speaker

    @property
    def last(self) -> tuple[Name | None, int]:
        """Who spoke last and in which sentence, if that is close by."""
        spoke = self.every[len(self.before) - 1].sentence if self.before and self.before[-1] else -1
        close = spoke >= 0 and self.attribution.sentence - spoke <= _NEAR
        return (self.before[-1], spoke) if close else (None, spoke)

    def near(self, fits: Callable[[Name], bool]) -> Name | None:
        """The only fitting name in this sentence, before what is said there, and the sentences just before."""
        here = self.attribution.sentence
        close = [n for i, _, end, n in self.spots if here - _NEAR <= i < here and fits(n)]
        return _only(close)


class SpeakerNames:
    """The speakers of all sources by the names that they go by."""

    def __init__(self, lookup: Lookup, affiliations: Affiliations) -> None:
        self._lookup, self._affiliations = lookup, affiliations
        self._known: dict[tuple[str, str], Name | None] = {}

    def of(self, analysis: Analysis) -> tuple[Name | None, ...]:
        """The name behind each of the attributions of `analysis`, in their order; None where it is not certain."""
        source, every = analysis.article.id, analysis.attributions
        spots = named(analysis, self._lookup)
        written = [None if no_speaker(a.speaker) else self.speaker_name(a.speaker, source) for a in every]
        out: list[Name | None] = []
        for number, attribution in enumerate(every):
            place = _Place(attribution, every, written, tuple(out), spots)
            out.append(written[number] or self._meant(place))
        return tuple(out)

    def speaker_name(self, speaker: str, source: str) -> Name | None:
        """The name that a speaker is written by: the whole of it, or the person or body it describes at more length
        ("India's ministry of external affairs", "Ana Ruiz, a spokeswoman at Acme"). A capital, and "the Danish
        government", are the country. None for a pronoun."""
        if (speaker, source) not in self._known:
            parts = [_LEAD.sub("", part) for part in _BRACKET.sub("", speaker).strip().split(", ")]
            self._known[speaker, source] = (
                self._country(parts[0], source)
                or self._lookup.spelled(parts[0], source)
                or self._holder(parts[1:2], source)
                or self._lookup.within(parts[0], source)
            )
        return self._known[speaker, source]

    def _country(self, speaker: str, source: str) -> Name | None:
        """The country whose government speaks."""
        government = _GOVERNMENT.match(speaker)
        country = capitals().get(place_key(speaker)) or (
            demonyms().get(government["people"].lower()) if government else None
        )
        return self._lookup.spelled(country, source) if country else None

    def _holder(self, behind: Sequence[str], source: str) -> Name | None:
        """The person whose name stands behind his office: "the mayor, Ana Ruiz"."""
        name = self._lookup.spelled(behind[0], source) if behind else None
        return name if name and name.kind == "person" else None

    def together(self, speaker: str, source: str) -> str | None:
        """The names of two persons who speak as one, "Ana Ruiz and Olaf Berg"; None for any other speaker."""
        head = _BRACKET.sub("", speaker).strip().split(", ")[0]
        sides = head.split(" and ")
        names = [self.speaker_name(side, source) for side in sides] if len(sides) == 2 else []
        persons = [name.name for name in names if name and name.kind == "person"]
        return " and ".join(persons) if len(set(persons)) == 2 else None

    def _meant(self, place: _Place) -> Name | None:
        """Who a pronoun, a document, a title or a body without its name is in this document, where one alone can be
        meant."""
        if _PRONOUN.match(place.speaker):
            return _pronoun(place)
        if _DOCUMENT.match(place.speaker):
            return _issuer(place)
        common = _COMMON.match(place.speaker)
        if common:
            return self._called(place, common["what"].lower())
        alone = [n for n in place.before if n and n.kind == "person" and n.name.split()[-1] == place.speaker]
        return _only(alone)

    def _called(self, place: _Place, what: str) -> Name | None:
        """Who is called by a title or a common noun: in this document, of several the one that has spoken, or the one
        that stands close by; else in all sources, for two words or more."""
        if what == "government":
            return _only(_spoken(place, lambda a, n: n.kind == "organisation" and a.medium == "statement"))
        words = [word for word in what.split() if word not in _MOUTHPIECES] or what.split()
        two = self._affiliations.called.get(" ".join(words[-2:]), ()) if len(words) > 1 else ()
        one = self._affiliations.called.get(words[-1], ())
        return _here(place, two) or _only(two) or _here(place, one)


def _here(place: _Place, called: Sequence[Name]) -> Name | None:
    """The one of the names that the document has; of several the one that has spoken, or the one close by."""
    named, spoke = {spot[3].id for spot in place.spots}, {name.id for name in place.before if name}
    here = [name for name in called if name.id in named]
    return _only(here) or _only([name for name in here if name.id in spoke]) or place.near(lambda name: name in here)


def _pronoun(place: _Place) -> Name | None:
    """Who spoke last, if close by and of the pronoun's kind; "he" who has been named since, if that is one person."""
    if place.speaker.lower() == "they":
        return None
    return _person(place) if _PERSONAL.match(place.speaker) else _body(place)


def _person(place: _Place) -> Name | None:
    last, spoke = place.last
    if not last:
        return place.near(lambda name: name.kind == "person")
    since = [n for i, _, _, n in place.spots if spoke < i < place.attribution.sentence and n.kind == "person"]
    return _only(since) if since else last if last.kind == "person" else None


def _body(place: _Place) -> Name | None:
    last, _ = place.last
    return last if last and last.kind != "person" else None


def _issuer(place: _Place) -> Name | None:
    """Who issued the one statement of the document."""
    return _only(_spoken(place, lambda a, _: bool(a.medium) and a.medium != "tweet"))


def _spoken(place: _Place, fits: Callable[[Attribution, Name], bool]) -> list[Name]:
    return [n for a, n in zip(place.every, place.named, strict=True) if n and fits(a, n)]


def _only(names: Sequence[Name]) -> Name | None:
    found = {name.id: name for name in names}
    return next(iter(found.values())) if len(found) == 1 else None
