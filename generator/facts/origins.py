"""Who a statement goes back to. Articles are not origins: five papers that repeat one readout are one origin.

Speakers are told apart by name, whatever their spelling; what a speaker's office says is the office's, and "the
ministry" the one that its article names. A source is no speaker of its own ("the report argues"). A statement that
names nobody joins a speaker of the same fact whom its own article carries elsewhere; whatever then still names nobody
is one origin together, since nothing shows that it is more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..model import Analysis, Attribution, Name, Origin, OriginKind
from ..text.ids import slug
from ..text.words import normal
from .names.affiliations import affiliations
from .names.lookup import Lookup
from .names.speakers import SpeakerNames, no_speaker

UNNAMED = Origin("unnamed", "unnamed")
_NONE: Mapping[str, str] = MappingProxyType({})
_LEAD = re.compile(r"^(?:(?:the|a|an|its|his|her|their|both|our)\s+)+", re.IGNORECASE)
_OFFICE = re.compile(r"\bminister\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the names a reader knows, and the key under which all that goes back there is one; of two
    who speak together, that is the first. `named` is false for "officials" and the like."""

    by: str | None
    key: str
    label: str
    named: bool = True


class Speakers:
    """The voices of all sources. `names` joins the spellings of one speaker, `families` is the house of each publisher
    that has one."""

    def __init__(
        self, analyses: Sequence[Analysis], names: Sequence[Name], families: Mapping[str, str] = _NONE
    ) -> None:
        self._lookup = lookup = Lookup(names)
        self._affiliations = affiliations(analyses, lookup)
        self._speakers = SpeakerNames(lookup, self._affiliations)
        self._said: dict[tuple[str, int], list[tuple[Attribution, Speaker]]] = {}
        self._carried: dict[str, set[str]] = {}
        known = {a.article.id: a.article.metadata for a in analyses}
        self._declared = {id: meta.origin for id, meta in known.items() if not meta.origin_from}
        # A digest is not its report, and credits nothing to the report's publisher.
        self._publisher = {id: meta.first_publisher for id, meta in known.items() if not meta.is_digest}
        self._families = families
        for analysis in analyses:
            self._read(analysis)

    def _read(self, analysis: Analysis) -> None:
        source = analysis.article.id
        carried = self._carried.setdefault(source, set())
        for attribution, name in zip(analysis.attributions, self._speakers.of(analysis), strict=True):
            voice = self._voice(attribution.speaker, source, name)
            if voice and (name or not attribution.act):
                carried.add(voice.key)
                self._said.setdefault((source, attribution.sentence), []).append((attribution, voice))

    def _voice(self, speaker: str, source: str, meant: Name | None) -> Speaker | None:
        """The voice of a speaker as written, of whom the document makes certain that he is `meant`."""
        if meant:
            origin = self._affiliations.origin(meant)
            return Speaker(self._speakers.together(speaker, source) or meant.name, origin.id, origin.name)
        if no_speaker(speaker):
            return None
        plain = _LEAD.sub("", _BRACKET.sub("", speaker)).strip() or speaker
        office = _OFFICE.sub("ministry", plain)
        return Speaker(plain, slug(office) or normal(office), plain, named=False)

    def of(self, source: str, sentence: int, start: int, end: int) -> Speaker | None:
        """The voice of `start:end` of a sentence's paragraph, by the attribution that holds most of it; one who only
        did something in speaking is no voice, but an origin: `by` is None."""
        best, most = None, (False, 0)
        for attribution, voice in self._said.get((source, sentence), ()):
            shared = min(end, attribution.end) - max(start, attribution.start)
            if shared > 0 and (not attribution.act, shared) > most:
                best, most = (replace(voice, by=None) if attribution.act else voice), (not attribution.act, shared)
        return best

    def named(self, name: str) -> Origin:
        """The origin that is called `name`: that of a name of the sources, else one of its own."""
        known = self._lookup.spelled(name, "")
        if known is None:
            return _of_kind("declared", name)
        origin = self._affiliations.origin(known)
        return Origin(origin.id, "speaker", origin.name)

    def origins(self, quoted: Sequence[tuple[str, Speaker | None, bool]], copy_of: Mapping[str, str]) -> list[Origin]:
        """The origin of each (source, voice, own voice of its author) of one fact."""
        spoken = {voice.key: voice for _, voice, _ in quoted if voice}
        found = [self._origin(source, copy_of.get(source, source), voice, own, spoken) for source, voice, own in quoted]
        # Whose paper is not known may be one of those that are: together they are one.
        known = [UNNAMED if UNNAMED in found and origin.kind == "publisher" else origin for origin in found]
        return self._together(known)

    def _together(self, found: Sequence[Origin]) -> list[Origin]:
        """`found`, where several papers of one house name nobody the house in their place."""
        papers = {origin.key: {o.name for o in found if o.key == origin.key} for origin in found}
        return [
            replace(origin, kind="house", name=self._families[origin.name])
            if origin.kind == "publisher" and len(papers[origin.key]) > 1
            else origin
            for origin in found
        ]

    def _origin(
        self, source: str, first: str, voice: Speaker | None, own: bool, spoken: Mapping[str, Speaker]
    ) -> Origin:
        """The origin of one quote: what its source declares, its speaker, its author; of what names nobody a speaker
        of the same fact whom its article carries elsewhere, else the publisher, if that is known."""
        declared = self._declared.get(source) or self._declared.get(first)
        if declared:
            return _of_kind("declared", declared)
        if own and not voice:
            return Origin(f"author-{first}", "author", source=first)
        carried = sorted(self._carried.get(source, set()) & spoken.keys())
        speaker = voice or next((spoken[key] for key in carried), None)
        if speaker:
            return Origin(speaker.key, "speaker" if speaker.named else "voices", speaker.label)
        return self._of_publisher(source)

    def _of_publisher(self, source: str) -> Origin:
        """Its publisher, whose key is that of the house where he belongs to one."""
        publisher = self._publisher.get(source)
        if not publisher:
            return UNNAMED
        house = self._families.get(publisher)
        return _of_kind("publisher", publisher, f"house-{_key(house)}" if house else "")


def _of_kind(kind: OriginKind, name: str, key: str = "") -> Origin:
    return Origin(key or f"{_KEYS[kind]}-{_key(name)}", kind, name)


def _key(name: str) -> str:
    return slug(name) or normal(name)


_KEYS: Mapping[OriginKind, str] = {"declared": "origin", "publisher": "publisher"}
