"""Who a speaker is, where the document makes that certain: "it" and "they" are who spoke before them, "the statement"
is who issued it, and "the ministry" or "the government" the one such body that the document lets speak by name; of
several, the one that alone has spoken so far."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import Analysis, Attribution, Name
from .keys import spelling_key

_LONGEST, _NAME = 14, 7  # words of a speaker, and of a name within, that are looked at
_LEAD = re.compile(r"^(?:the|an?|its|his|her|their|our|both)\s+", re.I)
_BRACKET = re.compile(r"\s*\([^)]*\)")
_PRONOUN = re.compile(r"^(?:it|he|she|they)$", re.I)
_DOCUMENT = re.compile(
    r"^(?:the|a|this|that|its) (?:joint |official )?(?:statement|release|readout|tweet|post|report|document|note)\b",
    re.I,
)
_SELF = re.compile(
    r"^(?:the|this)(?: \w+)? (?:report|article|paper|newspaper|author|writer|piece|story|magazine|column|editorial"
    r"|essay|commentary|analysis|publication|blog)s?$",
    re.I,
)
_SIDES = re.compile(r"^(?:the )?(?:two|both|both sides|two sides|sides)\b", re.I)
_GENERIC = re.compile(
    r"^(?:the|its|their) (?P<what>government|ministry|department|company|firm|agency|office|authority|bank|court)$",
    re.I,
)
_OFFICE = re.compile(r"\b(?:minister|secretary)\b(?= of| for|$)", re.I)


def no_speaker(speaker: str) -> bool:
    """Whether what is written as a speaker is none by itself: a pronoun, a document whose author is not told, or the
    source itself ("the report argues")."""
    return bool(_PRONOUN.match(speaker) or _DOCUMENT.match(speaker) or _SELF.match(speaker) or _SIDES.match(speaker))


class SpeakerNames:
    """The speakers of all sources by the names that they go by."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_key: dict[str, Name] = {}
        self._by_words: dict[str, Name] = {}
        self._known: dict[str, Name | None] = {}
        for name in names:
            for spelling in (name.name, *(alias.text for alias in name.aliases), name.abbreviation or name.name):
                self._by_key.setdefault(spelling_key(spelling), name)
                if name.kind in ("person", "organisation"):
                    self._by_words.setdefault("".join(map(spelling_key, spelling.split())), name)

    def of(self, analysis: Analysis) -> tuple[Name | None, ...]:
        """The name behind each of the attributions of `analysis`, in their order; None where it is not certain."""
        named = [None if no_speaker(a.speaker) else self.speaker_name(a.speaker) for a in analysis.attributions]
        out: list[Name | None] = []
        for number, attribution in enumerate(analysis.attributions):
            out.append(named[number] or self._meant(attribution, analysis.attributions, named, out))
        return tuple(out)

    def speaker_name(self, speaker: str) -> Name | None:
        """The name that a speaker is written by: the whole of it, or the person or body it describes at more length
        ("India's ministry of external affairs", "Ana Ruiz, a spokeswoman at Acme"). None for a pronoun."""
        if speaker not in self._known:
            parts = [_LEAD.sub("", part) for part in _BRACKET.sub("", speaker).strip().split(", ")]
            self._known[speaker] = (
                self._by_key.get(spelling_key(parts[0])) or self._within(parts[0]) or self._holder(parts[1:2])
            )
        return self._known[speaker]

    def _holder(self, behind: Sequence[str]) -> Name | None:
        """The person whose name stands behind his office: "the mayor, Ana Ruiz"."""
        name = self._by_key.get(spelling_key(behind[0])) if behind else None
        return name if name and name.kind == "person" else None

    def together(self, speaker: str) -> str | None:
        """The names of two persons who speak as one, "Ana Ruiz and Olaf Berg"; None for any other speaker."""
        head = _BRACKET.sub("", speaker).strip().split(", ")[0]
        sides = head.split(" and ")
        names = [self.speaker_name(side) for side in sides] if len(sides) == 2 else []
        persons = [name.name for name in names if name and name.kind == "person"]
        return " and ".join(persons) if len(set(persons)) == 2 else None

    def _within(self, speaker: str) -> Name | None:
        """The longest name in a description; of several speakers the first."""
        words = [re.sub(r"['’]s?$", "", word) for word in speaker.split()][:_LONGEST]
        spans = [
            (first, first + length)
            for length in range(min(len(words), _NAME), 0, -1)
            for first in range(len(words) - length, -1, -1)
        ]
        link = words.index("and") if "and" in words else len(words)
        keys = [spelling_key(_OFFICE.sub("ministry", word)) for word in words]
        for first, last in sorted(spans, key=lambda span: (not span[0] < link < span[1], span[0] > link)):
            name = self._by_words.get("".join(keys[first:last]))
            if name and not (last - first == 1 and words[first].islower()):  # "it" is not "IT"
                return name
        return None

    def _meant(
        self,
        attribution: Attribution,
        every: Sequence[Attribution],
        named: Sequence[Name | None],
        before: Sequence[Name | None],
    ) -> Name | None:
        """Who a pronoun, a document or a body without its name is in this document, where one alone can be meant."""
        speaker = attribution.speaker
        if _PRONOUN.match(speaker):
            last = before[-1] if before else None
            near = before and attribution.sentence - every[len(before) - 1].sentence <= 2
            person = speaker.lower() in ("he", "she")
            return last if last and near and (last.kind == "person") == person else None
        if _DOCUMENT.match(speaker):
            issuers = [n for a, n in zip(every, named, strict=True) if n and a.medium and a.medium != "tweet"]
            return _only(issuers)
        generic = _GENERIC.match(speaker)
        if not generic:
            return None
        bodies = [n for a, n in zip(every, named, strict=True) if n and n.kind == "organisation"]
        if generic["what"].lower() == "government":
            return _only(
                [
                    n
                    for a, n in zip(every, named, strict=True)
                    if n and n.kind == "organisation" and a.medium == "statement"
                ]
            )
        told = [n for n in before if n and n.kind == "organisation"]
        what = generic["what"].lower()
        return next(filter(None, (_only([n for n in some if what in n.name.lower()]) for some in (bodies, told))), None)


def _only(names: Sequence[Name]) -> Name | None:
    found = {name.id: name for name in names}
    return next(iter(found.values())) if len(found) == 1 else None
