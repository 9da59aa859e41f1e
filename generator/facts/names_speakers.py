"""Who a speaker is, where the document makes that certain: "it" and "they" are who spoke before them, "the statement"
is who issued it, and "the ministry" or "the government" the one such body that the document lets speak by name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Analysis, Attribution, Name
from .names_keys import spelling_key

_LEAD = re.compile(r"^(?:the|an?|its|his|her|their|our|both)\s+", re.I)
_BRACKET = re.compile(r"\s*\([^)]*\)")
_PRONOUN = re.compile(r"^(?:it|he|she|they)$", re.I)
_DOCUMENT = re.compile(
    r"^(?:the|a|this|that|its) (?:joint |official )?(?:statement|release|readout|tweet|post|report|document|note)\b",
    re.I,
)
_GENERIC = re.compile(
    r"^(?:the|its|their) (?P<what>government|ministry|department|company|firm|agency|office|authority|bank|court)$",
    re.I,
)
_OFFICE = re.compile(r"\b(?:minister|secretary)\b(?= of| for|$)", re.I)


class Speakers:
    """The speakers of all sources by the names that they go by."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_key: dict[str, Name] = {}
        for name in names:
            for spelling in (name.name, *(alias.text for alias in name.aliases), name.abbreviation or name.name):
                self._by_key.setdefault(spelling_key(spelling), name)

    def of(self, analysis: Analysis) -> tuple[Name | None, ...]:
        """The name behind each of the attributions of `analysis`, in their order; None where it is not certain."""
        named = [self.speaker_name(a.speaker) for a in analysis.attributions]
        out: list[Name | None] = []
        for number, attribution in enumerate(analysis.attributions):
            out.append(named[number] or self._meant(attribution, analysis.attributions, named, out))
        return tuple(out)

    def speaker_name(self, speaker: str) -> Name | None:
        """The name that a speaker is written by: the whole of it, or the person or body it describes at more length
        ("India's ministry of external affairs", "Ana Ruiz, a spokeswoman at Acme"). None for a pronoun."""
        plain = _BRACKET.sub("", speaker).strip()
        head = _LEAD.sub("", plain.split(", ")[0])
        whole = self._by_key.get(spelling_key(head))
        return whole or self._within(head)

    def _within(self, speaker: str) -> Name | None:
        words = [re.sub(r"['’]s?$", "", word) for word in speaker.split()][:12]
        for length in range(len(words), 0, -1):
            for first in range(len(words) - length, -1, -1):
                part = " ".join(words[first : first + length])
                name = self._by_key.get(spelling_key(part)) or self._by_key.get(
                    spelling_key(_OFFICE.sub("ministry", part))
                )
                if name and name.kind in ("person", "organisation"):
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
        return _only([n for n in bodies if generic["what"].lower() in n.name.lower()])


def _only(names: Sequence[Name]) -> Name | None:
    found = {name.id: name for name in names}
    return next(iter(found.values())) if len(found) == 1 else None
